import { ExitJump } from '../state/control.ts';
import type { Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import { runTrap } from './trap.ts';

/** After a command that counts for `set -e` and the ERR trap. */
export function finish(shell: Shell, status: number): Maybe<number> {
  shell.status = status;
  shell.pipeStatus = [status];
  return status === 0 || shell.conditionDepth > 0 ? status : failed(shell, status);
}

/** A command failed where nobody looks at it: the ERR trap runs, `set -e` ends the shell. */
export function failed(shell: Shell, status: number): Maybe<number> {
  const trap = shell.traps.get('ERR');
  const exit = shell.options.has('errexit');
  if (!trap && !exit) return status;
  return (async () => {
    if (trap) await runTrap(shell, 'ERR', trap);
    if (exit) throw new ExitJump(status);
    return status;
  })();
}

/** Runs `body` where failures are expected: conditions, negations, all but the last of an and-or list. */
export async function inCondition(shell: Shell, body: () => Maybe<number>): Promise<number> {
  shell.conditionDepth++;
  try {
    return await body();
  } finally {
    shell.conditionDepth--;
  }
}
