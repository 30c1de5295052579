import type { Certificate } from './certificate.ts';
import { basicConstraintsOf, extendedKeyUsageOf, type KeyUsage, keyUsageOf } from './extension.ts';

/** What a certificate is used for, by OpenSSL's names. */
export type Purpose = 'sslclient' | 'sslserver' | 'nssslserver' | 'smimesign' | 'smimeencrypt' | 'crlsign' | 'any' | 'ocsphelper' | 'timestampsign' | 'codesign';

/** Object identifiers of extended key usages. */
export const extendedKeyUsageOids = {
  serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2', codeSigning: '1.3.6.1.5.5.7.3.3', emailProtection: '1.3.6.1.5.5.7.3.4', timeStamping: '1.3.6.1.5.5.7.3.8', OCSPSigning: '1.3.6.1.5.5.7.3.9', anyExtendedKeyUsage: '2.5.29.37.0',
} as const;

const wanted: Partial<Record<Purpose, { extended: keyof typeof extendedKeyUsageOids; usages: readonly KeyUsage[] }>> = {
  sslclient: { extended: 'clientAuth', usages: ['digitalSignature', 'keyAgreement'] },
  sslserver: { extended: 'serverAuth', usages: ['digitalSignature', 'keyEncipherment', 'keyAgreement'] },
  nssslserver: { extended: 'serverAuth', usages: ['keyEncipherment'] },
  smimesign: { extended: 'emailProtection', usages: ['digitalSignature', 'nonRepudiation'] },
  smimeencrypt: { extended: 'emailProtection', usages: ['keyEncipherment'] },
};

/** Whether `check_ca` of OpenSSL lets it issue certificates, for a purpose. */
function isAuthority(certificate: Certificate): boolean {
  const usage = keyUsageOf(certificate.extensions);
  if (usage && !usage.has('keyCertSign')) return false;
  const constraints = basicConstraintsOf(certificate.extensions);
  return constraints ? constraints.ca : certificate.version === 1 || usage !== undefined;
}

/** Whether the extensions allow this purpose, for the leaf or (`authority`) for an issuer in its chain. */
export function suits(certificate: Certificate, purpose: Purpose, authority = false): boolean {
  if (purpose === 'any') return true;
  const extended = extendedKeyUsageOf(certificate.extensions);
  const usage = keyUsageOf(certificate.extensions);
  const allows = (name: keyof typeof extendedKeyUsageOids): boolean => !extended || extended.includes(extendedKeyUsageOids[name]);
  if (purpose === 'crlsign') return authority ? isAuthority(certificate) : !usage || usage.has('cRLSign');
  if (purpose === 'ocsphelper') return authority ? isAuthority(certificate) : true;
  if (purpose === 'timestampsign') return authority ? isAuthority(certificate) : extended?.length === 1 && extended[0] === extendedKeyUsageOids.timeStamping && (!usage || (usage.size > 0 && [...usage].every((each) => each === 'digitalSignature' || each === 'nonRepudiation')));
  if (purpose === 'codesign') return authority ? isAuthority(certificate) : allows('codeSigning') && extended !== undefined && usage?.has('digitalSignature') === true && !usage.has('keyCertSign') && !usage.has('cRLSign');
  const rule = wanted[purpose];
  if (!rule || !allows(rule.extended)) return false;
  if (authority) return isAuthority(certificate);
  return !usage || rule.usages.some((each) => usage.has(each));
}
