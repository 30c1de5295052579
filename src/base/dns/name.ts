import { decodeUtf8, encodeUtf8 } from '../bytes.ts';

/** Collects the bytes of a message; names that came before are pointed to. */
export class DnsWriter {
  readonly #bytes: number[] = [];
  readonly #names = new Map<string, number>();

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  get length(): number {
    return this.#bytes.length;
  }

  u8(value: number): void {
    this.#bytes.push(value & 255);
  }

  u16(value: number): void {
    this.#bytes.push((value >>> 8) & 255, value & 255);
  }

  u32(value: number): void {
    this.u16(value >>> 16);
    this.u16(value & 0xffff);
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** Puts a length over what was written since `start`, which left two bytes for it. */
  patchLength(start: number): void {
    const length = this.#bytes.length - start - 2;
    this.#bytes[start] = length >>> 8;
    this.#bytes[start + 1] = length & 255;
  }

  /** A name with or without its final dot. */
  name(name: string): void {
    const labels = name.split('.').filter((label) => label !== '');
    for (let i = 0; i < labels.length; i++) {
      const rest = labels.slice(i).join('.').toLowerCase();
      const known = this.#names.get(rest);
      if (known !== undefined) return this.u16(0xc000 | known);
      if (this.#bytes.length < 0x4000) this.#names.set(rest, this.#bytes.length);
      const bytes = encodeUtf8(labels[i] ?? '');
      this.u8(bytes.length);
      this.raw(bytes);
    }
    this.u8(0);
  }
}

/** Reads a message from its start; RangeError where it ends too early. */
export class DnsReader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  u8(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new RangeError('the message ends early');
    return byte;
  }

  u16(): number {
    return (this.u8() << 8) | this.u8();
  }

  u32(): number {
    return this.u16() * 65536 + this.u16();
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.#bytes.length) throw new RangeError('the message ends early');
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  /** A name with its final dot. */
  name(): string {
    const labels: string[] = [];
    let after: number | undefined;
    for (let jumps = 0; jumps < 64; ) {
      const length = this.u8();
      if (length === 0) break;
      if ((length & 0xc0) === 0xc0) {
        const target = ((length & 0x3f) << 8) | this.u8();
        after ??= this.at;
        this.at = target;
        jumps++;
      } else labels.push(decodeUtf8(this.take(length)));
    }
    if (after !== undefined) this.at = after;
    return `${labels.join('.')}.`;
  }
}
