import { digest } from '../digest.ts';
import { bitStringOf, type DerNode, explicit, integer, readDer, sequence, time } from '../der/index.ts';
import type { PrivateKey, SignatureOptions } from '../key/index.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { encodeExtensions, type Extension } from './extension.ts';
import type { Name } from './name.ts';
import { signBody } from './request.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';

/** What a new certificate says. */
export interface CertificateContent {
  serial: bigint;
  issuer: Name;
  subject: Name;
  /** Milliseconds since the epoch. */
  notBefore: number;
  notAfter: number;
  /** SubjectPublicKeyInfo. */
  publicKeyInfo: Uint8Array;
  extensions?: readonly Extension[];
  /** Default 3, or 1 without extensions. */
  version?: 1 | 3;
}

/** Makes a certificate and signs it with the issuer's key. */
export async function makeCertificate(content: CertificateContent, issuerKey: PrivateKey, signature?: SignatureOptions): Promise<Certificate> {
  const { extensions = [] } = content;
  const version = content.version ?? (extensions.length > 0 ? 3 : 1);
  const body = sequence(
    version > 1 ? explicit(0, integer(version - 1)) : undefined,
    integer(content.serial),
    signatureAlgorithm(issuerKey, signature),
    content.issuer.der,
    sequence(time(content.notBefore), time(content.notAfter)),
    content.subject.der,
    content.publicKeyInfo,
    extensions.length > 0 ? explicit(3, encodeExtensions(extensions)) : undefined,
  );
  return readCertificate(await signBody(body, issuerKey, signature));
}

/** The identifier of a key: SHA-1 of the key's bits (RFC 5280, 4.2.1.2, method 1). */
export function keyIdentifier(publicKeyInfo: Uint8Array | DerNode): Uint8Array {
  const node = publicKeyInfo instanceof Uint8Array ? readDer(publicKeyInfo) : publicKeyInfo;
  return digest('sha1', bitStringOf(node.child(1)).bytes);
}
