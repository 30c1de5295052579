import { EngineError } from '../engine-error.ts';

/** The bytes of a key sequence: `ctrl-p,ctrl-q` (the default), `a`, `ctrl-[`. */
export function parseDetachKeys(text: string): Uint8Array {
  if (text === '') return new Uint8Array([16, 17]);
  return Uint8Array.from(text.split(','), (key) => {
    if (key.length === 1) return key.charCodeAt(0);
    const [, letter = ''] = /^ctrl-([a-zA-Z@[\\\]^_])$/.exec(key) ?? [];
    if (letter === '') throw new EngineError('invalidParameter', `Invalid detach keys (${text}): Unknown character: '${key}'`);
    return letter.toUpperCase().charCodeAt(0) - 64;
  });
}

/** Looks for the sequence in what is typed: what could be its beginning is held back until that is clear. */
export function detachDetector(keys: Uint8Array): (bytes: Uint8Array) => { data: Uint8Array; detached: boolean } {
  let matched = 0;
  return (bytes) => {
    const data: number[] = [];
    for (const byte of bytes) {
      if (byte === keys[matched]) {
        matched++;
        if (matched === keys.length) return { data: Uint8Array.from(data), detached: true };
        continue;
      }
      data.push(...keys.subarray(0, matched));
      matched = 0;
      if (byte === keys[0]) matched = 1;
      else data.push(byte);
    }
    return { data: Uint8Array.from(data), detached: false };
  };
}

/** Throws when an exec is made with a key sequence that is none. */
export function checkDetachKeys(text: string): void {
  try {
    parseDetachKeys(text);
  } catch {
    throw new EngineError('system', `Invalid escape keys (${text}) provided`);
  }
}
