import { characterWidth } from '../text/width.ts';

/** Where a character ends up: row and column counted from the start of the prompt's last line. */
interface Place {
  row: number;
  column: number;
}

/** A part of the text that is shown reversed. */
export interface Highlight {
  start: number;
  end: number;
}

/** Shows prompt and line on a terminal and keeps track of the cursor, over as many rows as it takes. */
export class LineScreen {
  #columns: number;
  #head = '';
  #prompt = '';
  #promptWidth = 0;
  #shown: string[] = [];
  #highlight: Highlight | undefined;
  #cursor: Place = { row: 0, column: 0 };
  readonly #write: (text: string) => Promise<void>;

  constructor(write: (text: string) => Promise<void>, columns: number) {
    this.#write = write;
    this.#columns = Math.max(columns, 2);
  }

  /** Prints a prompt; its last line is what the text follows. `\x01`…`\x02` enclose what has no width. */
  async start(prompt: string): Promise<void> {
    this.#head = prompt.slice(0, prompt.lastIndexOf('\n') + 1).replace(/[\x01\x02]/g, '');
    this.#setPrompt(prompt.slice(prompt.lastIndexOf('\n') + 1));
    this.#shown = [];
    await this.#write(this.#head.replace(/\r?\n/g, '\r\n') + this.#prompt);
    this.#cursor = this.#place([], 0);
    if (this.#promptWidth > 0 && this.#cursor.column === 0) await this.#write(' \r');
  }

  #setPrompt(last: string): void {
    this.#prompt = last.replace(/[\x01\x02]/g, '');
    // Colours have no width, marked or not.
    const visible = last.replace(/\x01[^\x02]*\x02/g, '').replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '').replace(/\x1b\][^\x07]*(?:\x07|\x1b\\)/g, '');
    this.#promptWidth = [...visible].reduce((width, character) => width + characterWidth(character.codePointAt(0) ?? 0), 0);
  }

  /** What one character looks like: control characters as `^X`, tabs as blanks, stray bytes in octal. */
  #cells(character: string, column: number): { text: string; width: number } {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\t') {
      const width = 8 - (column % 8);
      return { text: ' '.repeat(width), width };
    }
    if (code < 0x20 || code === 0x7f) return { text: `^${String.fromCharCode(code ^ 0x40)}`, width: 2 };
    if (code >= 0xdc80 && code <= 0xdcff) return { text: `\\${(code & 0xff).toString(8)}`, width: 4 };
    return { text: character, width: characterWidth(code) };
  }

  /** The place after a character that stands at `place`. */
  #advance(place: Place, character: string): Place {
    if (character === '\n') return { row: place.row + 1, column: 0 };
    const { width } = this.#cells(character, place.column);
    let { row, column } = place;
    if (column + width > this.#columns && character !== '\t') {
      row++;
      column = 0;
    }
    column += width;
    return column >= this.#columns ? { row: row + 1, column: 0 } : { row, column };
  }

  /** Place of position `position` in the text. */
  #place(characters: readonly string[], position: number): Place {
    let place: Place = { row: Math.floor(this.#promptWidth / this.#columns), column: this.#promptWidth % this.#columns };
    for (let index = 0; index < position; index++) place = this.#advance(place, characters[index] ?? '');
    // A wide character that does not fit goes to the next row.
    const next = characters[position];
    if (next !== undefined && next !== '\n' && next !== '\t' && place.column + this.#cells(next, place.column).width > this.#columns) return { row: place.row + 1, column: 0 };
    return place;
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
  async show(characters: readonly string[], cursor: number, highlight?: Highlight): Promise<void> {
    const shown = this.#shown;
    let same = 0;
    while (same < shown.length && same < characters.length && shown[same] === characters[same]) same++;
    if (this.#highlight?.start !== highlight?.start || this.#highlight?.end !== highlight?.end) same = Math.min(same, this.#highlight?.start ?? same, highlight?.start ?? same);
    this.#highlight = highlight;
    // A combining mark is drawn with what it stands on.
    while (same > 0 && characters[same] !== undefined && this.#cells(characters[same] ?? '', 0).width === 0) same--;
    let out = '';
    if (same < shown.length || same < characters.length) {
      out += this.#move(this.#place(characters, same));
      out += this.#print(characters, same);
      if (shown.length > same) out += '\x1b[J';
      this.#shown = [...characters];
    }
    out += this.#move(this.#place(characters, cursor));
    if (out !== '') await this.#write(out);
  }

  /** Text from `from` on, with the cursor left after it. */
  #print(characters: readonly string[], from: number): string {
    let out = '';
    let place = this.#place(characters, from);
    const mark = this.#highlight;
    let wrapped = false;
    for (let index = from; index < characters.length; index++) {
      const character = characters[index] ?? '';
      if (mark && mark.end > mark.start && index === mark.start) out += '\x1b[7m';
      if (mark && mark.end > mark.start && index === mark.end) out += '\x1b[27m';
      if (character === '\n') {
        out += wrapped ? ' \r\x1b[K\r\n' : '\x1b[K\r\n';
        wrapped = false;
        place = { row: place.row + 1, column: 0 };
        continue;
      }
      const cells = this.#cells(character, place.column);
      if (place.column + cells.width > this.#columns && character !== '\t') place = { row: place.row + 1, column: 0 };
      out += cells.text;
      place = this.#advance(place, character);
      wrapped = place.column === 0;
      if (wrapped && character === '\t') {
        out += '\r\n';
        wrapped = false;
      }
    }
    // A terminal stays in the last column until more comes. It wraps by itself, so that it knows the rows as one line.
    if (wrapped) out += ' \r';
    if (mark && mark.end > mark.start && mark.end >= characters.length) out += '\x1b[27m';
    this.#cursor = place;
    return out;
  }

  /** Leaves the line: the cursor goes below it, or stays where it has a row to itself. */
  async finish(characters: readonly string[]): Promise<void> {
    const end = this.#place(characters, characters.length);
    await this.#write(`${this.#move(end)}${end.row > 0 && end.column === 0 && characters.at(-1) !== '\n' ? '' : '\r\n'}`);
  }

  /** Leaves the line as it is, with `sign` at the cursor. */
  async leave(characters: readonly string[], sign: string): Promise<void> {
    const down = this.#place(characters, characters.length).row - this.#cursor.row;
    await this.#write(`${sign}${down > 0 ? `\x1b[${down}B` : ''}\r\n`);
  }

  /** Draws everything anew, after a list of completions or another size. */
  async redraw(characters: readonly string[], cursor: number): Promise<void> {
    await this.#write(this.#head.replace(/\r?\n/g, '\r\n') + this.#prompt);
    this.#shown = [];
    this.#cursor = this.#place([], 0);
    if (this.#promptWidth > 0 && this.#cursor.column === 0) await this.#write(' \r');
    await this.show(characters, cursor);
  }

  /** Takes the line and the prompt's last line off the screen. */
  async erase(): Promise<void> {
    await this.#write(`\r${this.#cursor.row > 0 ? `\x1b[${this.#cursor.row}A` : ''}\x1b[J`);
    this.#cursor = { row: 0, column: 0 };
    this.#shown = [];
  }

  /** Draws the line anew where it is. */
  async refresh(characters: readonly string[], cursor: number): Promise<void> {
    await this.erase();
    const head = this.#head;
    this.#head = '';
    await this.redraw(characters, cursor);
    this.#head = head;
  }

  /** The terminal's width changed. */
  async resize(columns: number, characters: readonly string[], cursor: number): Promise<void> {
    if (columns === this.#columns) return;
    // The rows of the line with the cursor stay as they were: terminals leave its wrapping to who drew it.
    const up = this.#cursor.row;
    await this.#write(`\r${up > 0 ? `\x1b[${up}A` : ''}\x1b[J`);
    this.#cursor = { row: 0, column: 0 };
    this.#columns = Math.max(columns, 2);
    await this.refresh(characters, cursor);
  }

  /** Clears the screen and draws at its top. */
  async clear(characters: readonly string[], cursor: number): Promise<void> {
    await this.#write('\x1b[H\x1b[2J');
    await this.redraw(characters, cursor);
  }

  /** Another prompt on the same line, as incremental search shows. */
  async changePrompt(prompt: string, characters: readonly string[], cursor: number, highlight?: Highlight): Promise<void> {
    await this.erase();
    this.#setPrompt(prompt.slice(prompt.lastIndexOf('\n') + 1));
    await this.#write(this.#prompt);
    this.#cursor = this.#place([], 0);
    if (this.#promptWidth > 0 && this.#cursor.column === 0) await this.#write(' \r');
    await this.show(characters, cursor, highlight);
  }
}
