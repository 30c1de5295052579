/** Curves for ECDSA and ECDH, by NIST's names. */
export type CurveName = 'P-256' | 'P-384' | 'P-521' | 'secp256k1';

/** An RSA public key. */
export interface RsaPublicKey {
  type: 'rsa';
  n: bigint;
  e: bigint;
}

/** A public key on a curve of Weierstrass form; `point` is uncompressed (04 X Y). */
export interface EcPublicKey {
  type: 'ec';
  curve: CurveName;
  point: Uint8Array;
}

/** A public key whose form its type fixes: RFC 8410. */
export interface RawPublicKey {
  type: RawKeyType;
  point: Uint8Array;
}

/** Key types whose keys are strings of bytes: Ed25519 and Ed448 sign, X25519 and X448 agree. */
export type RawKeyType = 'ed25519' | 'ed448' | 'x25519' | 'x448';

/** Any public key; plain data. */
export type PublicKey = RsaPublicKey | EcPublicKey | RawPublicKey;

/** An RSA private key with what the Chinese remainder theorem needs; holds the public one too. */
export interface RsaPrivateKey extends RsaPublicKey {
  d: bigint;
  p: bigint;
  q: bigint;
  dp: bigint;
  dq: bigint;
  qi: bigint;
}

/** A private key on a curve; `scalar` is big-endian, as long as the curve's order. */
export interface EcPrivateKey extends EcPublicKey {
  scalar: Uint8Array;
}

/** A private key of RFC 8410; `scalar` is its string of bytes. */
export interface RawPrivateKey extends RawPublicKey {
  scalar: Uint8Array;
}

/** Any private key; holds its public key too. */
export type PrivateKey = RsaPrivateKey | EcPrivateKey | RawPrivateKey;

/** The public half. */
export function publicKeyOf(key: PublicKey | PrivateKey): PublicKey {
  if (key.type === 'rsa') return { type: 'rsa', n: key.n, e: key.e };
  if (key.type === 'ec') return { type: 'ec', curve: key.curve, point: key.point };
  return { type: key.type, point: key.point };
}

/** Whether both are (or hold) the same public key. */
export function samePublicKey(a: PublicKey, b: PublicKey): boolean {
  if (a.type === 'rsa') return b.type === 'rsa' && a.n === b.n && a.e === b.e;
  if (b.type === 'rsa' || a.type !== b.type || ('curve' in a && 'curve' in b && a.curve !== b.curve)) return false;
  return a.point.length === b.point.length && a.point.every((byte, i) => byte === b.point[i]);
}

/** Bits of the modulus or of the curve's field. */
export function keyBits(key: PublicKey): number {
  if (key.type === 'rsa') return key.n.toString(2).length;
  if (key.type === 'ec') return { 'P-256': 256, 'P-384': 384, 'P-521': 521, secp256k1: 256 }[key.curve];
  return { ed25519: 253, x25519: 253, ed448: 448, x448: 448 }[key.type];
}

/** Whether a key is a private one. */
export function isPrivateKey(key: PublicKey | PrivateKey): key is PrivateKey {
  return 'd' in key || 'scalar' in key;
}
