import { type ByteStream, concatBytes, encodeUtf8, noBytes } from '../../../base/index.ts';
import { BodySource, BufferedSource, framingOf, type HeaderLine, HttpSyntaxError, readHeaders } from '../../../base/http/index.ts';

/** A response's head, and its body to be read. */
export interface Response {
  /** As it came, `HTTP/1.1 200 OK`; undefined for an answer without a head. */
  statusLine: string | undefined;
  status: number;
  statusText: string;
  headers: Headers;
  headerLines: readonly HeaderLine[];
  read(): Promise<Uint8Array>;
}

/** The server said nothing. */
export class NoData extends Error {
  override readonly name = 'NoData';
}

/** A connection to a server, one request after the other. */
export class Exchange {
  readonly origin: string;
  readonly #stream: ByteStream;
  readonly #source: BufferedSource;
  #reusable = false;
  #resting = false;

  constructor(stream: ByteStream, origin: string) {
    this.#stream = stream;
    this.#source = new BufferedSource(stream);
    this.origin = origin;
  }

  /** Whether another request may follow. */
  get reusable(): boolean {
    return this.#reusable;
  }

  close(): void {
    this.#reusable = false;
    this.#stream.close();
  }

  /** Sends a request whose lines stand as they are to go out, and waits for the head of the response. Throws NoData, HttpSyntaxError, or what the connection throws. */
  async ask(method: string, path: string, lines: readonly HeaderLine[], body: Uint8Array | undefined): Promise<Response> {
    this.#reusable = false;
    this.#resting = false;
    const head = encodeUtf8(`${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    await this.#stream.write(body ? concatBytes([head, body]) : head);
    const first = await this.#source.readLine(1 << 16);
    if (first === undefined) throw new NoData();
    const match = /^HTTP\/(\d+)(?:\.(\d+))? +(\d{3})(?: (.*))?$/.exec(first);
    if (!match) return this.#bare(first);
    const headerLines: HeaderLine[] = [];
    const headers = await readHeaders(this.#source, headerLines);
    const status = Number(match[3]);
    if (status >= 100 && status < 200) throw new HttpSyntaxError('an answer before the answer');
    const none = method === 'HEAD' || status === 204 || status === 304;
    const framing = none ? { kind: 'length' as const, length: 0 } : framingOf(headers, { kind: 'until-close' });
    const source = new BodySource(this.#source, framing);
    const keeps = match[2] === '0' ? /keep-alive/i.test(headers.get('connection') ?? '') : !/close/i.test(headers.get('connection') ?? '');
    source.onEnd(() => {
      if (keeps && framing.kind !== 'until-close') this.#rest();
    });
    return { statusLine: first, status, statusText: match[4] ?? '', headers, headerLines, read: () => source.read() };
  }

  /** Waits for the next request; whatever the server does meanwhile ends the connection. */
  #rest(): void {
    if (this.#source.buffered > 0) return;
    this.#reusable = true;
    this.#resting = true;
    const unexpected = (): void => {
      if (this.#resting) this.#reusable = false;
    };
    this.#source.fill().then(unexpected, unexpected);
  }

  /** An answer that has no head is all body. */
  #bare(first: string): Response {
    let begun = false;
    const read = async (): Promise<Uint8Array> => {
      if (begun) return await this.#source.read();
      begun = true;
      return encodeUtf8(`${first}\n`);
    };
    return { statusLine: undefined, status: 200, statusText: 'No headers, assuming HTTP/0.9', headers: new Headers(), headerLines: [], read };
  }

  /** Reads what is left of a body, so that the connection can be used again; closes it when that is much. */
  async skip(response: Response): Promise<void> {
    const length = Number(response.headers.get('content-length') ?? '0');
    if (length > 4096 || response.statusLine === undefined) {
      this.close();
      return;
    }
    try {
      for (let part: Uint8Array = await response.read(); part.length > noBytes.length; ) part = await response.read();
    } catch {
      this.close();
    }
  }
}
