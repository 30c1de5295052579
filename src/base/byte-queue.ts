import { concatBytes, noBytes } from './bytes.ts';

/** Bytes in order, in the parts in which they came. */
export class ByteQueue {
  #parts: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }

  /** Takes up to `max` bytes from the front. */
  take(max: number): Uint8Array {
    if (this.#length === 0) return noBytes;
    if (this.#length <= max) {
      const all = concatBytes(this.#parts);
      this.#parts = [];
      this.#length = 0;
      return all;
    }
    const taken: Uint8Array[] = [];
    let room = max;
    while (room > 0) {
      const [first] = this.#parts;
      if (!first) break;
      if (first.length <= room) {
        taken.push(first);
        this.#parts.shift();
        room -= first.length;
      } else {
        taken.push(first.subarray(0, room));
        this.#parts[0] = first.subarray(room);
        room = 0;
      }
    }
    const bytes = concatBytes(taken);
    this.#length -= bytes.length;
    return bytes;
  }

  clear(): void {
    this.#parts = [];
    this.#length = 0;
  }
}
