import { Emitter, type Disposable, type Event } from '../base/index.ts';
import { type ErrorData, ProtocolError, toErrorData } from './errors.ts';
import type { EventName, Events, Method, Requests } from './messages.ts';

/** What travels: requests, answers and events, all structured-cloneable. */
export type Message =
  | { kind: 'request'; id: number; method: Method; params: unknown }
  | { kind: 'result'; id: number; result: unknown }
  | { kind: 'error'; id: number; error: ErrorData }
  | { kind: 'event'; name: EventName; value: unknown };

/** Two ends of it carry messages in order: a worker, a MessagePort, a WebSocket. */
export interface Transport extends Disposable {
  /** A promise means that much waits to be sent already: who has more should wait for it. It never rejects. */
  send(message: Message): void | Promise<void>;
  readonly onMessage: Event<Message>;
  /** The other side is gone (worker crashed, connection lost). */
  readonly onClose: Event<ErrorData>;
}

/** The asking side of a transport. */
export interface RpcClient extends Disposable {
  request<M extends Method>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']>;
  on<E extends EventName>(name: E, listener: (value: Events[E]) => void): Disposable;
  readonly onClose: Event<ErrorData>;
}

/** Requests reject with ProtocolError: with the other side's code, or with the code of the loss when the transport closes. */
export function createRpcClient(transport: Transport): RpcClient {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const events = new Emitter<{ name: EventName; value: unknown }>();
  let lost: ErrorData | undefined;
  let lastId = 0;

  transport.onMessage((message) => {
    if (message.kind === 'event') return events.fire(message);
    if (message.kind === 'request') return;
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'result') request?.resolve(message.result);
    else request?.reject(new ProtocolError(message.error));
  });
  const lose = (error: ErrorData): void => {
    lost = error;
    for (const request of waiting.values()) request.reject(new ProtocolError(error));
    waiting.clear();
  };
  transport.onClose(lose);

  return {
    request(method, params) {
      return new Promise<never>((resolve, reject) => {
        if (lost) return reject(new ProtocolError(lost));
        const id = ++lastId;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        void transport.send({ kind: 'request', id, method, params });
      });
    },
    on(name, listener) {
      return events.event((event) => {
        if (event.name === name) listener(event.value as Events[typeof name]);
      });
    },
    onClose: transport.onClose,
    dispose() {
      lose({ code: 'closed', message: 'The connection to the host was closed.' });
      events.dispose();
      transport.dispose();
    },
  };
}

/** A handler for each method. */
export type Handlers = { [M in Method]: (params: Requests[M]['params']) => Requests[M]['result'] | Promise<Requests[M]['result']> };

/** Sends an event to the asking side; a promise, as of `Transport.send`. */
export type SendEvent = <E extends EventName>(name: E, value: Events[E]) => void | Promise<void>;

/** Answers requests that arrive over `transport`; returns how to send events. A method that does not exist is answered with `unknown-method`. */
export function serveRpc(transport: Transport, handlers: Handlers): SendEvent {
  const answer = async (message: Message & { kind: 'request' }): Promise<void> => {
    try {
      const handler = handlers[message.method] as ((params: unknown) => unknown) | undefined;
      if (!handler) throw new ProtocolError({ code: 'unknown-method', message: `There is no method ${message.method}.` });
      void transport.send({ kind: 'result', id: message.id, result: await handler(message.params) });
    } catch (error) {
      void transport.send({ kind: 'error', id: message.id, error: toErrorData(error) });
    }
  };
  transport.onMessage((message) => {
    if (message.kind === 'request') void answer(message);
  });
  return (name, value) => transport.send({ kind: 'event', name, value });
}
