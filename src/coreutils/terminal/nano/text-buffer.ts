/** A place in a text: line and UTF-16 offset in it. */
export interface Position {
  row: number;
  at: number;
}

/** A change that can be undone: text that went out and text that came in at a place. */
interface Edit {
  /** What the status bar calls it. */
  name: string;
  start: Position;
  removed: string;
  inserted: string;
  before: Position;
  after: Position;
}

const order = (a: Position, b: Position): number => a.row - b.row || a.at - b.at;

/** A text that is edited: lines, cursor, mark, what can be undone. */
export class TextBuffer {
  lines: string[];
  cursor: Position = { row: 0, at: 0 };
  mark: Position | undefined;
  modified = false;
  /** Column that up and down keep to. */
  wanted: number | undefined;
  #undo: Edit[] = [];
  #redo: Edit[] = [];

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  get line(): string {
    return this.lines[this.cursor.row] ?? '';
  }

  get text(): string {
    return this.lines.join('\n');
  }

  /** Number of lines as editors count them: a last empty one does not count. */
  get count(): number {
    return this.lines.length - (this.lines.at(-1) === '' ? 1 : 0);
  }

  /** Text between two places. */
  slice(from: Position, to: Position): string {
    if (from.row === to.row) return (this.lines[from.row] ?? '').slice(from.at, to.at);
    return [(this.lines[from.row] ?? '').slice(from.at), ...this.lines.slice(from.row + 1, to.row), (this.lines[to.row] ?? '').slice(0, to.at)].join('\n');
  }

  #endOf(start: Position, text: string): Position {
    const lines = text.split('\n');
    return lines.length === 1 ? { row: start.row, at: start.at + text.length } : { row: start.row + lines.length - 1, at: lines.at(-1)?.length ?? 0 };
  }

  #splice(start: Position, removed: string, inserted: string): void {
    const end = this.#endOf(start, removed);
    const text = (this.lines[start.row] ?? '').slice(0, start.at) + inserted + (this.lines[end.row] ?? '').slice(end.at);
    const fresh = text.split('\n');
    // Arguments of a call are limited: large texts go in by parts.
    if (fresh.length < 10000) this.lines.splice(start.row, end.row - start.row + 1, ...fresh);
    else this.lines = [...this.lines.slice(0, start.row), ...fresh, ...this.lines.slice(end.row + 1)];
    this.modified = true;
  }

  /** Replaces what stands between two places; the cursor goes to the end of the new text. */
  replace(from: Position, to: Position, text: string, name: string): void {
    const removed = this.slice(from, to);
    if (removed === '' && text === '') return;
    const before = { ...this.cursor };
    this.#splice(from, removed, text);
    const after = this.#endOf(from, text);
    const last = this.#undo.at(-1);
    // Typing in a row is one change.
    if (name === 'addition' && last?.name === name && removed === '' && text !== '\n' && order(last.after, from) === 0 && !last.inserted.endsWith('\n') && this.#redo.length === 0) {
      last.inserted += text;
      last.after = after;
    } else this.#undo.push({ name, start: { ...from }, removed, inserted: text, before, after });
    this.#redo = [];
    this.cursor = { ...after };
    this.wanted = undefined;
  }

  insert(text: string, name = 'addition'): void {
    this.replace(this.cursor, this.cursor, text, name);
  }

  /** Takes the last change back; its name, or undefined. */
  undo(): string | undefined {
    const edit = this.#undo.pop();
    if (!edit) return undefined;
    this.#splice(edit.start, edit.inserted, edit.removed);
    this.cursor = { ...edit.before };
    this.#redo.push(edit);
    if (this.#undo.length === 0) this.modified = false;
    return edit.name;
  }

  redo(): string | undefined {
    const edit = this.#redo.pop();
    if (!edit) return undefined;
    this.#splice(edit.start, edit.removed, edit.inserted);
    this.cursor = { ...edit.after };
    this.#undo.push(edit);
    return edit.name;
  }

  /** Start and end of the marked region. */
  get region(): [Position, Position] | undefined {
    if (!this.mark) return undefined;
    return order(this.mark, this.cursor) <= 0 ? [this.mark, this.cursor] : [this.cursor, this.mark];
  }

  /** Place one character back or on. */
  previous({ row, at }: Position): Position {
    if (at > 0) {
      const character = [...(this.lines[row] ?? '').slice(0, at)].at(-1) ?? '';
      return { row, at: at - character.length };
    }
    return row > 0 ? { row: row - 1, at: (this.lines[row - 1] ?? '').length } : { row, at };
  }

  next({ row, at }: Position): Position {
    const line = this.lines[row] ?? '';
    if (at < line.length) return { row, at: at + String.fromCodePoint(line.codePointAt(at) ?? 0).length };
    return row + 1 < this.lines.length ? { row: row + 1, at: 0 } : { row, at };
  }

  /** Start of the next word, or of the one before. */
  word(step: 1 | -1): Position {
    const isWord = ({ row, at }: Position): boolean => /[\p{L}\p{N}_]/u.test(String.fromCodePoint((this.lines[row] ?? '').codePointAt(at) ?? 32));
    let place = this.cursor;
    if (step > 0) {
      while (isWord(place) && order(this.next(place), place) !== 0) place = this.next(place);
      while (!isWord(place) && order(this.next(place), place) !== 0) place = this.next(place);
      return place;
    }
    place = this.previous(place);
    while (!isWord(place) && order(this.previous(place), place) !== 0) place = this.previous(place);
    while (place.at > 0 && isWord(this.previous(place))) place = this.previous(place);
    return place;
  }
}
