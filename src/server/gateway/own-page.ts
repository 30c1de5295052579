import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a server may be known under the name of a `Host` header. A name that leads here without being ours is how a page of somebody else's makes a browser take it for our own (DNS rebinding); an
 * address cannot be that.
 */
export function isOwnHost(host: string | undefined, hostnames: ReadonlySet<string>): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase();
  return loopback.has(name) || hostnames.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** Whether a request comes from a page that this server has served: browsers tell the page's origin, and nobody else's page can change that. */
export function isOwnPage(headers: IncomingHttpHeaders, hostnames: ReadonlySet<string>): boolean {
  const { origin, host } = headers;
  if (origin === undefined || !isOwnHost(host, hostnames)) return false;
  try {
    return new URL(origin).host === host?.toLowerCase();
  } catch {
    return false;
  }
}
