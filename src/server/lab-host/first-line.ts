/** Takes the first line off a stream and hands on the rest as it comes. */
export class FirstLine {
  /** The line, without its end; never resolves when there is none. */
  readonly line: Promise<string>;
  readonly #found: (line: string) => void;
  readonly #rest: (bytes: Uint8Array) => void;
  #start: Buffer | undefined = Buffer.alloc(0);

  constructor(rest: (bytes: Uint8Array) => void) {
    this.#rest = rest;
    const { promise, resolve } = Promise.withResolvers<string>();
    this.line = promise;
    this.#found = resolve;
  }

  write(bytes: Uint8Array): void {
    if (!this.#start) return this.#rest(bytes);
    const start = Buffer.concat([this.#start, bytes]);
    const end = start.indexOf(10);
    if (end < 0) {
      this.#start = start;
      return;
    }
    this.#start = undefined;
    this.#found(start.toString('utf8', 0, end));
    if (end + 1 < start.length) this.#rest(start.subarray(end + 1));
  }
}
