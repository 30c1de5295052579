import { type Certificate, type ChainFailure, type ChainFailureKind, extensionOids, findExtension, isSignedBy, isSelfIssued, type Purpose, type RevocationList, sameName, verifyChain } from '../../pki/index.ts';
import { verifyErrorOf } from '../trust/openssl-verifier.ts';
import { isForAddress, isForEmail, isForHost } from './certificate-checks.ts';

/** What a certificate is verified against. */
export interface Verification {
  anchors: readonly Certificate[];
  untrusted: readonly Certificate[];
  crls: readonly RevocationList[];
  at: number | undefined;
  purpose: Purpose | undefined;
  host: string | undefined;
  ip: string | undefined;
  email: string | undefined;
  partialChain: boolean;
  depth: number | undefined;
  crlCheck: 'leaf' | 'all' | undefined;
  strict: boolean;
}

/** X509_verify_cert_error_string, for what `trust/openssl-verifier.ts` does not name. */
const moreErrors: Record<number, string> = {
  3: 'unable to get certificate CRL', 11: 'CRL is not yet valid', 12: 'CRL has expired', 22: 'certificate chain too long', 23: 'certificate revoked', 62: 'hostname mismatch', 63: 'email address mismatch', 64: 'IP address mismatch', 85: 'Missing Authority Key Identifier', 92: 'CA cert does not include key usage extension',
};

/** Those after which `openssl verify` looks on. */
const goesOn = new Set([10, 11, 12, 18, 25, 79, 85, 86, 92]);

/** One error of a verification, by OpenSSL's number. */
export interface VerifyError {
  code: number;
  text: string;
  depth: number;
  certificate: Certificate;
}

const purposes: readonly Purpose[] = ['sslclient', 'sslserver', 'nssslserver', 'smimesign', 'smimeencrypt', 'crlsign', 'any', 'ocsphelper', 'timestampsign', 'codesign'];

/** The purpose of this name. */
export function purposeByName(name: string): Purpose | undefined {
  return purposes.find((each) => each === name);
}

/** All errors of a verification, in OpenSSL's order; nothing is left out. */
export function allErrors(certificate: Certificate, wanted: Verification): { chain: readonly Certificate[]; trusted: number; errors: VerifyError[] } {
  const { chain, trusted, failures } = verifyChain(certificate, {
    anchors: wanted.anchors, intermediates: wanted.untrusted, at: wanted.at, partialChain: wanted.partialChain, ...(wanted.purpose ? { purpose: wanted.purpose } : {}), ...(wanted.depth === undefined ? {} : { depth: wanted.depth }),
  });
  const before = new Set<ChainFailureKind>(['self-signed', 'self-signed-in-chain', 'unknown-authority', 'issuer-missing', 'not-a-ca', 'path-length', 'purpose']);
  const errors: VerifyError[] = [];
  const add = (code: number, depth: number, wrong = certificate): unknown => errors.push({ code, text: moreErrors[code] ?? '', depth, certificate: wrong });
  const found = (failure: ChainFailure): unknown => (failure.kind === 'unknown-authority' && wanted.depth !== undefined && failure.depth > wanted.depth ? add(22, failure.depth, failure.certificate) : errors.push({ ...failure, ...verifyErrorOf(failure) }));
  for (const failure of failures) if (before.has(failure.kind)) found(failure);
  if (wanted.strict) strictErrors(chain, add);
  if (wanted.host !== undefined && !isForHost(certificate, wanted.host)) add(62, 0);
  if (wanted.email !== undefined && !isForEmail(certificate, wanted.email)) add(63, 0);
  if (wanted.ip !== undefined && !isForAddress(certificate, wanted.ip)) add(64, 0);
  if (wanted.crlCheck) revocationErrors(chain, wanted, add);
  for (const failure of failures) if (!before.has(failure.kind)) found(failure);
  return { chain, trusted, errors };
}

/** The errors that `openssl verify` gets to see: up to the first after which it stops. */
export function verifyCertificate(certificate: Certificate, wanted: Verification): ReturnType<typeof allErrors> {
  const { errors, ...rest } = allErrors(certificate, wanted);
  const stop = errors.findIndex(({ code }) => !goesOn.has(code));
  return { ...rest, errors: stop < 0 ? errors : errors.slice(0, stop + 1) };
}

function strictErrors(chain: readonly Certificate[], add: (code: number, depth: number, wrong: Certificate) => unknown): void {
  for (const [depth, each] of chain.entries()) {
    const has = (oid: string): boolean => findExtension(each.extensions, oid) !== undefined;
    if (depth > 0 && !has(extensionOids.keyUsage)) add(92, depth, each);
    if (!isSelfIssued(each) && !has(extensionOids.authorityKeyIdentifier)) add(85, depth, each);
  }
}

function revocationErrors(chain: readonly Certificate[], wanted: Verification, add: (code: number, depth: number, wrong: Certificate) => unknown): void {
  for (const [depth, certificate] of chain.entries()) {
    if (depth > 0 && wanted.crlCheck !== 'all') return;
    const issuer = chain[depth + 1] ?? (isSelfIssued(certificate) ? certificate : undefined);
    const list = wanted.crls.findLast((each) => sameName(each.issuer, certificate.issuer) && issuer !== undefined && isSignedBy(each, issuer.publicKey));
    if (!list) {
      add(3, depth, certificate);
      continue;
    }
    if (wanted.at !== undefined && list.thisUpdate > wanted.at) add(11, depth, certificate);
    if (wanted.at !== undefined && list.nextUpdate !== undefined && list.nextUpdate < wanted.at) add(12, depth, certificate);
    if (list.revoked.some(({ serial }) => serial === certificate.serial)) add(23, depth, certificate);
  }
}
