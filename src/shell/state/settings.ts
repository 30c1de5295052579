import type { Process } from '../../kernel/uapi/index.ts';
import type { CompleterRegistry } from '../interactive/completer.ts';
import type { Dialect } from './dialect.ts';

/** Where a command was not found: the shell's process, and its LC_ALL, LC_MESSAGES or LANG. */
export interface CommandAsker {
  process: Process;
  language: string;
}

/** What is the same for every shell of a host. */
export interface ShellSettings {
  completers: CompleterRegistry;
  dialect: Dialect;
  /** Words to print (a line or more) for a command that was not found, instead of `NAME: command not found`; undefined for the usual words. */
  commandNotFound: ((name: string, words: readonly string[], asker: CommandAsker) => string | undefined | Promise<string | undefined>) | undefined;
}
