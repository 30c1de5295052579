import { indentJson } from '../../../base/go/index.ts';
import { minArgs, noArgs, exactArgs } from '../command/args-rule.ts';
import { defineCommand, type CommandGroup } from '../command/command.ts';
import { noContext } from '../connection.ts';
import { bool, inspectFormat, listFormat } from '../flags/index.ts';
import { printListing } from '../format/formatter.ts';
import { printInspected } from '../format/inspect.ts';
import { unsupported } from '../unsupported.ts';

const onlyDefault = 'there is one context, "default"';
const headers = { Name: 'NAME', Description: 'DESCRIPTION', DockerEndpoint: 'DOCKER ENDPOINT', Error: 'ERROR' };

const listCommand = defineCommand({
  name: 'ls',
  aliases: ['list'],
  use: 'ls [OPTIONS]',
  short: 'List contexts',
  args: noArgs,
  flags: { format: listFormat(), quiet: bool('Only show context names', { shorthand: 'q' }) },
  async run({ cli, flags }) {
    const table = 'table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}';
    const format = flags.quiet ? '{{.Name}}' : flags.format === '' || flags.format === 'table' ? table : flags.format;
    const row = { Name: 'default', Description: 'Current DOCKER_HOST based configuration', DockerEndpoint: cli.host, Current: true, Error: '' };
    await printListing(cli.out, format, { type: 'formatter.clientContextContext', headers, rows: [row] });
    if (cli.process.env['DOCKER_HOST'] && !flags.quiet) {
      await cli.err.print(
        'Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.\n',
      );
    }
  },
});

const showCommand = defineCommand({
  name: 'show',
  use: 'show',
  short: 'Print the name of the current context',
  args: noArgs,
  flags: {},
  run: ({ cli }) => cli.out.print('default\n'),
});

const useCommand = defineCommand({
  name: 'use',
  use: 'use CONTEXT',
  short: 'Set the current docker context',
  args: exactArgs(1),
  flags: {},
  async run({ cli, args }) {
    checkName(args[0] ?? '', cli.configDirectory);
    await cli.out.print('default\n');
    await cli.err.print('Current context is now "default"\n');
  },
});

const inspectCommand = defineCommand({
  name: 'inspect',
  use: 'inspect [OPTIONS] [CONTEXT] [CONTEXT...]',
  short: 'Display detailed information on one or more contexts',
  args: minArgs(0),
  flags: { format: inspectFormat() },
  run: ({ cli, args, flags }) =>
    printInspected(cli, args.length > 0 ? args : ['default'], flags.format, (name) => {
      checkName(name, cli.configDirectory);
      const content = {
        Name: 'default', Metadata: {}, Endpoints: { docker: { Host: cli.host, SkipTLSVerify: false } }, TLSMaterial: {},
        Storage: { MetadataPath: '<IN MEMORY>', TLSPath: '<IN MEMORY>' },
      };
      return Promise.resolve({ raw: indentJson(content, '', { escapeHtml: true }), type: 'any' });
    }),
});

function checkName(name: string, directory: string): void {
  if (name !== 'default') throw noContext(name, directory);
}

export const contextGroup: CommandGroup = {
  name: 'context',
  short: 'Manage contexts',
  support: { partly: onlyDefault },
  subcommands: [
    unsupported('create', 'create [OPTIONS] CONTEXT', 'Create a context', onlyDefault),
    unsupported('export', 'export [OPTIONS] CONTEXT [FILE|-]', 'Export a context to a tar archive FILE or a tar stream on STDOUT.', onlyDefault),
    unsupported('import', 'import CONTEXT FILE|-', 'Import a context from a tar or zip file', onlyDefault),
    inspectCommand,
    listCommand,
    unsupported('rm', 'rm CONTEXT [CONTEXT...]', 'Remove one or more contexts', onlyDefault),
    showCommand,
    unsupported('update', 'update [OPTIONS] CONTEXT', 'Update a context', onlyDefault),
    useCommand,
  ],
};
