import { type RandomBytes, toHex } from '../../base/index.ts';

/** A random id of 64 hexadecimal digits whose short form is not all digits (it could be taken for a number). */
export function randomId(random: RandomBytes): string {
  for (;;) {
    const id = toHex(random(32));
    if (!/^\d+$/.test(id.slice(0, 12))) return id;
  }
}

/** A random id as BuildKit makes them: 25 digits of base 36. */
export function randomBase36(random: RandomBytes): string {
  let id = '';
  for (const byte of random(25)) id += (byte % 36).toString(36);
  return id;
}

/** The first 12 digits, without `sha256:`. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
