import { addressBytes, attributeOids, attributeValue, type Certificate, type ChainFailure, type ChainFailureKind, matchesPattern, matchHost, readCertificate, verifyChain } from '../../pki/index.ts';
import type { AlertName, Verification } from '../../tls/index.ts';

/** What OpenSSL makes of a failure: X509_V_ERR_… and its text, and the alert that a peer gets. */
export interface VerifyError {
  code: number;
  text: string;
  alert: AlertName;
}

const errors: Partial<Record<ChainFailureKind, VerifyError>> = {
  'issuer-missing': { code: 2, text: 'unable to get issuer certificate', alert: 'unknown_ca' },
  'bad-public-key': { code: 6, text: 'unable to decode issuer public key', alert: 'bad_certificate' },
  'bad-signature': { code: 7, text: 'certificate signature failure', alert: 'decrypt_error' },
  'not-yet-valid': { code: 9, text: 'certificate is not yet valid', alert: 'bad_certificate' },
  expired: { code: 10, text: 'certificate has expired', alert: 'certificate_expired' },
  'self-signed': { code: 18, text: 'self-signed certificate', alert: 'unknown_ca' },
  'self-signed-in-chain': { code: 19, text: 'self-signed certificate in certificate chain', alert: 'unknown_ca' },
  'unknown-authority': { code: 20, text: 'unable to get local issuer certificate', alert: 'unknown_ca' },
  'unverified-leaf': { code: 21, text: 'unable to verify the first certificate', alert: 'unknown_ca' },
  'path-length': { code: 25, text: 'path length constraint exceeded', alert: 'unknown_ca' },
  purpose: { code: 26, text: 'unsuitable certificate purpose', alert: 'unsupported_certificate' },
  'key-usage': { code: 32, text: 'key usage does not include certificate signing', alert: 'unknown_ca' },
  'name-constraint': { code: 47, text: 'permitted subtree violation', alert: 'bad_certificate' },
  'not-a-ca': { code: 79, text: 'invalid CA certificate', alert: 'unknown_ca' },
};

/** One failure at a depth of the chain. */
export interface FoundError extends VerifyError {
  kind: ChainFailureKind;
  depth: number;
  certificate: Certificate;
}

/** OpenSSL's code and words for a failure. A name that does not fit is 62, an address 64. */
export function verifyErrorOf({ kind }: Pick<ChainFailure, 'kind'>, host?: string): VerifyError {
  return errors[kind] ?? (host !== undefined && addressBytes(host) ? { code: 64, text: 'IP address mismatch', alert: 'bad_certificate' } : { code: 62, text: 'hostname mismatch', alert: 'bad_certificate' });
}

/** Whether a certificate is good for a name in OpenSSL's and curl's eyes: without a subjectAltName the common name counts. */
export function opensslMatch(certificate: Certificate, host: string): boolean {
  const match = matchHost(certificate, host);
  if (match === 'match') return true;
  if (match !== 'legacy-common-name' || addressBytes(host)) return false;
  return matchesPattern(attributeValue(certificate.subject, attributeOids.CN) ?? '', host);
}

/** What is checked. */
export interface OpensslVerification {
  anchors: readonly Certificate[];
  /** Milliseconds since the epoch. */
  now: number;
  purpose: 'sslserver' | 'sslclient';
  /** A name or address that is looked for as part of the chain's check (`-verify_hostname`); curl does it itself, later. */
  host?: string;
  partialChain?: boolean;
}

/** All that OpenSSL's X509_verify_cert would call its callback for, in its order; the chain that was built, and how many at its end are trusted. */
export function verifyAsOpenssl(ders: readonly Uint8Array[], options: OpensslVerification): { chain: readonly Certificate[]; trusted: number; errors: FoundError[] } {
  const [leaf, ...intermediates] = ders.map(readCertificate);
  if (!leaf) return { chain: [], trusted: 0, errors: [] };
  const { host, partialChain = false } = options;
  const { chain, trusted, failures } = verifyChain(leaf, { anchors: options.anchors, intermediates, at: options.now, purpose: options.purpose, partialChain, ...(host !== undefined && { host }) });
  const found = failures.filter(({ kind }) => !((kind === 'legacy-common-name' || kind === 'no-names' || kind === 'name-mismatch') && host !== undefined && opensslMatch(leaf, host)));
  return { chain, trusted, errors: found.map((failure) => ({ kind: failure.kind, depth: failure.depth, certificate: failure.certificate, ...verifyErrorOf(failure, host) })) };
}

/** The same as an answer to `connectTls`: the first failure refuses, unless it is `tolerated`. */
export function verificationOf({ chain, errors: found }: ReturnType<typeof verifyAsOpenssl>, tolerated: boolean, host?: string): Verification {
  const [first] = found;
  return { chain: chain.map(({ der }) => der), host, tolerated, ...(first && { problem: { kind: first.kind, reason: first.text }, alert: first.alert }) };
}
