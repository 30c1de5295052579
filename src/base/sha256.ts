import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8, toHex } from './bytes.ts';

/** SHA-256 of bytes that come in pieces. Synchronous, and independent of `crypto.subtle`, which plain HTTP lacks. */
export class Sha256 {
  readonly #hash = sha256.create();

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes);
    return this;
  }

  /** The 64 hexadecimal digits of what was given so far; more may follow. */
  hex(): string {
    return toHex(this.#hash.clone().digest());
  }
}

/** SHA-256 of `data` (text is hashed as UTF-8): 32 bytes. */
export function sha256Bytes(data: Uint8Array | string): Uint8Array {
  return sha256(typeof data === 'string' ? encodeUtf8(data) : data);
}

/** SHA-256 of `data` (text is hashed as UTF-8) as 64 hexadecimal digits, as sha256sum(1) prints it. */
export function sha256Hex(data: Uint8Array | string): string {
  return toHex(sha256Bytes(data));
}
