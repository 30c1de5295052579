import type { ByteSource } from '../../../base/index.ts';
import { binaryOf } from './binary.ts';
import { splitLine } from './split-line.ts';

/** What a client sent is no request; the connection ends after these words. */
export class ProtocolFailure extends Error {}

/** Reads a client's requests: arrays of bulk strings, or lines of words. */
export class RequestReader {
  readonly #source: ByteSource;
  #buffer = '';
  #ended = false;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Whether a whole further request may have arrived already. */
  get hasMore(): boolean {
    return this.#buffer.length > 0;
  }

  /** The next request's words; undefined at the end. An empty line gives no words. */
  async next(): Promise<string[] | undefined> {
    const line = await this.#line();
    if (line === undefined) return undefined;
    if (!line.startsWith('*')) {
      const words = splitLine(line);
      if (!words) throw new ProtocolFailure('unbalanced quotes in request');
      return words;
    }
    const count = wholeNumber(line.slice(1));
    if (count === undefined || count > 1024 * 1024) throw new ProtocolFailure('invalid multibulk length');
    const words: string[] = [];
    for (let index = 0; index < count; index++) {
      const head = await this.#line();
      if (head === undefined) return undefined;
      if (!head.startsWith('$')) throw new ProtocolFailure(`expected '$', got '${head.charAt(0)}'`);
      const length = wholeNumber(head.slice(1));
      if (length === undefined || length < 0 || length > 512 * 1024 * 1024) throw new ProtocolFailure('invalid bulk length');
      while (this.#buffer.length < length + 2) if (!(await this.#fill())) return undefined;
      words.push(this.#buffer.slice(0, length));
      this.#buffer = this.#buffer.slice(length + 2);
    }
    return words;
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#buffer.indexOf('\n');
      if (end >= 0) {
        const line = this.#buffer.slice(0, end).replace(/\r$/, '');
        this.#buffer = this.#buffer.slice(end + 1);
        return line;
      }
      if (this.#buffer.length > 65536) throw new ProtocolFailure('too big inline request');
      if (!(await this.#fill())) return undefined;
    }
  }

  async #fill(): Promise<boolean> {
    if (this.#ended) return false;
    const bytes = await this.#source.read();
    this.#ended = bytes.length === 0;
    this.#buffer += binaryOf(bytes);
    return !this.#ended;
  }
}

function wholeNumber(text: string): number | undefined {
  return /^-?\d{1,10}$/.test(text) ? Number(text) : undefined;
}
