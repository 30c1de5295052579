import { bytesToBigint } from '../der/index.ts';
import { fromBase64Url } from './base64-url.ts';
import { PkiError } from '../error.ts';
import type { RsaPrivateKey, RsaPublicKey } from './key.ts';
import { gcd, inverse, power } from './modular.ts';
import { type PrimeSearch, randomPrime } from './prime.ts';

/** The key of two primes and a public exponent. Throws PkiError `bad-key` when they don't make one. */
export function rsaKeyOf(p: bigint, q: bigint, e: bigint): RsaPrivateKey {
  const [larger, smaller] = p > q ? [p, q] : [q, p];
  const d = inverse(e, ((larger - 1n) * (smaller - 1n)) / gcd(larger - 1n, smaller - 1n));
  const qi = inverse(smaller, larger);
  if (d === undefined || qi === undefined) throw new PkiError('bad-key', 'no private exponent');
  return { type: 'rsa', n: larger * smaller, e, d, p: larger, q: smaller, dp: d % (larger - 1n), dq: d % (smaller - 1n), qi };
}

/** How an RSA key is made. */
export interface RsaGeneration extends PrimeSearch {
  /** WebCrypto, which is many times faster; absent on plain HTTP. Its keys come from its own randomness. */
  subtle?: SubtleCrypto | undefined;
  /** Default 65537. */
  exponent?: bigint | undefined;
}

/** A new RSA key of `bits` bits (512 or more). In TypeScript 2048 bits take seconds: `checkpoint` is called all along. */
export async function generateRsaKey(bits: number, generation: RsaGeneration): Promise<RsaPrivateKey> {
  const exponent = generation.exponent ?? 65537n;
  if (generation.subtle && bits % 8 === 0 && bits >= 1024 && bits <= 16384 && (exponent === 65537n || exponent === 3n)) {
    const pair = await generation.subtle.generateKey({ name: 'RSASSA-PKCS1-v1_5', modulusLength: bits, publicExponent: exponent === 3n ? Uint8Array.of(3) : Uint8Array.of(1, 0, 1), hash: 'SHA-256' }, true, ['sign', 'verify']);
    const { p, q } = await generation.subtle.exportKey('jwk', pair.privateKey);
    return rsaKeyOf(bytesToBigint(fromBase64Url(p ?? '')), bytesToBigint(fromBase64Url(q ?? '')), exponent);
  }
  const coprime = (prime: bigint): boolean => gcd(prime - 1n, exponent) === 1n;
  const p = await randomPrime(bits - (bits >> 1), generation, coprime);
  for (;;) {
    const q = await randomPrime(bits >> 1, generation, coprime);
    if (q !== p && (p * q).toString(2).length === bits) return rsaKeyOf(p, q, exponent);
  }
}

/** The public operation: encrypting and checking a signature. */
export function rsaPublic(key: RsaPublicKey, value: bigint): bigint {
  if (value >= key.n) throw new PkiError('data-too-large', 'data too large for modulus');
  return power(value, key.e, key.n);
}

/** The private operation, by the Chinese remainder theorem. */
export function rsaPrivate(key: RsaPrivateKey, value: bigint): bigint {
  if (value >= key.n) throw new PkiError('data-too-large', 'data too large for modulus');
  if (key.p === 0n || key.q === 0n) return power(value, key.d, key.n);
  const m1 = power(value % key.p, key.dp, key.p);
  const m2 = power(value % key.q, key.dq, key.q);
  const h = ((((m1 - m2) % key.p) + key.p) * key.qi) % key.p;
  return m2 + h * key.q;
}

/** Whether the numbers belong together (`openssl rsa -check`): the names of what does not hold. */
export function rsaFaults(key: RsaPrivateKey): ('n does not equal p q' | 'd e not congruent to 1' | 'dmp1 not congruent to d' | 'dmq1 not congruent to d' | 'iqmp not inverse of q')[] {
  const faults: ReturnType<typeof rsaFaults> = [];
  const lambda = ((key.p - 1n) * (key.q - 1n)) / gcd(key.p - 1n, key.q - 1n);
  if (key.p * key.q !== key.n) faults.push('n does not equal p q');
  if (lambda === 0n || (key.d * key.e) % lambda !== 1n) faults.push('d e not congruent to 1');
  if (key.dp !== key.d % (key.p - 1n)) faults.push('dmp1 not congruent to d');
  if (key.dq !== key.d % (key.q - 1n)) faults.push('dmq1 not congruent to d');
  if ((key.qi * key.q) % key.p !== 1n) faults.push('iqmp not inverse of q');
  return faults;
}
