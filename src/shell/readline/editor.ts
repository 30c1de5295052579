import { findCommand } from './commands.ts';
import { killNames } from './commands/kill.ts';
import { typeText } from './commands/insert.ts';
import type { Editing, EditorHost, Keymaps, LineResult } from './editing.ts';
import { emacsRows } from './emacs-keymap.ts';
import { KeyReader, type KeySource } from './key-reader.ts';
import { addLowercaseVersions, type Binding, Keymap, type KeymapName } from './keymap.ts';
import { LineBuffer } from './line-buffer.ts';
import { LineScreen } from './screen.ts';
import { Settings } from './settings.ts';

class LazyKeymaps implements Keymaps {
  current: KeymapName = 'emacs';
  readonly #loaded = new Map<KeymapName, Keymap>();

  get(name: KeymapName): Keymap {
    let keymap = this.#loaded.get(name);
    if (!keymap) {
      keymap = new Keymap(name === 'emacs' ? emacsRows : [], name === 'emacs');
      if (name === 'emacs') addLowercaseVersions(keymap);
      this.#loaded.set(name, keymap);
    }
    return keymap;
  }

  /** Makes vi's keymaps; without it they are empty. */
  async loadVi(): Promise<void> {
    if (this.#loaded.has('vi-insert')) return;
    const { viCommandRows, viInsertRows } = await import('./vi-keymaps.ts');
    this.#loaded.set('vi-insert', new Keymap(viInsertRows, true));
    this.#loaded.set('vi-command', new Keymap(viCommandRows, false));
  }
}

/** Reads lines from a raw terminal as readline does: keys are looked up in a keymap and carried out by name. */
export class LineEditor implements Editing {
  readonly keys: KeyReader;
  readonly host: EditorHost;
  readonly buffer = new LineBuffer();
  readonly kills: string[] = [];
  readonly settings = new Settings();
  readonly keymaps = new LazyKeymaps();
  readonly memory = new Map<string, unknown>();
  screen: LineScreen;
  argument: number | undefined;
  place = 0;
  mark = 0;
  highlight: { start: number; end: number } | undefined;
  overwrite = false;
  result: LineResult | undefined;
  nextPlace: number | undefined;
  macro = '';
  lastCommand = '';
  #prompt = '';
  #reading = false;
  #argumentText = '';
  readonly #edited = new Map<number, string>();

  constructor(keys: KeySource, host: EditorHost) {
    this.keys = new KeyReader(keys);
    this.host = host;
    this.screen = this.#newScreen();
  }

  #newScreen(): LineScreen {
    return new LineScreen((text) => this.host.write(text), this.host.size().columns);
  }

  /** SIGWINCH. */
  async resized(): Promise<void> {
    if (this.#reading) await this.screen.resize(this.host.size().columns, this.buffer.characters, this.buffer.cursor);
  }

  /** Whether a line is being read now. */
  get reading(): boolean {
    return this.#reading;
  }

  promptText(): string {
    if (!this.settings.on('show-mode-in-prompt')) return this.#prompt;
    const mode = this.settings.text(this.keymaps.current === 'emacs' ? 'emacs-mode-string' : this.keymaps.current === 'vi-insert' ? 'vi-ins-mode-string' : 'vi-cmd-mode-string');
    const newline = this.#prompt.lastIndexOf('\n') + 1;
    return this.#prompt.slice(0, newline) + mode + this.#prompt.slice(newline);
  }

  async useKeymap(name: KeymapName): Promise<void> {
    if (name !== 'emacs') await this.keymaps.loadVi();
    const changed = this.keymaps.current !== name;
    this.keymaps.current = name;
    if (changed && this.#reading && this.settings.on('show-mode-in-prompt')) await this.screen.changePrompt(this.promptText(), this.buffer.characters, this.buffer.cursor);
  }

  /** Reads a line; `initial` is in it from the start. */
  async readLine(prompt: string, initial = ''): Promise<LineResult> {
    const history = this.host.history();
    this.#prompt = prompt;
    this.#edited.clear();
    this.place = history.length;
    this.buffer.load(initial);
    if (this.nextPlace !== undefined && this.nextPlace < history.length) {
      this.place = this.nextPlace;
      this.buffer.load(history[this.place] ?? '');
    }
    this.nextPlace = undefined;
    this.result = undefined;
    this.lastCommand = '';
    this.argument = undefined;
    this.#argumentText = '';
    this.highlight = undefined;
    this.overwrite = false;
    this.mark = 0;
    this.memory.delete('change-open');
    if (this.keymaps.current === 'vi-command') this.keymaps.current = 'vi-insert';
    this.screen = this.#newScreen();
    this.keys.forget();
    await this.screen.start(this.promptText());
    this.#reading = true;
    try {
      if (this.buffer.length > 0) await this.show();
      return await this.#edit();
    } finally {
      this.#reading = false;
    }
  }

  async #edit(): Promise<LineResult> {
    for (;;) {
      await this.#step();
      if (this.result) return this.result;
      await this.show();
    }
  }

  show(): Promise<void> {
    return this.screen.show(this.buffer.characters, this.buffer.cursor, this.highlight);
  }

  /** Reads one key and carries it out. */
  async #step(): Promise<void> {
    const found = await this.#readBinding();
    if (found === 'end') {
      if (this.buffer.length > 0) await this.accept();
      else this.result = { kind: 'end' };
      return;
    }
    if (found === 'interrupt') return this.giveUp();
    this.highlight = undefined;
    if (!found) return this.bell();
    const { binding, sequence } = found;
    if (binding.kind === 'macro') this.keys.unread(binding.keys);
    else if (binding.kind === 'shell') await this.#runShell(binding.command);
    else await this.#perform(binding.name, sequence);
  }

