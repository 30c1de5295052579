import { concatBytes, copyBytes, encodeUtf8, readAll, readAllText, type ByteSource, type ByteStream } from '../index.ts';
import { BufferedSource } from './buffered-source.ts';
import { HttpSyntaxError } from './http-error.ts';
import { BodySource, framingOf, writeChunked, type BodyFraming } from './message-body.ts';
import { encodeHead, hasToken, type HeaderLine, readHeaders, readStartLine, requestHeaderLines } from './message-head.ts';

/** A request to send. */
export interface HttpClientRequest {
  /** Default GET. */
  method?: string;
  /** Path and query, or an absolute URL for a proxy. */
  path: string;
  /** Host defaults to `localhost`. */
  headers?: Headers | Record<string, string>;
  /** Bytes and text go out with their length; a source goes out in chunks unless Content-Length is given. */
  body?: ByteSource | Uint8Array | string;
  /** Aborting closes the connection; what waits for it fails with the signal's reason. */
  signal?: AbortSignal;
}

/** A response whose head has come; its body streams. */
export interface HttpClientResponse {
  /** The version in which it came. */
  readonly version: '1.0' | '1.1' | '2';
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** The header lines in the order and spelling in which they came. */
  readonly headerLines: readonly HeaderLine[];
  /** Ends where the body ends; a connection that breaks before rejects the read. */
  readonly body: ByteSource;
  text(): Promise<string>;
  json(): Promise<unknown>;
  bytes(): Promise<Uint8Array>;
  /** Gives the rest of the body up, and with it the connection unless the body was at its end. */
  close(): void;
  /** The raw stream after the head, for 101 and for hijacked 200 answers. Call it before anything reads the body. */
  upgrade(): ByteStream;
}

/** A client's end of a connection: one request at a time, any number one after the other while `reusable`. */
export class HttpConnection {
  readonly #stream: ByteStream;
  readonly #source: BufferedSource;
  #state: 'idle' | 'busy' | 'closed' = 'idle';

  constructor(stream: ByteStream) {
    this.#stream = stream;
    this.#source = new BufferedSource(stream);
  }

  /** Whether another request can be sent now. */
  get reusable(): boolean {
    return this.#state === 'idle';
  }

  get closed(): boolean {
    return this.#state === 'closed';
  }

  close(): void {
    this.#state = 'closed';
    this.#stream.close();
  }

  /** Sends a request; resolves when the response's head is there, which may be before the request's body was sent. */
  async request(request: HttpClientRequest): Promise<HttpClientResponse> {
    if (this.#state !== 'idle') throw new Error(`the connection is ${this.#state}`);
    this.#state = 'busy';
    const { signal } = request;
    signal?.throwIfAborted();
    const onAbort = (): void => this.close();
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const sending = this.#send(request);
      // A server may answer and close before it read everything: its answer matters more than the failed write.
      const sent = sending.then(() => true, () => false);
      const finish = async (keep: boolean): Promise<void> => {
        signal?.removeEventListener('abort', onAbort);
        if (keep && (await sent)) this.#rest();
        else this.close();
      };
      return await this.#receive(request, finish).catch(async (error: unknown) => {
        if (!(await sent)) await sending;
        throw error;
      });
    } catch (error) {
      this.close();
      signal?.throwIfAborted();
      throw error;
    }
  }

  async #send(request: HttpClientRequest): Promise<void> {
    const headers = new Headers(request.headers);
    if (!headers.has('host')) headers.set('host', 'localhost');
    const method = request.method ?? 'GET';
    const startLine = `${method} ${request.path} HTTP/1.1`;
    const { body } = request;
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
      const bytes = typeof body === 'string' ? encodeUtf8(body) : body;
      if (bytes || /^(POST|PUT|PATCH)$/.test(method)) headers.set('content-length', String(bytes?.length ?? 0));
      const head = encodeHead(startLine, requestHeaderLines(headers));
      await this.#stream.write(bytes ? concatBytes([head, bytes]) : head);
      return;
    }
    const counted = headers.has('content-length');
    if (!counted) headers.set('transfer-encoding', 'chunked');
    await this.#stream.write(encodeHead(startLine, requestHeaderLines(headers)));
    await (counted ? copyBytes(body, this.#stream) : writeChunked(body, this.#stream));
  }

  /** Waits for the next request, and notices when the server closes meanwhile. */
  #rest(): void {
    if (this.#state !== 'busy') return;
    this.#state = 'idle';
    const unexpected = (): void => {
      if (this.#state === 'idle') this.close();
    };
    this.#source.fill().then(unexpected, unexpected);
  }

  async #receive(request: HttpClientRequest, finish: (keep: boolean) => Promise<void>): Promise<HttpClientResponse> {
    for (;;) {
      const startLine = await readStartLine(this.#source);
      if (startLine === undefined) throw new HttpSyntaxError('the server closed the connection without an answer');
      const [, minor, code, statusText = ''] = /^HTTP\/1\.([01]) (\d{3})(?: (.*))?$/.exec(startLine) ?? [];
      if (code === undefined) throw new HttpSyntaxError(`malformed HTTP response "${startLine}"`);
      const status = Number(code);
      const lines: HeaderLine[] = [];
      const headers = await readHeaders(this.#source, lines);
      if (status >= 100 && status < 200 && status !== 101) continue;
      const bodyless = request.method === 'HEAD' || status === 101 || status === 204 || status === 304;
      const framing: BodyFraming = bodyless ? { kind: 'length', length: 0 } : framingOf(headers, { kind: 'until-close' });
      const asks = minor === '0' ? hasToken(headers, 'connection', 'keep-alive') : !hasToken(headers, 'connection', 'close');
      const body = new BodySource(this.#source, framing);
      if (status !== 101) body.onEnd(() => void finish(asks && framing.kind !== 'until-close'));
      return this.#response(minor === '0' ? '1.0' : '1.1', status, statusText, headers, lines, body);
    }
  }

  #response(version: '1.0' | '1.1', status: number, statusText: string, headers: Headers, headerLines: readonly HeaderLine[], body: BodySource): HttpClientResponse {
    return {
      version,
      status,
      statusText,
      headers,
      headerLines,
      body,
      text: () => readAllText(body),
      json: async (): Promise<unknown> => JSON.parse(await readAllText(body)),
      bytes: () => readAll(body),
      close: () => {
        if (!body.ended) this.close();
      },
      upgrade: () => {
        this.#state = 'closed';
        const stream = this.#stream;
        return { read: (max) => this.#source.read(max), write: (bytes) => stream.write(bytes), closeWrite: () => stream.closeWrite(), close: () => stream.close() };
      },
    };
  }
}

/** One request on a connection of its own. */
export function requestHttp(stream: ByteStream, request: HttpClientRequest): Promise<HttpClientResponse> {
  return new HttpConnection(stream).request(request);
}
