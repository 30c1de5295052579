import { p256 } from '@noble/curves/nist.js';
import { concatBytes, knownVerdict, type RandomBytes, sha256Bytes } from '../base/index.ts';
import type { EcPrivateKey } from '../pki/index.ts';
import { toBase64Url } from './base64-url.ts';

/** A public P-256 key as a JSON Web Key, its members in the order in which libtrust writes them. */
export interface PublicJwk {
  crv: 'P-256';
  kid: string;
  kty: 'EC';
  x: string;
  y: string;
}

/** A key that signs with ES256: manifests of schema 1, and tokens. */
export interface SigningKey {
  readonly jwk: PublicJwk;
  /** The uncompressed point: 65 bytes. */
  readonly publicKey: Uint8Array;
  /** For certificates. */
  readonly privateKey: EcPrivateKey;
  /** r and s, 32 bytes each (RFC 7518, section 3.4). */
  sign(bytes: Uint8Array): Uint8Array;
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** What stands before a P-256 point in a SubjectPublicKeyInfo. */
const publicKeyInfo = Uint8Array.from([0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00]);

/** A new key. */
export function createSigningKey(random: RandomBytes): SigningKey {
  const { secretKey } = p256.keygen(random(48));
  const publicKey = p256.getPublicKey(secretKey, false);
  return {
    publicKey,
    privateKey: { type: 'ec', curve: 'P-256', point: publicKey, scalar: secretKey },
    jwk: { crv: 'P-256', kid: libtrustKeyId(concatBytes([publicKeyInfo, publicKey])), kty: 'EC', x: toBase64Url(publicKey.subarray(1, 33)), y: toBase64Url(publicKey.subarray(33)) },
    sign: (bytes) => p256.sign(bytes, secretKey, { lowS: false }),
    verify: (bytes, signature) => verifyEs256(publicKey, bytes, signature),
  };
}

/** Whether an ES256 signature (r and s) is of this key, an uncompressed point; false for what is no point. */
export function verifyEs256(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  return knownVerdict(['ES256', publicKey, sha256Bytes(bytes), signature], () => signature.length === 64 && p256.utils.isValidPublicKey(publicKey, false) && p256.verify(signature, bytes, publicKey, { lowS: false }));
}

/** libtrust's fingerprint of a public key: 240 bits of the SHA-256 of its DER form, in base32, four letters at a time. */
export function libtrustKeyId(publicKeyInfo: Uint8Array): string {
  const digest = sha256Bytes(publicKeyInfo).subarray(0, 30);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = '';
  for (const byte of digest) bits += byte.toString(2).padStart(8, '0');
  const letters = bits.replace(/.{5}/g, (five) => alphabet.charAt(Number.parseInt(five, 2)));
  return letters.replace(/.{4}(?=.)/g, '$&:');
}
