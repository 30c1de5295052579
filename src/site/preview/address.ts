import { type PreviewPlace, previewPlace } from '../service-worker/index.ts';

/** What the address bar of the preview says and understands. */
export interface Address {
  host: string;
  port: number;
  /** Path and query. */
  path: string;
}

/** Names by which one's own machine is called; the preview takes them for the lab's host. */
const ownNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/i;

/** Reads what was typed: with or without `http://`, a port alone (`5000/path`, `:5000`), a host of the lab by its name or as `NAME.test`. Undefined: nothing that can be asked for, such as https or another machine. */
export function readAddress(typed: string, hosts: readonly string[], now: string): Address | undefined {
  const text = typed.trim();
  const bare = /^:?(\d{1,5})(\/.*)?$/.exec(text);
  let url: URL;
  try {
    url = new URL(bare ? `http://${now}:${bare[1]}${bare[2] ?? '/'}` : /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:') return undefined;
  const host = ownNames.test(url.hostname) ? now : hosts.find((name) => url.hostname === name || url.hostname === `${name}.test`);
  return host === undefined ? undefined : { host, port: Number(url.port || 80), path: url.pathname + url.search };
}

/** How an address is written: `http://lab:5000/`. */
export function writeAddress({ host, port, path }: Address): string {
  return `http://${host}${port === 80 ? '' : `:${port}`}${path}`;
}

/** Where a redirect leads: `location` as the server at `from` sent it. Undefined: to another machine. */
export function redirected(location: string, from: PreviewPlace, hosts: readonly string[]): PreviewPlace | undefined {
  let url: URL;
  try {
    url = new URL(location, writeAddress(from));
  } catch {
    return undefined;
  }
  const to = readAddress(url.href, hosts, from.host);
  return to && { client: from.client, ...to };
}

/** The address that a frame shows; undefined when it shows none of the preview's pages. */
export function shownAddress(href: string): Address | undefined {
  try {
    return previewPlace(new URL(href));
  } catch {
    return undefined;
  }
}