  async #perform(name: string, sequence: string): Promise<void> {
    if (name === 'digit-argument' || name === 'vi-arg-digit') return this.#readArgument(sequence.slice(-1));
    if (name === 'universal-argument') return this.#readArgument('');
    if (name === 'do-lowercase-version') return this.keys.unread(sequence.slice(0, -1) + sequence.slice(-1).toLowerCase());
    if (name === 'self-insert') await this.#insert(sequence);
    else if (name === 'delete-char' && sequence === '\x04' && this.buffer.length === 0 && this.lastCommand !== 'delete-char') this.result = { kind: 'end' };
    else await this.run(name);
    this.lastCommand = name;
    this.argument = undefined;
    this.#argumentText = '';
    const { buffer } = this;
    if (this.keymaps.current === 'vi-command' && buffer.length > 0 && buffer.cursor === buffer.length) buffer.cursor = buffer.previous(buffer.length);
    // What vi's `.` repeats begins with the keys of a command, and goes on while text is inserted.
    if (this.keymaps.current !== 'vi-insert') this.keys.forget();
    return undefined;
  }

  async #insert(sequence: string): Promise<void> {
    const text = await this.keys.rest(sequence.charCodeAt(0));
    typeText(this, text.repeat(Math.max(0, this.argument ?? 1)));
    // What is typed ahead or pasted without brackets is shown at once.
    while (this.argument === undefined && !this.overwrite && (await this.keys.pending(0))) {
      const byte = await this.keys.next();
      if (byte === undefined) return;
      const binding = this.keymaps.get(this.keymaps.current).get(String.fromCharCode(byte));
      if (byte < 0x20 || byte === 0x7f || binding?.kind !== 'function' || binding.name !== 'self-insert') return this.keys.unread(String.fromCharCode(byte));
      typeText(this, await this.keys.rest(byte));
    }
  }

  /** Alt-3, Alt--, digits of vi: the keys up to the function that they are for. */
  async #readArgument(first: string): Promise<void> {
    this.#argumentText = first;
    for (;;) {
      const text = this.#argumentText;
      this.argument = text === '-' ? -1 : text === '' ? 4 : Number(text);
      if (this.keymaps.current === 'emacs') await this.screen.changePrompt(`(arg: ${this.argument}) `, this.buffer.characters, this.buffer.cursor);
      const byte = await this.keys.next();
      if (byte === undefined) return;
      const key = String.fromCharCode(byte);
      if (/[0-9]/.test(key) || (key === '-' && text === '')) {
        this.#argumentText += key;
        continue;
      }
      if (byte === 0x1b && (await this.keys.pending(50))) {
        const next = String.fromCharCode((await this.keys.next()) ?? 0);
        if (/[0-9]/.test(next)) {
          this.#argumentText += next;
          continue;
        }
        this.keys.unread(next);
      }
      this.keys.unread(key);
      if (this.keymaps.current === 'emacs') await this.screen.changePrompt(this.promptText().slice(this.promptText().lastIndexOf('\n') + 1), this.buffer.characters, this.buffer.cursor);
      return;
    }
  }

  async #readBinding(): Promise<{ binding: Binding; sequence: string } | 'end' | 'interrupt' | undefined> {
    const keymap = this.keymaps.get(this.keymaps.current);
    let sequence = '';
    let best: { binding: Binding; sequence: string } | undefined;
    for (;;) {
      const byte = await this.keys.next();
      if (byte === undefined) return sequence === '' ? 'end' : undefined;
      if (byte === 3 && !keymap.get(sequence + '\x03')) {
        this.keys.clear();
        return 'interrupt';
      }
      sequence += String.fromCharCode(byte);
      const binding = keymap.get(sequence);
      if (binding) best = { binding, sequence };
      if (!keymap.isPrefix(sequence)) break;
      if (binding && !(await this.keys.pending(this.settings.number('keyseq-timeout')))) break;
    }
    if (best && best.sequence === sequence) return best;
    const plain = await this.#readFunctionKey(sequence);
    if (plain !== undefined) {
      const binding = keymap.get(plain);
      return binding ? { binding, sequence: plain } : undefined;
    }
    if (best) this.keys.unread(sequence.slice(best.sequence.length));
    return best;
  }

  /** The rest of a key's sequence that is not bound as it is: without Shift and the like it may be. */
  async #readFunctionKey(start: string): Promise<string | undefined> {
    if (!/^\x1b\[[0-?]*.?$/.test(start)) return undefined;
    let sequence = start;
    while (!/^\x1b\[[0-?]*[@-~]$/.test(sequence)) {
      const byte = await this.keys.next();
      if (byte === undefined) break;
      sequence += String.fromCharCode(byte);
    }
    return sequence.replace(/^(\x1b\[)1;\d+([A-Z])$/, '$1$2').replace(/^(\x1b\[\d+);\d+~$/, '$1~');
  }

  async run(name: string, count = this.argument ?? 1): Promise<void> {
    const command = await findCommand(name);
    if (command) await command(this, count);
    else await this.bell();
  }

  async #runShell(command: string): Promise<void> {
    await this.screen.erase();
    const before = { text: this.buffer.text, cursor: this.buffer.cursor, mark: this.mark };
    const after = await this.host.runCommand(command, before);
    if (after.text !== before.text) this.buffer.replace(0, this.buffer.length, after.text);
    this.buffer.cursor = after.cursor;
    this.mark = after.mark;
    await this.screen.redraw(this.buffer.characters, this.buffer.cursor);
  }

  async bell(): Promise<void> {
    if (this.settings.text('bell-style') !== 'none') await this.host.write('\x07');
  }

  async accept(): Promise<void> {
    this.highlight = undefined;
    await this.show();
    await this.screen.finish(this.buffer.characters);
    this.result = { kind: 'line', text: this.buffer.text };
  }

  async giveUp(): Promise<void> {
    this.highlight = undefined;
    await this.show();
    await this.screen.leave(this.buffer.characters, this.settings.on('echo-control-characters') ? '^C' : '');
    this.result = { kind: 'interrupt' };
  }

  goHistory(place: number): boolean {
    const history = this.host.history();
    if (place < 0 || place > history.length || place === this.place) return false;
    this.#edited.set(this.place, this.buffer.text);
    this.place = place;
    const vi = this.keymaps.current === 'vi-command';
    this.buffer.load(this.#edited.get(place) ?? history[place] ?? '', vi ? 0 : undefined);
    return true;
  }

  kill(start: number, end: number, side: 'before' | 'after'): void {
    const text = this.buffer.remove(start, end);
    if (text === '') return;
    const [newest = ''] = this.kills;
    if (killNames.has(this.lastCommand) && this.kills.length > 0) this.kills[0] = side === 'after' ? newest + text : text + newest;
    else this.kills.unshift(text);
    if (this.kills.length > 10) this.kills.pop();
  }
}
