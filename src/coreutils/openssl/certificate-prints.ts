import { type Certificate, digest, type DigestName, extensionOids, findExtension, mayBeAuthority, type Purpose, readDer, attributeOids, subjectAltNamesOf, suits, writePem, basicConstraintsOf, keyUsageOf, isSelfSigned, generalNameOf, oidOf } from '../../pki/index.ts';
import { longName, shortName } from './objects.ts';
import { certificateText, type TextOptions } from './print/certificate.ts';
import { extensionsText } from './print/extension.ts';
import { colonHex, numberHex, plainHex } from './print/hex.ts';
import { formatName } from './print/name.ts';
import { printTime } from './print/time.ts';
import { oldNameHash } from './name-hash.ts';
import { subjectHash } from '../trust/rehash.ts';

/** How a certificate is printed. */
export interface CertificatePrints extends TextOptions {
  digest: DigestName | undefined;
  extensions: readonly string[];
}

const prints: Record<string, (certificate: Certificate, how: CertificatePrints) => string> = {
  text: certificateText,
  subject: ({ subject }, { format }) => nameLines('subject', subject, format),
  issuer: ({ issuer }, { format }) => nameLines('issuer', issuer, format),
  serial: ({ serial }) => `serial=${numberHex(serial)}\n`,
  next_serial: ({ serial }) => `${numberHex(serial + 1n)}\n`,
  startdate: ({ notBefore }, { iso }) => `notBefore=${printTime(notBefore, iso)}\n`,
  enddate: ({ notAfter }, { iso }) => `notAfter=${printTime(notAfter, iso)}\n`,
  dates: ({ notBefore, notAfter }, { iso }) => `notBefore=${printTime(notBefore, iso)}\nnotAfter=${printTime(notAfter, iso)}\n`,
  fingerprint: ({ der }, { digest: name }) => `${name ?? 'SHA1'} Fingerprint=${colonHex(digest(name ?? 'sha1', der), true)}\n`,
  hash: ({ subject }) => `${subjectHash(subject)}\n`,
  subject_hash: ({ subject }) => `${subjectHash(subject)}\n`,
  issuer_hash: ({ issuer }) => `${subjectHash(issuer)}\n`,
  subject_hash_old: ({ subject }) => `${oldNameHash(subject)}\n`,
  issuer_hash_old: ({ issuer }) => `${oldNameHash(issuer)}\n`,
  modulus: ({ publicKey }) => `Modulus=${publicKey.type === 'rsa' ? numberHex(publicKey.n).replace(/^0(?=.)/, '') : 'No modulus for this public key type'}\n`,
  pubkey: ({ publicKeyInfo }) => writePem('PUBLIC KEY', publicKeyInfo.raw),
  alias: () => '<No Alias>\n',
  email: ({ subject, extensions }) => [...new Set([...subject.rdns.flat().filter(({ type }) => type === attributeOids.emailAddress).map(({ value }) => value), ...subjectAltNamesOf(extensions).flatMap((name) => (name.kind === 'email' ? [name.value] : []))])].map((each) => `${each}\n`).join(''),
  ocsp_uri: ({ extensions }) => {
    const access = findExtension(extensions, extensionOids.authorityInfoAccess);
    return (access ? readDer(access.value).children : []).filter((each) => oidOf(each.child(0)) === '1.3.6.1.5.5.7.48.1').flatMap((each) => {
      const name = generalNameOf(each.child(1));
      return name.kind === 'uri' ? [`${name.value}\n`] : [];
    }).join('');
  },
  ocspid: ({ subject, publicKeyInfo }) => `        Subject OCSP hash: ${plainHex(digest('sha1', subject.der))}\n        Public key OCSP hash: ${plainHex(digest('sha1', publicKeyInfo.child(1).content.subarray(1)))}\n`,
  purpose: (certificate) => `Certificate purposes:\n${purposes.map(([label, purpose]) => `${label} : ${suits(certificate, purpose) ? 'Yes' : 'No'}\n${label} CA : ${authorityAnswer(certificate, purpose)}\n`).join('')}`,
  ext: (certificate, { extensions }) => {
    const wanted = certificate.extensions.filter(({ oid }) => extensions.includes(shortName(oid)) || extensions.includes(longName(oid)));
    return extensionsText(wanted, 0);
  },
};

function nameLines(label: string, name: Certificate['subject'], format: CertificatePrints['format']): string {
  return `${label}=${format.separator === 'lines' ? `\n    ${formatName(name, format, '    ')}` : formatName(name, format)}\n`;
}

const purposes: readonly (readonly [string, Purpose])[] = [
  ['SSL client', 'sslclient'], ['SSL server', 'sslserver'], ['Netscape SSL server', 'nssslserver'], ['S/MIME signing', 'smimesign'], ['S/MIME encryption', 'smimeencrypt'], ['CRL signing', 'crlsign'], ['Any Purpose', 'any'], ['OCSP helper', 'ocsphelper'], ['Time Stamp signing', 'timestampsign'], ['Code signing', 'codesign'],
];

/** Whether it may issue for a purpose; a warning where it is only its kind, not its extensions, that says so. */
function authorityAnswer(certificate: Certificate, purpose: Purpose): string {
  if (!suits(certificate, purpose, true)) return 'No';
  if (purpose === 'any') return 'Yes';
  const usage = keyUsageOf(certificate.extensions);
  if (basicConstraintsOf(certificate.extensions)) return 'Yes';
  if (!mayBeAuthority(certificate)) return 'No';
  return `Yes (WARNING code=${certificate.version === 1 && isSelfSigned(certificate) ? 3 : usage ? 4 : 5})`;
}

/** Whether an option of x509 prints something. */
export function isPrint(option: string): boolean {
  return Object.hasOwn(prints, option);
}

/** What an option of x509 prints of a certificate. */
export function printOne(option: string, certificate: Certificate, how: CertificatePrints): string {
  return prints[option]?.(certificate, how) ?? '';
}
