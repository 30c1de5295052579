import { WasmMemory } from '../../base/wasm/index.ts';

const encoder = new TextEncoder();

/** The interpreter's memory. */
export class Memory extends WasmMemory {
  /** Writes a C string where it fits; its length with the zero byte, or 0. */
  writeText(pointer: number, size: number, text: string): number {
    const encoded = encoder.encode(`${text}\0`);
    if (encoded.length > size) return 0;
    this.bytes.set(encoded, pointer);
    return encoded.length;
  }

  /** What an array of struct iovec points to, joined. */
  gather(vectors: number, count: number): Uint8Array {
    const parts = this.vectors(vectors, count);
    const all = new Uint8Array(parts.reduce((sum, [, length]) => sum + length, 0));
    let at = 0;
    for (const [base, length] of parts) {
      all.set(this.bytes.subarray(base, base + length), at);
      at += length;
    }
    return all;
  }

  /** Room in an array of struct iovec. */
  room(vectors: number, count: number): number {
    return this.vectors(vectors, count).reduce((sum, [, length]) => sum + length, 0);
  }

  scatter(vectors: number, count: number, data: Uint8Array): void {
    let at = 0;
    for (const [base, length] of this.vectors(vectors, count)) {
      this.bytes.set(data.subarray(at, at + length), base);
      at += length;
    }
  }
}
