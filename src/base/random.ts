/** Random bytes, as an argument, so that tests are exact. Returns an array of `length` bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** Cryptographic randomness of the machine (available on plain HTTP too, unlike `crypto.subtle`). */
export const systemRandom: RandomBytes = (length) => {
  const bytes = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += 65536) crypto.getRandomValues(bytes.subarray(offset, offset + 65536));
  return bytes;
};

/** Reproducible bytes from a 32-bit seed (mulberry32). Never for keys. */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return (length) => Uint8Array.from({ length }, () => next() & 0xff);
}
