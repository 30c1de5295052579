import type { Clock, Disposable } from '../../../../base/index.ts';
import type { SolveStatus, SolveWarning } from '../../../api/index.ts';
import type { Trace } from './trace.ts';

/** Shows the progress of a build. Times are milliseconds since the epoch. */
export interface BuildDisplay {
  readonly trace: Trace;
  update(status: SolveStatus, now: number): void;
  refresh(now: number): void;
  done(now: number): void;
}

/** Nothing is shown. */
export function quietDisplay(trace: Trace): BuildDisplay {
  return { trace, update: (status, now) => trace.update(status, 80, now), refresh: () => undefined, done: () => undefined };
}

/** Least time between two drawings for messages, and time until one without any. */
const displayEvery = 100;
const refreshAfter = 150;

/** Drives a display: messages are shown at most every 100 ms, and running times move on without messages. */
export class DisplayLoop {
  readonly #display: BuildDisplay;
  readonly #clock: Clock;
  #lastDrawn = -Infinity;
  #timer: Disposable | undefined;

  constructor(display: BuildDisplay, clock: Clock) {
    this.#display = display;
    this.#clock = clock;
    this.#wait();
  }

  get warnings(): readonly SolveWarning[] {
    return this.#display.trace.warnings;
  }

  update(status: SolveStatus): void {
    const now = this.#clock.now();
    this.#display.update(status, now);
    if (now - this.#lastDrawn >= displayEvery) {
      this.#lastDrawn = now;
      this.#display.refresh(now);
    }
    this.#wait();
  }

  /** Shows what has come, now. */
  flush(): void {
    this.#display.refresh(this.#clock.now());
  }

  /** Ends without a drawing. */
  stop(): void {
    this.#timer?.dispose();
  }

  /** Marks what runs as canceled, and ends with the last drawing. */
  cancel(): void {
    this.#display.trace.cancel(this.#clock.now());
    this.done();
  }

  /** Ends with the last drawing. */
  done(): void {
    this.stop();
    this.#display.done(this.#clock.now());
  }

  #wait(): void {
    this.#timer?.dispose();
    this.#timer = this.#clock.setTimeout(() => {
      this.#display.refresh(this.#clock.now());
      this.#wait();
    }, refreshAfter);
  }
}
