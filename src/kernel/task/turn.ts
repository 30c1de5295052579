const globals = globalThis as { setImmediate?: (callback: () => void) => unknown };

/** How long programs may run before the event loop gets a turn. */
const sliceMs = 8;

let sliceStart = 0;
let channel: MessageChannel | undefined;
const queued: (() => void)[] = [];

/** Runs a callback as a task of the event loop's own, after what has arrived in the meantime. */
export function runInMacrotask(callback: () => void): void {
  if (globals.setImmediate) {
    globals.setImmediate(callback);
    return;
  }
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => queued.shift()?.();
  }
  queued.push(callback);
  channel.port2.postMessage(0);
}

/** Whether programs have run for so long without a turn of the event loop that typing would stall. */
export function turnIsDue(): boolean {
  return performance.now() - sliceStart > sliceMs;
}

let turn: Promise<void> | undefined;

/**
 * Lets the event loop turn. Who waits for the same turn goes on together, in the order of asking, so that none runs a whole slice before the next. Gives the milliseconds of the slice that ends;
 * 0 when it was so long that nobody can have computed all the time.
 */
export async function takeTurn(): Promise<number> {
  const elapsed = performance.now() - sliceStart;
  turn ??= new Promise<void>((resolve) => runInMacrotask(() => {
    turn = undefined;
    sliceStart = performance.now();
    resolve();
  }));
  await turn;
  return elapsed < 200 ? elapsed : 0;
}
