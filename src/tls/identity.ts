import type { RandomBytes } from '../base/index.ts';
import { type PrivateKey, type PublicKey, sign, verify } from '../pki/index.ts';
import { TlsError } from './alert.ts';
import { type SignatureScheme, signatureScheme, signatureSchemes } from './signature-scheme.ts';

/** What one side proves to be. */
export interface TlsIdentity {
  /** DER, the own certificate first, then those that signed it. */
  certificates: readonly Uint8Array[];
  key: PrivateKey;
}

function fits(scheme: SignatureScheme, key: PublicKey, version13: boolean): boolean {
  if (scheme.key !== key.type) return false;
  if (!version13) return true;
  return scheme.version13 && (scheme.curve === undefined || (key.type === 'ec' && key.curve === scheme.curve));
}

/** The first scheme that the peer takes (its order counts) and the key can do. */
export function chooseScheme(key: PublicKey, wanted: readonly number[], version13: boolean): SignatureScheme {
  const found = wanted.map(signatureScheme).find((scheme) => scheme !== undefined && fits(scheme, key, version13));
  if (!found) throw new TlsError('no-shared-signature', 'handshake_failure');
  return found;
}

/** Signs as the scheme says. */
export function signWith(scheme: SignatureScheme, key: PrivateKey, message: Uint8Array, random: RandomBytes): Promise<Uint8Array> {
  return sign(key, message, { random, ...(scheme.hash && { digest: scheme.hash }), ...(scheme.padding && { padding: scheme.padding }) });
}

/** Checks a signature of the peer's; it must be one of ours to check. */
export function checkSignature(id: number, key: PublicKey, message: Uint8Array, signature: Uint8Array, version13: boolean): SignatureScheme {
  const scheme = signatureScheme(id);
  if (!scheme || !fits(scheme, key, version13)) throw new TlsError('protocol', 'illegal_parameter');
  if (!verify(key, message, signature, { ...(scheme.hash && { digest: scheme.hash }), ...(scheme.padding && { padding: scheme.padding }) })) throw new TlsError('bad-signature', 'decrypt_error');
  return scheme;
}

/** All schemes, in OpenSSL's order: what a client and a server ask for unless told otherwise. */
export const defaultSchemes: readonly number[] = signatureSchemes.map(({ id }) => id);
