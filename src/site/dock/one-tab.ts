import { Emitter, type Event } from '../../base/index.ts';
import { earlyLock } from './early.ts';

/** The head's script (`build/page-assets.ts`) asks for the same one. */
const lockName = 'drydock.host';
const askToHandOver = 'hand-over';
/** How long another page may take to let go: a reload's old page needs a moment, a tab that is asked must save first. */
const patience = { reload: 400, handOver: 5000 };

/** Sees to it that one tab only has the host: two would overwrite each other's state. Without Web Locks (plain http) every tab has it. */
export class OneTab {
  readonly #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(lockName) : undefined;
  readonly #taken = new Emitter<void>();
  readonly #leave: () => Promise<void>;
  #release: (() => void) | undefined;

  /** Another tab has the host now; fires after `leave`. */
  readonly onTaken: Event<void> = this.#taken.event;

  /** `leave` is called, and waited for, before another tab gets the host. */
  constructor(leave: () => Promise<void>) {
    this.#leave = leave;
    this.#channel?.addEventListener('message', (event) => {
      if (event.data === askToHandOver && this.#release) void this.#handOver();
    });
  }

  /** True when this tab has the host, false when another one has it. */
  async acquire(): Promise<boolean> {
    if (!('locks' in navigator)) return true;
    if (this.#release) return true;
    const early = await earlyLock();
    if (early) {
      this.#release = early.release;
      early.ended.catch(() => this.#lost());
      return true;
    }
    return (await this.#request({ ifAvailable: true })) || this.#request({ signal: AbortSignal.timeout(patience.reload) });
  }

  /** Asks the tab that has the host to save and let go; takes it when that tab does not answer. */
  async takeOver(): Promise<void> {
    if (!('locks' in navigator)) return;
    this.#channel?.postMessage(askToHandOver);
    if (!(await this.#request({ signal: AbortSignal.timeout(patience.handOver) }))) await this.#request({ steal: true });
  }

  #request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      navigator.locks
        .request(lockName, options, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : new Promise<void>((release) => (this.#release = release));
        })
        .catch(() => {
          // Timed out while waiting, or stolen while held.
          resolve(false);
          this.#lost();
        });
    });
  }

  /** Another tab stole the lock, if it was held. */
  #lost(): void {
    if (this.#release) void this.#handOver();
  }

  async #handOver(): Promise<void> {
    const release = this.#release;
    this.#release = undefined;
    await this.#leave();
    release?.();
    this.#taken.fire();
  }
}
