import { nodeModule } from '../base/index.ts';
import type { FromInterpreter, ToInterpreter } from './protocol.ts';

/** An interpreter's worker, as the host sees it. */
export interface InterpreterWorker {
  post(message: ToInterpreter): void;
  /** Hears what the worker says from now on. */
  listen(receive: (message: FromInterpreter) => void): void;
  end(): void;
  /** Whether it keeps Node from ending; at first it does. */
  hold(on: boolean): void;
}

/** Starts a worker for one interpreter: a Web Worker in a page's worker, a thread in Node (which it does not keep from ending). */
export function startWorker(): InterpreterWorker {
  const threads = nodeModule('worker_threads');
  if (!threads) {
    const worker = new Worker(new URL('./interpreter/python-worker.ts', import.meta.url), { type: 'module', name: 'drydock-python' });
    return {
      post: (message) => worker.postMessage(message),
      listen(receive) {
        worker.onmessage = ({ data }) => receive(data as FromInterpreter);
        worker.onerror = (event) => receive({ kind: 'failed', reason: event.message });
      },
      end: () => worker.terminate(),
      hold: () => undefined,
    };
  }
  // V8 13.6 (Node 24) frees wrappers of imports that threads have compiled at once, and ends the whole process then: "Check failed: jit_page_->allocations_.erase(addr) == 1".
  nodeModule('v8')?.setFlagsFromString('--no-wasm-code-gc');
  const entry = './interpreter/python-worker.ts';
  const thread = new threads.Worker(new URL(entry, import.meta.url), { stdout: true, stderr: true, execArgv: ['--disable-warning=ExperimentalWarning'] });
  let receive: (message: FromInterpreter) => void = () => undefined;
  thread.on('message', (message) => receive(message as FromInterpreter));
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
