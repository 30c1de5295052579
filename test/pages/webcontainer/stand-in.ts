import type { WebContainerProcess } from '@webcontainer/api';
import type { ContainerLike } from '../../../src/backend/index.ts';
import { lineTransport, type Message, type PortLike, type PortRequest, portTransport } from '../../../src/protocol/index.ts';

/** Address of the sandbox's worker, put in when this is bundled. */
declare const sandboxWorker: string;

/** Both ends of a process's streams. */
function streams(): { output: ReadableStream<string>; input: WritableStream<string>; say(text: string): void; hear(listener: (text: string) => void): void } {
  const output = new TransformStream<string, string>();
  const writer = output.writable.getWriter();
  let heard: (text: string) => void = () => undefined;
  return {
    output: output.readable,
    input: new WritableStream({ write: (text) => heard(text) }),
    say: (text) => void writer.write(text).catch(() => undefined),
    hear: (listener) => void (heard = listener),
  };
}

/** In place of the package's: the sandbox's worker behind a process's streams, and a shell that knows `serve` and `crash` alone. */
async function boot(): Promise<ContainerLike> {
  const worker = new Worker(sandboxWorker, { type: 'module' });
  const listeners = new Set<(port: number, type: 'open' | 'close', url: string) => void>();
  const forever = new Promise<number>(() => undefined);
  const crash = Promise.withResolvers<number>();

  const sandbox = (): WebContainerProcess => {
    const { output, input, say, hear } = streams();
    const asked = lineTransport({ write: say, onText: hear, onEnd: () => undefined, close: () => undefined }, 'answers');
    const host = portTransport(worker as unknown as PortLike);
    asked.onMessage((message: Message) => {
      if (message.kind !== 'request') return;
      const { id, method, params } = message;
      if (method === 'http.request' && (params as PortRequest).host === 'node') {
        void asked.send({ kind: 'result', id, result: { status: 200, statusText: 'OK', headers: [['content-type', 'text/html']], body: new TextEncoder().encode('<h1>From Node</h1>') } });
        // A container keeps nothing: the worker is not to find the sandbox's state in the browser.
      } else void host.send(method === 'boot' ? { ...message, params: { ...(params as object), stateKey: undefined } } : message);
    });
    host.onMessage((message) => void asked.send(message));
    return { output, input, exit: crash.promise, kill: () => worker.terminate(), resize: () => undefined };
  };
  const shell = (): WebContainerProcess => {
    const { output, input, say, hear } = streams();
    let line = '';
    hear((text) => {
      line += text;
      say(text.replaceAll('\r', '\r\n'));
      if (line === 'serve\r') for (const listener of listeners) listener(3000, 'open', 'http://localhost:3000');
      if (line === 'crash\r') crash.resolve(1);
      if (line.endsWith('\r')) line = '';
    });
    say('> ');
    return { output, input, exit: forever, kill: () => undefined, resize: () => undefined };
  };
  return {
    mount: async () => undefined,
    spawn: (async (command: string) => (command === 'node' ? sandbox() : shell())) as ContainerLike['spawn'],
    on(_event, listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    teardown: () => worker.terminate(),
  };
}

// What the frame's own script gives to the lesson (`src/site/webcontainer/frame.ts`).
Object.assign(globalThis, { drydockWebContainer: boot });
