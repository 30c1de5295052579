import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import { bigintToBytes, bytesToBigint } from '../../pki/index.ts';

export const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

/** A string as SSH writes it: its length, then its bytes. */
export function field(value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === 'string' ? encodeUtf8(value) : value;
  return concatBytes([u32(bytes.length), bytes]);
}

/** A number as SSH writes it: `mpint` of RFC 4251. */
export function numberField(value: bigint): Uint8Array {
  const bytes = bigintToBytes(value);
  return field((bytes[0] ?? 0) >= 0x80 ? concatBytes([Uint8Array.of(0), bytes]) : bytes);
}

/** Reads fields one after the other. */
export class FieldReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  skip(count: number): void {
    this.#at += count;
  }

  next(): Uint8Array {
    const length = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, 4).getUint32(0);
    this.#at += 4 + length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  text(): string {
    return new TextDecoder().decode(this.next());
  }

  number(): bigint {
    return bytesToBigint(this.next());
  }
}
