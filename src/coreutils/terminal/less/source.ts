import { fileType, fileTypeMask, type Process } from '../../../kernel/uapi/index.ts';
import { textOf } from '../../program/index.ts';

/** A text that is read as far as it is looked at: a file or a pipe. */
export class TextSource {
  readonly name: string;
  readonly lines: string[] = [];
  /** Bytes up to the end of each line. */
  readonly ends: number[] = [];
  ended = false;
  /** Whether the size is known before the end: a regular file. */
  readonly regular: boolean;
  readonly #process: Process;
  readonly #fd: number;
  #rest: Uint8Array = new Uint8Array();
  #partial = false;

  constructor(process: Process, fd: number, name: string) {
    this.#process = process;
    this.#fd = fd;
    this.name = name;
    this.regular = (process.fstat(fd).mode & fileTypeMask) === fileType.regular;
  }

  get size(): number | undefined {
    if (this.regular) return this.#process.fstat(this.#fd).size;
    return this.ended ? this.ends.at(-1) ?? 0 : undefined;
  }

  get fd(): number {
    return this.#fd;
  }

  /** Reads until line `index` is there, or the end. */
  async ensure(index: number): Promise<void> {
    while (!this.ended && this.lines.length <= index) await this.readMore();
  }

  /** Reads the whole. */
  async readAll(): Promise<void> {
    while (!this.ended) await this.readMore();
  }

  /** Reads what there is; at the end a last line without newline counts too. */
  async readMore(): Promise<boolean> {
    const block = await this.#process.read(this.#fd);
    await this.#process.checkpoint();
    if (block.length === 0) {
      this.ended = true;
      if (this.#rest.length > 0) {
        this.#put(this.#rest);
        this.#partial = true;
      }
      return false;
    }
    this.ended = false;
    if (this.#partial) {
      // The line without newline goes on.
      this.lines.pop();
      this.ends.pop();
      this.#partial = false;
    }
    const bytes = new Uint8Array(this.#rest.length + block.length);
    bytes.set(this.#rest);
    bytes.set(block, this.#rest.length);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      this.#put(bytes.subarray(start, end), 1);
      start = end + 1;
    }
    this.#rest = bytes.slice(start);
    return true;
  }

  #put(bytes: Uint8Array, newline = 0): void {
    this.lines.push(textOf(bytes));
    this.ends.push((this.ends.at(-1) ?? 0) + bytes.length + newline);
  }
}
