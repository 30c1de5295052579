import { WasmMemory } from '../../../base/wasm/index.ts';

/** jq's memory. */
export class Memory extends WasmMemory {
  /** Writes a C string; the address behind its zero. */
  putString(pointer: number, string: Uint8Array): number {
    this.bytes.set(string, pointer);
    this.bytes[pointer + string.length] = 0;
    return pointer + string.length + 1;
  }

  /** Makes the memory as large as asked, and a fifth larger where it can be; false: it cannot. */
  grow(size: number): boolean {
    const page = 65536;
    const now = this.memory.buffer.byteLength;
    for (const wanted of [Math.max(size, now * 1.2), size]) {
      try {
        this.memory.grow(Math.ceil((wanted - now) / page));
        return true;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return false;
  }
}
