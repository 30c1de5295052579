import type { Shell } from '../state/shell.ts';

/** So deep may functions, sourced files and `eval` nest. Bash has no limit, and ends by SIGSEGV at about this depth. */
export const maxNesting = 7000;

const levelsOfStack = 16;

/** Called at each level of nesting: now and then goes on with an empty JavaScript stack, and where a signal can end the process. */
export function nested(shell: Shell, depth: number): Promise<void> | undefined {
  return depth % levelsOfStack === levelsOfStack - 1 ? shell.process.checkpoint() : undefined;
}
