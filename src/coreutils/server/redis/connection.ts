import type { ByteStream } from '../../../base/index.ts';
import { asciiBytes, binaryOf } from './binary.ts';
import type { Answer } from './cli-format.ts';
import { encodeReply } from './reply.ts';

/** The client's end of a connection: sends words, reads answers. */
export class Connection {
  readonly #stream: ByteStream;
  #buffer = '';

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  async send(words: readonly string[]): Promise<void> {
    await this.#stream.write(asciiBytes(encodeReply([...words])));
  }

  /** The next answer; undefined when the server has closed. */
  async next(): Promise<Answer | undefined> {
    const line = await this.#line();
    if (line === undefined) return undefined;
    const rest = line.slice(1);
    switch (line.charAt(0)) {
      case '+':
        return { kind: 'status', text: rest };
      case '-':
        return { kind: 'error', text: rest };
      case ':':
        return { kind: 'integer', text: rest };
      case '$': {
        const length = Number(rest);
        if (length < 0) return { kind: 'nil' };
        while (this.#buffer.length < length + 2) if (!(await this.#fill())) return undefined;
        const text = this.#buffer.slice(0, length);
        this.#buffer = this.#buffer.slice(length + 2);
        return { kind: 'bulk', text };
      }
      case '*': {
        const length = Number(rest);
        if (length < 0) return { kind: 'nil' };
        const items: Answer[] = [];
        while (items.length < length) {
          const item = await this.next();
          if (!item) return undefined;
          items.push(item);
        }
        return { kind: 'array', items };
      }
      default:
        return { kind: 'error', text: `Protocol error, got ${JSON.stringify(line.charAt(0))} as reply type byte` };
    }
  }

  close(): void {
    this.#stream.close();
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#buffer.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#buffer.slice(0, end);
        this.#buffer = this.#buffer.slice(end + 2);
        return line;
      }
      if (!(await this.#fill())) return undefined;
    }
  }

  async #fill(): Promise<boolean> {
    const bytes = await this.#stream.read();
    this.#buffer += binaryOf(bytes);
    return bytes.length > 0;
  }
}
