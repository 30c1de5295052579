import type { JqCalls } from '../protocol.ts';
import { CallError } from '../../../base/wasm/index.ts';
import type { Pending } from './pending.ts';

type Answer<Name extends keyof JqCalls> = Awaited<ReturnType<JqCalls[Name]>>;

/** How jq's system calls reach the host. */
export interface Transport {
  /** Whether standard input comes as one answer. */
  readonly wholeInput: boolean;
  /** Throws (or rejects with) a CallError where the call fails. */
  call<Name extends keyof JqCalls>(name: Name, ...args: Parameters<JqCalls[Name]>): Pending<Answer<Name>>;
  /** A value of the machine's own that differs each time: the clock. */
  sample(read: () => number): number;
  /** The host's answer to a call; true: run anew. */
  answer(id: number, value: unknown, errno: string | undefined): boolean;
  /** Before a run: what is known is told from the start. */
  rewind(): void;
}

/** Sends a call to the host. */
type Post = (id: number, name: keyof JqCalls, args: readonly unknown[]) => void;

/** By promises, for WebAssembly that can be suspended. */
export function suspendingTransport(post: Post): Transport {
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let next = 1;
  return {
    wholeInput: false,
    call(name, ...args) {
      const promised = Promise.withResolvers<never>();
      waiting.set(next, promised);
      post(next++, name, args);
      return promised.promise;
    },
    sample: (read) => read(),
    answer(id, value, errno) {
      const waiter = waiting.get(id);
      waiting.delete(id);
      if (errno === undefined) waiter?.resolve(value as never);
      else waiter?.reject(new CallError(errno));
      return false;
    },
    rewind: () => undefined,
  };
}

/** Ends a run that cannot go on until an answer is there. */
export class AnswerMissing extends Error {
  override readonly name = 'AnswerMissing';
}

/** By running anew with the answers so far. Writing succeeds at once: a reader that is gone ends the process from outside. */
export function repeatingTransport(post: Post): Transport {
  const known: { value?: unknown; errno?: string }[] = [];
  let at = 0;
  let unanswered = 0;
  return {
    wholeInput: true,
    call(name, ...args) {
      const answer = known[at];
      if (answer) {
        at++;
        if (answer.errno !== undefined) throw new CallError(answer.errno);
        return answer.value as never;
      }
      if (name === 'write' || name === 'close') {
        known.push({});
        at++;
        unanswered++;
        post(-unanswered, name, args);
        return undefined as never;
      }
      post(at, name, args);
      throw new AnswerMissing();
    },
    sample(read) {
      known[at] ??= { value: read() };
      return known[at++]?.value as number;
    },
    answer(id, value, errno) {
      if (id < 0) return false;
      known.push(errno === undefined ? { value } : { errno });
      return true;
    },
    rewind: () => void (at = 0),
  };
}
