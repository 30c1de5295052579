import { cellOf, cut, widthOf } from '../cells.ts';
import type { ScreenCursor } from '../full-screen.ts';
import { type Menu, menuRows } from './menus.ts';
import type { TextBuffer } from './text-buffer.ts';

/** A message of the status bar; `alert` is shown in red. */
export interface Status {
  text: string;
  alert: boolean;
}

/** What is shown. */
export interface ViewState {
  buffer: TextBuffer;
  title: string;
  /** `[1/2]` when several files are open. */
  place: string | undefined;
  top: number;
  numbers: boolean;
  showHelp: boolean;
  tabSize: number;
  readOnly: boolean;
  status: Status | undefined;
  /** A prompt in place of the status, with the text typed and the cursor in it. */
  prompt: { label: string; text: string; cursor: number } | undefined;
  menu: Menu | readonly [string, string];
  /** A place to show reversed: what is to be replaced. */
  spotlight: { row: number; start: number; end: number } | undefined;
}

/** Rows for the text. */
export function textRows(rows: number, showHelp: boolean): number {
  return Math.max(1, rows - (showHelp ? 4 : 2));
}

/** First column shown of the line with the cursor. */
function pageStart(column: number, width: number): number {
  if (column === 0 || column + 2 < width) return 0;
  return width > 8 ? column - 6 - ((column - 6) % (width - 8)) : column - (width - 2);
}

function titleBar(state: ViewState, columns: number): string {
  const upper = state.place ?? 'GNU nano 8.4';
  const flags = state.buffer.mark ? 'M' : '';
  const room = columns - (upper.length + 3) - 10;
  const title = state.title;
  const width = widthOf(title);
  const offset = upper.length + 3 + Math.floor((room - width) / 2);
  let bar = `  ${upper}`;
  bar = offset > bar.length ? bar.padEnd(offset) + title : `${bar} ...${title.slice(-Math.max(1, columns - bar.length - 8))}`;
  if (state.buffer.modified) bar += ' *';
  if (state.readOnly) bar = `${bar.padEnd(columns - 7 - flags.length)}View`;
  else if (flags) bar = `${bar.padEnd(columns - 6)}${flags}`;
  return `\x1b[7m${cut(bar, 0, columns).padEnd(columns - (widthOf(bar) - bar.length))}`;
}

/** One row of text from column `from` on: marks of what is cut off, the region reversed. */
function textRow(state: ViewState, row: number, from: number, width: number): string {
  const line = state.buffer.lines[row] ?? '';
  const region = state.buffer.region;
  const spotlight = state.spotlight?.row === row ? state.spotlight : undefined;
  const paint = (at: number): string => (spotlight && at >= spotlight.start && at < spotlight.end ? '\x1b[30;103m' : marked(at) ? '\x1b[7m' : '\x1b[0m');
  const marked = (at: number): boolean => {
    if (!region) return false;
    const [start, end] = region;
    return (row > start.row || (row === start.row && at >= start.at)) && (row < end.row || (row === end.row && at < end.at));
  };
  const total = widthOf(line, state.tabSize);
  if (!region && !spotlight) {
    if (from === 0 && total <= width) return cut(line, 0, width, state.tabSize);
  }
  let out = '';
  let column = 0;
  let used = 0;
  let paintNow = '\x1b[0m';
  const more = total > from + width;
  const limit = more ? width - 1 : width;
  if (from > 0) {
    out += '\x1b[7m<\x1b[27m';
    used = 1;
  }
  let at = 0;
  for (const character of line) {
    const cell = cellOf(character, column, state.tabSize);
    column += cell.width;
    const here = at;
    at += character.length;
    if (column <= from + (from > 0 ? 1 : 0)) continue;
    if (used + cell.width > limit) break;
    if (paint(here) !== paintNow) {
      if (paintNow !== '\x1b[0m') out += '\x1b[0m';
      paintNow = paint(here);
      if (paintNow !== '\x1b[0m') out += paintNow;
    }
    out += cell.text;
    used += cell.width;
  }
  if (paintNow !== '\x1b[0m') out += '\x1b[0m';
  if (more) out += `${' '.repeat(limit - used)}\x1b[7m>\x1b[27m`;
  return out;
}

function statusBar(state: ViewState, columns: number): { text: string; cursor: number | undefined } {
  const { prompt, status } = state;
  if (prompt) {
    const label = cut(prompt.label, 0, Math.max(1, columns - 5));
    const width = columns - widthOf(label);
    const column = widthOf(prompt.text.slice(0, prompt.cursor));
    const from = pageStart(column, width);
    const text = `${label}${cut(prompt.text, from, width)}`;
    return { text: `\x1b[7m${text}${' '.repeat(Math.max(0, columns - widthOf(text)))}`, cursor: widthOf(label) + column - from };
  }
  if (!status || status.text === '') return { text: '', cursor: undefined };
  const text = cut(status.text, 0, columns - 4);
  const start = Math.floor((columns - widthOf(text) - 4) / 2);
  return { text: `${' '.repeat(Math.max(0, start))}${status.alert ? '\x1b[1;37;41m' : '\x1b[7m'}[ ${text} ]`, cursor: undefined };
}

/** All rows of the screen and the cursor's place; `top` follows the cursor. */
export function render(state: ViewState, rows: number, columns: number): { rows: string[]; cursor: ScreenCursor; top: number } {
  const { buffer } = state;
  const height = textRows(rows, state.showHelp);
  let { top } = state;
  const { row } = buffer.cursor;
  if (row < top || row >= top + height) top = row < top - 1 || row > top + height ? Math.max(0, row - Math.floor(height / 2)) : row < top ? row : row - height + 1;
  const digits = state.numbers ? String(buffer.lines.length).length + 1 : 0;
  const margin = state.numbers ? digits + 1 : 0;
  const width = columns - margin;
  const column = widthOf(buffer.line.slice(0, buffer.cursor.at), state.tabSize);
  const from = pageStart(column, width);
  const out = [titleBar(state, columns)];
  for (let index = 0; index < height; index++) {
    const number = top + index;
    if (number >= buffer.lines.length) out.push('');
    else out.push(`${state.numbers ? `\x1b[7m${String(number + 1).padStart(digits)}\x1b[27m ` : ''}${textRow(state, number, number === row ? from : 0, width)}`);
  }
  const status = statusBar(state, columns);
  out.push(status.text);
  if (state.showHelp) out.push(...(typeof state.menu[0] === 'string' ? (state.menu as readonly [string, string]) : menuRows(state.menu as Menu, columns)));
  const cursor = status.cursor === undefined ? { row: 1 + row - top, column: margin + column - from } : { row: 1 + height, column: Math.min(columns - 1, status.cursor) };
  return { rows: out, cursor, top };
}
