/** Ctrl-P Ctrl-Q. */
const defaultKeys = [16, 17];

/** Reads `ctrl-p,ctrl-q` or `a,b`; undefined when a key does not exist. */
export function parseDetachKeys(text: string): number[] | undefined {
  const keys: number[] = [];
  for (const key of text.split(',')) {
    const [, control] = /^ctrl-([a-zA-Z@[\\\]^_])$/.exec(key) ?? [];
    if (control !== undefined) keys.push(control.toUpperCase().charCodeAt(0) - 64);
    else if (key.length === 1) keys.push(key.charCodeAt(0));
    else return undefined;
  }
  return keys;
}

/** Finds the detach keys in what is typed. Keys that may begin the sequence are held back until it is clear. */
export class DetachFilter {
  readonly #keys: readonly number[];
  #matched = 0;

  constructor(keys: string) {
    this.#keys = (keys === '' ? undefined : parseDetachKeys(keys)) ?? defaultKeys;
  }

  /** What to pass on, and whether the sequence is complete. */
  push(bytes: Uint8Array): { pass: Uint8Array; detached: boolean } {
    const pass: number[] = [];
    for (const byte of bytes) {
      if (byte === this.#keys[this.#matched]) {
        this.#matched++;
        if (this.#matched === this.#keys.length) return { pass: Uint8Array.from(pass), detached: true };
        continue;
      }
      pass.push(...this.#keys.slice(0, this.#matched));
      this.#matched = 0;
      if (byte === this.#keys[0]) this.#matched = 1;
      else pass.push(byte);
    }
    return { pass: Uint8Array.from(pass), detached: false };
  }
}
