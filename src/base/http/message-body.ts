import { encodeUtf8, noBytes, type ByteSink, type ByteSource } from '../index.ts';
import type { BufferedSource } from './buffered-source.ts';
import { HttpSyntaxError } from './http-error.ts';
import { hasToken, readHeaders } from './message-head.ts';

/** How long a message's body is. */
export type BodyFraming = { kind: 'length'; length: number } | { kind: 'chunked' } | { kind: 'until-close' };

/** The framing that the headers declare; `otherwise` when they declare none. */
export function framingOf(headers: Headers, otherwise: BodyFraming): BodyFraming {
  if (hasToken(headers, 'transfer-encoding', 'chunked')) return { kind: 'chunked' };
  if (headers.has('transfer-encoding')) throw new HttpSyntaxError('unsupported transfer encoding', 501);
  const length = headers.get('content-length');
  if (length === null) return otherwise;
  const [first = '', ...others] = length.split(',').map((part) => part.trim());
  if (!/^\d{1,15}$/.test(first) || others.some((other) => other !== first)) throw new HttpSyntaxError('invalid content length');
  return { kind: 'length', length: Number(first) };
}

/** The body of a message as a source; `ended` tells whether its end was read. */
export class BodySource implements ByteSource {
  readonly #source: BufferedSource;
  readonly #framing: BodyFraming;
  #left: number;
  #first = true;
  #ended: boolean;
  #onEnd: (() => void) | undefined;

  constructor(source: BufferedSource, framing: BodyFraming) {
    this.#source = source;
    this.#framing = framing;
    this.#left = framing.kind === 'length' ? framing.length : 0;
    this.#ended = framing.kind === 'length' && framing.length === 0;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Calls `listener` once, when the end was read (at once when it was already). */
  onEnd(listener: () => void): void {
    if (this.#ended) listener();
    else this.#onEnd = listener;
  }

  async read(max = 65536): Promise<Uint8Array> {
    if (this.#ended) return noBytes;
    if (this.#framing.kind === 'until-close') return this.#orEnd(await this.#source.read(max));
    if (this.#left === 0) {
      this.#left = await this.#nextChunk();
      if (this.#left === 0) return this.#orEnd(noBytes);
    }
    const bytes = await this.#source.read(Math.min(max, this.#left));
    if (bytes.length === 0) throw new HttpSyntaxError('unexpected end of body');
    this.#left -= bytes.length;
    if (this.#left === 0 && this.#framing.kind === 'length') this.#finish();
    return bytes;
  }

  async #nextChunk(): Promise<number> {
    if (!this.#first && (await this.#source.readLine(0 + 2)) !== '') throw new HttpSyntaxError('malformed chunk');
    this.#first = false;
    const size = /^([0-9a-fA-F]{1,12})\s*(;.*)?$/.exec((await this.#source.readLine(4096)) ?? '')?.[1];
    if (size === undefined) throw new HttpSyntaxError('malformed chunk size');
    const length = Number.parseInt(size, 16);
    if (length === 0) await readHeaders(this.#source);
    return length;
  }

  #orEnd(bytes: Uint8Array): Uint8Array {
    if (bytes.length === 0) this.#finish();
    return bytes;
  }

  #finish(): void {
    this.#ended = true;
    const listener = this.#onEnd;
    this.#onEnd = undefined;
    listener?.();
  }
}

/** Writes `body` in chunks, with the last one. Each read becomes a chunk at once, so what the source says is seen without delay. */
export async function writeChunked(body: ByteSource, sink: ByteSink): Promise<void> {
  for (;;) {
    const bytes = await body.read();
    if (bytes.length === 0) break;
    await sink.write(chunkOf(bytes));
  }
  await sink.write(encodeUtf8('0\r\n\r\n'));
}

function chunkOf(bytes: Uint8Array): Uint8Array {
  const size = encodeUtf8(`${bytes.length.toString(16)}\r\n`);
  const chunk = new Uint8Array(size.length + bytes.length + 2);
  chunk.set(size);
  chunk.set(bytes, size.length);
  chunk.set([13, 10], size.length + bytes.length);
  return chunk;
}
