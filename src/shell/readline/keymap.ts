/** What a key sequence does: a function of readline, keys to type instead, or a shell command (`bind -x`). */
export type Binding = { kind: 'function'; name: string } | { kind: 'macro'; keys: string } | { kind: 'shell'; command: string };

/** A function's name, then its key sequences: one character a byte. */
export type KeymapRows = readonly (readonly [string, ...string[]])[];

/** Names of the keymaps as `bind -m` takes them; several mean the same. */
export const keymapAliases: Readonly<Record<string, KeymapName>> = {
  emacs: 'emacs', 'emacs-standard': 'emacs', 'emacs-meta': 'emacs', 'emacs-ctlx': 'emacs', vi: 'vi-command', 'vi-move': 'vi-command', 'vi-command': 'vi-command', 'vi-insert': 'vi-insert',
};

export type KeymapName = 'emacs' | 'vi-insert' | 'vi-command';

/** Key sequences (one character a byte) and what they are bound to. */
export class Keymap {
  readonly #bindings = new Map<string, Binding>();
  /** How many bound sequences go on after this one. */
  readonly #prefixes = new Map<string, number>();

  constructor(rows: KeymapRows, insertsText: boolean) {
    if (insertsText) {
      for (let code = 0x20; code < 0x100; code++) if (code !== 0x7f) this.bind(String.fromCharCode(code), { kind: 'function', name: 'self-insert' });
    }
    for (const [name, ...sequences] of rows) for (const sequence of sequences) this.bind(sequence, { kind: 'function', name });
  }

  bind(sequence: string, binding: Binding): void {
    if (!this.#bindings.has(sequence)) this.#count(sequence, 1);
    this.#bindings.set(sequence, binding);
  }

  unbind(sequence: string): void {
    if (this.#bindings.delete(sequence)) this.#count(sequence, -1);
  }

  #count(sequence: string, by: number): void {
    for (let length = 1; length < sequence.length; length++) {
      const prefix = sequence.slice(0, length);
      this.#prefixes.set(prefix, (this.#prefixes.get(prefix) ?? 0) + by);
    }
  }

  get(sequence: string): Binding | undefined {
    return this.#bindings.get(sequence);
  }

  /** Whether a longer sequence begins with this one. */
  isPrefix(sequence: string): boolean {
    return (this.#prefixes.get(sequence) ?? 0) > 0;
  }

  /** All bindings in the order of their bytes. */
  entries(): [string, Binding][] {
    return [...this.#bindings].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Binds Meta and Ctrl-X with capital letters to what the small ones do. */
export function addLowercaseVersions(keymap: Keymap): void {
  for (let code = 0x41; code <= 0x5a; code++) {
    for (const prefix of ['\x1b', '\x18']) {
      const sequence = prefix + String.fromCharCode(code);
      if (!keymap.get(sequence) && !keymap.isPrefix(sequence)) keymap.bind(sequence, { kind: 'function', name: 'do-lowercase-version' });
    }
  }
}
