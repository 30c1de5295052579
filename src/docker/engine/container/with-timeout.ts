import type { Clock } from '../../../base/index.ts';

/** Waits for `promise`, but not longer than `ms`. */
export async function withTimeout(clock: Clock, promise: Promise<unknown>, ms: number): Promise<boolean> {
  let done = false;
  await new Promise<void>((resolve) => {
    const timer = clock.setTimeout(resolve, ms);
    void promise.then(() => { done = true; }, () => { done = true; }).then(() => {
      timer.dispose();
      resolve();
    });
  });
  return done;
}
