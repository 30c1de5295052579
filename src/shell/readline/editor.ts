import { columns, commonPrefix } from './columns.ts';
import { type Key, type KeySource, readKey } from './key.ts';
import { LineBuffer } from './line-buffer.ts';
import { LineScreen } from './screen.ts';

/** What the editor needs besides keys. */
export interface EditorHost {
  write(text: string): Promise<void>;
  size(): { rows: number; columns: number };
  /** Earlier lines, the oldest first. */
  history(): readonly string[];
  /** Possible completions at the cursor. */
  complete(line: string, cursor: number): Promise<CompletionSet>;
}

/** What may stand in the line from `start` to the cursor. */
export interface CompletionSet {
  start: number;
  /** Texts to insert, quoted as the shell needs, and what the list shows. `end` follows the only one: a blank, a slash, a quote. */
  items: readonly { text: string; label: string; end: string }[];
}

/** How reading a line ended. */
export type LineResult = { kind: 'line'; text: string } | { kind: 'end' } | { kind: 'interrupt' };

const listLimit = 100;

/** Reads lines from a raw terminal with the keys of Emacs, as readline does. */
export class LineEditor {
  readonly #keys: KeySource;
  readonly #host: EditorHost;
  readonly #buffer = new LineBuffer();
  readonly #kills: string[] = [];
  #screen: LineScreen;
  #prompt = '';
  /** Place in the history; its length is the new line. */
  #place = 0;
  readonly #edited = new Map<number, string>();
  #lastKey = '';
  #killing = false;
  #yanked: { start: number; end: number; index: number } | undefined;
  #argument: { start: number; end: number; back: number } | undefined;
  #interrupted = false;

  constructor(keys: KeySource, host: EditorHost) {
    this.#keys = keys;
    this.#host = host;
    this.#screen = new LineScreen((text) => host.write(text), host.size().columns);
  }

  /** SIGWINCH. */
  async resized(): Promise<void> {
    await this.#screen.resize(this.#host.size().columns, this.#buffer.characters, this.#buffer.cursor);
  }

  /** SIGINT: the line being read is given up. */
  interrupt(): void {
    this.#interrupted = true;
  }

  async readLine(prompt: string): Promise<LineResult> {
    this.#buffer.load('');
    this.#prompt = prompt;
    this.#place = this.#host.history().length;
    this.#edited.clear();
    this.#interrupted = false;
    this.#lastKey = '';
    this.#screen = new LineScreen((text) => this.#host.write(text), this.#host.size().columns);
    await this.#screen.start(prompt);
    for (;;) {
      const key = await readKey(this.#keys);
      if (this.#interrupted) return this.#giveUp();
      if (!key) return this.#buffer.length > 0 ? this.#accept() : { kind: 'end' };
      const result = await this.#handle(key);
      if (result) return result;
      await this.#screen.show(this.#buffer.characters, this.#buffer.cursor);
    }
  }

  async #giveUp(): Promise<LineResult> {
    await this.#screen.show(this.#buffer.characters, this.#buffer.length);
    await this.#host.write('^C\r\n');
    return { kind: 'interrupt' };
  }

  async #accept(): Promise<LineResult> {
    await this.#screen.show(this.#buffer.characters, this.#buffer.cursor);
    await this.#screen.finish(this.#buffer.characters);
    return { kind: 'line', text: this.#buffer.text };
  }

  async #handle(key: Key): Promise<LineResult | undefined> {
    const buffer = this.#buffer;
    if (key.kind === 'text') {
      buffer.insert(key.text, true);
      this.#afterCommand('insert');
      return undefined;
    }
    if (key.kind === 'paste') {
      buffer.insert(key.text);
      this.#afterCommand('paste');
      return undefined;
    }
    const name = key.name;
    if (name === 'enter') return this.#accept();
    if (name === 'ctrl-c') return this.#giveUp();
    if (name === 'ctrl-d') {
      if (buffer.length === 0 && this.#lastKey !== 'ctrl-d-delete') return { kind: 'end' };
      buffer.remove(buffer.cursor, buffer.after(buffer.cursor));
      this.#afterCommand('ctrl-d-delete');
      return undefined;
    }
    if (name === 'ctrl-r' || name === 'ctrl-s') return this.#search(name === 'ctrl-r');
    this.#killing = this.#lastKey.startsWith('kill');
    const command = await this.#command(name);
    this.#afterCommand(command);
    return undefined;
  }

  #afterCommand(name: string): void {
    this.#lastKey = name;
    if (name !== 'yank') this.#yanked = undefined;
    if (name !== 'argument') this.#argument = undefined;
  }

