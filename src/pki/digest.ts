import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';

const hashes = {
  md5, ripemd160, sha1, sha224, sha256, sha384, sha512, 'sha512-224': sha512_224, 'sha512-256': sha512_256,
  'sha3-224': sha3_224, 'sha3-256': sha3_256, 'sha3-384': sha3_384, 'sha3-512': sha3_512, shake128, shake256, blake2b512: blake2b, blake2s256: blake2s,
} as const satisfies Record<string, CHash>;

/** A digest, by OpenSSL's name in small letters. */
export type DigestName = keyof typeof hashes;

/** The names of all digests. */
export const digestNames = Object.keys(hashes) as DigestName[];

/** The function itself, for what needs it in pieces (`hashOf('sha256').create()`). */
export function hashOf(name: DigestName): CHash {
  return hashes[name];
}

/** The digest of `data`. */
export function digest(name: DigestName, data: Uint8Array): Uint8Array {
  return hashOf(name)(data);
}

/** HMAC of `data` under `key`. */
export function hmacOf(name: DigestName, key: Uint8Array, data: Uint8Array): Uint8Array {
  return hmac(hashOf(name), key, data);
}

/** SHAKE of `data`, `length` bytes of it. */
export function shake(name: 'shake128' | 'shake256', data: Uint8Array, length: number): Uint8Array {
  return (name === 'shake128' ? shake128 : shake256)(data, { dkLen: length });
}

/** HKDF (RFC 5869): extracts and expands. */
export function hkdfOf(name: DigestName, key: Uint8Array, salt: Uint8Array | undefined, info: Uint8Array, length: number): Uint8Array {
  return hkdf(hashOf(name), key, salt, info, length);
}
