import { closeInput, LineReader, openInput, quoteIfNeeded, reason, type Tool } from '../program/index.ts';

/** Lines of all input files, as one stream, with a look ahead only where it is asked for. */
export class SedInput {
  readonly #tool: Tool;
  readonly #names: string[];
  readonly #delimiter: number;
  #reader: LineReader | undefined;
  #fd = 0;
  #ready: string[] = [];
  #at = 0;
  #name = '-';
  /** Whether the line handed out last lacked its newline. */
  unterminated = false;
  number: number;
  status = 0;

  constructor(tool: Tool, names: readonly string[], end: string, number = 0) {
    this.#tool = tool;
    this.#names = [...names];
    this.#delimiter = end.charCodeAt(0);
    this.number = number;
  }

  get name(): string {
    return this.#name;
  }

  /** Makes lines ready; false at the end of all files. */
  async #fill(): Promise<boolean> {
    while (this.#at >= this.#ready.length) {
      if (!this.#reader) {
        const name = this.#names.shift();
        if (name === undefined) return false;
        try {
          this.#fd = openInput(this.#tool.process, name);
          this.#name = name;
          this.#reader = new LineReader(this.#tool.process, this.#fd, this.#delimiter);
        } catch (error) {
          await this.#tool.error(this.#tool.busybox ? `${name}: ${reason(error)}` : `can't read ${quoteIfNeeded(name)}: ${reason(error)}`);
          this.status = 2;
          continue;
        }
      }
      let batch: string[] | undefined;
      try {
        batch = await this.#reader.nextBatch();
      } catch (error) {
        const why = reason(error);
        await this.#tool.error(why === 'Is a directory' ? `couldn't read ${this.#name}: ${why}`.replace("couldn't read", 'read error on') : `read error on ${this.#name}: ${why}`);
        this.status = 2;
      }
      if (!batch) {
        closeInput(this.#tool.process, this.#fd);
        this.#reader = undefined;
        continue;
      }
      this.#ready = batch;
      this.#at = 0;
    }
    return true;
  }

  async next(): Promise<string | undefined> {
    if (this.#at >= this.#ready.length && !(await this.#fill())) return undefined;
    const line = this.#ready[this.#at++];
    this.number++;
    this.unterminated = this.#at >= this.#ready.length && (this.#reader?.unterminated ?? false);
    return line;
  }

  /** Whether no line is left. */
  async atEnd(): Promise<boolean> {
    return this.#at >= this.#ready.length && !(await this.#fill());
  }

  /** Whether it is known without reading that lines are left. */
  get hasReady(): boolean {
    return this.#at < this.#ready.length;
  }

  /** All that is left, as it is. */
  async rest(): Promise<string> {
    let text = '';
    for (let line = await this.next(); line !== undefined; line = await this.next()) text += line + (this.unterminated ? '' : String.fromCharCode(this.#delimiter));
    return text;
  }
}
