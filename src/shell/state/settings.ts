import type { CompleterRegistry } from '../interactive/completer.ts';
import type { Dialect } from './dialect.ts';

/** What is the same for every shell of a host. */
export interface ShellSettings {
  completers: CompleterRegistry;
  dialect: Dialect;
  /** Words to print (a line or more) for a command that was not found, instead of `NAME: command not found`; undefined for the usual words. */
  commandNotFound: ((name: string, words: readonly string[], language: string) => string | undefined | Promise<string | undefined>) | undefined;
}
