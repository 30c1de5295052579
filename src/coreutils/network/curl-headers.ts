import { binaryOf, bytesOf } from '../program/index.ts';
import type { CurlArguments } from './curl-options.ts';

/** The headers that a command line asks for; `type` is that of the body. */
export function curlHeaders(args: CurlArguments, url: URL, type: string | undefined): Headers {
  const headers = new Headers({ Host: url.host, 'User-Agent': args.value('agent') ?? 'curl/8.14.1', Accept: '*/*' });
  if (type !== undefined) headers.set('Content-Type', type);
  if (args.has('json')) headers.set('Accept', 'application/json');
  const user = args.value('user') ?? (url.username ? `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` : undefined);
  if (user !== undefined) headers.set('Authorization', `Basic ${btoa(binaryOf(bytesOf(user)))}`);
  const bearer = args.value('oauth');
  if (bearer !== undefined) headers.set('Authorization', `Bearer ${bearer}`);
  if (args.has('referer')) headers.set('Referer', args.value('referer') ?? '');
  if (args.has('cookie')) headers.set('Cookie', args.value('cookie') ?? '');
  if (args.has('range')) headers.set('Range', `bytes=${args.value('range')}`);
  for (const header of args.values('header')) {
    const match = /^([^:;]+)[:;]\s*([^]*)$/.exec(header);
    if (!match) continue;
    const [, name = '', value = ''] = match;
    if (value === '' && !header.endsWith(';')) headers.delete(name);
    else headers.set(name, value);
  }
  return headers;
}
