import { type Clock, type Disposable, systemClock, toDisposable } from '../../src/base/index.ts';

/** A clock that runs `speed` times as fast as the machine's and counts its timers. */
export class CountingClock implements Clock {
  readonly #speed: number;
  readonly #start = systemClock.now();
  readonly #timers = new Set<object>();

  constructor(speed: number) {
    this.#speed = speed;
  }

  /** Timers that have neither fired nor been given up. */
  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#start + (systemClock.now() - this.#start) * this.#speed;
  }

  setTimeout(callback: () => void, ms: number): Disposable {
    const key = {};
    this.#timers.add(key);
    const timer = systemClock.setTimeout(() => {
      this.#timers.delete(key);
      callback();
    }, ms / this.#speed);
    return toDisposable(() => {
      this.#timers.delete(key);
      timer.dispose();
    });
  }
}
