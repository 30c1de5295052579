import type { Process } from '../../kernel/uapi/index.ts';
import type { Tool } from '../program/index.ts';
import type { Keyring } from './keyring.ts';

/** A command that failed, with what it says after `gpg: ` and its status. */
export class GpgFailure extends Error {
  readonly lines: readonly string[];
  readonly status: number;

  constructor(lines: readonly string[], status = 2) {
    super(lines.join('\n'));
    this.lines = lines;
    this.status = status;
  }
}

/** What a command of gpg is given. */
export interface GpgInvocation {
  tool: Tool;
  process: Process;
  ring: Keyring;
  /** Whether an option was given, and its last value. */
  has(option: string): boolean;
  value(option: string): string | undefined;
  operands: readonly string[];
  /** Keys of the ring are trusted, and nothing is said of it: gpgv. */
  withoutTrust: boolean;
  /** Writes `gpg: message` to standard error. */
  say(message: string): Promise<void>;
  /** Writes a line for programs to --status-fd. */
  status(line: string): Promise<void>;
}
