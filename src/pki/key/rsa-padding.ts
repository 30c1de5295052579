import { concatBytes, equalBytes, noBytes, type RandomBytes } from '../../base/index.ts';
import { digestAlgorithm } from '../algorithm.ts';
import { octetString, sequence } from '../der/index.ts';
import { digest, type DigestName, hashOf } from '../digest.ts';
import { PkiError } from '../error.ts';

/** DigestInfo of PKCS #1. */
export function digestInfo(name: DigestName, hash: Uint8Array): Uint8Array {
  return sequence(digestAlgorithm(name), octetString(hash));
}

/** EMSA-PKCS1-v1_5: `content` to `size` bytes. */
export function padPkcs1(content: Uint8Array, size: number): Uint8Array {
  if (content.length > size - 11) throw new PkiError('data-too-large', 'data too large for key size');
  return concatBytes([Uint8Array.of(0, 1), new Uint8Array(size - content.length - 3).fill(0xff), Uint8Array.of(0), content]);
}

/** What `padPkcs1` padded; undefined when it is not padded so. */
export function unpadPkcs1(block: Uint8Array): Uint8Array | undefined {
  let at = 2;
  while (block[at] === 0xff) at++;
  return block[0] === 0 && block[1] === 1 && at >= 10 && block[at] === 0 ? block.subarray(at + 1) : undefined;
}

/** RSAES-PKCS1-v1_5: random padding for encryption. */
export function padForEncryption(content: Uint8Array, size: number, random: RandomBytes): Uint8Array {
  if (content.length > size - 11) throw new PkiError('data-too-large', 'data too large for key size');
  const padding = random(size - content.length - 3).map((byte) => byte || 0x5a);
  return concatBytes([Uint8Array.of(0, 2), padding, Uint8Array.of(0), content]);
}

/** The inverse of `padForEncryption`; undefined when it is not padded so. */
export function unpadEncrypted(block: Uint8Array): Uint8Array | undefined {
  const end = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1) : undefined;
}

/** MGF1: a mask of `length` bytes. */
function mask(seed: Uint8Array, length: number, name: DigestName): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let counter = 0, size = 0; size < length; counter++) {
    const part = digest(name, concatBytes([seed, Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter)]));
    parts.push(part);
    size += part.length;
  }
  return concatBytes(parts).subarray(0, length);
}

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, i) => byte ^ (b[i] ?? 0));

/** EMSA-PSS of a message's hash, for a modulus of `bits` bits. */
export function padPss(hash: Uint8Array, bits: number, name: DigestName, salt: Uint8Array, maskDigest: DigestName = name): Uint8Array {
  const size = Math.ceil((bits - 1) / 8);
  const free = size - hash.length - salt.length - 2;
  if (free < 0) throw new PkiError('data-too-large', 'data too large for key size');
  const inner = digest(name, concatBytes([new Uint8Array(8), hash, salt]));
  const block = concatBytes([new Uint8Array(free), Uint8Array.of(1), salt]);
  const masked = xor(block, mask(inner, block.length, maskDigest));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * size - (bits - 1)));
  return concatBytes([masked, inner, Uint8Array.of(0xbc)]);
}

/** Whether a block is the PSS padding of this hash; without `saltLength` any length will do. */
export function isPss(block: Uint8Array, hash: Uint8Array, bits: number, name: DigestName, saltLength?: number, maskDigest: DigestName = name): boolean {
  const size = Math.ceil((bits - 1) / 8);
  const whole = block.length > size ? block.subarray(block.length - size) : block;
  const split = size - hash.length - 1;
  if (split < 1 || whole.at(-1) !== 0xbc) return false;
  const inner = whole.subarray(split, size - 1);
  const plain = xor(whole.subarray(0, split), mask(inner, split, maskDigest));
  plain[0] = (plain[0] ?? 0) & (0xff >> (8 * size - (bits - 1)));
  const one = plain.findIndex((byte) => byte !== 0);
  if (one < 0 || plain[one] !== 1) return false;
  const salt = plain.subarray(one + 1);
  return (saltLength === undefined || salt.length === saltLength) && equalBytes(inner, digest(name, concatBytes([new Uint8Array(8), hash, salt])));
}

/** RSAES-OAEP. */
export function padOaep(content: Uint8Array, size: number, random: RandomBytes, name: DigestName = 'sha1', maskDigest: DigestName = name): Uint8Array {
  const length = hashOf(name).outputLen;
  if (content.length > size - 2 * length - 2) throw new PkiError('data-too-large', 'data too large for key size');
  const block = concatBytes([digest(name, noBytes), new Uint8Array(size - content.length - 2 * length - 2), Uint8Array.of(1), content]);
  const seed = random(length);
  const maskedBlock = xor(block, mask(seed, block.length, maskDigest));
  return concatBytes([Uint8Array.of(0), xor(seed, mask(maskedBlock, length, maskDigest)), maskedBlock]);
}

/** The inverse of `padOaep`; undefined when it is not padded so. */
export function unpadOaep(block: Uint8Array, name: DigestName = 'sha1', maskDigest: DigestName = name): Uint8Array | undefined {
  const length = hashOf(name).outputLen;
  const maskedBlock = block.subarray(1 + length);
  const seed = xor(block.subarray(1, 1 + length), mask(maskedBlock, length, maskDigest));
  const plain = xor(maskedBlock, mask(seed, maskedBlock.length, maskDigest));
  const one = plain.findIndex((byte, i) => i >= length && byte !== 0);
  return block[0] === 0 && equalBytes(plain.subarray(0, length), digest(name, noBytes)) && plain[one] === 1 ? plain.subarray(one + 1) : undefined;
}
