import type { PortLike } from '../../backend/index.ts';

/** The lock by which one tab has the host. */
interface EarlyLock {
  /** Lets go of it. */
  release(): void;
  /** Rejects when another tab stole it. */
  ended: Promise<unknown>;
}

/** What a script in the page's head has begun before anything else was loaded (`build/page-assets.ts` writes it). Each is taken once. */
interface Early {
  worker?: Worker | undefined;
  /** Undefined when the lock is not free. */
  lock?: Promise<EarlyLock | undefined> | undefined;
  /** The page's lab. */
  lab?: { id: string; answer: Promise<Response> } | undefined;
}

declare global {
  interface Window {
    drydockEarly?: Early;
  }
}

/** The sandbox's worker: the one that the head has started, or a new one. */
export function startWorker(): PortLike {
  return (take('worker') ?? new Worker(new URL('../../host/worker.ts', import.meta.url), { type: 'module', name: 'drydock-host' })) as PortLike;
}

/** Ends the worker that the head has started, if nobody took it. */
export function endEarlyWorker(): void {
  take('worker')?.terminate();
}

/** The host's lock if the head got it. */
export async function earlyLock(): Promise<EarlyLock | undefined> {
  return take('lock');
}

/** The file of a lab: as the head has asked for it, or asked for now. */
export function labFile(id: string): Promise<Response> {
  const early = window.drydockEarly?.lab?.id === id ? take('lab') : undefined;
  return early?.answer ?? fetch(`/labs/${id}.json`);
}

function take<K extends keyof Early>(name: K): Early[K] {
  const early = window.drydockEarly;
  const value = early?.[name];
  if (early) delete early[name];
  return value;
}
