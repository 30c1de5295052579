/** What is wrong with a URL, in wget's words. */
export class UrlError extends Error {
  override readonly name = 'UrlError';
}

/** A URL of the command line that wget has taken: `shown` is how it is written in the log. */
export interface Address {
  url: URL;
  shown: string;
}

/** Reads a URL; without a scheme it is one of http. Throws a UrlError. */
export function readAddress(text: string): Address {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') throw new UrlError('Unsupported scheme');
  const [, authority = ''] = /^[^:]*:\/\/([^/?#]*)/.exec(text) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.startsWith('[') && !host.includes(']')) throw new UrlError('Unterminated IPv6 numeric address');
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(host) ?? [];
  if (name === '') throw new UrlError('Invalid host name');
  if (port !== undefined && port !== '' && !(/^\d+$/.test(port) && Number(port) < 65_536)) throw new UrlError('Bad port number');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UrlError('Invalid host name');
  }
  url.hash = '';
  const shown = new URL(url);
  if (shown.password !== '') return { url, shown: shown.href.replace(`:${shown.password}@`, ':*password*@') };
  return { url, shown: shown.href };
}

/** The port of a URL. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}
