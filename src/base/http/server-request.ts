import { decodeUtf8, readAll, toReadableStream, type ByteSource } from '../index.ts';

/**
 * A request as a handler gets it: the part of the web's `Request` that a server needs, so that `app.fetch(request as Request, env)` of Hono takes it.
 * It is not the global `Request`, because browsers drop headers such as Host and Cookie from that one and some have no streaming bodies.
 */
export interface HttpRequest {
  readonly method: string;
  /** Absolute: `http://` with the Host header (`localhost` without one) and the request target. */
  readonly url: string;
  readonly headers: Headers;
  /** The body; null when the request has none. Can be taken once, by this or by one of the methods. */
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly bodyUsed: boolean;
  /** Aborted when the peer is gone. */
  readonly signal: AbortSignal;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A request over a source of its body. */
export class ServerRequest implements HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly #source: ByteSource | undefined;
  #stream: ReadableStream<Uint8Array<ArrayBuffer>> | undefined;
  #used = false;

  constructor(method: string, url: string, headers: Headers, source: ByteSource | undefined, signal: AbortSignal) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.signal = signal;
    this.#source = source;
  }

  get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    if (!this.#source) return null;
    this.#used = true;
    this.#stream ??= toReadableStream(this.#source);
    return this.#stream;
  }

  get bodyUsed(): boolean {
    return this.#used;
  }

  async text(): Promise<string> {
    return decodeUtf8(await this.#bytes());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(await this.#bytes()).buffer;
  }

  async #bytes(): Promise<Uint8Array> {
    if (this.#used) throw new TypeError('the body was already used');
    this.#used = true;
    return this.#source ? readAll(this.#source) : new Uint8Array(0);
  }
}
