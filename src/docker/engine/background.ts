import type { Daemon } from './daemon.ts';
import { messageOf } from './engine-error.ts';

/** Lets something go on for which nobody waits. Its failure is logged; that the daemon's own process has ended (which is no Error) is none. */
export function inBackground(daemon: Pick<Daemon, 'log'>, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (error instanceof Error) daemon.log('error', messageOf(error));
  });
}
