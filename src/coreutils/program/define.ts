import { isSystemError, strerror, type Process, type Program } from '../../kernel/uapi/index.ts';
import { type Arguments, getopt, type OptionTable, UsageError } from './getopt.ts';
import { helpText } from './help.ts';
import { isBusybox } from './busybox-flavour.ts';
import { Output } from './output.ts';
import { baseName } from './path.ts';

/** What a program's `run` is given: its process and its standard streams. */
export interface Tool {
  readonly process: Process;
  /** What error messages begin with: argv[0], without folders where the real program leaves them out. */
  readonly name: string;
  readonly out: Output;
  /** Whether this runs as an applet of busybox, which words errors its own way. */
  readonly busybox: boolean;
  /** Writes `NAME: message` to standard error. */
  error(message: string): Promise<void>;
  /** Writes text as it is to standard error. */
  errorText(text: string): Promise<void>;
}

/** A program's definition. */
export interface ProgramDefinition<Table extends OptionTable> {
  name: string;
  /** What follows the name in the usage line. */
  usage: string;
  /** One sentence for --help. */
  summary?: string;
  options: Table;
  /** Exit status when the options cannot be read, where it is another (argp: 64). */
  parseStatus?: number;
  /** Stop at the first operand. */
  inOrder?: boolean;
  /** Exit status of a usage error; default 1. */
  usageStatus?: number;
  /** Rewrites the words before parsing (`head -5`). */
  prepare?: (words: string[]) => string[];
  /** What --version says after the name; default `(GNU coreutils) 9.7`. */
  version?: string;
  /** A letter that means --version too. */
  versionLetter?: string;
  /** The program that this one is a script around, and in whose name it speaks (egrep); busybox's applets speak for themselves. */
  speaksAs?: string;
  /** Error messages begin with argv[0] as it is, folders too. */
  fullName?: boolean;
  /** What follows a usage error; default `Try 'NAME --help' for more information.` */
  hint?: (name: string) => string;
  /** --help and --version are the program's own business. */
  ownHelp?: boolean;
  run(tool: Tool, args: Arguments<keyof Table & string>): Promise<number> | number;
}

/** Makes a program of its definition: parses the command line, gives --help and --version, flushes, and words what went wrong. */
export function defineProgram<Table extends OptionTable>(definition: ProgramDefinition<Table>): Program {
  return async (process) => {
    const name = definition.speaksAs !== undefined && !isBusybox(process) ? definition.speaksAs : process.argv[0] ?? definition.name;
    const tool = makeTool(process, definition.fullName ? name : baseName(name));
    let parsing = true;
    try {
      let words = process.argv.slice(1);
      if (definition.prepare) words = definition.prepare(words);
      const table = definition.ownHelp ? definition.options : { ...definition.options, ...helpOptions(definition) };
      const args = getopt(table, words, { permute: !definition.inOrder });
      parsing = false;
      const asked = args.last('help$' as never, 'version$' as never) as string | undefined;
      if (asked === 'help$') tool.out.write(helpText(name, definition));
      else if (asked === 'version$') tool.out.write(`${definition.name} ${definition.version ?? '(GNU coreutils) 9.7'}\n`);
      const status = asked ? 0 : await definition.run(tool, args as Arguments<keyof Table & string>);
      await tool.out.flush();
      return status;
    } catch (error) {
      return await explain(error, parsing && error instanceof UsageError ? makeTool(process, name) : tool, parsing && definition.parseStatus !== undefined ? { ...definition, usageStatus: definition.parseStatus } : definition);
    }
  };
}

/** How --help and --version are spelled: programs of util-linux have letters for both, others where the definition says so. */
function helpOptions({ version = '', versionLetter, options }: ProgramDefinition<OptionTable>): { help$: string; version$: string } {
  const used = new Set(Object.values(options).flatMap((line) => (line.split('  ')[0] ?? '').split(' ').map((word) => word.replace(/\[?=\]?$/, ''))));
  const letters = (...wanted: (string | undefined)[]): string => wanted.filter((letter) => letter !== undefined && !used.has(letter)).map((letter) => `${letter} `).join('');
  const utilLinux = version.startsWith('from util-linux');
  return { help$: `${letters(utilLinux ? '-h' : undefined)}--help`, version$: `${letters(utilLinux ? '-V' : versionLetter)}--version` };
}

/** Makes a program that parses its own command line. */
export function rawProgram(name: string, run: (tool: Tool, words: string[]) => Promise<number> | number, usageStatus = 1, fullName = false): Program {
  return async (process) => {
    const tool = makeTool(process, fullName ? process.argv[0] ?? name : baseName(process.argv[0] ?? name));
    try {
      const help = process.argv[1] === '--help' && process.argv.length === 2 && !tool.busybox ? await usageText(baseName(process.argv[0] ?? name)) : undefined;
      if (help !== undefined) tool.out.write(help);
      const status = help === undefined ? await run(tool, process.argv.slice(1)) : 0;
      await tool.out.flush();
      return status;
    } catch (error) {
      return await explain(error, tool, { name, usage: '', options: {}, usageStatus, run: () => 0 });
    }
  };
}

/** What `--help` prints for a program that parses its own command line. */
export async function usageText(name: string): Promise<string | undefined> {
  return (await import('./usage-texts.ts')).usageTexts[name];
}

function makeTool(process: Process, name: string): Tool {
  const out = new Output(process, 1);
  const errorText = async (text: string): Promise<void> => {
    // As error(3) of the C library does.
    await out.flush();
    await process.write(2, text);
  };
  return { process, name, out, busybox: isBusybox(process), errorText, error: (message) => errorText(`${name}: ${message}\n`) };
}

async function explain(error: unknown, tool: Tool, definition: ProgramDefinition<OptionTable>): Promise<number> {
  const status = definition.usageStatus ?? 1;
  if (error instanceof UsageError) {
    await tool.out.flush();
    // busybox only shows the usage when operands are missing.
    if (!(tool.busybox && error.hint && /^(missing|you must specify)/.test(error.message))) await tool.error(error.message);
    if (error.hint) {
      if (tool.busybox) await tool.errorText(helpText(definition.name, definition, true));
      else await tool.errorText(`${definition.hint?.(tool.name) ?? `Try '${definition.speaksAs ?? tool.process.argv[0] ?? tool.name} --help' for more information.`}\n`);
    }
    return tool.busybox ? 1 : error.status ?? status;
  }
  if (isSystemError(error, 'EPIPE')) {
    await tool.error(`write error: ${strerror('EPIPE')}`);
    return 1;
  }
  if (isSystemError(error)) {
    try {
      await tool.out.flush();
    } catch (flushError) {
      if (!isSystemError(flushError)) throw flushError;
    }
    await tool.error(error.message);
    return status;
  }
  throw error;
}
