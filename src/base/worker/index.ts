import { nodeModule } from '../node-module.ts';

/** Why a worker could not start or go on. */
export interface WorkerFailure {
  kind: 'failed';
  reason: string;
}

/** A worker, as who started it sees it: a Web Worker in a browser, a thread in Node. */
export interface WorkerHandle<ToWorker, FromWorker> {
  post(message: ToWorker): void;
  /** Hears what the worker says from now on, and why it could not start or go on. */
  listen(receive: (message: FromWorker | WorkerFailure) => void): void;
  end(): void;
  /** Whether it keeps Node from ending; at first it does. */
  hold(on: boolean): void;
}

/**
 * Starts a worker. `web` makes it in a browser (where bundlers want to see the address), `node` is its address beside the module that asks; in a bundle for Node the
 * worker lies beside the bundle, as NAME.mjs.
 */
export function openWorker<ToWorker, FromWorker>(web: () => Worker, node: URL): WorkerHandle<ToWorker, FromWorker> {
  const threads = nodeModule('worker_threads');
  if (!threads) {
    const worker = web();
    return {
      post: (message) => worker.postMessage(message),
      listen(receive) {
        worker.onmessage = ({ data }) => receive(data as FromWorker);
        worker.onerror = (event) => receive({ kind: 'failed', reason: event.message });
      },
      end: () => worker.terminate(),
      hold: () => undefined,
    };
  }
  // V8 13.6 (Node 24) frees wrappers of imports that threads have compiled at once, and ends the whole process then: "Check failed: jit_page_->allocations_.erase(addr) == 1".
  nodeModule('v8')?.setFlagsFromString('--no-wasm-code-gc');
  const bundled = !import.meta.url.endsWith('.ts');
  const address = bundled ? new URL(`./${node.pathname.slice(node.pathname.lastIndexOf('/') + 1).replace(/\.ts$/, '.mjs')}`, import.meta.url) : node;
  const thread = new threads.Worker(address, { stdout: true, stderr: true, execArgv: ['--disable-warning=ExperimentalWarning'] });
  let receive: (message: FromWorker | WorkerFailure) => void = () => undefined;
  thread.on('message', (message) => receive(message as FromWorker));
  thread.on('error', (error) => receive({ kind: 'failed', reason: error.stack ?? error.message }));
  return {
    post: (message) => thread.postMessage(message),
    listen(listener) {
      receive = listener;
    },
    end: () => void thread.terminate(),
    hold: (on) => (on ? thread.ref() : thread.unref()),
  };
}

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
