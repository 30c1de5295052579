import { type HeaderLine, type HttpClientRequest, type HttpClientResponse, HttpSyntaxError, statusText } from '../http/index.ts';
import { type ByteStream, encodeUtf8, readAll, readAllText } from '../index.ts';
import { Http2Core, type Http2Stream, type Http2Trace } from './connection.ts';

/** A client's end of an HTTP/2 connection: any number of requests, also at once. */
export class Http2Connection {
  readonly #core: Http2Core;
  #started: Promise<void> | undefined;
  #next = 1;

  constructor(stream: ByteStream, options: { trace?: Http2Trace | undefined } = {}) {
    this.#core = new Http2Core(stream, options);
  }

  /** The number that the next request's stream will have. */
  get nextStream(): number {
    return this.#next;
  }

  get closed(): boolean {
    return this.#core.closed;
  }

  close(): void {
    this.#core.close();
  }

  /** The header lines of a request as they go out: pseudo-headers, then the others, with names in lower case. */
  headerLines({ method = 'GET', path, headers: given }: HttpClientRequest): HeaderLine[] {
    const headers = new Headers(given);
    const authority = headers.get('host') ?? 'localhost';
    const first = ['user-agent', 'accept'];
    const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);
    const others = [...headers].filter(([name]) => !['host', 'connection', 'transfer-encoding', 'keep-alive', 'upgrade'].includes(name)).toSorted(([a], [b]) => rank(a) - rank(b));
    return [[':method', method], [':scheme', 'https'], [':authority', authority], [':path', path], ...others];
  }

  /** Sends a request; resolves when the response's head is there. `upgrade` of the response is not possible. */
  async request(request: HttpClientRequest): Promise<HttpClientResponse> {
    if (!this.#started) {
      this.#started = this.#core.startClient();
      void this.#core.run();
    }
    await this.#started;
    const { body, signal } = request;
    const stream = this.#core.open(this.#next);
    this.#next += 2;
    const onAbort = (): void => this.#core.reset(stream);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const bytes = typeof body === 'string' ? encodeUtf8(body) : body;
      const headers = new Headers(request.headers);
      if (bytes instanceof Uint8Array) headers.set('content-length', String(bytes.length));
      const lines = this.headerLines({ ...request, headers });
      await this.#core.sendHeaders(stream, lines, bytes === undefined);
      if (bytes instanceof Uint8Array) await this.#core.sendData(stream, bytes, true);
      else if (bytes) {
        for (let part = await bytes.read(); part.length > 0; part = await bytes.read()) await this.#core.sendData(stream, part, false);
        await this.#core.sendData(stream, new Uint8Array(), true);
      }
      return this.#response(stream, await stream.headers.promise);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  #response(stream: Http2Stream, lines: readonly HeaderLine[]): HttpClientResponse {
    const status = Number(lines.find(([name]) => name === ':status')?.[1] ?? 0);
    if (status === 0) throw new HttpSyntaxError('a response without a status');
    const headerLines = lines.filter(([name]) => !name.startsWith(':'));
    const headers = new Headers();
    for (const [name, value] of headerLines) headers.append(name, value);
    const { body } = stream;
    return {
      version: '2', status, statusText: statusText(status), headers, headerLines, body,
      text: () => readAllText(body),
      json: async (): Promise<unknown> => JSON.parse(await readAllText(body)),
      bytes: () => readAll(body),
      close: () => {
        if (!stream.remoteEnded) this.#core.reset(stream);
      },
      upgrade() {
        throw new HttpSyntaxError('HTTP/2 has no upgrades');
      },
    };
  }
}
