import { displayWidth } from '../files/columns.ts';

/** A character as the screen shows it: tabs as blanks, control characters as `^X`. */
export function cellOf(character: string, column: number, tabSize = 8): { text: string; width: number } {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\t') {
    const width = tabSize - (column % tabSize);
    return { text: ' '.repeat(width), width };
  }
  if (code < 0x20 || code === 0x7f) return { text: `^${String.fromCharCode(code ^ 0x40)}`, width: 2 };
  if (code >= 0xd800 && code <= 0xdfff) return { text: '\ufffd', width: 1 };
  return { text: character, width: displayWidth(character) };
}

/** Columns that a text takes from column 0 on. */
export function widthOf(text: string, tabSize = 8): number {
  let column = 0;
  for (const character of text) column += cellOf(character, column, tabSize).width;
  return column;
}

/** The part of a text that stands in the columns from `from` on, at most `width` of them. */
export function cut(text: string, from: number, width: number, tabSize = 8): string {
  let column = 0;
  let out = '';
  let used = 0;
  for (const character of text) {
    const cell = cellOf(character, column, tabSize);
    const start = column;
    column += cell.width;
    if (column <= from && !(cell.width === 0 && start >= from)) continue;
    // A wide character that is cut in two leaves blanks.
    const piece = start < from ? (character === '\t' ? cell.text.slice(from - start) : ' '.repeat(column - from)) : cell.text;
    const size = start < from ? column - from : cell.width;
    if (used + size > width) {
      if (character === '\t') out += ' '.repeat(width - used);
      break;
    }
    out += piece;
    used += size;
  }
  return out;
}
