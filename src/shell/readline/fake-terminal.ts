/** A terminal for tests: it knows the sequences that our programs write, and shows its rows as text. */
export class FakeTerminal {
  readonly #columns: number;
  readonly #height: number;
  rows: string[][] = [[]];
  row = 0;
  column = 0;
  #other: { rows: string[][]; row: number; column: number } | undefined;

  constructor(columns: number, height = Infinity) {
    this.#columns = columns;
    this.#height = height;
  }

  write(text: string): void {
    for (const [, whole = '', parameters = '', final = ''] of text.matchAll(/(\x1b\[([0-9;?]*)([A-Za-z~])|[^])/gu)) {
      if (final !== '') this.#control(final, parameters);
      else if (whole === '\r') this.column = 0;
      else if (whole === '\n') this.#down();
      else if (whole >= ' ') this.#put(whole);
    }
    this.#line();
  }

  #control(final: string, parameters: string): void {
    const [first = '', second = ''] = parameters.split(';');
    const count = Number(first || '1');
    if (final === 'A') this.row = Math.max(0, this.row - count);
    else if (final === 'B') this.row += count;
    else if (final === 'C') this.column += count;
    else if (final === 'H') {
      this.row = count - 1;
      this.column = Number(second || '1') - 1;
    } else if (final === 'J') {
      if (first === '2') this.rows = [];
      else {
        this.rows.length = Math.min(this.rows.length, this.row + 1);
        this.#line().length = Math.min(this.column, this.#line().length);
      }
    } else if (final === 'K') this.#line().length = Math.min(this.column, this.#line().length);
    else if (parameters === '?1049' && final === 'h') {
      this.#other = { rows: this.rows, row: this.row, column: this.column };
      this.rows = [];
    } else if (parameters === '?1049' && this.#other) {
      Object.assign(this, this.#other);
      this.#other = undefined;
    }
  }

  #down(): void {
    this.row++;
    if (this.row < this.#height) return;
    this.rows.shift();
    this.row = this.#height - 1;
  }

  #put(character: string): void {
    if (this.column >= this.#columns) {
      this.#down();
      this.column = 0;
    }
    const line = this.#line();
    while (line.length < this.column) line.push(' ');
    line[this.column++] = character;
  }

  #line(): string[] {
    while (this.rows.length <= this.row) this.rows.push([]);
    return this.rows[this.row] ?? [];
  }

  get text(): string {
    return this.rows.map((row) => row.join('').trimEnd()).join('\n').trimEnd();
  }
}