  /** Carries out a key; the result names the command for those that depend on the one before. */
  async #command(name: string): Promise<string> {
    const buffer = this.#buffer;
    const { cursor } = buffer;
    switch (name) {
      case 'left':
      case 'ctrl-b': buffer.cursor = buffer.previous(cursor); return name;
      case 'right':
      case 'ctrl-f': buffer.cursor = buffer.after(cursor); return name;
      case 'home':
      case 'ctrl-a': buffer.cursor = 0; return name;
      case 'end':
      case 'ctrl-e': buffer.cursor = buffer.length; return name;
      case 'alt-b':
      case 'ctrl-left':
      case 'alt-left': buffer.cursor = buffer.wordStart(cursor); return name;
      case 'alt-f':
      case 'ctrl-right':
      case 'alt-right': buffer.cursor = buffer.wordEnd(cursor); return name;
      case 'up':
      case 'ctrl-p': this.#goHistory(this.#place - 1); return name;
      case 'down':
      case 'ctrl-n': this.#goHistory(this.#place + 1); return name;
      case 'page-up': return this.#searchPrefix(-1);
      case 'page-down': return this.#searchPrefix(1);
      case 'alt-<': this.#goHistory(0); return name;
      case 'alt->': this.#goHistory(this.#host.history().length); return name;
      case 'backspace': buffer.remove(buffer.previous(cursor), cursor); return name;
      case 'delete': buffer.remove(cursor, buffer.after(cursor)); return name;
      case 'ctrl-k': return this.#kill(cursor, buffer.length, 'after');
      case 'ctrl-u': return this.#kill(0, cursor, 'before');
      case 'ctrl-w': return this.#kill(buffer.blankWordStart(cursor), cursor, 'before');
      case 'alt-backspace': return this.#kill(buffer.wordStart(cursor), cursor, 'before');
      case 'alt-d': return this.#kill(cursor, buffer.wordEnd(cursor), 'after');
      case 'ctrl-y': return this.#yank();
      case 'alt-y': return this.#yankNext();
      case 'alt-.':
      case 'alt-_': return this.#lastArgument();
      case 'ctrl-t': this.#transpose(); return name;
      case 'alt-t': this.#transposeWords(); return name;
      case 'alt-u': this.#changeWord((word) => word.toUpperCase()); return name;
      case 'alt-l': this.#changeWord((word) => word.toLowerCase()); return name;
      case 'alt-c': this.#changeWord((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()); return name;
      case 'ctrl-_':
      case 'ctrl-\x7f': buffer.undo(); return name;
      case 'ctrl-l': await this.#screen.clear(buffer.characters, cursor); return name;
      case 'ctrl-g': await this.#host.write('\x07'); return name;
      case 'tab': await this.#complete(); return name;
      case 'alt-#': buffer.load(`#${buffer.text}`); return name;
      case 'alt-r': buffer.load(''); return name;
      case 'ctrl-v': {
        const byte = await this.#keys.next();
        if (byte !== undefined) buffer.insert(String.fromCharCode(byte));
        return name;
      }
      case 'ctrl-x': {
        const next = await readKey(this.#keys);
        if (next?.kind === 'key' && next.name === 'ctrl-u') buffer.undo();
        return name;
      }
      case 'escape':
      case 'unknown': return name;
      default: return name;
    }
  }

