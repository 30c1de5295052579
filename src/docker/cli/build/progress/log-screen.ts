/** The last rows of a step's output: a small screen that knows line ends, carriage returns and scrolling, and skips colours. */
export class LogScreen {
  readonly #rows: number;
  #columns: number;
  readonly #content: string[][];
  #x = 0;
  #y = 0;

  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.#columns = Math.max(6, columns);
    this.#content = Array.from({ length: rows }, () => this.#blank());
  }

  #blank(): string[] {
    return Array.from({ length: this.#columns }, () => ' ');
  }

  resize(columns: number): void {
    const width = Math.max(6, columns);
    if (width === this.#columns) return;
    this.#columns = width;
    for (const row of this.#content) {
      row.length = Math.min(row.length, width);
      while (row.length < width) row.push(' ');
    }
  }

  write(text: string): void {
    for (const char of text.replace(/\x1b\[[0-9;?]*[A-Za-z]|\x1b./g, '')) {
      if (char === '\n') {
        this.#y++;
        this.#x = 0;
      } else if (char === '\r') this.#x = 0;
      else if (char === '\b') this.#x = Math.max(0, this.#x - 1);
      else if (char === '\t') do this.#put(' '); while (this.#x % 8 !== 0);
      else this.#put(char);
    }
  }

  #put(char: string): void {
    if (this.#x >= this.#columns) {
      this.#x = 0;
      this.#y++;
    }
    while (this.#y >= this.#rows) {
      this.#content.shift();
      this.#content.push(this.#blank());
      this.#y--;
    }
    const row = this.#content[this.#y];
    if (row) row[this.#x++] = char;
  }

  /** The rows that are not empty, padded to the width. */
  lines(): string[] {
    return this.#content.map((row) => row.join('')).filter((line) => line.trim() !== '');
  }
}
