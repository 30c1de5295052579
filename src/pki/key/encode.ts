import { algorithm, oids } from '../algorithm.ts';
import { bitString, explicit, integer, nullElement, octetString, oid, sequence } from '../der/index.ts';
import { writePem } from '../pem.ts';
import { PkiError } from '../error.ts';
import { compressedPoint, curveOids } from './curve.ts';
import type { EcPrivateKey, PrivateKey, PublicKey, RsaPrivateKey } from './key.ts';

function keyAlgorithm(key: PublicKey): Uint8Array {
  if (key.type === 'rsa') return algorithm(oids.rsa, nullElement);
  if (key.type === 'ec') return algorithm(oids.ec, oid(curveOids[key.curve]));
  return algorithm(oids[key.type]);
}

/** SubjectPublicKeyInfo. `compressed`: points of curves in their short form. */
export function encodePublicKey(key: PublicKey, { compressed = false }: { compressed?: boolean } = {}): Uint8Array {
  if (key.type === 'rsa') return sequence(keyAlgorithm(key), bitString(encodeRsaPublicKey(key)));
  return sequence(keyAlgorithm(key), bitString(compressed && key.type === 'ec' ? compressedPoint(key.curve, key.point) : key.point));
}

/** RSAPublicKey of PKCS #1. */
export function encodeRsaPublicKey(key: { n: bigint; e: bigint }): Uint8Array {
  return sequence(integer(key.n), integer(key.e));
}

function encodeRsa(key: RsaPrivateKey): Uint8Array {
  return sequence(integer(0), integer(key.n), integer(key.e), integer(key.d), integer(key.p), integer(key.q), integer(key.dp), integer(key.dq), integer(key.qi));
}

function encodeEc(key: EcPrivateKey, withCurve: boolean): Uint8Array {
  return sequence(integer(1), octetString(key.scalar), withCurve ? explicit(0, oid(curveOids[key.curve])) : undefined, explicit(1, bitString(key.point)));
}

/** PrivateKeyInfo of PKCS #8, what `openssl genpkey` writes. */
export function encodePkcs8(key: PrivateKey): Uint8Array {
  const inner = key.type === 'rsa' ? encodeRsa(key) : key.type === 'ec' ? encodeEc(key, false) : octetString(key.scalar);
  return sequence(integer(0), keyAlgorithm(key), octetString(inner));
}

/** The older form of the key's own kind: RSAPrivateKey of PKCS #1 or ECPrivateKey of SEC 1. Throws PkiError `unsupported` for keys that have none. */
export function encodeTraditional(key: PrivateKey): { label: string; der: Uint8Array } {
  if (key.type === 'rsa') return { label: 'RSA PRIVATE KEY', der: encodeRsa(key) };
  if (key.type === 'ec') return { label: 'EC PRIVATE KEY', der: encodeEc(key, true) };
  throw new PkiError('unsupported', `${key.type} keys have no traditional form`);
}

/** A private key as a PEM file, in PKCS #8 or in the traditional form; without a password. */
export function privateKeyPem(key: PrivateKey, form: 'pkcs8' | 'traditional' = 'pkcs8'): string {
  if (form === 'pkcs8') return writePem('PRIVATE KEY', encodePkcs8(key));
  const { label, der } = encodeTraditional(key);
  return writePem(label, der);
}

/** A public key as a PEM file (SubjectPublicKeyInfo). */
export function publicKeyPem(key: PublicKey): string {
  return writePem('PUBLIC KEY', encodePublicKey(key));
}