  #goHistory(place: number): void {
    const history = this.#host.history();
    if (place < 0 || place > history.length || place === this.#place) return;
    this.#edited.set(this.#place, this.#buffer.text);
    this.#place = place;
    this.#buffer.load(this.#edited.get(place) ?? history[place] ?? '');
  }

  #searchPrefix(direction: -1 | 1): string {
    const prefix = this.#buffer.before;
    const history = this.#host.history();
    for (let place = this.#place + direction; place >= 0 && place < history.length; place += direction) {
      if (!history[place]?.startsWith(prefix)) continue;
      const { cursor } = this.#buffer;
      this.#goHistory(place);
      this.#buffer.cursor = cursor;
      break;
    }
    return 'search';
  }

  #kill(start: number, end: number, side: 'before' | 'after'): string {
    const text = this.#buffer.remove(start, end);
    if (text === '') return 'kill';
    if (this.#killing && this.#kills.length > 0) this.#kills[0] = side === 'after' ? (this.#kills[0] ?? '') + text : text + (this.#kills[0] ?? '');
    else this.#kills.unshift(text);
    if (this.#kills.length > 20) this.#kills.pop();
    return 'kill';
  }

  #yank(): string {
    const text = this.#kills[0];
    if (text === undefined) return 'yank';
    const start = this.#buffer.cursor;
    this.#buffer.insert(text);
    this.#yanked = { start, end: this.#buffer.cursor, index: 0 };
    return 'yank';
  }

  #yankNext(): string {
    const yanked = this.#yanked;
    if (!yanked || this.#kills.length === 0) return 'other';
    const index = (yanked.index + 1) % this.#kills.length;
    this.#buffer.replace(yanked.start, yanked.end, this.#kills[index] ?? '');
    this.#yanked = { start: yanked.start, end: this.#buffer.cursor, index };
    return 'yank';
  }

  /** The last word of the line before; again: of the one before that. */
  #lastArgument(): string {
    const history = this.#host.history();
    const back = (this.#argument?.back ?? 0) + 1;
    const line = history[history.length - back];
    if (line === undefined) return 'argument';
    const word = line.trim().match(/(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|[^\s'"\\])+$/)?.[0] ?? '';
    const start = this.#argument?.start ?? this.#buffer.cursor;
    this.#buffer.replace(start, this.#argument?.end ?? this.#buffer.cursor, word);
    this.#argument = { start, end: this.#buffer.cursor, back };
    return 'argument';
  }

  #transpose(): void {
    const buffer = this.#buffer;
    if (buffer.length < 2 || buffer.cursor === 0) return;
    const right = buffer.cursor === buffer.length ? buffer.cursor - 1 : buffer.cursor;
    const [a = '', b = ''] = [buffer.characters[right - 1], buffer.characters[right]];
    buffer.replace(right - 1, right + 1, b + a);
  }

  #transposeWords(): void {
    const buffer = this.#buffer;
    const end = buffer.wordEnd(buffer.cursor);
    const start = buffer.wordStart(end);
    const firstStart = buffer.wordStart(start);
    const firstEnd = buffer.wordEnd(firstStart);
    if (firstEnd >= start || firstStart === start) return;
    const slice = (from: number, to: number): string => buffer.characters.slice(from, to).join('');
    buffer.replace(firstStart, end, slice(start, end) + slice(firstEnd, start) + slice(firstStart, firstEnd));
  }

  #changeWord(change: (word: string) => string): void {
    const buffer = this.#buffer;
    let start = buffer.cursor;
    const end = buffer.wordEnd(start);
    while (start < end && !/[\p{L}\p{N}]/u.test(buffer.characters[start] ?? '')) start++;
    buffer.replace(start, end, change(buffer.characters.slice(start, end).join('')));
  }

  /** Incremental search through the history. */
  async #search(backward: boolean): Promise<LineResult | undefined> {
    const history = this.#host.history();
    const before = { text: this.#buffer.text, cursor: this.#buffer.cursor, place: this.#place };
    let pattern = '';
    let place = this.#place;
    let reverse = backward;
    let failed = false;
    const show = async (): Promise<void> => {
      await this.#screen.changePrompt(`(${failed ? 'failed ' : ''}${reverse ? 'reverse-' : ''}i-search)\`${pattern}': `, this.#buffer.characters, this.#buffer.cursor);
    };
    const find = (from: number): void => {
      const step = reverse ? -1 : 1;
      for (let at = from; at >= 0 && at < history.length; at += step) {
        const line = history[at] ?? '';
        const index = reverse ? line.lastIndexOf(pattern) : line.indexOf(pattern);
        if (index < 0) continue;
        place = at;
        failed = false;
        this.#buffer.load(line, [...line.slice(0, index)].length);
        return;
      }
      failed = pattern !== '';
    };
    await show();
    for (;;) {
      const key = await readKey(this.#keys);
      if (this.#interrupted) return this.#giveUp();
      if (!key) return { kind: 'end' };
      if (key.kind === 'text') {
        pattern += key.text;
        find(Math.min(place, history.length - 1));
      } else if (key.kind === 'key' && (key.name === 'ctrl-r' || key.name === 'ctrl-s')) {
        reverse = key.name === 'ctrl-r';
        find(place + (reverse ? -1 : 1));
      } else if (key.kind === 'key' && key.name === 'backspace') {
        pattern = [...pattern].slice(0, -1).join('');
        place = before.place;
        if (pattern === '') this.#buffer.load(before.text, before.cursor);
        else find(history.length - 1);
      } else {
        const cancelled = key.kind === 'key' && key.name === 'ctrl-g';
        if (cancelled) {
          this.#buffer.load(before.text, before.cursor);
          place = before.place;
        }
        this.#place = place;
        await this.#screen.changePrompt(this.#prompt.slice(this.#prompt.lastIndexOf('\n') + 1), this.#buffer.characters, this.#buffer.cursor);
        if (cancelled || (key.kind === 'key' && key.name === 'escape')) return undefined;
        return this.#handle(key);
      }
      await show();
    }
  }

  async #complete(): Promise<void> {
    const buffer = this.#buffer;
    const set = await this.#host.complete(buffer.text, buffer.before.length);
    const start = [...buffer.text.slice(0, set.start)].length;
    const [only] = set.items;
    if (!only) {
      await this.#host.write('\x07');
      return;
    }
    if (set.items.length === 1) {
      const next = buffer.characters[buffer.cursor];
      buffer.replace(start, buffer.cursor, only.text + (only.end !== '' && next === only.end ? '' : only.end));
      return;
    }
    const prefix = commonPrefix(set.items.map((item) => item.text));
    const typed = buffer.characters.slice(start, buffer.cursor).join('');
    if (prefix.length > typed.length && prefix.startsWith(typed.slice(0, 1))) {
      buffer.replace(start, buffer.cursor, prefix);
      await this.#host.write('\x07');
      return;
    }
    if (this.#lastKey !== 'tab') {
      await this.#host.write('\x07');
      return;
    }
    await this.#list(set.items.map((item) => item.label));
  }

  async #list(labels: readonly string[]): Promise<void> {
    await this.#screen.finish(this.#buffer.characters);
    if (labels.length > listLimit) {
      await this.#host.write(`Display all ${labels.length} possibilities? (y or n)`);
      const key = await readKey(this.#keys);
      const yes = key?.kind === 'text' && /[yY ]/.test(key.text);
      await this.#host.write('\r\n');
      if (!yes) {
        await this.#screen.redraw(this.#buffer.characters, this.#buffer.cursor);
        return;
      }
    }
    await this.#host.write(columns(labels, this.#host.size().columns).replaceAll('\n', '\r\n'));
    await this.#screen.redraw(this.#buffer.characters, this.#buffer.cursor);
  }
}
