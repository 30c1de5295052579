import { concatBytes } from '../base/index.ts';
import { TlsError } from './alert.ts';

/** Reads values of the presentation language of RFC 8446, section 3. What is too short is a `decode_error`. */
export class WireReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw new TlsError('protocol', 'decode_error');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** An unsigned number of 1 to 4 bytes. */
  number(bytes: 1 | 2 | 3 | 4): number {
    return this.take(bytes).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  /** A vector, whose length stands before it in that many bytes. */
  vector(lengthBytes: 1 | 2 | 3): Uint8Array {
    return this.take(this.number(lengthBytes));
  }

  /** A vector of numbers of 16 bits. */
  uint16s(lengthBytes: 1 | 2): number[] {
    const inner = new WireReader(this.vector(lengthBytes));
    const list: number[] = [];
    while (inner.left > 0) list.push(inner.number(2));
    return list;
  }

  /** Nothing may follow. */
  end(): void {
    if (this.left > 0) throw new TlsError('protocol', 'decode_error');
  }
}

/** A number in 1 to 4 bytes. */
export function uint(bytes: 1 | 2 | 3 | 4, value: number): Uint8Array {
  const out = new Uint8Array(bytes);
  for (let i = bytes - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) out[i] = rest % 256;
  return out;
}

/** The parts as a vector, with their length before them. */
export function vector(lengthBytes: 1 | 2 | 3, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes([...parts]);
  return concatBytes([uint(lengthBytes, body.length), body]);
}

/** A vector of numbers of 16 bits. */
export function uint16Vector(lengthBytes: 1 | 2, values: readonly number[]): Uint8Array {
  return vector(lengthBytes, ...values.map((value) => uint(2, value)));
}
