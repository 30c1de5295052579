import { CallError } from '../../base/wasm/index.ts';
import { interruptible, shared, type FromInterpreter } from '../protocol.ts';

/** How an interpreter asks the kernel: the answer itself where it waits in shared memory, a promise where the engine suspends WebAssembly. */
export interface Transport {
  call(name: string, args: readonly unknown[]): unknown;
  /** An answer that came by message. */
  answer(id: number, value: unknown, errno: string | undefined): void;
  /** The lowest signal that has come since the last call of this; others are told to `python` too. 0: none. A promise where the message could still be on its way. */
  takeSignal(): number | Promise<number>;
  signal(number: number): void;
}

/** What Python is told of signals besides the one that it asks for. */
export interface SignalHandling {
  /** Has it ask at its next step, as a signal's arrival does it in life: else it asks now and then, and could be told in a callback that ignores exceptions. */
  hasten(): void;
  /** Tells it of one more signal while it asks. */
  add(signal: number): void;
}

/** Takes signals, the lowest first, as Python handles them. */
function take(signals: readonly number[], python: SignalHandling): number {
  const [first = 0, ...others] = signals.toSorted((a, b) => a - b);
  for (const signal of others) python.add(signal);
  return first;
}

type Post = (message: FromInterpreter) => void;

/** By suspending: WebAssembly stack switching (JSPI). */
export function suspendingTransport(post: Post, now: () => number, python: SignalHandling): Transport {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  const pending = new Set<number>();
  let next = 1;
  let seen = 0;
  let lastTurn = now();
  // A timer, not a message of one's own: Node would read such messages one after the other and no others meanwhile.
  const turn = (): Promise<void> => new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  const takeAll = (): number => {
    const all = [...pending];
    pending.clear();
    return take(all, python);
  };
  return {
    call(name, args) {
      if (pending.size > 0 && interruptible.has(name)) return Promise.reject(new CallError('EINTR'));
      const id = next++;
      lastTurn = now();
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post({ kind: 'call', id, name, args, seen });
      });
    },
    answer(id, value, errno) {
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (errno === undefined) waiter?.resolve(value);
      else waiter?.reject(new CallError(errno));
    },
    takeSignal() {
      if (pending.size > 0) return takeAll();
      if (now() - lastTurn < 50) return 0;
      lastTurn = now();
      return turn().then(takeAll);
    },
    signal(number) {
      pending.add(number);
      seen++;
      python.hasten();
    },
  };
}

/** By waiting in shared memory, where the page is isolated. */
export function waitingTransport(post: Post, memory: SharedArrayBuffer, python: SignalHandling): Transport {
  const words = new Int32Array(memory, 0, shared.headerBytes / 4);
  const bytes = new Uint8Array(memory, shared.headerBytes);
  const decoder = new TextDecoder();
  const pending = (): number => Atomics.load(words, shared.signals);
  return {
    call(name, args) {
      if (pending() !== 0 && interruptible.has(name)) throw new CallError('EINTR');
      Atomics.store(words, shared.state, 0);
      post({ kind: 'call', id: 0, name, args, seen: 0 });
      Atomics.wait(words, shared.state, 0);
      if (pending() !== 0) python.hasten();
      const answer = bytes.slice(0, words[shared.length] ?? 0);
      const form = words[shared.form];
      if (form === 1) return answer;
      const text = decoder.decode(answer);
      if (form === 2) throw new CallError(text);
      return text === '' ? undefined : JSON.parse(text, revive);
    },
    answer: () => undefined,
    takeSignal() {
      if (pending() === 0) return 0;
      const bits = Atomics.exchange(words, shared.signals, 0);
      const all = Array.from({ length: 32 }, (_, signal) => signal).filter((signal) => (bits & (1 << signal)) !== 0);
      return take(all, python);
    },
    signal: () => undefined,
  };
}

/** Bytes inside an answer that went as JSON. */
function revive(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && '$bytes' in value ? Uint8Array.from(value.$bytes as number[]) : value;
}
