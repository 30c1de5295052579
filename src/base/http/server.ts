import { concatBytes, encodeUtf8, noBytes, type ByteSource, type ByteStream, type Clock } from '../index.ts';
import { BufferedSource } from './buffered-source.ts';
import { HttpSyntaxError } from './http-error.ts';
import { BodySource, framingOf } from './message-body.ts';
import { encodeHead, hasToken, readHeaders, readStartLine } from './message-head.ts';
import { ServerRequest, type HttpRequest } from './server-request.ts';
import { writeResponse, type HttpResponse } from './server-response.ts';
import { statusText } from './status-text.ts';

/** What a handler can do beside answering. */
export interface HttpContext {
  /** The request's body as a byte source (empty when there is none): for what is too large for a web stream's detours. Shares its bytes with `request.body`. */
  readonly bodySource: ByteSource;
  /**
   * Takes the connection over: sends this head (`{ status: 101, statusText: 'UPGRADED', headers }` or 200) with no framing, and gives the stream that follows it.
   * The caller owns and closes it; what the handler then returns is ignored.
   */
  hijack(head: { status: number; statusText?: string; headers?: Headers }): ByteStream;
}

/** Answers one request. A rejection is answered with 500 (when nothing was sent yet). */
export type HttpHandler = (request: HttpRequest, context: HttpContext) => HttpResponse | undefined | Promise<HttpResponse | undefined>;

export interface HttpServerOptions {
  /** For the Date header; without it none is sent. */
  clock?: Clock;
  /** Scheme of `request.url`; default `http`. */
  scheme?: 'http' | 'https';
  /** Aborting closes the connection. */
  signal?: AbortSignal;
  /** Told what a handler threw. */
  onError?: (error: unknown, request: HttpRequest) => void;
}

/** How much of an unread request body is read away to keep the connection (as Go's net/http). */
const drainLimit = 256 * 1024;

/**
 * Serves HTTP/1.1 on one connection: keep-alive, pipelining, chunks both ways, HEAD, `Expect: 100-continue`. Resolves when the connection was closed, or was taken over by a handler
 * that has returned. Never rejects: what goes wrong ends the connection.
 */
export async function serveHttp(stream: ByteStream, handler: HttpHandler, options: HttpServerOptions = {}): Promise<void> {
  const connection = new ServerConnection(stream, handler, options);
  const close = (): void => stream.close();
  if (options.signal?.aborted) return close();
  options.signal?.addEventListener('abort', close, { once: true });
  try {
    while (await connection.serveOne());
  } catch {
    connection.hijacked = false; // The peer broke off.
  } finally {
    options.signal?.removeEventListener('abort', close);
    if (!connection.hijacked) stream.close();
  }
}

class ServerConnection {
  readonly #stream: ByteStream;
  readonly #source: BufferedSource;
  readonly #handler: HttpHandler;
  readonly #options: HttpServerOptions;
  hijacked = false;

  constructor(stream: ByteStream, handler: HttpHandler, options: HttpServerOptions) {
    this.#stream = stream;
    this.#source = new BufferedSource(stream);
    this.#handler = handler;
    this.#options = options;
  }

