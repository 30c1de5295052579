import { formatIpv6, parseIpv6 } from '../../../base/ip/index.ts';
import { CurlError } from './error.ts';
import { protocolNames } from './protocols.ts';
import { percentDecode } from './url-encoding.ts';
import { bytesOf, textOf } from '../../program/index.ts';

/** The parts of a URL, as libcurl takes it apart. */
export interface CurlUrl {
  scheme: string;
  /** Whether the text named the scheme. */
  schemeGiven: boolean;
  user: string | undefined;
  password: string | undefined;
  /** In lower case only where it was; IPv6 addresses are in brackets. */
  host: string;
  zone: string | undefined;
  /** As it was given. */
  port: number | undefined;
  path: string;
  query: string | undefined;
  fragment: string | undefined;
}

/** Ports by scheme. */
export const defaultPorts: Readonly<Record<string, number>> = { dict: 2628, file: 0, ftp: 21, ftps: 990, gopher: 70, gophers: 70, http: 80, https: 443, imap: 143, imaps: 993, ldap: 389, ldaps: 636, mqtt: 1883, pop3: 110, pop3s: 995, rtmp: 1935, rtsp: 554, scp: 22, sftp: 22, smb: 445, smbs: 445, smtp: 25, smtps: 465, telnet: 23, tftp: 69, ws: 80, wss: 443 };

const reasons = {
  malformed: 'Malformed input to a URL function',
  port: 'Port number was not a decimal number between 0 and 65535',
  host: 'No host part in the URL',
  badHost: 'Bad hostname',
  ipv6: 'Bad IPv6 address',
  file: 'Bad file:// URL',
  slashes: 'Unsupported number of slashes following scheme',
  user: 'Credentials was passed in the URL when prohibited',
  scheme: 'Bad scheme',
} as const;

/** A URL that cannot be one; the message is libcurl's reason. */
export class UrlError extends Error {
  override readonly name = 'UrlError';

  constructor(reason: keyof typeof reasons) {
    super(reasons[reason]);
  }
}

/** How a URL is to be read. */
export interface UrlOptions {
  pathAsIs?: boolean;
  defaultScheme?: string | undefined;
  disallowUser?: boolean;
  /** Spaces become %20 (`+` in the query) and other odd bytes %XX, as in a Location header. */
  encode?: boolean;
}

