import { concatBytes, decodeUtf8 } from '../../base/index.ts';
import { bigintToBytes, bytesToBigint } from '../der/index.ts';
import { digest, type DigestName, hashOf } from '../digest.ts';

/** A password as PKCS #12 wants it: UTF-16, big-endian, with a zero character at the end. */
export function bmpPassword(password: Uint8Array): Uint8Array {
  return Uint8Array.from([...Array.from(decodeUtf8(password), (char) => char.charCodeAt(0)), 0].flatMap((code) => [code >> 8, code & 0xff]));
}

/** Keys of PKCS #12 (RFC 7292, appendix B): `id` 1 for encryption, 2 for an initialization vector, 3 for a MAC. */
export function pkcs12Key(password: Uint8Array, salt: Uint8Array, iterations: number, id: 1 | 2 | 3, length: number, name: DigestName = 'sha1'): Uint8Array {
  const hash = hashOf(name);
  const block = hash.blockLen;
  const fill = (bytes: Uint8Array): Uint8Array => Uint8Array.from({ length: Math.ceil(bytes.length / block) * block }, (_, i) => bytes[i % bytes.length] ?? 0);
  let seed = concatBytes([fill(salt), fill(bmpPassword(password))]);
  const parts: Uint8Array[] = [];
  for (let size = 0; size < length; size += hash.outputLen) {
    let part = concatBytes([new Uint8Array(block).fill(id), seed]);
    for (let i = 0; i < iterations; i++) part = digest(name, part);
    parts.push(part);
    const addend = bytesToBigint(Uint8Array.from({ length: block }, (_, i) => part[i % part.length] ?? 0)) + 1n;
    const limit = 1n << BigInt(8 * block);
    seed = concatBytes(Array.from({ length: seed.length / block }, (_, i) => bigintToBytes((bytesToBigint(seed.subarray(i * block, (i + 1) * block)) + addend) % limit, block)));
  }
  return concatBytes(parts).subarray(0, length);
}
