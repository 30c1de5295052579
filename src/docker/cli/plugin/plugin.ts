import { isDockerError } from '../../client/index.ts';
import { minArgs } from '../command/args-rule.ts';
import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp, type LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { printListing } from '../format/formatter.ts';
import { ask, asks } from '../swarm/ask.ts';

const outside = 'the engine has no plugins, and none can be installed';

const pluginCreateCommand = commandFromHelp(`Usage:  docker plugin create [OPTIONS] PLUGIN PLUGIN-DATA-DIR

Create a plugin from a rootfs and configuration. Plugin data directory must contain config.json and rootfs directory.

Options:
      --compress   Compress the context using gzip`, asks('POST', '/plugins/create'), { args: minArgs(2) });

const pluginDisableCommand = commandFromHelp(`Usage:  docker plugin disable [OPTIONS] PLUGIN

Disable a plugin

Options:
  -f, --force   Force the disable of an active plugin`, asks('POST', '/plugins/{}/disable'));

const pluginEnableCommand = commandFromHelp(`Usage:  docker plugin enable [OPTIONS] PLUGIN

Enable a plugin

Options:
      --timeout int   HTTP client timeout (in seconds) (default 30)`, asks('POST', '/plugins/{}/enable'));

const pluginInspectCommand = commandFromHelp(`Usage:  docker plugin inspect [OPTIONS] PLUGIN [PLUGIN...]

Display detailed information on one or more plugins

Options:
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates`, inspect);

const pluginInstallCommand = commandFromHelp(`Usage:  docker plugin install [OPTIONS] PLUGIN [KEY=VALUE...]

Install a plugin

Options:
      --alias string            Local name for plugin
      --disable                 Do not enable the plugin on install
      --disable-content-trust   Skip image verification (default true)
      --grant-all-permissions   Grant all permissions necessary to run the plugin`, asks('POST', '/plugins/pull'));

const pluginLsCommand = commandFromHelp(`Usage:  docker plugin ls [OPTIONS]

List plugins

Aliases:
  docker plugin ls, docker plugin list

Options:
  -f, --filter filter   Provide filter values (e.g. "enabled=true")
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --no-trunc        Don't truncate output
  -q, --quiet           Only display plugin IDs`, listPlugins);

const pluginPushCommand = commandFromHelp(`Usage:  docker plugin push [OPTIONS] PLUGIN[:TAG]

Push a plugin to a registry

Options:
      --disable-content-trust   Skip image signing (default true)`, push);

const pluginRmCommand = commandFromHelp(`Usage:  docker plugin rm [OPTIONS] PLUGIN [PLUGIN...]

Remove one or more plugins

Aliases:
  docker plugin rm, docker plugin remove

Options:
  -f, --force   Force the removal of an active plugin`, asks('DELETE', '/plugins/{}'));

const pluginSetCommand = commandFromHelp(`Usage:  docker plugin set PLUGIN KEY=VALUE [KEY=VALUE...]

Change settings for a plugin`, asks('POST', '/plugins/{}/set'));

const pluginUpgradeCommand = commandFromHelp(`Usage:  docker plugin upgrade [OPTIONS] PLUGIN [REMOTE]

Upgrade an existing plugin

Options:
      --disable-content-trust   Skip image verification (default true)
      --grant-all-permissions   Grant all permissions necessary to run the plugin
      --skip-remote-check       Do not check if specified remote plugin matches existing plugin image`, upgrade);

export const pluginGroup: CommandGroup = { name: 'plugin', short: 'Manage plugins', support: { partly: outside }, subcommands: [pluginCreateCommand, pluginDisableCommand, pluginEnableCommand, pluginInspectCommand, pluginInstallCommand, pluginLsCommand, pluginPushCommand, pluginRmCommand, pluginSetCommand, pluginUpgradeCommand] };

async function inspect(invocation: LooseInvocation): Promise<void> {
  try {
    await ask(invocation, 'GET', '/plugins/{}/json');
  } catch (error) {
    if (isDockerError(error)) await invocation.cli.out.print('[]\n');
    throw error;
  }
}

/** There is none to list; asking makes sure that there is an engine. */
async function listPlugins(invocation: LooseInvocation): Promise<void> {
  await ask(invocation, 'GET', '/plugins');
  const given = String(invocation.flags['format'] ?? '');
  const table = 'table {{.ID}}\t{{.Name}}\t{{.Description}}\t{{.Enabled}}';
  const format = invocation.flags['quiet'] === true ? '{{.ID}}' : given === '' || given === 'table' ? table : given;
  await printListing(invocation.cli.out, format, { type: 'plugin.pluginContext', headers: { ID: 'ID', Name: 'NAME', Description: 'DESCRIPTION', Enabled: 'ENABLED', PluginReference: 'PLUGIN REFERENCE' }, rows: [] });
}

function push(invocation: LooseInvocation): Promise<void> {
  const [name = ''] = invocation.args;
  return asks('POST', '/plugins/{}/push')({ ...invocation, args: [/:[^/]*$/.test(name) ? name : `${name}:latest`] });
}

async function upgrade(invocation: LooseInvocation): Promise<void> {
  try {
    await ask(invocation, 'GET', '/plugins/{}/json');
  } catch (error) {
    if (isDockerError(error)) throw new CliError(`error reading plugin data: ${error.message}`);
    throw error;
  }
}
