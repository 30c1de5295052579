/** Bytes of a terminal, one at a time; `pending` tells whether more are there or come within `ms`. */
export interface KeySource {
  /** The next byte; undefined when the terminal is gone. */
  next(): Promise<number | undefined>;
  pending(ms: number): Promise<boolean>;
}

/** The keys of a terminal with what was put back before them: macros, keys read too far. */
export class KeyReader {
  readonly #source: KeySource;
  #before: number[] = [];
  /** Keys of the macro that is being recorded. */
  recorded: number[] | undefined;
  /** Keys read since `forget`, for vi's `.`. */
  #taken: number[] = [];

  constructor(source: KeySource) {
    this.#source = source;
  }

  /** The next byte; undefined at the end of the input. */
  async next(): Promise<number | undefined> {
    const pushed = this.#before.shift();
    const byte = pushed ?? (await this.#source.next());
    if (byte === undefined) return undefined;
    if (pushed === undefined) this.recorded?.push(byte);
    this.#taken.push(byte);
    return byte;
  }

  /** The next character: a whole UTF-8 sequence. */
  async nextCharacter(): Promise<string | undefined> {
    const first = await this.next();
    return first === undefined ? undefined : this.rest(first);
  }

  /** The character that begins with the byte `first`. */
  async rest(first: number): Promise<string> {
    const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    const bytes = [first];
    while (bytes.length < length) {
      const next = await this.next();
      if (next === undefined) break;
      bytes.push(next);
    }
    return first < 0x80 ? String.fromCharCode(first) : new TextDecoder().decode(Uint8Array.from(bytes));
  }

  async pending(ms: number): Promise<boolean> {
    return this.#before.length > 0 || this.#source.pending(ms);
  }

  /** Puts keys (one character a byte) before all others. */
  unread(keys: string): void {
    this.#before.unshift(...[...keys].map((key) => key.charCodeAt(0)));
    this.#taken.length = Math.max(0, this.#taken.length - keys.length);
  }

  /** Gives up keys that were put back. */
  clear(): void {
    this.#before = [];
  }

  forget(): void {
    this.#taken = [];
  }

  get taken(): string {
    return String.fromCharCode(...this.#taken);
  }
}
