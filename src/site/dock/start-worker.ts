import type { PortLike } from '../../backend/index.ts';

declare global {
  interface Window {
    /** Started by a script in the page's head, before anything else was loaded. */
    drydockWorker?: Worker | undefined;
  }
}

/** The sandbox's worker: the one that the head has started, or a new one. */
export function startWorker(): PortLike {
  const early = window.drydockWorker;
  window.drydockWorker = undefined;
  return (early ?? new Worker(new URL('../../host/worker.ts', import.meta.url), { type: 'module', name: 'drydock-host' })) as PortLike;
}
