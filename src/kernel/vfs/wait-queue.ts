import type { Signal } from '../uapi/index.ts';

/** Those who wait for something to change. Waking empties it; whoever still has to wait adds itself again. */
export class WaitQueue {
  #waiting: Set<() => void> | undefined;

  add(wake: () => void): void {
    (this.#waiting ??= new Set()).add(wake);
  }

  delete(wake: () => void): void {
    this.#waiting?.delete(wake);
  }

  wake(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    for (const wake of waiting) wake();
  }
}

/** The process that blocks in a call: how open files wait without knowing processes. */
export interface Waiter {
  /** Resolves when one of `queues` is woken or `timeoutMs` has passed; rejects with EINTR or with the end of the process. */
  wait(queues: readonly WaitQueue[], timeoutMs?: number): Promise<void>;
  /** Sends the process itself a signal (SIGPIPE). */
  raise(signal: Signal): void;
}
