import { displayWidth } from '../../files/columns.ts';

/** How lines become rows. */
export interface LayoutOptions {
  width: number;
  chop: boolean;
  /** Columns shifted to the right. */
  shift: number;
  /** Escape sequences of colours go through. */
  raw: boolean;
  /** Shown before the line. */
  prefix: string;
  prefixWidth: number;
  highlight: RegExp | undefined;
}

interface Cell {
  text: string;
  width: number;
  style: string;
  reversed: boolean;
}

/** Overstrikes of nroff: `x\bx` is bold, `_\bx` underlined. */
function unstrike(line: string): { text: string; styles: Map<number, string> } {
  const styles = new Map<number, string>();
  if (!line.includes('\b')) return { text: line, styles };
  let text = '';
  const characters = [...line];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? '';
    if (characters[index + 1] === '\b' && characters[index + 2] !== undefined) {
      const over = characters[index + 2] ?? '';
      styles.set(text.length, character === over ? '\x1b[1m' : '\x1b[4m');
      text += character === '_' ? over : over === '_' ? character : over;
      index += 2;
    } else text += character;
  }
  return { text, styles };
}

function cells(line: string, { raw, highlight }: LayoutOptions): Cell[] {
  const { text, styles } = unstrike(line);
  const out: Cell[] = [];
  const marked = new Set<number>();
  const plain = raw ? text.replace(/\x1b\[[0-9;:]*m/g, (match) => '\0'.repeat(match.length)) : text;
  if (highlight) highlight.lastIndex = 0;
  if (highlight) for (const match of plain.matchAll(highlight)) for (let at = match.index; at < match.index + match[0].length; at++) marked.add(at);
  let style = '';
  let column = 0;
  for (let at = 0; at < text.length;) {
    const escape = raw ? /^\x1b\[[0-9;:]*m/.exec(text.slice(at, at + 40)) : null;
    if (escape) {
      style = /\[0*m$/.test(escape[0]) ? '' : style + escape[0];
      at += escape[0].length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const code = character.codePointAt(0) ?? 0;
    const reversed = marked.has(at);
    const put = (shown: string, width: number, special = false): void => {
      out.push({ text: shown, width, style: styles.get(at) ?? style, reversed: reversed || special });
      column += width;
    };
    if (character === '\t') for (let blanks = 8 - (column % 8); blanks > 0; blanks--) put(' ', 1);
    else if (code === 0x1b) put('ESC', 3, true);
    else if (character === '\r' && at === text.length - 1) put('^M', 2, true);
    else if (code < 0x20 || code === 0x7f) put(`^${String.fromCharCode(code ^ 0x40)}`, 2, true);
    else if (code >= 0xd800 && code <= 0xdfff) put(`<${(code & 0xff).toString(16).toUpperCase()}>`, 4, true);
    else put(character, displayWidth(character));
    at += character.length;
  }
  return out;
}

function paint(row: readonly Cell[]): string {
  let out = '';
  let now = '';
  for (const cell of row) {
    const wanted = cell.style + (cell.reversed ? '\x1b[7m' : '');
    if (wanted !== now) {
      out += now === '' ? wanted : `\x1b[0m${wanted}`;
      now = wanted;
    }
    out += cell.text;
  }
  return now === '' ? out : `${out}\x1b[0m`;
}

/** The rows that a line takes on the screen. */
export function layOutLine(line: string, options: LayoutOptions): string[] {
  const width = Math.max(4, options.width - options.prefixWidth);
  const all = cells(line, options);
  if (options.chop || options.shift > 0) {
    let column = 0;
    const from = all.findIndex((cell) => {
      column += cell.width;
      return column > options.shift;
    });
    const row: Cell[] = [];
    let used = 0;
    for (const cell of from < 0 ? [] : all.slice(from)) {
      if (used + cell.width > width) {
        while (used > width - 1) used -= row.pop()?.width ?? used;
        row.push({ text: '>', width: 1, style: '', reversed: true });
        break;
      }
      row.push(cell);
      used += cell.width;
    }
    return [options.prefix + paint(row)];
  }
  const rows: string[] = [];
  let row: Cell[] = [];
  let used = 0;
  for (const cell of all) {
    if (used + cell.width > width) {
      rows.push(options.prefix + paint(row));
      row = [];
      used = 0;
    }
    row.push(cell);
    used += cell.width;
  }
  rows.push(options.prefix + paint(row));
  return rows;
}
