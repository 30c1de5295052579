/** The built site, as `/offline.json` lists it. */
interface SiteFiles {
  /** Changes with any file. */
  version: string;
  /** Addresses, what is needed first first. */
  files: string[];
}

const prefix = 'drydock-site-';
/** After this time a slow network is none, in milliseconds. */
const patience = 4000;
const hashed = /^\/(_astro|pyodide)\//;

let keeping: Promise<boolean> | undefined;

/** Fetches what is not kept yet of the site's newest version, a few files at a time, and forgets older versions. Called again while it works: the same work. Tells whether all is kept; after a failure the next time goes on where this ended. */
export function keepSite(): Promise<boolean> {
  keeping ??= keepNow().catch(() => false).finally(() => (keeping = undefined));
  return keeping;
}

async function keepNow(): Promise<boolean> {
  const response = await fetch('/offline.json', { cache: 'no-cache' });
  if (!response.ok) return false;
  const { version, files } = (await response.json()) as SiteFiles;
  const cache = await caches.open(prefix + version);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const queue = files.filter((file) => !kept.has(file));
  const next = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const old = hashed.test(file) ? await caches.match(file) : undefined;
      const found = old ?? (await fetch(file, { cache: 'no-cache' }));
      if (!found.ok) throw new Error(`${file}: ${found.status}`);
      await cache.put(file, found);
    }
  };
  await Promise.all([next(), next(), next()]);
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== prefix + version) await caches.delete(name);
  return true;
}

/** Answers a request for a file of the site: what bears its hash in its name from the kept files, all else from the network, and from the kept files when there is none. */
export async function siteFile(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (hashed.test(pathname)) return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
  const kept = caches.match(pathname, { ignoreSearch: true });
  const network = fetch(request);
  const slow = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  try {
    const first = await Promise.race([network, slow]);
    return first ?? (await kept) ?? (await network);
  } catch (error) {
    const found = await kept;
    if (found) return found;
    const missing = request.mode === 'navigate' ? await caches.match('/404.html') : undefined;
    if (missing) return new Response(missing.body, { status: 404, headers: missing.headers });
    throw error;
  } finally {
    network.catch(() => undefined);
  }
}