/** Takes a URL apart; without a scheme it is guessed by the host's name. Throws UrlError. */
export function parseUrl(text: string, { pathAsIs = false, defaultScheme, disallowUser = false, encode = false }: UrlOptions = {}): CurlUrl {
  const spaces = encode ? /[\u0000-\u001f\u007f]/ : /[\u0000-\u0020\u007f]/;
  if (spaces.test(text) || text.length > 8_000_000) throw new UrlError('malformed');
  const found = /^([A-Za-z][A-Za-z0-9+.-]*):(?=\/)/.exec(text)?.[1];
  if (found?.toLowerCase() === 'file') return fileUrl(text, pathAsIs);
  let rest = text;
  if (found !== undefined) {
    const slashes = /^\/*/.exec(text.slice(found.length + 1))?.[0].length ?? 0;
    if (slashes < 1 || slashes > 3) throw new UrlError('slashes');
    rest = text.slice(found.length + 1 + slashes);
  }
  const [, authority = '', after = ''] = /^([^/?#]*)([^]*)$/.exec(rest) ?? [];
  if (authority === '') throw new UrlError('host');
  const at = authority.indexOf('@');
  const { host, port, zone } = hostAndPort(authority.slice(at + 1), found !== undefined);
  if (at >= 0 && disallowUser) throw new UrlError('user');
  const [, user, password] = at < 0 ? [] : (/^([^:]*)(?::([^]*))?$/.exec(authority.slice(0, at)) ?? []);
  const [, path = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/.exec(after) ?? [];
  const encoded = (part: string): string => (encode || /[^\u0000-\u007f]/.test(part) ? encodeOdd(part) : part);
  return {
    scheme: found?.toLowerCase() ?? defaultScheme ?? guessed(host), schemeGiven: found !== undefined, user, password, host, zone, port,
    path: path === '' ? '/' : pathAsIs ? encoded(path) : withoutDots(encoded(path)), query: query === undefined ? undefined : encode ? encodeOdd(query).replaceAll('%20', '+') : query, fragment,
  };
}

function encodeOdd(text: string): string {
  return Array.from(bytesOf(text), (byte) => (byte <= 32 || byte >= 127 ? `%${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte))).join('');
}

function fileUrl(text: string, pathAsIs: boolean): CurlUrl {
  let path = text.slice(5);
  if (path.startsWith('//')) {
    const [, host = '', rest = ''] = /^\/\/([^/]*)([^]*)$/.exec(path) ?? [];
    if (host !== '' && !/^(?:localhost|127\.0\.0\.1)$/i.test(host)) throw new UrlError('file');
    path = rest;
  }
  if (path === '') throw new UrlError('file');
  const [, plain = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/.exec(path) ?? [];
  return { scheme: 'file', schemeGiven: true, user: undefined, password: undefined, host: '', zone: undefined, port: undefined, path: pathAsIs ? plain : withoutDots(plain), query, fragment };
}

function guessed(host: string): string {
  const [, name = 'http'] = /^(ftp|dict|ldap|imap|smtp|pop3)\./i.exec(host) ?? [];
  return name.toLowerCase();
}

function hostAndPort(text: string, schemeGiven: boolean): { host: string; port: number | undefined; zone: string | undefined } {
  const bracket = text.startsWith('[') ? text.indexOf(']') : 0;
  if (bracket < 0) throw new UrlError('ipv6');
  const tail = text.slice(bracket === 0 ? 0 : bracket + 1);
  const colon = tail.indexOf(':');
  if (bracket > 0 && tail !== '' && colon !== 0) throw new UrlError('port');
  const name = colon < 0 ? text : text.slice(0, text.length - tail.length + colon);
  let port: number | undefined;
  if (colon >= 0) {
    const digits = tail.slice(colon + 1);
    if (digits === '' ? !schemeGiven : !/^\d+$/.test(digits) || Number(digits) > 65535) throw new UrlError('port');
    port = digits === '' ? undefined : Number(digits);
  }
  if (name === '') throw new UrlError('host');
  if (name.startsWith('[')) return { ...ipv6Host(name.slice(1, -1)), port };
  const address = ipv4Of(name);
  if (address !== undefined) return { host: address, port, zone: undefined };
  const plain = name.includes('%') ? textOf(percentDecode(name)) : name;
  if (plain === '' || /[\u0000- /:#?!@{}[\]\\$'"^`*<>=;,+&()%]/.test(plain)) throw new UrlError('badHost');
  return { host: plain, port, zone: undefined };
}

function ipv6Host(text: string): { host: string; zone: string | undefined } {
  const [, address = '', zone] = /^([0-9a-fA-F:.]*)(?:%(?:25)?([^%]{1,15}))?$/.exec(text) ?? [];
  const bytes = parseIpv6(address);
  if (!bytes) throw new UrlError('ipv6');
  return { host: `[${formatIpv6(bytes)}]`, zone };
}

/** Numbers that inet_aton(3) takes: fewer parts, octal, hexadecimal. */
function ipv4Of(text: string): string | undefined {
  const parts = text.split('.');
  if (parts.length > 4 || !parts.every((part) => /^(?:0x[0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/.test(part))) return undefined;
  const values = parts.map((part) => (/^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const last = values.pop() ?? 0;
  if (values.some((value) => value > 255) || last >= 256 ** (4 - values.length)) return undefined;
  const tail = Array.from({ length: 4 - values.length }, (_, index, all = 4 - values.length) => Math.floor(last / 256 ** (all - 1 - index)) % 256);
  return [...values, ...tail].join('.');
}

/** RFC 3986, 5.2.4. */
function withoutDots(path: string): string {
  if (!/(?:^|\/)(?:\.|%2e)/i.test(path)) return path;
  const out: string[] = [];
  const segments = path.split('/').slice(1);
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    const plain = segment.replaceAll(/%2e/gi, '.');
    if (plain === '..') out.pop();
    if (plain === '.' || plain === '..') {
      if (last) out.push('');
    } else out.push(segment);
  });
  return `/${out.join('/')}`;
}

/** A URL as text; `port` shows a default one too, `credentials` default true, `fragment` default true. */
export function urlText(url: CurlUrl, { credentials = true, fragment = true } = {}): string {
  const login = url.user === undefined || !credentials ? '' : `${url.user}${url.password === undefined ? '' : `:${url.password}`}@`;
  const host = url.zone === undefined ? url.host : url.host.replace(']', `%25${url.zone}]`);
  return `${url.scheme}://${login}${host}${url.port === undefined ? '' : `:${url.port}`}${url.path}${url.query === undefined ? '' : `?${url.query}`}${fragment && url.fragment !== undefined ? `#${url.fragment}` : ''}`;
}

/** A host as DNS and HTTP have it: what is not ASCII becomes punycode. */
export function asciiHost(host: string): string {
  return /[^\u0000-\u007f]/.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
}

/** The port that is meant. */
export function portOf(url: CurlUrl): number {
  return url.port ?? defaultPorts[url.scheme] ?? 0;
}

/** Where a Location header leads. Throws UrlError. */
export function resolveUrl(base: CurlUrl, target: string, options: UrlOptions): CurlUrl {
  const encoded = { ...options, encode: true, pathAsIs: false };
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(target) && /^[^/?#]*:\/\//.test(target)) return parseUrl(target, encoded);
  if (target.startsWith('//')) return parseUrl(`${base.scheme}:${target}`, encoded);
  const root = urlText({ ...base, path: '', query: undefined, fragment: undefined });
  if (target.startsWith('/')) return parseUrl(`${root}${target}`, encoded);
  const query = base.query === undefined ? '' : `?${base.query}`;
  if (target.startsWith('#') || target === '') return parseUrl(`${root}${base.path}${query}${target}`, encoded);
  if (target.startsWith('?')) return parseUrl(`${root}${base.path}${target}`, encoded);
  return parseUrl(`${root}${base.path.slice(0, base.path.lastIndexOf('/') + 1)}${target}`, encoded);
}

/** A URL of the command line. Throws CurlError with the words for it. */
export function commandUrl(text: string, options: UrlOptions): CurlUrl {
  try {
    return parseUrl(text, options);
  } catch (error) {
    if (error instanceof UrlError) throw new CurlError(error.message === reasons.user ? 67 : 3, `URL rejected: ${error.message}`);
    throw error;
  }
}

/** Whether libcurl speaks it. */
export function isProtocol(scheme: string): boolean {
  return protocolNames.includes(scheme);
}

/** Throws CurlError for a protocol that libcurl does not speak, or that may not be spoken. */
export function checkProtocol(scheme: string, allowed: ReadonlySet<string> | undefined, redirected: boolean): void {
  const known = isProtocol(scheme);
  if (known && (!allowed || allowed.has(scheme))) return;
  throw new CurlError(1, `Protocol "${scheme}" ${known ? 'disabled' : 'not supported'}${redirected ? ' (in redirect)' : ''}`);
}
