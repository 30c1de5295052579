import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** Lets a handler of web requests answer those of a Node server. */
export async function answerWithFetch(scheme: string, handle: (request: Request) => Promise<Response>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const headers = new Headers();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    // HTTP/2 has method, path and host among the headers.
    if (!name.startsWith(':')) headers.append(name, request.rawHeaders[index + 1] ?? '');
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : (Readable.toWeb(request) as ReadableStream<Uint8Array>);
  const answer = await handle(new Request(`${scheme}://${request.headers.host ?? request.headers[':authority'] ?? 'localhost'}${request.url ?? '/'}`, { method, headers, ...(body && { body, duplex: 'half' }) } as RequestInit));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body && method !== 'HEAD') await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), response);
  else response.end();
}
