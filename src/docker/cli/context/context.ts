import { goQuote, indentJson } from '../../../base/go/index.ts';
import { minArgs, noArgs, exactArgs } from '../command/args-rule.ts';
import { defineCommand, type CommandGroup } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { bool, inspectFormat, listFormat } from '../flags/index.ts';
import { printListing } from '../format/formatter.ts';
import { printInspected } from '../format/inspect.ts';
import { ellipsis } from '../format/text.ts';
import { compareNatural } from '../natural-order.ts';
import { contextType } from '../schema/context.ts';
import { checkContextName } from './context-store.ts';
import { contextCreateCommand, contextUpdateCommand, defaultDescription } from './create.ts';
import { contextExportCommand, contextImportCommand } from './export.ts';

const headers = { Name: 'NAME', Description: 'DESCRIPTION', DockerEndpoint: 'DOCKER ENDPOINT', Error: 'ERROR' };
const tableFormat = 'table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}';

const listCommand = defineCommand({
  name: 'ls',
  aliases: ['list'],
  use: 'ls [OPTIONS]',
  short: 'List contexts',
  args: noArgs,
  flags: { format: listFormat(), quiet: bool('Only show context names', { shorthand: 'q' }) },
  async run({ cli, flags }) {
    const format = flags.quiet ? '{{.Name}}' : flags.format === '' || flags.format === 'table' ? tableFormat : flags.format;
    const current = cli.contextName;
    const listed = [{ Name: 'default', Description: defaultDescription, DockerEndpoint: cli.defaultHost, Error: '' }];
    for (const { Name, Metadata, Endpoints } of cli.contexts.list()) listed.push({ Name, Description: Metadata.Description ?? '', DockerEndpoint: Endpoints['docker']?.Host ?? '', Error: '' });
    if (!listed.some(({ Name }) => Name === current)) listed.push({ Name: current, Description: '', DockerEndpoint: '', Error: missing(() => cli.contexts.read(current)) });
    const isTable = format.startsWith('table');
    const rows = listed.toSorted((a, b) => compareNatural(a.Name, b.Name)).map(({ Error: problem, ...row }) => (
      { ...row, Current: row.Name === current, Error: isTable ? ellipsis(problem, 45) : problem, ContextType: 'moby' }
    ));
    await printListing(cli.out, format, { type: 'formatter.clientContextContext', headers, rows, ordered: true });
    if (cli.process.env['DOCKER_HOST'] && !flags.quiet) {
      await cli.err.print(
        'Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.\n',
      );
    }
  },
});

/** What reading says of a context that is not there. */
function missing(read: () => unknown): string {
  try {
    read();
    return '';
  } catch (error) {
    if (error instanceof CliError) return error.message;
    throw error;
  }
}

const showCommand = defineCommand({
  name: 'show',
  use: 'show',
  short: 'Print the name of the current context',
  args: noArgs,
  flags: {},
  run: ({ cli }) => cli.out.print(`${cli.contextName}\n`),
});

const useCommand = defineCommand({
  name: 'use',
  use: 'use CONTEXT',
  short: 'Set the current docker context',
  args: exactArgs(1),
  flags: {},
  async run({ cli, args }) {
    const [name = ''] = args;
    if (name !== 'default') {
      checkContextName(name);
      cli.contexts.read(name);
    }
    cli.config.setCurrentContext(name === 'default' ? '' : name);
    await cli.out.print(`${name}\n`);
    await cli.err.print(`Current context is now ${goQuote(name)}\n`);
    if (name === 'default' || !cli.process.env['DOCKER_HOST']) return;
    await cli.err.print(
      `Warning: DOCKER_HOST environment variable overrides the active context. To use ${goQuote(name)}, either set the global --context flag, or unset DOCKER_HOST environment variable.\n`,
    );
  },
});

const inspectCommand = defineCommand({
  name: 'inspect',
  use: 'inspect [OPTIONS] [CONTEXT] [CONTEXT...]',
  short: 'Display detailed information on one or more contexts',
  args: minArgs(0),
  flags: { format: inspectFormat() },
  run: ({ cli, args, flags }) =>
    printInspected(cli, args.length > 0 ? args : [cli.contextName], flags.format, (name) => {
      const metadata = cli.contextMetadata(name);
      const inMemory = name === 'default';
      const content = {
        ...metadata, TLSMaterial: cli.contexts.tlsFiles(name),
        Storage: { MetadataPath: inMemory ? '<IN MEMORY>' : cli.contexts.metadataPath(name), TLSPath: inMemory ? '<IN MEMORY>' : cli.contexts.tlsPath(name) },
      };
      return Promise.resolve({ raw: indentJson(content, '', { escapeHtml: true }), type: contextType, json: { ...content, Metadata: metadata }, onlyTyped: true });
    }),
});

const removeCommand = defineCommand({
  name: 'rm',
  aliases: ['remove'],
  use: 'rm CONTEXT [CONTEXT...]',
  short: 'Remove one or more contexts',
  args: minArgs(1),
  flags: { force: bool('Force the removal of a context in use', { shorthand: 'f' }) },
  async run({ cli, args, flags }) {
    const problems: string[] = [];
    const current = cli.contextName;
    for (const name of args) {
      if (name === 'default') problems.push('default: context "default" cannot be removed');
      else if (name === current && !flags.force) problems.push(`context ${goQuote(name)} is in use, set -f flag to force remove`);
      else if (!flags.force && !cli.contexts.has(name)) problems.push(`context ${goQuote(name)} does not exist`);
      else {
        if (name === current) cli.config.setCurrentContext('');
        cli.contexts.remove(name);
        await cli.out.print(`${name}\n`);
      }
    }
    if (problems.length > 0) throw new CliError(problems.join('\n'));
  },
});

export const contextGroup: CommandGroup = {
  name: 'context',
  short: 'Manage contexts',
  subcommands: [contextCreateCommand, contextExportCommand, contextImportCommand, inspectCommand, listCommand, removeCommand, showCommand, contextUpdateCommand, useCommand],
};
