import { isSystemError } from '../../kernel/uapi/index.ts';
import { giveBack, takeMachine } from './machine-pool.ts';
import type { JqCalls, JqEnd, JqStart, Waiting } from './protocol.ts';

/** jq's module, once a machine has compiled it. */
let wasm: WebAssembly.Module | undefined;

/** How jq is run. */
export interface JqRun {
  start: JqStart;
  /** Answers jq's system calls; a SystemError is jq's errno. */
  calls: JqCalls;
  /** Ends the run, whatever jq is computing; the promise stays open then. */
  signal: AbortSignal;
  /** How the machine waits for answers; default: as it can. */
  waiting?: Waiting;
}

/** Runs jq in a worker of its own. */
export async function runJq({ start, calls, signal, waiting }: JqRun): Promise<JqEnd> {
  const machine = await takeMachine();
  const ended = Promise.withResolvers<JqEnd>();
  let given = false;
  const give = (whole: boolean): void => {
    if (!given) giveBack(machine, whole);
    given = true;
  };
  const stop = (): void => give(false);
  const answer = async (id: number, name: keyof JqCalls, args: readonly unknown[]): Promise<void> => {
    try {
      const value = await (calls[name] as (...all: readonly unknown[]) => unknown)(...args);
      machine.post({ kind: 'answer', id, value });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      machine.post({ kind: 'answer', id, errno: error.code });
    }
  };
  // One after the other: a machine that does not wait for its writes has them in order, and ends after the last.
  let order = Promise.resolve();
  machine.listen((message) => {
    if (message.kind === 'compiled') wasm = message.wasm;
    else if (message.kind === 'failed') ended.reject(new Error(`jq: ${message.reason}`));
    else order = order.then(() => (message.kind === 'call' ? answer(message.id, message.name, message.args) : ended.resolve(message.end))).catch(ended.reject);
  });
  if (signal.aborted) give(true);
  else {
    signal.addEventListener('abort', stop, { once: true });
    machine.post({ kind: 'run', start, ...(waiting && { waiting }), ...(wasm && { wasm }) });
  }
  try {
    const end = await ended.promise;
    give(!('signal' in end));
    return end;
  } finally {
    signal.removeEventListener('abort', stop);
    give(false);
  }
}
