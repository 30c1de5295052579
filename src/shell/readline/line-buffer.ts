import { characterWidth } from '../text/width.ts';

/** The line that is edited: its characters (code points) and the cursor between them. */
export class LineBuffer {
  #characters: string[] = [];
  #cursor = 0;
  #undo: { characters: string[]; cursor: number }[] = [];
  #lastChange: 'insert' | 'other' = 'other';

  get text(): string {
    return this.#characters.join('');
  }

  get characters(): readonly string[] {
    return this.#characters;
  }

  get cursor(): number {
    return this.#cursor;
  }

  set cursor(position: number) {
    this.#cursor = Math.max(0, Math.min(position, this.#characters.length));
    this.#lastChange = 'other';
  }

  get length(): number {
    return this.#characters.length;
  }

  /** Text before the cursor. */
  get before(): string {
    return this.#characters.slice(0, this.#cursor).join('');
  }

  #remember(kind: 'insert' | 'other'): void {
    // Typing in a row is undone in one go.
    if (kind === 'insert' && this.#lastChange === 'insert') return;
    this.#undo.push({ characters: [...this.#characters], cursor: this.#cursor });
    if (this.#undo.length > 500) this.#undo.shift();
    this.#lastChange = kind;
  }

  insert(text: string, typed = false): void {
    this.#remember(typed ? 'insert' : 'other');
    const added = [...text];
    this.#characters.splice(this.#cursor, 0, ...added);
    this.#cursor += added.length;
    if (typed) this.#lastChange = 'insert';
  }

  /** Removes from `start` to `end` and returns it; the cursor goes to `start`. */
  remove(start: number, end: number): string {
    if (end <= start) return '';
    this.#remember('other');
    const removed = this.#characters.splice(start, end - start).join('');
    this.#cursor = start;
    return removed;
  }

  /** Replaces `start` to `end`; the cursor goes after it. */
  replace(start: number, end: number, text: string): void {
    this.#remember('other');
    const added = [...text];
    this.#characters.splice(start, end - start, ...added);
    this.#cursor = start + added.length;
  }

  /** A wholly different line, such as one of the history. */
  load(text: string, cursor?: number): void {
    this.#characters = [...text];
    this.#cursor = cursor ?? this.#characters.length;
    this.#undo = [];
    this.#lastChange = 'other';
  }

  /** Takes the last change back; false when there is none. */
  undo(): boolean {
    const last = this.#undo.pop();
    if (!last) return false;
    this.#characters = last.characters;
    this.#cursor = last.cursor;
    this.#lastChange = 'other';
    return true;
  }

  /** Position one character on, combining marks included. */
  after(position: number): number {
    let next = position + 1;
    while (next < this.#characters.length && isCombining(this.#characters[next])) next++;
    return Math.min(next, this.#characters.length);
  }

  /** Position one character back. */
  previous(position: number): number {
    let next = position - 1;
    while (next > 0 && isCombining(this.#characters[next])) next--;
    return Math.max(next, 0);
  }

  /** End of the word at or after `position`: letters and digits make words. */
  wordEnd(position: number): number {
    let at = position;
    while (at < this.#characters.length && !isWordCharacter(this.#characters[at])) at++;
    while (at < this.#characters.length && isWordCharacter(this.#characters[at])) at++;
    return at;
  }

  /** Start of the word before `position`. */
  wordStart(position: number): number {
    let at = position;
    while (at > 0 && !isWordCharacter(this.#characters[at - 1])) at--;
    while (at > 0 && isWordCharacter(this.#characters[at - 1])) at--;
    return at;
  }

  /** Text from `start` to `end`. */
  slice(start: number, end: number): string {
    return this.#characters.slice(start, end).join('');
  }

  /** Start of the blank-separated word before `position`. */
  blankWordStart(position: number): number {
    let at = position;
    while (at > 0 && /\s/.test(this.#characters[at - 1] ?? '')) at--;
    while (at > 0 && !/\s/.test(this.#characters[at - 1] ?? '')) at--;
    return at;
  }
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function isCombining(character: string | undefined): boolean {
  if (character === undefined) return false;
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x300 && characterWidth(code) === 0;
}
