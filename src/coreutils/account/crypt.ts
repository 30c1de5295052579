import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import type { RandomBytes } from '../../base/index.ts';

const letters = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const order: readonly (readonly [number, number, number])[] = [
  [0, 21, 42], [22, 43, 1], [44, 2, 23], [3, 24, 45], [25, 46, 4], [47, 5, 26], [6, 27, 48], [28, 49, 7], [50, 8, 29], [9, 30, 51], [31, 52, 10],
  [53, 11, 32], [12, 33, 54], [34, 55, 13], [56, 14, 35], [15, 36, 57], [37, 58, 16], [59, 17, 38], [18, 39, 60], [40, 61, 19], [62, 20, 41],
];

function repeat(digest: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 64) bytes.set(digest.subarray(0, Math.min(64, length - at)), at);
  return bytes;
}

/** crypt(5) with SHA-512 ("$6$"), with as many rounds as `rounds` says. */
function sha512Crypt(password: string, salt: string, rounds: number): string {
  const [key, seed] = [encodeUtf8(password), encodeUtf8(salt)];
  const other = sha512(concatBytes([key, seed, key]));
  const parts = [key, seed, repeat(other, key.length)];
  for (let length = key.length; length > 0; length >>= 1) parts.push(length & 1 ? other : key);
  let digest = sha512(concatBytes(parts));
  const p = repeat(sha512(concatBytes(Array.from({ length: key.length }, () => key))), key.length);
  const s = repeat(sha512(concatBytes(Array.from({ length: 16 + (digest[0] ?? 0) }, () => seed))), seed.length);
  for (let round = 0; round < rounds; round++) {
    digest = sha512(concatBytes([round & 1 ? p : digest, ...(round % 3 ? [s] : []), ...(round % 7 ? [p] : []), round & 1 ? digest : p]));
  }
  const encode = (value: number, count: number): string => Array.from({ length: count }, (_, index) => letters.charAt((value >> (index * 6)) & 63)).join('');
  const text = order.map(([a, b, c]) => encode(((digest[a] ?? 0) << 16) | ((digest[b] ?? 0) << 8) | (digest[c] ?? 0), 4)).join('') + encode(digest[63] ?? 0, 2);
  return `$6$${rounds === 5000 ? '' : `rounds=${rounds}$`}${salt}$${text}`;
}

/** A hash for /etc/shadow. */
export function hashPassword(password: string, random: RandomBytes): string {
  return sha512Crypt(password, Array.from(random(16), (byte) => letters.charAt(byte & 63)).join(''), 1000);
}

/** Whether `password` opens what /etc/shadow says. */
export function checkHash(password: string, hash: string): boolean {
  if (hash === '') return true;
  const [, rounds = '5000', salt = ''] = /^\$6\$(?:rounds=(\d+)\$)?([^$]*)\$/.exec(hash) ?? [];
  return salt !== '' && sha512Crypt(password, salt, Number(rounds)) === hash;
}
