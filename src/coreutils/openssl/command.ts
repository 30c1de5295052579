import type { Process } from '../../kernel/uapi/index.ts';
import type { Tool } from '../program/index.ts';
import type { Options } from './option-table.ts';

/** What a command of openssl is given. */
export interface Invocation {
  tool: Tool;
  process: Process;
  /** The name it was called by: `genrsa`, `sha256`. */
  name: string;
  options: Options;
}

/** A command of openssl: its options (text as in `options/`) and what it does; returns the exit status or throws a Failure. */
export interface Command {
  options: string;
  run(invocation: Invocation): Promise<number> | number;
}

/** Standard error, after what standard output has so far. */
export function say({ tool }: Invocation, text: string): Promise<void> {
  return tool.errorText(text);
}
