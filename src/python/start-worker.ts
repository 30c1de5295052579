import { openWorker, type WorkerHandle } from '../base/worker/index.ts';
import type { FromInterpreter, ToInterpreter } from './protocol.ts';

/** An interpreter's worker, as the host sees it. */
export type InterpreterWorker = WorkerHandle<ToInterpreter, FromInterpreter>;

/** Starts a worker for one interpreter: a Web Worker in a page's worker, a thread in Node (which it does not keep from ending). */
export function startWorker(): InterpreterWorker {
  const entry = './interpreter/python-worker.ts';
  return openWorker(() => new Worker(new URL('./interpreter/python-worker.ts', import.meta.url), { type: 'module', name: 'drydock-python' }), new URL(entry, import.meta.url));
}
