import { bytesOf } from '../../program/index.ts';
import type { Settings } from './settings.ts';
import { asciiHost, type CurlUrl, defaultPorts, urlText } from './url.ts';

/** A body to send: bytes that are there, or what comes on standard input. */
export type RequestBody = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'stream'; read: () => Promise<Uint8Array> };

/** What a request says besides what the options have. */
export interface RequestFacts {
  method: string;
  url: CurlUrl;
  version: '1.0' | '1.1' | '2';
  /** A proxy that gets the whole URL. */
  viaProxy: boolean;
  proxyAuthorization: string | undefined;
  authorization: string | undefined;
  range: string | undefined;
  contentRange: string | undefined;
  referer: string | undefined;
  cookies: string | undefined;
  /** For If-None-Match. */
  tag: string | undefined;
  body: RequestBody | undefined;
  /** The type that the body brings with it. */
  bodyType: string | undefined;
  /** The body has parts: -F. */
  form: boolean;
  /** Headers of the command line that stay with the first host go out. */
  firstHost: boolean;
}

/** The head of a request. */
export interface RequestHead {
  target: string;
  /** `Name: value`, those of -H as they were given. */
  lines: readonly string[];
  bytes: Uint8Array;
  chunked: boolean;
  expects: boolean;
}

const continueThreshold = 1024 * 1024;
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** A time as HTTP writes it. */
export function httpDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return `${days[date.getUTCDay()] ?? ''}, ${date.toUTCString().slice(5)}`;
}

/** Writes a request's head: libcurl's headers in its order, then those of -H. */
export function requestHead(settings: Settings, facts: RequestFacts): RequestHead {
  const { url, version, body, method } = facts;
  const custom = customHeaders(settings, facts);
  const own = (name: string): boolean => hasOwnHeader(settings, name);
  const host = `${asciiHost(url.host)}${url.port === undefined || url.port === defaultPorts[url.scheme] ? '' : `:${url.port}`}`;
  const ownHost = facts.firstHost ? settings.list('header').find((line) => /^host[:;]/i.test(line)) : undefined;
  const lines: string[] = [];
  const add = (name: string, value: string | undefined, key = name): void => {
    if (value !== undefined && !own(key)) lines.push(`${name}: ${value}`);
  };
  if (ownHost === undefined) lines.push(`Host: ${host}`);
  else if (/^host;[ \t]*$/i.test(ownHost) || !/^host:[ \t]*$/i.test(ownHost)) lines.push(`Host: ${/^host[:;][ \t]*([^]*?)[ \t]*$/i.exec(ownHost)?.[1] ?? ''}`.trimEnd());
  add('Proxy-Authorization', facts.viaProxy ? facts.proxyAuthorization : undefined);
  add('Authorization', facts.authorization);
  add('Range', facts.range);
  add('Content-Range', facts.contentRange);
  add('User-Agent', settings.userAgent || undefined);
  add('Accept', settings.json ? undefined : '*/*');
  if (settings.on('tr-encoding')) lines.push('Connection: TE', 'TE: gzip');
  add('Accept-Encoding', settings.on('compressed') ? 'deflate, gzip, br, zstd' : undefined);
  add('Referer', facts.referer);
  if (facts.viaProxy) add('Proxy-Connection', 'Keep-Alive');
  const size = body?.kind === 'bytes' ? body.bytes.length : undefined;
  const ownChunks = settings.list('header').some((line) => /^transfer-encoding:.*\bchunked\b/i.test(line));
  const chunked = version === '1.1' && body !== undefined && (ownChunks || (size === undefined && !own('Transfer-Encoding')));
  if (chunked && !ownChunks) lines.push('Transfer-Encoding: chunked');
  if (settings.httpVersion === 'http2' && url.scheme === 'http' && version === '1.1') lines.push('Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAQAAAAIAAAAA');
  const cookies = [facts.cookies, own('Cookie') || !facts.firstHost || settings.list('cookie').length === 0 ? undefined : settings.list('cookie').join(';')].filter((one) => one !== undefined);
  if (cookies.length > 0) lines.push(`Cookie: ${cookies.join('; ')}`);
  const { time } = settings;
  if (time) add(time.kind === 'modified' ? 'If-Modified-Since' : time.kind === 'unmodified' ? 'If-Unmodified-Since' : 'Last-Modified', httpDate(time.seconds));
  const jsonType = settings.json && !own('Content-Type') && body !== undefined && !facts.form;
  // --json adds headers as -H does: behind all others.
  if (jsonType) custom.push('Content-Type: application/json');
  if (settings.json && !own('Accept')) custom.push('Accept: application/json');
  lines.push(...custom, ...(facts.viaProxy ? settings.list('proxy-header').filter((line) => line.includes(':')) : []), ...(facts.tag === undefined ? [] : [`If-None-Match: ${facts.tag}`]));
  let expects = /^expect:.*100-continue/i.test(settings.list('header').find((line) => /^expect[:;]/i.test(line)) ?? '');
  if (body !== undefined) {
    if (size !== undefined && !chunked) add('Content-Length', String(size));
    if (facts.bodyType !== undefined && !jsonType && (facts.form || !own('Content-Type'))) lines.push(`Content-Type: ${facts.bodyType}`);
    if (!own('Expect') && version === '1.1' && (size === undefined || size > continueThreshold)) {
      lines.push('Expect: 100-continue');
      expects = true;
    }
  }
  const path = `${url.path}${url.query === undefined ? '' : `?${url.query}`}`;
  const target = settings.text('request-target') ?? (facts.viaProxy ? urlText(url, { credentials: false, fragment: false }) : path);
  const text = `${method} ${target} HTTP/${version}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
  return { target, lines, bytes: bytesOf(text), chunked, expects };
}

/** Whether -H has a header, be it to take it away. */
export function hasOwnHeader(settings: Settings, name: string): boolean {
  return settings.list('header').some((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`) || line.toLowerCase().startsWith(`${name.toLowerCase()};`));
}

function customHeaders(settings: Settings, { form, firstHost, version }: RequestFacts): string[] {
  const lines: string[] = [];
  for (const line of settings.list('header')) {
    const [, name = '', mark = '', rest = ''] = /^([^:]*)(:)([^]*)$/.exec(line) ?? /^([^;]*)(;)([^]*)$/.exec(line) ?? [];
    const value = rest.trim();
    if (name === '' || (mark === ':' && value === '') || (mark === ';' && value !== '')) continue;
    const lower = name.toLowerCase();
    if (lower === 'host' || (lower === 'content-type' && form) || (lower === 'transfer-encoding' && version === '2') || (!firstHost && (lower === 'authorization' || lower === 'cookie'))) continue;
    lines.push(mark === ';' ? `${name}:` : line);
  }
  return lines;
}
