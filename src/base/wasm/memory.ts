const decoder = new TextDecoder();

/** A WebAssembly program's memory, little endian. It may grow between two calls, so views are made anew when it did. */
export class WasmMemory {
  protected readonly memory: WebAssembly.Memory;
  #view: DataView;
  #bytes: Uint8Array;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
    this.#view = new DataView(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
  }

  get view(): DataView {
    if (this.#view.buffer !== this.memory.buffer) this.#view = new DataView(this.memory.buffer);
    return this.#view;
  }

  get bytes(): Uint8Array {
    if (this.#bytes.buffer !== this.memory.buffer) this.#bytes = new Uint8Array(this.memory.buffer);
    return this.#bytes;
  }

  /** The bytes of a C string, without the zero; a copy. */
  string(pointer: number): Uint8Array {
    const { bytes } = this;
    return bytes.slice(pointer, bytes.indexOf(0, pointer));
  }

  /** A C string as text. */
  text(pointer: number): string {
    return decoder.decode(this.string(pointer));
  }

  /** The parts of an array of struct iovec: address and length. */
  vectors(pointer: number, count: number): [number, number][] {
    return Array.from({ length: count }, (_, i) => [this.view.getUint32(pointer + 8 * i, true), this.view.getUint32(pointer + 8 * i + 4, true)]);
  }
}
