import { cellOf, widthOf } from '../cells.ts';
import { closeBuffer, execute, insertFile, writeOut } from './files.ts';
import { gotoLine, replace, search, searchAgain } from './search.ts';
import type { NanoSession } from './session.ts';
import type { Position } from './text-buffer.ts';

type Action = (session: NanoSession) => Promise<void> | void;

function vertical(session: NanoSession, by: number): void {
  const { text, settings } = session;
  const row = Math.max(0, Math.min(text.lines.length - 1, text.cursor.row + by));
  if (row === text.cursor.row) {
    if (by < 0) text.cursor = { row, at: 0 };
    return;
  }
  const wanted = text.wanted ?? widthOf(text.line.slice(0, text.cursor.at), settings.tabSize);
  const line = text.lines[row] ?? '';
  let column = 0;
  let at = 0;
  for (const character of line) {
    const { width } = cellOf(character, column, settings.tabSize);
    if (column + width > wanted) break;
    column += width;
    at += character.length;
  }
  text.cursor = { row, at };
  text.wanted = wanted;
}

const move = (session: NanoSession, place: Position): void => {
  session.text.cursor = place;
  session.text.wanted = undefined;
};

/** A page on or back: the screen goes with the cursor. */
function page(session: NanoSession, direction: 1 | -1): void {
  const { current, text, height } = session;
  const by = Math.max(1, height - 2) * direction;
  const before = text.cursor.row;
  vertical(session, by);
  current.top = Math.max(0, Math.min(Math.max(0, text.lines.length - 1), current.top + (text.cursor.row - before)));
}

function cutLine(session: NanoSession): void {
  const { text, settings } = session;
  const { region } = text;
  const more = session.lastKey === '^K' ? session.cut : '';
  if (region) {
    session.cut = text.slice(...region);
    text.replace(region[0], region[1], '', 'cut');
    text.mark = undefined;
    return;
  }
  const { row, at } = text.cursor;
  const last = row === text.lines.length - 1;
  const start = settings.cutToEnd ? { row, at } : { row, at: 0 };
  const end = settings.cutToEnd && at < text.line.length ? { row, at: text.line.length } : last ? { row, at: text.line.length } : { row: row + 1, at: 0 };
  const cut = text.slice(start, end);
  if (cut === '') return session.say('Nothing was cut');
  session.cut = more + cut;
  text.replace(start, end, '', 'cut');
  return undefined;
}

function copyLine(session: NanoSession): void {
  const { text } = session;
  const { region } = text;
  if (region) {
    session.cut = text.slice(...region);
    text.mark = undefined;
    return;
  }
  const { row } = text.cursor;
  const more = session.lastKey === 'M-6' || session.lastKey === 'M-^' ? session.cut : '';
  session.cut = `${more}${text.line}\n`;
  if (row + 1 < text.lines.length) move(session, { row: row + 1, at: 0 });
}

function newline(session: NanoSession): void {
  const { text, settings } = session;
  const indent = settings.indent ? /^[ \t]*/.exec(text.line.slice(0, text.cursor.at))?.[0] ?? '' : '';
  text.insert(`\n${indent}`, 'line break');
}

function tab(session: NanoSession): void {
  const { text, settings } = session;
  if (text.region && text.region[0].row !== text.region[1].row) return indent(session, 1);
  const column = widthOf(text.line.slice(0, text.cursor.at), settings.tabSize);
  return text.insert(settings.tabs ? '\t' : ' '.repeat(settings.tabSize - (column % settings.tabSize)));
}

function indent(session: NanoSession, direction: 1 | -1): void {
  const { text, settings } = session;
  const [from, to] = text.region ?? [text.cursor, text.cursor];
  const unit = settings.tabs ? '\t' : ' '.repeat(settings.tabSize);
  const { mark, cursor } = text;
  const lines = text.lines.slice(from.row, to.row + 1).map((line) => (direction > 0 ? (line === '' ? '' : unit + line) : line.replace(/^(?:\t| {1,8})/, '')));
  text.replace({ row: from.row, at: 0 }, { row: to.row, at: (text.lines[to.row] ?? '').length }, lines.join('\n'), direction > 0 ? 'indent' : 'unindent');
  text.mark = mark;
  move(session, { row: cursor.row, at: Math.max(0, Math.min((text.lines[cursor.row] ?? '').length, cursor.at + direction * unit.length)) });
}

function comment(session: NanoSession): void {
  const { text } = session;
  const [from, to] = text.region ?? [text.cursor, text.cursor];
  const lines = text.lines.slice(from.row, to.row + 1);
  const remove = lines.every((line) => line === '' || line.startsWith('#'));
  text.replace({ row: from.row, at: 0 }, { row: to.row, at: (text.lines[to.row] ?? '').length }, lines.map((line) => (line === '' ? line : remove ? line.slice(1) : `#${line}`)).join('\n'), remove ? 'uncomment' : 'comment');
}

