import { type Disposable, toDisposable } from './disposable.ts';

/** Time and timers, as an argument, so that tests are exact. */
export interface Clock {
  /** Milliseconds since the Unix epoch, fractions allowed. */
  now(): number;
  /** Calls `callback` once, `ms` milliseconds from now; disposing of the result cancels it. */
  setTimeout(callback: () => void, ms: number): Disposable;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout(callback, ms) {
    // Timers of browsers and Node hold 31 bits; a longer one fires at once.
    const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
    return toDisposable(() => clearTimeout(timer));
  },
};
