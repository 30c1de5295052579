import { ed25519 } from '@noble/curves/ed25519.js';
import { ed448 } from '@noble/curves/ed448.js';
import { equalBytes, knownVerdict, type RandomBytes, systemRandom } from '../../base/index.ts';
import { bigintToBytes, bytesToBigint } from '../der/index.ts';
import { digest, type DigestName, hashOf } from '../digest.ts';
import { PkiError } from '../error.ts';
import { curveOf } from './curve.ts';
import { keyBits, type PrivateKey, type PublicKey, type RsaPublicKey } from './key.ts';
import { rsaPrivate, rsaPublic } from './rsa.ts';
import { digestInfo, isPss, padPkcs1, padPss, unpadPkcs1 } from './rsa-padding.ts';

/** How a message is signed. Ed25519 and Ed448 take none of it. */
export interface SignatureOptions {
  /** Default sha256. */
  digest?: DigestName;
  /** The message is its digest already (RSA without `digest`: what is to be padded, as it is). */
  prehashed?: boolean;
  /** RSA's padding; default pkcs1. */
  padding?: 'pkcs1' | 'pss';
  /** PSS: length of the salt; default the digest's. Checking with `auto` takes any. */
  saltLength?: number | 'auto';
  /** PSS: the mask's digest when it is another one. */
  maskDigest?: DigestName;
  /** For PSS's salt; default the machine's. */
  random?: RandomBytes;
}

/** Signs. ECDSA signatures are DER; RSA's are as long as the modulus. Throws PkiError `data-too-large` when the key is too small, `unsupported` for keys that cannot sign. */
// eslint-disable-next-line @typescript-eslint/require-await -- the interface leaves room for keys that are not in memory
export async function sign(key: PrivateKey, message: Uint8Array, options: SignatureOptions = {}): Promise<Uint8Array> {
  const name = options.digest ?? 'sha256';
  if (key.type === 'ed25519') return ed25519.sign(message, key.scalar);
  if (key.type === 'ed448') return ed448.sign(message, key.scalar);
  if (key.type !== 'rsa' && key.type !== 'ec') throw new PkiError('unsupported', `${key.type} keys do not sign`);
  const hash = options.prehashed ? message : digest(name, message);
  if (key.type === 'ec') return curveOf(key.curve).sign(hash, key.scalar, { prehash: false, lowS: false, format: 'der' });
  const bits = keyBits(key);
  const size = Math.ceil(bits / 8);
  if (options.padding === 'pss') {
    const length = typeof options.saltLength === 'number' ? options.saltLength : hashOf(name).outputLen;
    const block = padPss(hash, bits, name, (options.random ?? systemRandom)(length), options.maskDigest);
    return bigintToBytes(rsaPrivate(key, bytesToBigint(block)), size);
  }
  const content = options.prehashed && options.digest === undefined ? message : digestInfo(name, hash);
  return bigintToBytes(rsaPrivate(key, bytesToBigint(padPkcs1(content, size))), size);
}

/** Whether `signature` is the key's over `message`. What is not well formed is just wrong; never throws for it. */
export function verify(key: PublicKey, message: Uint8Array, signature: Uint8Array, options: SignatureOptions = {}): boolean {
  const name = options.digest ?? 'sha256';
  try {
    if (key.type === 'ed25519') return ed25519.verify(signature, message, key.point, { zip215: false });
    if (key.type === 'ed448') return ed448.verify(signature, message, key.point);
    if (key.type !== 'rsa' && key.type !== 'ec') return false;
    const hash = options.prehashed ? message : digest(name, message);
    if (key.type === 'ec') return knownVerdict([key.curve, key.point, hash, signature], () => curveOf(key.curve).verify(signature, hash, key.point, { prehash: false, lowS: false, format: 'der' }));
    const size = Math.ceil(keyBits(key) / 8);
    if (signature.length !== size) return false;
    const block = bigintToBytes(rsaPublic(key, bytesToBigint(signature)), size);
    if (options.padding === 'pss') {
      const length = options.saltLength === 'auto' ? undefined : options.saltLength ?? hashOf(name).outputLen;
      return isPss(block, hash, keyBits(key), name, length, options.maskDigest);
    }
    const content = unpadPkcs1(block);
    return content !== undefined && equalBytes(content, options.prehashed && options.digest === undefined ? message : digestInfo(name, hash));
  } catch (error) {
    if (error instanceof Error && error.name !== 'EndOfProcess') return false;
    throw error;
  }
}

/** Whether an RSA signature holds padding of PKCS #1 v1.5 at all, whatever it signs. */
export function isPaddedSignature(key: RsaPublicKey, signature: Uint8Array): boolean {
  const size = Math.ceil(keyBits(key) / 8);
  const value = bytesToBigint(signature);
  return signature.length === size && value < key.n && unpadPkcs1(bigintToBytes(rsaPublic(key, value), size)) !== undefined;
}
