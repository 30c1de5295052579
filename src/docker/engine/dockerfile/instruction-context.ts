import type { FlagSet } from './flag-set.ts';
import type { LogicalLine } from './logical-lines.ts';

/** What the parser of an instruction is given. */
export interface InstructionContext {
  line: LogicalLine;
  /** Upper case. */
  name: string;
  /** What follows the name and the flags. */
  rest: string;
  flags: FlagSet;
  escape: string;
  fail(message: string): never;
}
