import { characterWidth } from '../text/width.ts';

/** Where a character ends up: row and column counted from the start of the prompt's last line. */
interface Place {
  row: number;
  column: number;
}

/** Shows prompt and line on a terminal and keeps track of the cursor, over as many rows as it takes. */
export class LineScreen {
  #columns: number;
  #prompt = '';
  #promptWidth = 0;
  #shown: string[] = [];
  #cursor: Place = { row: 0, column: 0 };
  readonly #write: (text: string) => Promise<void>;

  constructor(write: (text: string) => Promise<void>, columns: number) {
    this.#write = write;
    this.#columns = Math.max(columns, 2);
  }

  /** Prints a prompt; its last line is what the text follows. `\x01`…`\x02` enclose what has no width. */
  async start(prompt: string): Promise<void> {
    const newline = prompt.lastIndexOf('\n');
    const head = newline < 0 ? '' : prompt.slice(0, newline + 1);
    const last = prompt.slice(newline + 1);
    this.#prompt = last.replace(/[\x01\x02]/g, '');
    // Colours have no width, marked or not.
    const visible = last.replace(/\x01[^\x02]*\x02/g, '').replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '').replace(/\x1b\][^\x07]*\x07/g, '');
    this.#promptWidth = [...visible].reduce((width, character) => width + characterWidth(character.codePointAt(0) ?? 0), 0);
    this.#shown = [];
    await this.#write(head.replace(/[\x01\x02]/g, '') + this.#prompt);
    this.#cursor = this.#place([], 0);
    if (this.#promptWidth > 0 && this.#cursor.column === 0) await this.#write('\r\n');
  }

  /** What one character looks like: control characters as `^X`, newlines as line breaks. */
  #cells(character: string): { text: string; width: number } {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\t') return { text: '    ', width: 4 };
    if (code < 0x20) return { text: `^${String.fromCharCode(code + 0x40)}`, width: 2 };
    return { text: character, width: characterWidth(code) };
  }

  /** Place of position `position` in the text. */
  #place(characters: readonly string[], position: number): Place {
    let row = Math.floor(this.#promptWidth / this.#columns);
    let column = this.#promptWidth % this.#columns;
    for (let index = 0; index < position; index++) {
      const character = characters[index] ?? '';
      if (character === '\n') {
        row++;
        column = 0;
        continue;
      }
      const { width } = this.#cells(character);
      if (column + width > this.#columns) {
        row++;
        column = 0;
      }
      column += width;
      if (column >= this.#columns) {
        row++;
        column = 0;
      }
    }
    // A wide character that does not fit goes to the next row.
    const next = characters[position];
    if (next !== undefined && next !== '\n' && column + this.#cells(next).width > this.#columns) return { row: row + 1, column: 0 };
    return { row, column };
  }

  #move(to: Place): string {
    let out = '';
    if (to.row < this.#cursor.row) out += `\x1b[${this.#cursor.row - to.row}A`;
    else if (to.row > this.#cursor.row) out += `\x1b[${to.row - this.#cursor.row}B`;
    if (to.column !== this.#cursor.column) out += to.column === 0 ? '\r' : `\r\x1b[${to.column}C`;
    this.#cursor = to;
    return out;
  }

  /** Draws what changed. */
  async show(characters: readonly string[], cursor: number): Promise<void> {
    let same = 0;
    while (same < this.#shown.length && same < characters.length && this.#shown[same] === characters[same]) same++;
    let out = '';
    if (same < this.#shown.length || same < characters.length) {
      out += this.#move(this.#place(characters, same));
      out += this.#print(characters, same);
      if (this.#shown.length > same) out += '\x1b[J';
      this.#shown = [...characters];
    }
    out += this.#move(this.#place(characters, cursor));
    if (out !== '') await this.#write(out);
  }

  /** Text from `from` on, with the cursor left after it. */
  #print(characters: readonly string[], from: number): string {
    let out = '';
    for (let index = from; index < characters.length; index++) {
      const character = characters[index] ?? '';
      const before = this.#place(characters, index);
      if (character === '\n') {
        out += '\x1b[K\r\n';
        this.#cursor = { row: before.row + 1, column: 0 };
        continue;
      }
      const cells = this.#cells(character);
      if (before.row > this.#cursor.row) {
        out += '\r\n';
        this.#cursor = before;
      }
      out += cells.text;
      this.#cursor = { row: before.row, column: before.column + cells.width };
      // A terminal stays in the last column until more comes: go on to the next row now.
      if (this.#cursor.column >= this.#columns) {
        out += '\r\n';
        this.#cursor = { row: before.row + 1, column: 0 };
      }
    }
    return out;
  }

  /** Leaves the line: the cursor goes below it, or stays where it has a row to itself. */
  async finish(characters: readonly string[]): Promise<void> {
    const end = this.#place(characters, characters.length);
    await this.#write(`${this.#move(end)}${end.row > 0 && end.column === 0 ? '' : '\r\n'}`);
  }

  /** Draws everything anew, after a list of completions or another size. */
  async redraw(characters: readonly string[], cursor: number): Promise<void> {
    await this.#write(this.#prompt);
    this.#shown = [];
    this.#cursor = this.#place([], 0);
    await this.show(characters, cursor);
  }

  /** The terminal's width changed: the terminal has wrapped the lines anew by itself. */
  async resize(columns: number, characters: readonly string[], cursor: number): Promise<void> {
    if (columns === this.#columns) return;
    this.#columns = Math.max(columns, 2);
    const here = this.#place(characters, cursor);
    await this.#write(`\r${here.row > 0 ? `\x1b[${here.row}A` : ''}\x1b[J`);
    await this.redraw(characters, cursor);
  }

  /** Clears the screen and draws at its top. */
  async clear(characters: readonly string[], cursor: number): Promise<void> {
    await this.#write('\x1b[H\x1b[2J');
    await this.redraw(characters, cursor);
  }

  /** Another prompt on the same line, as incremental search shows. */
  async changePrompt(prompt: string, characters: readonly string[], cursor: number): Promise<void> {
    const up = this.#cursor.row > 0 ? `\x1b[${this.#cursor.row}A` : '';
    await this.#write(`\r${up}\x1b[J`);
    await this.start(prompt);
    await this.show(characters, cursor);
  }
}
