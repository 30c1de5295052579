import { concatBytes, decodeUtf8, noBytes, type ByteSource } from '../index.ts';
import { HttpSyntaxError } from './http-error.ts';

/** Reads lines and blocks from a source, keeping what was read too far. Reads may overlap a `fill` in the background. */
export class BufferedSource implements ByteSource {
  readonly #source: ByteSource;
  #buffer: Uint8Array = noBytes;
  #filling: Promise<boolean> | undefined;
  #ended = false;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  get buffered(): number {
    return this.#buffer.length;
  }

  /** Reads more into the buffer; false at the end of the source. Calls made meanwhile share the read. */
  fill(): Promise<boolean> {
    if (this.#ended) return Promise.resolve(false);
    this.#filling ??= this.#source.read().then(
      (bytes) => {
        this.#filling = undefined;
        if (bytes.length === 0) this.#ended = true;
        else this.#buffer = this.#buffer.length === 0 ? bytes : concatBytes([this.#buffer, bytes]);
        return bytes.length > 0;
      },
      (error: unknown) => {
        this.#filling = undefined;
        this.#ended = true;
        throw error;
      },
    );
    return this.#filling;
  }

  async read(max = 65536): Promise<Uint8Array> {
    while (this.#buffer.length === 0) if (!(await this.fill())) return noBytes;
    return this.#take(Math.min(max, this.#buffer.length));
  }

  /** The next line without its CR LF (or bare LF); undefined at the end of the source. More than `limit` bytes are a syntax error. */
  async readLine(limit: number): Promise<string | undefined> {
    let searched = 0;
    for (;;) {
      const end = this.#buffer.indexOf(10, searched);
      if (end > limit || (end < 0 && this.#buffer.length > limit)) throw new HttpSyntaxError('line too long', 431);
      if (end >= 0) {
        const line = this.#take(end + 1);
        return decodeUtf8(line.subarray(0, line[end - 1] === 13 ? end - 1 : end));
      }
      searched = this.#buffer.length;
      if (!(await this.fill())) {
        if (this.#buffer.length === 0) return undefined;
        throw new HttpSyntaxError('unexpected end of stream');
      }
    }
  }

  #take(length: number): Uint8Array {
    const taken = this.#buffer.subarray(0, length);
    this.#buffer = length === this.#buffer.length ? noBytes : this.#buffer.subarray(length);
    return taken;
  }
}
