import { concatBytes } from '../../../base/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import { isSystemError } from '../../../kernel/index.ts';
import type { Cli } from '../cli.ts';
import { exactArgs, rangeArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { checkContextName } from './context-store.ts';

export const contextExportCommand = defineCommand({
  name: 'export',
  use: 'export [OPTIONS] CONTEXT [FILE|-]',
  short: 'Export a context to a tar archive FILE or a tar stream on STDOUT.',
  args: rangeArgs(1, 2),
  flags: {},
  async run({ cli, args }) {
    const [name = '', target = `${name}.dockercontext`] = args;
    if (name !== 'default') checkContextName(name);
    const archive = cli.contexts.export(cli.contextMetadata(name));
    if (target === '-') {
      if (cli.out.isTerminal) throw new CliError('cowardly refusing to export to a terminal, please specify a file path');
      return cli.out.write(archive);
    }
    if (cli.process.exists(target)) throw new CliError(`open ${target}: file exists`);
    try {
      cli.process.writeFile(target, archive, { mode: 0o600 });
    } catch (error) {
      if (isSystemError(error)) throw new CliError(`open ${goMessage(error)}`);
      throw error;
    }
    await cli.err.print(`Written file ${goQuote(target)}\n`);
  },
});

export const contextImportCommand = defineCommand({
  name: 'import',
  use: 'import CONTEXT FILE|-',
  short: 'Import a context from a tar or zip file',
  args: exactArgs(2),
  flags: {},
  support: { partly: 'tar archives only' },
  async run({ cli, args }) {
    const [name = '', file = ''] = args;
    checkContextName(name);
    if (cli.contexts.has(name)) throw new CliError(`context ${goQuote(name)} already exists`);
    cli.contexts.import(name, await readArchive(cli, file));
    await cli.out.print(`${name}\n`);
    await cli.err.print(`Successfully imported context ${goQuote(name)}\n`);
  },
});

async function readArchive(cli: Cli, file: string): Promise<Uint8Array> {
  if (file === '-') {
    const parts: Uint8Array[] = [];
    for (let part = await cli.process.read(0); part.length > 0; part = await cli.process.read(0)) parts.push(part);
    return concatBytes(parts);
  }
  try {
    return cli.process.readFile(file);
  } catch (error) {
    if (isSystemError(error)) throw new CliError(`open ${goMessage(error)}`);
    throw error;
  }
}
