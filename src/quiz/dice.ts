import { seededRandom } from '../base/index.ts';

/** Chances that come out the same for the same seed. */
export class Dice {
  readonly #bytes: (length: number) => Uint8Array;

  constructor(seed: number) {
    this.#bytes = seededRandom(seed);
  }

  /** A whole number from `from` to `to`, both included; at most 2^32 of them. */
  between(from: number, to: number): number {
    const bytes = this.#bytes(6);
    let value = 0;
    for (const byte of bytes) value = value * 256 + byte;
    return from + (value % (to - from + 1));
  }

  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T {
    const index = this.between(0, items.length - 1);
    if (index >= items.length) throw new RangeError('nothing to pick from');
    return items[index] as T;
  }

  /** The items in another order (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = this.between(0, last);
      [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
    }
    return mixed;
  }
}

/** A seed of its own for each name, from one seed (FNV-1a). */
export function seedFor(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
