import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { ed448, x448 } from '@noble/curves/ed448.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { ECDSA } from '@noble/curves/abstract/weierstrass.js';
import type { RandomBytes } from '../../base/index.ts';
import { PkiError } from '../error.ts';
import type { CurveName, EcPrivateKey, PrivateKey, PublicKey, RawKeyType, RawPrivateKey } from './key.ts';

const curves: Record<CurveName, ECDSA> = { 'P-256': p256, 'P-384': p384, 'P-521': p521, secp256k1 };

/** Their object identifiers. */
export const curveOids: Record<CurveName, string> = { 'P-256': '1.2.840.10045.3.1.7', 'P-384': '1.3.132.0.34', 'P-521': '1.3.132.0.35', secp256k1: '1.3.132.0.10' };

/** The curve of an object identifier. */
export function curveByOid(dotted: string): CurveName | undefined {
  return (Object.keys(curveOids) as CurveName[]).find((name) => curveOids[name] === dotted);
}

/** The arithmetic of a curve. */
export function curveOf(name: CurveName): ECDSA {
  return curves[name];
}

const rawCurves = { ed25519, ed448, x25519, x448 } as const;

/** Length of a raw key in bytes. */
export const rawKeyLength: Record<RawKeyType, number> = { ed25519: 32, ed448: 57, x25519: 32, x448: 56 };

/** The key on `curve` with this secret number. Throws PkiError `bad-key` when it is out of range. */
export function ecKeyOf(curve: CurveName, scalar: Uint8Array): EcPrivateKey {
  const arithmetic = curves[curve];
  const size = arithmetic.lengths.secretKey ?? 32;
  const padded = new Uint8Array(size);
  const trimmed = scalar.length > size ? scalar.subarray(scalar.length - size) : scalar;
  padded.set(trimmed, size - trimmed.length);
  if (!arithmetic.utils.isValidSecretKey(padded)) throw new PkiError('bad-key', 'private key out of range');
  return { type: 'ec', curve, point: arithmetic.getPublicKey(padded, false), scalar: padded };
}

/** The key of RFC 8410 with these secret bytes. */
export function rawKeyOf(type: RawKeyType, scalar: Uint8Array): RawPrivateKey {
  if (scalar.length !== rawKeyLength[type]) throw new PkiError('bad-key', 'wrong length of a private key');
  return { type, point: rawCurves[type].getPublicKey(scalar), scalar };
}

/** A new key on a curve. */
export function generateEcKey(curve: CurveName, random: RandomBytes): EcPrivateKey {
  const arithmetic = curves[curve];
  const size = arithmetic.lengths.secretKey ?? 32;
  for (;;) {
    const scalar = random(size).slice();
    if (curve === 'P-521') scalar[0] = (scalar[0] ?? 0) & 1;
    if (arithmetic.utils.isValidSecretKey(scalar)) return ecKeyOf(curve, scalar);
  }
}

/** A point of the curve, uncompressed, from any of its forms. Throws PkiError `bad-key`. */
export function uncompressedPoint(curve: CurveName, point: Uint8Array): Uint8Array {
  try {
    return curves[curve].Point.fromBytes(point).toBytes(false);
  } catch {
    throw new PkiError('bad-key', 'point is not on the curve');
  }
}

/** The point in 33, 49 or 67 bytes. */
export function compressedPoint(curve: CurveName, point: Uint8Array): Uint8Array {
  return curves[curve].Point.fromBytes(point).toBytes(true);
}

/** Diffie-Hellman: X25519's or X448's shared secret, or the x coordinate of ECDH. Throws PkiError `bad-key` for keys that don't go together or a point that gives nothing. */
export function sharedSecret(key: PrivateKey, peer: PublicKey): Uint8Array {
  try {
    if ((key.type === 'x25519' || key.type === 'x448') && peer.type === key.type) return rawCurves[key.type].getSharedSecret(key.scalar, peer.point);
    if (key.type === 'ec' && peer.type === 'ec' && key.curve === peer.curve) return curves[key.curve].getSharedSecret(key.scalar, peer.point, true).subarray(1);
  } catch (error) {
    throw new PkiError('bad-key', error instanceof Error ? error.message : 'no shared secret');
  }
  throw new PkiError('bad-key', 'keys of different types');
}
