import { attributeOids, attributeValue, basicConstraintsOf, type Certificate, isSelfIssued, keyBits, readCertificate, subjectAltNamesOf } from '../../../pki/index.ts';

/** What a picture of a certificate says. */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  /** Names and addresses it stands for, as written in subjectAltName. */
  names: readonly string[];
  /** Milliseconds since the epoch. */
  from: number;
  until: number;
  authority: boolean;
  selfIssued: boolean;
  /** `RSA 2048`, `EC 256`. */
  key: string;
}

const shown = (name: Certificate['subject']): string => attributeValue(name, attributeOids.CN) ?? attributeValue(name, attributeOids.O) ?? '—';

function keyOf(certificate: Certificate): string {
  try {
    const key = certificate.publicKey;
    return key.type === 'rsa' ? `RSA ${keyBits(key)}` : key.type === 'ec' ? `EC ${keyBits(key)}` : key.type;
  } catch {
    return '?';
  }
}

/** Reads a certificate for its picture; undefined when it can't be read. */
export function certificateFacts(der: Uint8Array): CertificateFacts | undefined {
  try {
    const certificate = readCertificate(der);
    return {
      subject: shown(certificate.subject), issuer: shown(certificate.issuer), from: certificate.notBefore, until: certificate.notAfter, selfIssued: isSelfIssued(certificate), key: keyOf(certificate),
      authority: basicConstraintsOf(certificate.extensions)?.ca ?? false,
      names: subjectAltNamesOf(certificate.extensions).flatMap((name) => (name.kind === 'dns' ? [name.value] : name.kind === 'ip' && name.bytes.length === 4 ? [name.bytes.join('.')] : [])),
    };
  } catch {
    return undefined;
  }
}
