import type { Cli } from '../cli.ts';
import type { FlagTable, FlagValues, Support } from '../flags/index.ts';
import type { ArgsRule } from './args-rule.ts';

/** What Tab offers for an argument: names asked of the engine, or file names. */
export type ArgumentKind = 'container' | 'running container' | 'stopped container' | 'image' | 'network' | 'volume' | 'file';

/** One call of a command. */
export interface Invocation<F extends FlagTable = FlagTable> {
  readonly cli: Cli;
  readonly args: readonly string[];
  readonly flags: FlagValues<F>;
  /** Whether the flag was on the command line. */
  changed(name: keyof F & string): boolean;
  /** The words that named the command: `docker container ls`. */
  readonly path: string;
}

/** What commands and groups share. */
interface Entry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly short: string;
  readonly long?: string;
  /** What lists of commands say, where that is not `short`. */
  readonly listed?: string;
  /** Its place among the common commands of `docker --help`. */
  readonly common?: number;
  readonly hidden?: boolean;
  /** What the engine must offer for help to list it. An engine that does not answer hides nothing. */
  readonly needs?: 'swarm' | 'experimental';
  /** A plugin of docker's, in life a program of its own: marked with a star in help. */
  readonly plugin?: boolean;
  /** The path under which the buildx plugin answers for this entry, wherever it is called from. */
  readonly buildxPath?: string;
  /** Absent: yes. */
  readonly support?: Support;
}

/** A command, as the table that help, parsing and the reference page read. */
export interface Command<F extends FlagTable = FlagTable> extends Entry {
  /** The usage line after the parent's path: `run [OPTIONS] IMAGE [COMMAND] [ARG...]`. */
  readonly use: string;
  readonly example?: string;
  /** All ways to call it, as help shows them; default: the path and the aliases. */
  readonly aliasesText?: string;
  readonly args: ArgsRule;
  readonly flags: F;
  /** Whether flags may follow arguments. Default true. */
  readonly interspersed?: boolean;
  /** What stands in for it with DOCKER_BUILDKIT=0. */
  readonly withoutBuildkit?: Command;
  /** What Tab offers for each argument; the last one for all that follow. */
  readonly complete?: readonly ArgumentKind[];
  /** Resolves when done; a rejection is shown by `explainError`. */
  run(invocation: Invocation<F>): Promise<void>;
}

/** A command with subcommands. */
export interface CommandGroup extends Entry {
  readonly subcommands: readonly CommandEntry[];
  readonly flags?: FlagTable;
  readonly swarm?: boolean;
}

export type CommandEntry = Command | CommandGroup;

/** Types `run` by the flags. */
export function defineCommand<F extends FlagTable>(command: Command<F>): Command<F> {
  return command;
}

export function isGroup(entry: CommandEntry): entry is CommandGroup {
  return 'subcommands' in entry;
}

/** The subcommand that a word names. */
export function findEntry(entries: readonly CommandEntry[], word: string): CommandEntry | undefined {
  return entries.find((entry) => entry.name === word || entry.aliases?.includes(word));
}