function remove(session: NanoSession, from: Position, to: Position): void {
  session.text.replace(from, to, '', 'deletion');
}

/** ^C: where the cursor is. */
function location(session: NanoSession): void {
  const { text, settings } = session;
  const { row, at } = text.cursor;
  const column = widthOf(text.line.slice(0, at), settings.tabSize) + 1;
  const columns = widthOf(text.line, settings.tabSize) + 1;
  const count = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + [...line].length + 1, 0);
  const character = count(text.lines.slice(0, row)) + [...text.line.slice(0, at)].length;
  const characters = count(text.lines) - 1;
  const percent = (part: number, whole: number): string => String(whole === 0 ? 0 : Math.floor((100 * part) / whole));
  const width = Math.max(2, String(text.lines.length).length);
  session.say(`line ${String(row + 1).padStart(width)}/${text.lines.length} (${percent(row + 1, text.lines.length)}%), col ${String(column).padStart(2)}/${String(columns).padStart(2)} (${percent(column, columns).padStart(3)}%), char ${String(character).padStart(String(characters).length)}/${characters} (${percent(character, characters).padStart(2)}%)`);
}

function count(session: NanoSession): void {
  const { text } = session;
  const content = text.region ? text.slice(...text.region) : text.text;
  const number = (value: number, word: string): string => `${value} ${word}${value === 1 ? '' : 's'}`;
  session.say(`${text.region ? 'In Selection:  ' : ''}${number(content === '' ? 0 : content.split('\n').length - (content.endsWith('\n') ? 1 : 0), 'line')},  ${number(content.split(/[^\p{L}\p{N}_]+/u).filter(Boolean).length, 'word')},  ${number([...content].length, 'character')}`);
}

/** M-]: to the bracket that belongs to the one under the cursor. */
function bracket(session: NanoSession): void {
  const { text } = session;
  const pairs = '()[]{}<>';
  const own = text.line[text.cursor.at] ?? '';
  const index = own === '' ? -1 : pairs.indexOf(own);
  if (index < 0) return session.say('Not a bracket');
  const other = pairs[index ^ 1];
  let depth = 0;
  for (let place = text.cursor, before: Position | undefined; place !== before;) {
    const character = (text.lines[place.row] ?? '')[place.at];
    if (character === own) depth++;
    else if (character === other && --depth === 0) return move(session, place);
    const next = index % 2 === 0 ? text.next(place) : text.previous(place);
    if (next.row === place.row && next.at === place.at) break;
    before = undefined;
    place = next;
  }
  return session.say('No matching bracket');
}

