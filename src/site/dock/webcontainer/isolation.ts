/** In the address of a page: let it be isolated from other origins. The project's server and the service worker answer it with COOP and COEP. */
const parameter = 'webcontainer';
/** How long a service worker may take to be installed, in milliseconds: one that cannot be may never say so. */
const patience = 3000;

/** Whether this page was asked for with COOP and COEP. */
export function isolationAsked(): boolean {
  return new URL(location.href).searchParams.has(parameter);
}

/** Loads the page anew, isolated from other origins; the result never resolves. */
export async function loadIsolated(): Promise<never> {
  const url = new URL(location.href);
  url.searchParams.set(parameter, '');
  if (!navigator.serviceWorker?.controller && !(await serverIsolates(url))) {
    const { startServiceWorker } = await import('../../page/service-worker.ts');
    await Promise.race([startServiceWorker(), new Promise((resolve) => setTimeout(resolve, patience))]);
  }
  location.replace(url);
  return new Promise(() => undefined);
}

async function serverIsolates(url: URL): Promise<boolean> {
  const answer = await fetch(url, { method: 'HEAD' }).catch(() => undefined);
  return answer?.headers.has('cross-origin-opener-policy') ?? false;
}

/** From the next load on the page is as all others are. */
export function forgetIsolation(): void {
  const url = new URL(location.href);
  url.searchParams.delete(parameter);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
