import { type Certificate, type CertificateContent, type Extension, extensionOids, makeCertificate, type Name, type PrivateKey, encodePublicKey, publicKeyOf, type SignatureOptions } from '../../pki/index.ts';
import { makeExtension } from './config/extension.ts';
import type { ExtensionContext } from './config/extension-context.ts';

/** What is signed, before the extensions that OpenSSL adds by itself. */
export interface X509Draft {
  serial: bigint;
  subject: Name;
  issuerName: Name;
  notBefore: number;
  notAfter: number;
  publicKeyInfo: Uint8Array;
  extensions: Extension[];
  version?: 1 | 3;
}

/** Signs a certificate as `do_X509_sign` does: with the identifiers of subject and issuer where they are missing. */
export async function signX509(draft: X509Draft, key: PrivateKey, issuer: Certificate | undefined, signature: SignatureOptions): Promise<Certificate> {
  const { extensions } = draft;
  if (draft.version !== 1) {
    const self = sameKey(draft.publicKeyInfo, key);
    const context: ExtensionContext = { config: undefined, publicKeyInfo: draft.publicKeyInfo, subject: draft.subject, ...(issuer ? { issuer } : {}), issuerName: draft.issuerName, serial: draft.serial, present: extensions };
    adapt(context, 'subjectKeyIdentifier', 'hash', true);
    adapt(context, 'authorityKeyIdentifier', 'keyid, issuer', !self);
  }
  const content: CertificateContent = { serial: draft.serial, issuer: draft.issuerName, subject: draft.subject, notBefore: draft.notBefore, notAfter: draft.notAfter, publicKeyInfo: draft.publicKeyInfo, extensions: draft.version === 1 ? [] : extensions, version: draft.version ?? 3 };
  return makeCertificate(content, key, signature);
}

function sameKey(info: Uint8Array, key: PrivateKey): boolean {
  const own = encodePublicKey(publicKeyOf(key));
  return own.length === info.length && own.every((byte, i) => byte === info[i]);
}

/** An identifier: what says none goes away, what is missing is added where it is wanted. */
function adapt(context: ExtensionContext, name: 'subjectKeyIdentifier' | 'authorityKeyIdentifier', value: string, add: boolean): void {
  const dotted = extensionOids[name];
  const place = context.present.findIndex((each) => each.oid === dotted);
  if (place >= 0) {
    if ((context.present[place]?.value.length ?? 0) <= 2) context.present.splice(place, 1);
    return;
  }
  const made = add ? makeExtension('default', name, value, context) : undefined;
  if (made) context.present.push(made);
}

/** A serial number of 159 random bits, as OpenSSL draws it. */
export function randomSerial(random: (length: number) => Uint8Array): bigint {
  let value = 0n;
  for (const byte of random(20)) value = (value << 8n) | BigInt(byte);
  return value & ((1n << 159n) - 1n) || 1n;
}

