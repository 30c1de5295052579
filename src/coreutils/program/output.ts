import { concatBytes } from '../../base/index.ts';
import type { Fd, Process } from '../../kernel/uapi/index.ts';
import { bytesOf } from './encoding.ts';

const full = 32768;

/** A buffered stream on a descriptor, as stdio keeps one: by line on a terminal, by block else. */
export class Output {
  readonly #process: Process;
  readonly #fd: Fd;
  #parts: Uint8Array[] = [];
  #text = '';
  #size = 0;
  /** Whether each line goes out at once. */
  byLine: boolean;

  constructor(process: Process, fd: Fd) {
    this.#process = process;
    this.#fd = fd;
    this.byLine = process.isatty(fd);
  }

  /** Takes `data`; true asks the caller to `await flush()` soon. */
  write(data: string | Uint8Array): boolean {
    if (typeof data === 'string') this.#text += data;
    else {
      this.#settleText();
      this.#parts.push(data);
    }
    this.#size += data.length;
    return this.#size >= full || this.byLine;
  }

  async flush(): Promise<void> {
    this.#settleText();
    if (this.#parts.length === 0) return;
    const data = concatBytes(this.#parts);
    this.#parts = [];
    this.#size = 0;
    if (data.length > 0) await this.#process.write(this.#fd, data);
  }

  #settleText(): void {
    if (this.#text === '') return;
    this.#parts.push(bytesOf(this.#text));
    this.#text = '';
  }
}
