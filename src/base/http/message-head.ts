import { encodeUtf8 } from '../index.ts';
import type { BufferedSource } from './buffered-source.ts';
import { HttpSyntaxError } from './http-error.ts';

const headLimit = 1 << 16;
const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** A header line as it came: name as it was written, and value. */
export type HeaderLine = readonly [name: string, value: string];

/** Reads header lines up to the empty one; `lines` gets them as they come. */
export async function readHeaders(source: BufferedSource, lines?: HeaderLine[]): Promise<Headers> {
  const headers = new Headers();
  let size = 0;
  for (;;) {
    const line = await source.readLine(headLimit - size);
    if (line === undefined) throw new HttpSyntaxError('unexpected end of headers');
    if (line === '') return headers;
    size += line.length;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0));
    if (!tokenPattern.test(name)) throw new HttpSyntaxError('malformed header line');
    try {
      const value = line.slice(colon + 1).trim();
      headers.append(name, value);
      lines?.push([name, value]);
    } catch {
      throw new HttpSyntaxError(`invalid value of header ${name}`);
    }
  }
}

/** Reads a request or status line, skipping empty lines before it; undefined when the stream ended instead. */
export async function readStartLine(source: BufferedSource): Promise<string | undefined> {
  for (let skipped = 0; skipped < 4; skipped++) {
    const line = await source.readLine(headLimit);
    if (line !== '') return line;
  }
  throw new HttpSyntaxError('no start line');
}

/** What clients write first, in this order. */
const firstOfRequest = ['host', 'authorization', 'user-agent', 'accept'];

/** Headers of a request in the order in which they are sent; names as Go's net/http and curl write them. */
export function requestHeaderLines(headers: Headers): HeaderLine[] {
  const rank = (name: string): number => (firstOfRequest.includes(name) ? firstOfRequest.indexOf(name) : firstOfRequest.length);
  return [...headers].toSorted(([a], [b]) => rank(a) - rank(b)).map(([name, value]) => [canonicalName(name), value]);
}

/** A start line and headers as bytes; names are written as Go's net/http does (`Content-Type`, `Www-Authenticate`). */
export function encodeHead(startLine: string, headers: Headers | readonly HeaderLine[]): Uint8Array {
  let text = `${startLine}\r\n`;
  for (const [name, value] of headers) text += `${canonicalName(name)}: ${value}\r\n`;
  return encodeUtf8(`${text}\r\n`);
}

function canonicalName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** Whether the comma-separated header `name` has `token`, in any case. */
export function hasToken(headers: Headers, name: string, token: string): boolean {
  return (headers.get(name) ?? '').split(',').some((part) => part.trim().toLowerCase() === token);
}