/** ^J: the lines of the paragraph are filled anew, 8 columns short of the screen. */
function justify(session: NanoSession): void {
  const { text } = session;
  let first = text.cursor.row;
  while (first < text.lines.length && (text.lines[first] ?? '').trim() === '') first++;
  while (first > 0 && (text.lines[first - 1] ?? '').trim() !== '') first--;
  let last = first;
  while (last + 1 < text.lines.length && (text.lines[last + 1] ?? '').trim() !== '') last++;
  if ((text.lines[first] ?? '').trim() === '') return;
  const width = Math.max(20, session.screen.size.columns - 8);
  const out: string[] = [];
  let line = '';
  for (const word of text.lines.slice(first, last + 1).join(' ').trim().split(/\s+/)) {
    if (line !== '' && widthOf(`${line} ${word}`) > width) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  out.push(line);
  text.replace({ row: first, at: 0 }, { row: last, at: (text.lines[last] ?? '').length }, out.join('\n'), 'justification');
  session.say('Justified paragraph');
}

const toggle = (name: 'numbers' | 'help' | 'indent' | 'constant' | 'cutToEnd', words: string): Action => (session) => {
  session.settings[name] = !session.settings[name];
  session.say(`${words} ${session.settings[name] ? 'enabled' : 'disabled'}`);
};

const paragraph = (step: 1 | -1): Action => (session) => {
  const { text } = session;
  const blank = (row: number): boolean => (text.lines[row] ?? '').trim() === '';
  let { row } = text.cursor;
  row += step;
  while (row > 0 && row < text.lines.length - 1 && blank(row)) row += step;
  while (row > 0 && row < text.lines.length - 1 && !blank(row)) row += step;
  move(session, { row: Math.max(0, Math.min(text.lines.length - 1, row)), at: 0 });
};

const buffer = (step: 1 | -1): Action => (session) => {
  if (session.buffers.length === 1) return session.say('No more open file buffers');
  session.at = (session.at + step + session.buffers.length) % session.buffers.length;
  const { current } = session;
  session.say(`${current.path === '' ? 'New Buffer' : current.path} -- ${current.text.count} line${current.text.count === 1 ? '' : 's'}`);
  return undefined;
};

const undo = (redo: boolean): Action => (session) => {
  const name = redo ? session.text.redo() : session.text.undo();
  session.say(name === undefined ? `Nothing to ${redo ? 're-do' : 'undo'}` : `${redo ? 'Redid' : 'Undid'} ${name}`);
};

const table: [keys: string, action: Action][] = [
  ['left ^B', (s) => move(s, s.text.previous(s.text.cursor))],
  ['right', (s) => move(s, s.text.next(s.text.cursor))],
  ['up ^P', (s) => vertical(s, -1)],
  ['down ^N', (s) => vertical(s, 1)],
  ['home ^A', (s) => move(s, { row: s.text.cursor.row, at: 0 })],
  ['end ^E', (s) => move(s, { row: s.text.cursor.row, at: s.text.line.length })],
  ['pageup ^Y', (s) => page(s, -1)],
  ['pagedown ^V', (s) => page(s, 1)],
  ['M-\\ C-home', (s) => move(s, { row: 0, at: 0 })],
  ['M-/ C-end', (s) => {
    move(s, { row: s.text.lines.length - 1, at: (s.text.lines.at(-1) ?? '').length });
    s.current.top = Math.max(0, s.text.lines.length - s.height);
  }],
  ['C-left M-left', (s) => move(s, s.text.word(-1))],
  ['C-right M-right M-space', (s) => move(s, s.text.word(1))],
  ['C-up M-7', paragraph(-1)], ['C-down M-8', paragraph(1)],
  ['M-up M--', (s) => void (s.current.top = Math.max(0, s.current.top - 1))],
  ['M-down M-+ M-=', (s) => void (s.current.top += 1)],
  ['enter', newline], ['tab', tab],
  ['backspace', (s) => remove(s, s.text.previous(s.text.cursor), s.text.cursor)],
  ['delete ^D', (s) => remove(s, s.text.cursor, s.text.next(s.text.cursor))],
  ['M-backspace', (s) => remove(s, s.text.word(-1), s.text.cursor)],
  ['C-delete', (s) => remove(s, s.text.cursor, s.text.word(1))],
  ['^K', cutLine], ['M-6 M-^', copyLine], ['^U', (s) => s.text.insert(s.cut, 'paste')],
  ['M-t M-T', (s) => remove(s, s.text.cursor, { row: s.text.lines.length - 1, at: (s.text.lines.at(-1) ?? '').length })],
  ['M-u M-U', undo(false)], ['M-e M-E', undo(true)],
  ['M-a M-A ^^', (s) => {
    s.text.mark = s.text.mark ? undefined : { ...s.text.cursor };
    s.say(s.text.mark ? 'Mark Set' : 'Mark Unset');
  }],
  ['^W ^F F6', (s) => search(s)], ['^Q', (s) => search(s, true)], ['M-w M-W', (s) => searchAgain(s, false)], ['M-q M-Q', (s) => searchAgain(s, true)],
  ['^\\ M-r M-R', replace], ['^_ ^/ M-g M-G', gotoLine],
  ['^O F3', async (s) => void (await writeOut(s))], ['^S', async (s) => void (await writeOut(s, false))],
  ['^R F5 insert', insertFile], ['^T', execute], ['^X F2', closeBuffer],
  ['^C F11', location], ['M-d M-D', count], ['M-]', bracket], ['^J', justify],
  ['M-} M-}', (s) => indent(s, 1)], ['M-{ S-tab shift-tab', (s) => indent(s, -1)], ['M-3', comment],
  ['M-n M-N', toggle('numbers', 'Line numbering')], ['M-x M-X', toggle('help', 'Help mode')], ['M-i M-I', toggle('indent', 'Auto indent')], ['M-c M-C', toggle('constant', 'Constant cursor position display')],
  ['M-k M-K', toggle('cutToEnd', 'Cut to end')],
  ['M-. M-> M-right', buffer(1)], ['M-, M-< M-left', buffer(-1)],
  ['^L', (s) => s.screen.forget()],
  ['^Z', (s) => s.screen.suspend()],
];

const actions = new Map<string, Action>(table.flatMap(([keys, action]) => keys.split(' ').map((key): [string, Action] => [key, action])));

/** Keys that change nothing: they work with -v too. */
const harmless = /^(?:left|right|up|down|home|end|page|C-|M-(?:[\\/78wWqQgGnNxXcC.,<>dDaA6^\-=+]|\]|up|down)|\^[ABPNEYVWFQ_/XCLZG^]|F\d)/;

/** Carries out a key in the text. */
export async function act(session: NanoSession, key: string): Promise<void> {
  if (session.settings.view && !harmless.test(key)) return session.say('Key is invalid in view mode');
  const action = actions.get(key);
  if (action) return action(session);
  if (key.startsWith('paste:')) return session.text.insert(key.slice(6), 'paste');
  if ([...key].length === 1) return session.text.insert(key);
  if (/^M-./.test(key)) return session.say('Unknown sequence');
  return key.startsWith('^') ? session.say(`Unbound key: ${key}`) : undefined;
}
