import { type HeaderLine, type HttpHandler, type HttpResponse, type HttpServerOptions, HttpSyntaxError, readReady, ServerRequest } from '../http/index.ts';
import { type ByteSource, type ByteStream, encodeUtf8, fromReadableStream, sourceOf } from '../index.ts';
import { Http2Core, type Http2Stream, type Http2Trace } from './connection.ts';

/** Serves HTTP/2 on one connection, requests at once as they come. Resolves when the connection has ended; never rejects. */
export async function serveHttp2(stream: ByteStream, handler: HttpHandler, options: HttpServerOptions & { trace?: Http2Trace | undefined } = {}): Promise<void> {
  const gone = new AbortController();
  const core = new Http2Core(stream, { trace: options.trace, onStream: (opened) => void answer(core, opened, handler, options, gone.signal) });
  const close = (): void => core.close();
  options.signal?.addEventListener('abort', close, { once: true });
  try {
    if (await core.startServer()) await core.run();
    else core.close();
  } catch {
    core.close();
  } finally {
    options.signal?.removeEventListener('abort', close);
    gone.abort();
  }
}

async function answer(core: Http2Core, stream: Http2Stream, handler: HttpHandler, options: HttpServerOptions, signal: AbortSignal): Promise<void> {
  try {
    const lines = await stream.headers.promise;
    const field = (name: string): string => lines.find((line) => line[0] === name)?.[1] ?? '';
    const headers = new Headers({ host: field(':authority') });
    for (const [name, value] of lines) if (!name.startsWith(':')) headers.append(name, value);
    const body: ByteSource | undefined = stream.remoteEnded ? undefined : stream.body;
    const request = new ServerRequest(field(':method'), `${options.scheme ?? 'http'}://${field(':authority')}${field(':path')}`, headers, body, signal);
    let response: HttpResponse | undefined;
    try {
      response = await handler(request, {
        bodySource: stream.body,
        hijack() {
          throw new HttpSyntaxError('HTTP/2 has no hijacking');
        },
      });
    } catch (error) {
      options.onError?.(error, request);
      response = { status: 500, headers: new Headers({ 'content-type': 'text/plain; charset=utf-8' }), body: 'Internal Server Error\n' };
    }
    await send(core, stream, response ?? { status: 500 }, request.method === 'HEAD', options);
    // The peer need not send the rest of what nobody read.
    if (!stream.remoteEnded) core.reset(stream, 0);
  } catch {
    if (!core.closed) core.reset(stream, 2);
  } finally {
    core.streams.delete(stream.id);
  }
}

async function send(core: Http2Core, stream: Http2Stream, response: HttpResponse, head: boolean, { clock }: HttpServerOptions): Promise<void> {
  const headers = new Headers(response.headers);
  for (const name of ['connection', 'transfer-encoding', 'keep-alive']) headers.delete(name);
  const body = sourceOfBody(response.body);
  const bodyless = head || response.status === 204 || response.status === 304;
  const ready = bodyless || headers.has('content-length') ? { rest: body } : await readReady(body);
  const length = 'whole' in ready ? String(ready.whole.length) : headers.get('content-length') ?? undefined;
  headers.delete('content-length');
  const date = headers.get('date') ?? (clock && new Date(clock.now()).toUTCString());
  headers.delete('date');
  // In the order of Go's server.
  const lines: HeaderLine[] = [[':status', String(response.status)], ...headers, ...(length === undefined ? [] : [['content-length', length] as const]), ...(date === undefined ? [] : [['date', date] as const])];
  if (bodyless || ('whole' in ready && ready.whole.length === 0)) {
    body.cancel?.();
    return core.sendHeaders(stream, lines, true);
  }
  await core.sendHeaders(stream, lines, false);
  if ('whole' in ready) return core.sendData(stream, ready.whole, true);
  for (let part = await ready.rest.read(); part.length > 0; part = await ready.rest.read()) await core.sendData(stream, part, false);
  await core.sendData(stream, new Uint8Array(), true);
}

function sourceOfBody(body: HttpResponse['body']): ByteSource & { cancel?(): void } {
  if (body === null || body === undefined) return sourceOf(new Uint8Array(0));
  if (typeof body === 'string') return sourceOf(encodeUtf8(body));
  if (body instanceof Uint8Array) return sourceOf(body);
  return 'getReader' in body ? fromReadableStream(body) : body;
}
