import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { concatBytes, noBytes } from '../../base/index.ts';
import { digest, type DigestName, hashOf } from '../digest.ts';

/** PBKDF2 of PKCS #5 with HMAC. */
export function pbkdf2Of(name: DigestName, password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Uint8Array {
  return pbkdf2(hashOf(name), password, salt, { c: iterations, dkLen: length });
}

/** scrypt: RFC 7914. */
export function scryptOf(password: Uint8Array, salt: Uint8Array, cost: { N: number; r: number; p: number }, length: number): Uint8Array {
  return scrypt(password, salt, { ...cost, dkLen: length });
}

/** OpenSSL's old way from a password to key and initialization vector: EVP_BytesToKey with one iteration. */
export function bytesToKey(name: DigestName, password: Uint8Array, salt: Uint8Array, length: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let last = noBytes;
  for (let size = 0; size < length; size += last.length) {
    last = digest(name, concatBytes([last, password, salt]));
    parts.push(last);
  }
  return concatBytes(parts).subarray(0, length);
}
