import type { HeaderLine } from '../../../base/http/index.ts';
import { binaryOf, bytesOf } from '../../program/index.ts';
import type { WgetArguments } from './options.ts';

/** What a request has beside its URL. */
export interface RequestParts {
  method: string;
  body: Uint8Array | undefined;
  /** Bytes of the file that are there already. */
  from: number;
  /** The time of the file that is there, for -N. */
  newerThan: number | undefined;
  /** User and password, when they are to be sent. */
  credentials: string | undefined;
}

/** The header lines of a request, in wget's order; those of --header replace or follow. */
export function requestLines(args: WgetArguments, url: URL, { method, body, from, newerThan, credentials }: RequestParts): HeaderLine[] {
  const lines: HeaderLine[] = [['Host', url.host]];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) lines.push([name, value]);
  };
  add('Range', from > 0 ? `bytes=${from}-` : undefined);
  add('If-Modified-Since', newerThan === undefined ? undefined : new Date(newerThan).toUTCString());
  add('Referer', args.value('referer'));
  if (args.has('noCache')) lines.push(['Cache-Control', 'no-cache'], ['Pragma', 'no-cache']);
  const agent = args.value('agent') ?? 'Wget/1.25.0';
  add('User-Agent', agent === '' ? undefined : agent);
  lines.push(['Accept', '*/*'], ['Accept-Encoding', /^(?:auto|gzip)$/.test(args.value('compression') ?? '') ? 'gzip' : 'identity']);
  add('Authorization', credentials === undefined ? undefined : `Basic ${btoa(binaryOf(bytesOf(credentials)))}`);
  lines.push(['Connection', args.has('noKeepAlive') ? 'Close' : 'Keep-Alive']);
  if (body) {
    if (method === 'POST' || args.has('method')) add('Content-Type', 'application/x-www-form-urlencoded');
    add('Content-Length', String(body.length));
  }
  for (const header of args.values('header')) {
    const [, name = '', value = ''] = /^([^:]*):\s*(.*)$/s.exec(header) ?? [];
    const same = lines.findIndex(([each]) => each.toLowerCase() === name.toLowerCase());
    if (name === '') continue;
    if (same >= 0) lines[same] = [name, value];
    else lines.push([name, value]);
  }
  return lines;
}