  /** Serves one request; false when there shall be no other on this connection. */
  async serveOne(): Promise<boolean> {
    try {
      const startLine = await readStartLine(this.#source);
      if (startLine === undefined) return false;
      return await this.#serve(startLine);
    } catch (error) {
      if (error instanceof HttpSyntaxError) await this.#refuse(error);
      return false;
    }
  }

  async #serve(startLine: string): Promise<boolean> {
    const [, method = '', target = '', minor] = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+) (\S+) HTTP\/1\.([01])$/.exec(startLine) ?? [];
    if (minor === undefined) throw new HttpSyntaxError(`malformed HTTP request "${startLine}"`);
    const http10 = minor === '0';
    const headers = await readHeaders(this.#source);
    const host = headers.get('host');
    if (host === null && !http10) throw new HttpSyntaxError('missing required Host header');
    const framing = framingOf(headers, { kind: 'length', length: 0 });
    const body = new BodySource(this.#source, framing);
    const ahead = hasToken(headers, 'expect', '100-continue') ? this.#continuing(body) : body;
    const gone = new AbortController();
    const hasBody = framing.kind !== 'length' || framing.length > 0;
    const request = new ServerRequest(method, this.#urlOf(target, host), headers, hasBody ? ahead : undefined, gone.signal);

    body.onEnd(() => void this.#watchPeer(gone));
    let response: HttpResponse | undefined;
    try {
      response = await this.#handler(request, { bodySource: ahead, hijack: (head) => this.#hijack(head) });
    } catch (error) {
      this.#options.onError?.(error, request);
      if (this.hijacked) this.#stream.close();
      response = error instanceof HttpSyntaxError ? refusal(error) : { status: 500, headers: new Headers({ 'content-type': 'text/plain; charset=utf-8' }), body: 'Internal Server Error\n' };
    }
    if (this.hijacked) return false;
    response ??= { status: 500 };
    const asked = http10 ? hasToken(headers, 'connection', 'keep-alive') : !hasToken(headers, 'connection', 'close');
    // A body that nobody asked for with 100-continue, or a very long one, is not worth reading away.
    const keepAlive = asked && (ahead === body || body.ended) && (body.ended || (await this.#drain(body)));
    const terms = { head: method === 'HEAD', http10, keepAlive, date: this.#options.clock && new Date(this.#options.clock.now()).toUTCString() };
    try {
      return await writeResponse(this.#stream, response, terms, gone.signal);
    } catch (error) {
      gone.abort();
      throw error;
    }
  }

  #urlOf(target: string, host: string | null): string {
    if (/^https?:\/\//i.test(target)) return target;
    const authority = host && /^[\w.\-:[\]]+$/.test(host) ? host : 'localhost';
    return `${this.#options.scheme ?? 'http'}://${authority}${target.startsWith('/') ? target : `/${target}`}`;
  }

  /** The body, whose first read tells the client to send it. */
  #continuing(body: BodySource): ByteSource {
    let told = body.ended;
    return {
      read: async (max) => {
        if (!told) {
          told = true;
          await this.#stream.write(encodeUtf8('HTTP/1.1 100 Continue\r\n\r\n'));
        }
        return body.read(max);
      },
    };
  }

  async #drain(body: BodySource): Promise<boolean> {
    for (let drained = 0; drained <= drainLimit; ) {
      const bytes = await body.read();
      if (bytes.length === 0) return true;
      drained += bytes.length;
    }
    return false;
  }

  /** Reads ahead after the request, so that the peer's leaving is noticed while the handler works. */
  async #watchPeer(gone: AbortController): Promise<void> {
    if (this.#source.buffered > 0) return;
    const more = await this.#source.fill().catch(() => false);
    if (!more && !this.hijacked) gone.abort();
  }

  #hijack(head: { status: number; statusText?: string; headers?: Headers }): ByteStream {
    this.hijacked = true;
    const stream = this.#stream;
    const source = this.#source;
    let headBytes = encodeHead(`HTTP/1.1 ${head.status} ${head.statusText ?? statusText(head.status)}`, new Headers(head.headers));
    const headSent = stream.write(headBytes);
    headSent.catch(() => undefined);
    headBytes = noBytes;
    return {
      read: (max) => source.read(max),
      write: async (bytes) => {
        await headSent;
        await stream.write(bytes);
      },
      closeWrite: () => void headSent.then(() => stream.closeWrite(), () => undefined),
      close: () => void headSent.then(() => stream.close(), () => stream.close()),
    };
  }

  async #refuse(error: HttpSyntaxError): Promise<void> {
    const { status, headers, body } = refusal(error);
    const head = encodeHead(`HTTP/1.1 ${status} ${statusText(status)}`, headers);
    await this.#stream.write(concatBytes([head, encodeUtf8(body)])).catch(() => undefined);
  }
}

function refusal(error: HttpSyntaxError): { status: number; headers: Headers; body: string } {
  const body = `${error.status} ${statusText(error.status)}: ${error.message}`;
  return { status: error.status, headers: new Headers({ 'content-type': 'text/plain; charset=utf-8', connection: 'close' }), body };
}
