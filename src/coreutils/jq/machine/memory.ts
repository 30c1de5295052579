/** jq's memory, little endian. It may grow between two calls, so views are made anew when it did. */
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

  /** The bytes of a C string, without the zero; a copy. */
  string(pointer: number): Uint8Array {
    const { bytes } = this;
    return bytes.slice(pointer, bytes.indexOf(0, pointer));
  }

  /** A C string as text. */
  text(pointer: number): string {
    return new TextDecoder().decode(this.string(pointer));
  }

  /** Writes a C string; the address behind its zero. */
  putString(pointer: number, string: Uint8Array): number {
    this.bytes.set(string, pointer);
    this.bytes[pointer + string.length] = 0;
    return pointer + string.length + 1;
  }

  /** The parts of an array of struct iovec: address and length. */
  vectors(pointer: number, count: number): [number, number][] {
    return Array.from({ length: count }, (_, i) => [this.view.getUint32(pointer + 8 * i, true), this.view.getUint32(pointer + 8 * i + 4, true)]);
  }

  /** Makes the memory as large as asked, and a fifth larger where it can be; false: it cannot. */
  grow(size: number): boolean {
    const page = 65536;
    const now = this.#memory.buffer.byteLength;
    for (const wanted of [Math.max(size, now * 1.2), size]) {
      try {
        this.#memory.grow(Math.ceil((wanted - now) / page));
        return true;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return false;
  }
}
