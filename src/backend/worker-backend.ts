import { type PortLike, portTransport } from '../protocol/index.ts';
import type { Backend } from './backend.ts';
import { createRpcBackend } from './rpc-backend.ts';

/** The sandbox in a worker: `worker` is one whose script is `src/host/worker.ts` (or a port that such a script serves). Disposing of the backend ends the worker. */
export function createWorkerBackend(worker: PortLike): Backend {
  return createRpcBackend('sandbox', { sealed: true, resume: true, networkEvents: true }, portTransport(worker));
}
