import { concatBytes, copyBytes, encodeUtf8, fromReadableStream, sourceOf, type ByteSink, type ByteSource } from '../index.ts';
import { writeChunked } from './message-body.ts';
import { encodeHead, hasToken, type HeaderLine } from './message-head.ts';
import { readReady } from './ready-bytes.ts';
import { statusText } from './status-text.ts';

/** What a handler answers. A global `Response` is one; a plain object serves for headers that browsers forbid there (Set-Cookie). */
export interface HttpResponse {
  readonly status: number;
  /** Default: the usual words for the status. */
  readonly statusText?: string;
  readonly headers?: Headers;
  /** A stream that does not end at once goes out in chunks, each as soon as it is there, unless Content-Length is given; `transfer-encoding: chunked` asks for chunks at any rate. */
  readonly body?: ReadableStream<Uint8Array> | ByteSource | Uint8Array | string | null;
}

/** What of the request decides how its response is framed. */
export interface ResponseTerms {
  head: boolean;
  /** HTTP/1.0 knows no chunks and no keep-alive by default. */
  http10: boolean;
  keepAlive: boolean;
  /** Value of the Date header. */
  date: string | undefined;
}

/** Writes a response; resolves to whether the connection can carry another one. When `signal` aborts, the body is given up. */
export async function writeResponse(sink: ByteSink, response: HttpResponse, terms: ResponseTerms, signal: AbortSignal): Promise<boolean> {
  const headers = new Headers(response.headers);
  const body = bodyOf(response.body);
  const startLine = `HTTP/1.1 ${response.status} ${response.statusText || statusText(response.status)}`.trimEnd();
  const own: HeaderLine[] = terms.date !== undefined && !headers.has('date') ? [['date', terms.date]] : [];
  let keepAlive = terms.keepAlive && !hasToken(headers, 'connection', 'close');

  if (terms.head || response.status === 204 || response.status === 304) {
    body.cancel?.();
    if (!terms.head) headers.delete('content-length');
    await sink.write(encodeHead(startLine, headLines(headers, own, keepAlive, terms)));
    return keepAlive;
  }

  const giveUp = (): void => body.cancel?.();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const framed = headers.has('content-length') || headers.get('transfer-encoding') === 'chunked';
    const ready = framed ? { rest: body } : await readReady(body);
    if ('whole' in ready) {
      own.push(['content-length', String(ready.whole.length)]);
      await sink.write(concatBytes([encodeHead(startLine, headLines(headers, own, keepAlive, terms)), ready.whole]));
    } else if (headers.has('content-length') || terms.http10) {
      headers.delete('transfer-encoding');
      if (!headers.has('content-length')) keepAlive = false;
      await sink.write(encodeHead(startLine, headLines(headers, own, keepAlive, terms)));
      await copyBytes(ready.rest, sink);
    } else {
      headers.delete('transfer-encoding');
      await sink.write(encodeHead(startLine, headLines(headers, [...own, ['transfer-encoding', 'chunked']], keepAlive, terms)));
      await writeChunked(ready.rest, sink);
    }
    return keepAlive;
  } catch (error) {
    giveUp();
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

/** What the server itself says (`own`: the date, the length where it was worked out; the connection) comes after what the handler says, as in Go. */
function headLines(headers: Headers, own: readonly HeaderLine[], keepAlive: boolean, terms: ResponseTerms): HeaderLine[] {
  const connection = !keepAlive ? 'close' : terms.http10 ? 'keep-alive' : undefined;
  const said = connection === undefined ? [...headers] : [...headers].filter(([name]) => name !== 'connection');
  return [...said, ...own, ...(connection === undefined ? [] : [['connection', connection] as const])];
}

function bodyOf(body: HttpResponse['body']): ByteSource & { cancel?(): void } {
  if (body === null || body === undefined) return sourceOf(new Uint8Array(0));
  if (typeof body === 'string') return sourceOf(encodeUtf8(body));
  if (body instanceof Uint8Array) return sourceOf(body);
  return 'getReader' in body ? fromReadableStream(body) : body;
}
