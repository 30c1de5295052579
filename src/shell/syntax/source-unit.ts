/** A text that was parsed: a script, a line, an eval string, the inside of backquotes. Positions of nodes are offsets in it. */
export class SourceUnit {
  readonly text: string;
  /** Number of the text's first line. */
  readonly firstLine: number;
  #starts: number[] | undefined;

  constructor(text: string, firstLine = 1) {
    this.text = text;
    this.firstLine = firstLine;
  }

  /** Line number of an offset. */
  line(pos: number): number {
    if (!this.#starts) {
      this.#starts = [0];
      for (let index = this.text.indexOf('\n'); index >= 0; index = this.text.indexOf('\n', index + 1)) this.#starts.push(index + 1);
    }
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= pos) low = middle;
      else high = middle - 1;
    }
    return this.firstLine + low;
  }
}
