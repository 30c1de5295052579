import { binaryOf, textOf } from '../../program/index.ts';
import { CurlError } from './error.ts';
import type { HttpReader } from './http-reader.ts';

/** The first line of a response. */
export interface StatusLine {
  version: '1.0' | '1.1' | '2' | '3';
  status: number;
}

/** Reads a status line. Throws CurlError for one that is none of HTTP's; undefined where there is none at all (HTTP/0.9). */
export function parseStatusLine(text: string): StatusLine | undefined {
  if (!/^HTTP\//i.test(text)) return undefined;
  const [, major = '', minor, code] = /^HTTP\/(\d)(?:\.(\d))? +(\d{3})(?:\s|$)/.exec(text.trimEnd()) ?? [];
  if (major === '1' && minor !== undefined && !/[01]/.test(minor)) throw new CurlError(1, 'Unsupported HTTP/1 subversion in response');
  if (!['1', '2', '3', ''].includes(major) || /^HTTP\/[04-9]/.test(text)) throw new CurlError(1, 'Unsupported HTTP version in response');
  if (code === undefined) throw new CurlError(8, 'Invalid status line');
  if (Number(code) < 100) throw new CurlError(1, 'Unsupported response code in HTTP response');
  return { version: major === '1' ? (minor === '0' ? '1.0' : '1.1') : major === '2' ? '2' : '3', status: Number(code) };
}

/** What a response begins with: `head`, `nothing` at all, or something that is not HTTP. */
export async function responseStart(reader: HttpReader): Promise<'head' | 'nothing' | 'other'> {
  for (let length = 1; ; length++) {
    const bytes = await reader.peek(length);
    if (bytes.length === 0) return 'nothing';
    const text = binaryOf(bytes.subarray(0, 5)).toLowerCase();
    if (!'http/'.startsWith(text)) return 'other';
    if (text.length === 5) return 'head';
    if (bytes.length < length) return 'other';
  }
}

/** A header line taken apart; undefined for the empty line. Throws CurlError where there is no colon. */
export function parseHeaderLine(line: Uint8Array): { name: string; value: string } | undefined {
  const text = textOf(line).replace(/\r?\n$/, '');
  if (text === '') return undefined;
  if (text.includes('\0')) throw new CurlError(8, 'Nul byte in header');
  const colon = text.indexOf(':');
  if (colon < 0) throw new CurlError(8, 'Header without colon');
  return { name: text.slice(0, colon), value: text.slice(colon + 1).trim() };
}

/** The name that a Content-Disposition header proposes for a file. */
export function proposedName(value: string): string | undefined {
  const [, quoted, plain] = /(?:^|;)\s*filename=(?:["']([^"']*)["']?|([^;]*))/.exec(value) ?? [];
  const name = (quoted ?? plain)?.replaceAll('\\', '/');
  return name?.slice(name.lastIndexOf('/') + 1) || undefined;
}
