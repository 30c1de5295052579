import { nodeModule } from '../../base/index.ts';

/** The other end of a worker's messages, in a browser and in Node. */
export interface Port<Out, In> {
  post(message: Out): void;
  listen(receive: (message: In) => void): void;
}

/** The port of the worker that this runs in. */
export function openPort<Out, In>(): Port<Out, In> {
  const parent = nodeModule('worker_threads')?.parentPort;
  if (parent) return { post: (message) => parent.postMessage(message), listen: (receive) => parent.on('message', (message) => receive(message as In)) };
  const scope = globalThis as unknown as { postMessage(message: unknown): void; onmessage: ((event: { data: unknown }) => void) | null };
  return {
    post: (message) => scope.postMessage(message),
    listen(receive) {
      scope.onmessage = ({ data }) => receive(data as In);
    },
  };
}
