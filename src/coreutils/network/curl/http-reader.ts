import { type ByteStream, concatBytes } from '../../../base/index.ts';

/** What curl reads at once. */
const bufferSize = 102_400;

/** Reads a connection as curl does: lines with their ends, and what one read brings. */
export class HttpReader {
  readonly #stream: ByteStream;
  readonly #limit: number;
  #buffer: Uint8Array = new Uint8Array();
  #filling: Promise<boolean> | undefined;
  ended = false;
  /** Why nothing more can be read. */
  #failure: unknown;

  /** `limit`: the most that one read takes, 0 for curl's own. */
  constructor(stream: ByteStream, limit = 0) {
    this.#stream = stream;
    this.#limit = limit > 0 ? Math.min(limit, bufferSize) : bufferSize;
  }

  get buffered(): number {
    return this.#buffer.length;
  }

  /** Reads more; false at the end. Calls made meanwhile share the read. */
  fill(): Promise<boolean> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure as Error);
    if (this.ended) return Promise.resolve(false);
    this.#filling ??= this.#stream.read(this.#limit).then((bytes) => {
      this.#filling = undefined;
      if (bytes.length === 0) this.ended = true;
      else this.#buffer = this.#buffer.length === 0 ? bytes : concatBytes([this.#buffer, bytes]);
      return bytes.length > 0;
    }, (error: unknown) => {
      this.#filling = undefined;
      this.ended = true;
      this.#failure = error;
      throw error;
    });
    return this.#filling;
  }

  /** The first `length` bytes without taking them; fewer at the end. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#buffer.length < length) if (!(await this.fill())) break;
    return this.#buffer.subarray(0, length);
  }

  /** The next line with its end; undefined when the connection ends before one does. */
  async line(): Promise<Uint8Array | undefined> {
    for (;;) {
      const end = this.#buffer.indexOf(10);
      if (end >= 0) return this.take(end + 1);
      if (!(await this.fill())) return undefined;
    }
  }

  /** What is there, or comes next: nothing at the end. */
  async read(): Promise<Uint8Array> {
    if (this.#buffer.length === 0) await this.fill();
    return this.take(this.#buffer.length);
  }

  /** Takes bytes that are there. */
  take(length: number): Uint8Array {
    const taken = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return taken;
  }

  /** Gives bytes back that were read too far. */
  unread(bytes: Uint8Array): void {
    this.#buffer = concatBytes([bytes, this.#buffer]);
  }
}
