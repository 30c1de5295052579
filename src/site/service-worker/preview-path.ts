/** A page of a host's port, by the address it has on the site: `/preview/CLIENT/HOST/PORT/PATH`. The tab's client id keeps two tabs' hosts apart. */
export interface PreviewPlace {
  /** Id of the tab (a service worker's client) whose hosts are meant. */
  client: string;
  host: string;
  port: number;
  /** Path and query, as the server gets them. */
  path: string;
}

/** The place that an address of the site stands for; undefined for any other address. */
export function previewPlace(url: URL): PreviewPlace | undefined {
  const [, client, host, port, rest] = /^\/preview\/([^/]+)\/([^/]+)\/(\d{1,5})(\/.*)$/.exec(url.pathname) ?? [];
  if (client === undefined || host === undefined || Number(port) > 65535) return undefined;
  return { client, host: decodeURIComponent(host), port: Number(port), path: `${rest ?? '/'}${url.search}` };
}

/** The site's address of a place, without origin. */
export function previewAddress({ client, host, port, path }: PreviewPlace): string {
  return `/preview/${client}/${encodeURIComponent(host)}/${port}${path}`;
}
