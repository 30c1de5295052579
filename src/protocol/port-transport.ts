import { Emitter } from '../base/index.ts';
import type { ErrorData } from './errors.ts';
import type { Message, Transport } from './rpc.ts';

/** What Worker, DedicatedWorkerGlobalScope and MessagePort have in common. */
export interface PortLike {
  postMessage(message: unknown): void;
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: unknown) => void): void;
  start?(): void;
  terminate?(): void;
  close?(): void;
}

/** A transport over a worker or message port. A worker that fails to load, or throws at top level, closes it with `host-crashed`. */
export function portTransport(port: PortLike): Transport {
  const messages = new Emitter<Message>();
  const closes = new Emitter<ErrorData>();
  port.addEventListener('message', (event) => messages.fire((event as { data: Message }).data));
  const crash = (event: unknown): void => {
    const { message } = event as { message?: string };
    closes.fire({ code: 'host-crashed', message: message ?? 'The sandbox could not be started.' });
  };
  port.addEventListener('error', crash);
  port.addEventListener('messageerror', crash);
  port.start?.();
  return {
    send: (message) => port.postMessage(message),
    onMessage: messages.event,
    onClose: closes.event,
    dispose() {
      messages.dispose();
      closes.dispose();
      if (port.terminate) port.terminate();
      else port.close?.();
    },
  };
}
