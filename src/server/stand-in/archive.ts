import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';

/** Sends a file of `folder`, or 404. `security.debian.org/x` is `debian-security/x`. */
export async function serveArchive(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://archive');
  const host = request.headers.host?.replace(/:\d+$/, '');
  const place = host === 'security.debian.org' && !pathname.startsWith('/debian-security/') ? `/debian-security${pathname}` : pathname;
  const path = normalize(join(folder, decodeURIComponent(place)));
  const found = path.startsWith(folder + sep) ? await stat(path).catch(() => undefined) : undefined;
  if (!found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/html; charset=UTF-8' }).end('<h1>Not Found</h1>\n');
    return;
  }
  const headers = { 'content-length': found.size, 'content-type': 'application/octet-stream', 'last-modified': found.mtime.toUTCString() };
  response.writeHead(200, headers);
  if (request.method === 'HEAD') response.end();
  else createReadStream(path).pipe(response);
}
