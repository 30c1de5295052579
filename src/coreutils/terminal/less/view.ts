import { layOutLine } from './layout.ts';
import type { LessOptions } from './options.ts';
import type { TextSource } from './source.ts';

/** A row of the text: a line, and which of its rows. */
export interface Place {
  line: number;
  row: number;
}

/** A text as rows of a screen: wrapped or cut, numbered, filtered. */
export class TextView {
  readonly source: TextSource;
  readonly options: LessOptions;
  columns = 80;
  shift = 0;
  highlight: RegExp | undefined;
  filter: { pattern: RegExp; not: boolean } | undefined;

  constructor(source: TextSource, options: LessOptions) {
    this.source = source;
    this.options = options;
  }

  #shown(line: number): boolean {
    const text = this.source.lines[line];
    if (text === undefined) return false;
    if (this.options.squeeze && text === '' && line > 0 && this.source.lines[line - 1] === '') return false;
    if (!this.filter) return true;
    this.filter.pattern.lastIndex = 0;
    return this.filter.pattern.test(text) !== this.filter.not;
  }

  /** The rows of a line. */
  rows(line: number): string[] {
    const { numbers, chop, raw } = this.options;
    return layOutLine(this.source.lines[line] ?? '', {
      width: this.columns, chop, raw, shift: this.shift, highlight: this.options.highlight ? this.highlight : undefined, prefix: numbers ? `${' '.repeat(Math.max(0, 7 - String(line + 1).length))}\x1b[1m${line + 1}\x1b[0m ` : '', prefixWidth: numbers ? 8 : 0,
    });
  }

  /** The first line at or after `line` that is shown. */
  async firstFrom(line: number): Promise<number | undefined> {
    for (let at = Math.max(0, line); ; at++) {
      await this.source.ensure(at);
      if (at >= this.source.lines.length) return undefined;
      if (this.#shown(at)) return at;
    }
  }

  async next({ line, row }: Place): Promise<Place | undefined> {
    if (row + 1 < this.rows(line).length) return { line, row: row + 1 };
    const following = await this.firstFrom(line + 1);
    return following === undefined ? undefined : { line: following, row: 0 };
  }

  previous({ line, row }: Place): Place | undefined {
    if (row > 0) return { line, row: row - 1 };
    for (let at = line - 1; at >= 0; at--) if (this.#shown(at)) return { line: at, row: this.rows(at).length - 1 };
    return undefined;
  }

  /** Rows from `top` on; `last` is the place of the last one, `end` that nothing follows. */
  async page(top: Place, height: number): Promise<{ rows: string[]; last: Place; end: boolean }> {
    const rows: string[] = [];
    let last = top;
    let place: Place | undefined = this.source.lines.length > top.line || (await this.firstFrom(top.line)) !== undefined ? top : undefined;
    while (place && rows.length < height) {
      rows.push(this.rows(place.line)[place.row] ?? '');
      last = place;
      place = await this.next(place);
    }
    return { rows, last, end: place === undefined };
  }

  /** The place whose page ends with the last row of the text. */
  lastTop(height: number): Place {
    let last = this.source.lines.length - 1;
    while (last > 0 && !this.#shown(last)) last--;
    let place: Place = { line: Math.max(0, last), row: Math.max(0, this.rows(Math.max(0, last)).length - 1) };
    for (let left = height - 1; left > 0; left--) {
      const before = this.previous(place);
      if (!before) break;
      place = before;
    }
    return place;
  }
}
