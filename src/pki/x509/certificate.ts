import { type AlgorithmIdentifier, algorithmOf } from '../algorithm.ts';
import { bitStringOf, type DerNode, integerOf, readDer, tags, timeOf } from '../der/index.ts';
import { PkiError } from '../error.ts';
import { decodePublicKey, type PublicKey, verify } from '../key/index.ts';
import { readPem } from '../pem.ts';
import { type Extension, extensionsOf } from './extension.ts';
import { type Name, nameOf, sameName } from './name.ts';
import { signatureOptionsOf } from './signature-algorithm.ts';

/** What is signed, by whom: what certificates, requests and lists have in common. */
export interface Signed {
  /** All of it, as it was read. */
  readonly der: Uint8Array;
  /** The part that is signed. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/** An X.509 certificate, as it was read. */
export interface Certificate extends Signed {
  /** 1 to 3. */
  readonly version: number;
  readonly serial: bigint;
  /** The algorithm named inside what is signed. */
  readonly innerAlgorithm: AlgorithmIdentifier;
  readonly issuer: Name;
  readonly subject: Name;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SubjectPublicKeyInfo. */
  readonly publicKeyInfo: DerNode;
  /** The key; throws PkiError when it is of a kind that is not here, or not well formed. */
  readonly publicKey: PublicKey;
  readonly extensions: readonly Extension[];
}

/** Takes apart what is signed. */
export function signedOf(node: DerNode): Signed & { body: DerNode } {
  const body = node.expect(tags.sequence).child(0).expect(tags.sequence);
  return { der: node.raw, body, tbs: body.raw, signatureAlgorithm: algorithmOf(node.child(1).expect(tags.sequence)), signature: bitStringOf(node.child(2).expect(tags.bitString)).bytes };
}

/** A public key that is decoded when it is asked for. */
export function lazyPublicKey(info: DerNode): () => PublicKey {
  let key: PublicKey | undefined;
  return () => (key ??= decodePublicKey(info));
}

/** Reads a certificate. Throws PkiError `bad-der`. */
export function readCertificate(der: Uint8Array): Certificate {
  const { body, ...signed } = signedOf(readDer(der));
  const explicitVersion = body.child(0).tagClass === 'context' ? integerOf(body.child(0).child(0)) : undefined;
  const at = explicitVersion === undefined ? 0 : 1;
  const validity = body.child(at + 3).expect(tags.sequence);
  const publicKeyInfo = body.child(at + 5).expect(tags.sequence);
  const key = lazyPublicKey(publicKeyInfo);
  const extensions = body.children.find((child) => child.tagClass === 'context' && child.tag === 3);
  return {
    ...signed,
    version: Number(explicitVersion ?? 0n) + 1,
    serial: integerOf(body.child(at).expect(tags.integer)),
    innerAlgorithm: algorithmOf(body.child(at + 1).expect(tags.sequence)),
    issuer: nameOf(body.child(at + 2)),
    notBefore: timeOf(validity.child(0)),
    notAfter: timeOf(validity.child(1)),
    subject: nameOf(body.child(at + 4)),
    publicKeyInfo,
    get publicKey() {
      return key();
    },
    extensions: extensions ? extensionsOf(extensions.child(0)) : [],
  };
}

/** All certificates of a PEM text, in order; other blocks are skipped. Throws PkiError `bad-pem` or `bad-der`. */
export function readCertificatesPem(text: string): Certificate[] {
  return readPem(text).filter(({ label }) => /^((X509 |TRUSTED |)CERTIFICATE)$/.test(label)).map(({ bytes }) => readCertificate(bytes));
}

/** Whether `key` signed it; an algorithm that is not here is no. */
export function isSignedBy(signed: Signed, key: PublicKey): boolean {
  const wanted = signatureOptionsOf(signed.signatureAlgorithm);
  return wanted !== undefined && wanted.type === key.type && verify(key, signed.tbs, signed.signature, wanted.options);
}

/** Whether the certificate names itself as its issuer. */
export function isSelfIssued(certificate: Certificate): boolean {
  return sameName(certificate.issuer, certificate.subject);
}

/** Whether it is also signed by its own key. */
export function isSelfSigned(certificate: Certificate): boolean {
  if (!isSelfIssued(certificate)) return false;
  try {
    return isSignedBy(certificate, certificate.publicKey);
  } catch (error) {
    if (error instanceof PkiError) return false;
    throw error;
  }
}
