import type { Clock } from '../../../base/index.ts';
import { CurlError } from './error.ts';

/** What a transfer is at when its time is over. */
export type Phase = 'resolve' | 'connect' | 'transfer';

/** The time limits of a transfer: -m for all of it, --connect-timeout for its beginning. */
export class Deadline {
  readonly #clock: Clock;
  readonly started: number;
  readonly #maxTime: number;
  readonly #connectTime: number;
  /** Bytes of the body so far, and how many there should be. */
  received: () => { bytes: number; total: number | undefined } = () => ({ bytes: 0, total: undefined });

  constructor(clock: Clock, maxTime: number, connectTime: number) {
    this.#clock = clock;
    this.started = clock.now();
    this.#maxTime = maxTime;
    this.#connectTime = connectTime;
  }

  /** Milliseconds since the start. */
  get spent(): number {
    return Math.round(this.#clock.now() - this.started);
  }

  /** `work`, unless the time is over before; then `late` is called and CurlError 28 thrown. */
  async race<T>(work: Promise<T>, phase: Phase, late?: () => void): Promise<T> {
    const limits = [this.#maxTime, phase === 'transfer' ? 0 : this.#connectTime].filter((limit) => limit > 0);
    if (limits.length === 0) return await work;
    const left = Math.min(...limits) - (this.#clock.now() - this.started);
    let timer: { dispose(): void } | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = this.#clock.setTimeout(() => {
        reject(this.#error(phase));
        late?.();
      }, Math.max(0, left));
    });
    work.catch(() => undefined);
    try {
      return await Promise.race([work, over]);
    } finally {
      timer?.dispose();
    }
  }

  #error(phase: Phase): CurlError {
    if (phase !== 'transfer') return new CurlError(28, `${phase === 'resolve' ? 'Resolving' : 'Connection'} timed out after ${this.spent} milliseconds`);
    const { bytes, total } = this.received();
    return new CurlError(28, `Operation timed out after ${this.spent} milliseconds with ${bytes}${total === undefined ? '' : ` out of ${total}`} bytes received`);
  }
}
