import { isSystemError, strerror } from '../../kernel/index.ts';
import { DiscardJump, ExitJump } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';

const secondsBetween = [1, 2, 4, 8];

/** Starts a process; while there is no room for one (EAGAIN) it tries again as bash does, then gives up with status 254 and closes `pipe`. */
export async function forkRetrying<T>(shell: Shell, start: () => T, pipe: readonly number[] = []): Promise<T> {
  if (shell.settings.dialect.name !== 'bash') {
    const word = shell.settings.dialect.name === 'ash' ? "can't fork" : 'Cannot fork';
    for (const fd of pipe) shell.process.close(fd);
    await shell.writeError(`${shell.prefix}${word}${shell.settings.dialect.name === 'ash' ? `: ${strerror('EAGAIN')}` : ''}\n`);
    shell.status = 2;
    throw shell.interactive ? new DiscardJump(2) : new ExitJump(2);
  }
  for (const seconds of secondsBetween) {
    const started = attempt(start);
    if (started !== undefined) return started;
    await complain(shell, 'fork: retry');
    try {
      await shell.process.sleep(seconds * 1000);
    } catch (error) {
      if (!isSystemError(error, 'EINTR')) throw error;
      break;
    }
  }
  const started = attempt(start);
  if (started !== undefined) return started;
  for (const fd of pipe) shell.process.close(fd);
  await complain(shell, 'fork');
  shell.status = 254;
  throw shell.interactive ? new DiscardJump(254) : new ExitJump(254);
}

/** What `start` gives; undefined when there is no room for another process. */
export function attempt<T>(start: () => T): T | undefined {
  try {
    return start();
  } catch (error) {
    if (isSystemError(error, 'EAGAIN')) return undefined;
    throw error;
  }
}

function complain(shell: Shell, what: string): Promise<void> {
  return shell.writeError(`${shell.name.replace(/^-/, '')}: ${what}: ${strerror('EAGAIN')}\n`);
}
