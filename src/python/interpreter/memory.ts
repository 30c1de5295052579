const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The interpreter's memory, little endian. It may grow between two calls, so views are made anew when it did. */
export class Memory {
  readonly #memory: WebAssembly.Memory;
  #view: DataView;
  #bytes: Uint8Array;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#view = new DataView(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
  }

  get view(): DataView {
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new DataView(this.#memory.buffer);
    return this.#view;
  }

  get bytes(): Uint8Array {
    if (this.#bytes.buffer !== this.#memory.buffer) this.#bytes = new Uint8Array(this.#memory.buffer);
    return this.#bytes;
  }

  /** A C string. */
  text(pointer: number): string {
    const { bytes } = this;
    return decoder.decode(bytes.slice(pointer, bytes.indexOf(0, pointer)));
  }

  /** Writes a C string where it fits; its length with the zero byte, or 0. */
  writeText(pointer: number, size: number, text: string): number {
    const encoded = encoder.encode(`${text}\0`);
    if (encoded.length > size) return 0;
    this.bytes.set(encoded, pointer);
    return encoded.length;
  }

  /** What an array of struct iovec points to, joined. */
  gather(vectors: number, count: number): Uint8Array {
    const parts = this.#parts(vectors, count);
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
    return this.#parts(vectors, count).reduce((sum, [, length]) => sum + length, 0);
  }

  scatter(vectors: number, count: number, data: Uint8Array): void {
    let at = 0;
    for (const [base, length] of this.#parts(vectors, count)) {
      this.bytes.set(data.subarray(at, at + length), base);
      at += length;
    }
  }

  #parts(vectors: number, count: number): [number, number][] {
    return Array.from({ length: count }, (_, i) => [this.view.getUint32(vectors + 8 * i, true), this.view.getUint32(vectors + 8 * i + 4, true)]);
  }
}
