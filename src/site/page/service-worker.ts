// oxlint-disable-next-line import/default -- Vite makes it: the address of the bundled script
import bundled from '../service-worker/service-worker.ts?worker&url';
import type { KeepSite, WhoAmI } from '../service-worker/index.ts';

/** Whether this page may have a service worker at all: `insecure` on http:// other than localhost, `missing` where the browser has none. */
export const serviceWorkerObstacle: 'insecure' | 'missing' | undefined = !isSecureContext ? 'insecure' : 'serviceWorker' in navigator ? undefined : 'missing';

let registered: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** Registers the site's service worker, once, and has the site kept for when there is no network (not where the browser was told to save data). */
export function startServiceWorker(): Promise<ServiceWorkerRegistration | undefined> {
  registered ??= register();
  return registered;
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  if (serviceWorkerObstacle) return undefined;
  try {
    // The build moves the bundled script to the root, where it serves every page; while developing it stays and a header lets it.
    const script = new URL(import.meta.env.DEV ? '' : '/service-worker.js', new URL(bundled, location.href));
    await navigator.serviceWorker.register(script, import.meta.env.DEV ? { scope: '/', type: 'module' } : { scope: '/' });
    const registration = await navigator.serviceWorker.ready;
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!connection?.saveData && registration.active) keepSite(registration.active);
    return registration;
  } catch {
    // Private windows and blocked storage: the site works without.
    return undefined;
  }
}

/** `<html data-offline="ready">` says that all is kept. */
function keepSite(worker: ServiceWorker): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    document.documentElement.dataset['offline'] = 'ready';
  };
  worker.postMessage({ type: 'keep' } satisfies KeepSite, [port2]);
}

/** This page's id as a client of the service worker; undefined without one. */
export async function clientId(): Promise<string | undefined> {
  const worker = (await startServiceWorker())?.active;
  if (!worker) return undefined;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data as string);
    worker.postMessage({ type: 'who' } satisfies WhoAmI, [port2]);
  });
}
