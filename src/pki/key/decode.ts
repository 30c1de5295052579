import { algorithmOf, oids } from '../algorithm.ts';
import { bitStringOf, type DerNode, integerOf, oidOf, readDer, tags } from '../der/index.ts';
import { PkiError } from '../error.ts';
import { curveByOid, ecKeyOf, rawKeyLength, rawKeyOf, uncompressedPoint } from './curve.ts';
import type { CurveName, EcPrivateKey, PrivateKey, PublicKey, RawKeyType, RsaPrivateKey, RsaPublicKey } from './key.ts';

const rawTypes: readonly RawKeyType[] = ['ed25519', 'ed448', 'x25519', 'x448'];

function curveOfParameters(node: DerNode | undefined): CurveName {
  const curve = node?.is(tags.oid) ? curveByOid(oidOf(node)) : undefined;
  if (!curve) throw new PkiError('unsupported', 'unknown curve');
  return curve;
}

/** Reads SubjectPublicKeyInfo. Throws PkiError `bad-der`, `bad-key` or, for kinds of keys that are not here, `unsupported`. */
export function decodePublicKey(der: Uint8Array | DerNode): PublicKey {
  const node = der instanceof Uint8Array ? readDer(der) : der;
  const { oid, parameters } = algorithmOf(node.expect(tags.sequence).child(0).expect(tags.sequence));
  const { bytes } = bitStringOf(node.child(1).expect(tags.bitString));
  if (oid === oids.rsa || oid === oids.rsaPss) return decodeRsaPublicKey(bytes);
  if (oid === oids.ec) {
    const curve = curveOfParameters(parameters);
    return { type: 'ec', curve, point: uncompressedPoint(curve, bytes) };
  }
  const type = rawTypes.find((each) => oids[each] === oid);
  if (!type) throw new PkiError('unsupported', `public keys of algorithm ${oid}`);
  if (bytes.length !== rawKeyLength[type]) throw new PkiError('bad-key', 'wrong length of a public key');
  return { type, point: bytes };
}

/** Reads RSAPublicKey of PKCS #1. */
export function decodeRsaPublicKey(der: Uint8Array): RsaPublicKey {
  const node = readDer(der).expect(tags.sequence);
  return { type: 'rsa', n: integerOf(node.child(0).expect(tags.integer)), e: integerOf(node.child(1).expect(tags.integer)) };
}

function decodeRsa(node: DerNode): RsaPrivateKey {
  const [, n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp = 0n, dq = 0n, qi = 0n] = Array.from({ length: 9 }, (_, i) => integerOf(node.child(i).expect(tags.integer)));
  return { type: 'rsa', n, e, d, p, q, dp, dq, qi };
}

function decodeEc(node: DerNode, outer: DerNode | undefined): EcPrivateKey {
  return ecKeyOf(curveOfParameters(node.context(0)?.children[0] ?? outer), node.child(1).expect(tags.octetString).content);
}

/** Reads a private key without a password: PKCS #8, PKCS #1 or SEC 1, told apart by their form. Throws PkiError `bad-der`, `bad-key` or `unsupported`. */
export function decodePrivateKey(der: Uint8Array | DerNode): PrivateKey {
  const node = der instanceof Uint8Array ? readDer(der) : der;
  const second = node.expect(tags.sequence).child(1);
  node.child(0).expect(tags.integer);
  if (second.is(tags.integer)) return decodeRsa(node);
  if (second.is(tags.octetString)) return decodeEc(node, undefined);
  const { oid, parameters } = algorithmOf(second.expect(tags.sequence));
  const inner = readDer(node.child(2).expect(tags.octetString).content);
  if (oid === oids.rsa || oid === oids.rsaPss) return decodeRsa(inner.expect(tags.sequence));
  if (oid === oids.ec) return decodeEc(inner.expect(tags.sequence), parameters);
  const type = rawTypes.find((each) => oids[each] === oid);
  if (!type) throw new PkiError('unsupported', `private keys of algorithm ${oid}`);
  return rawKeyOf(type, inner.expect(tags.octetString).content);
}
