import { equalBytes } from '../../base/index.ts';
import { addressBytes, attributeOids, type Certificate, matchesPattern, subjectAltNamesOf } from '../../pki/index.ts';
import type { Options } from './option-table.ts';

function namesOf(certificate: Certificate, kind: 'dns' | 'email'): string[] {
  return subjectAltNamesOf(certificate.extensions).flatMap((name) => (name.kind === kind ? [name.value] : []));
}

/** Whether a certificate is that of a name as OpenSSL's `X509_check_host` has it: without names in subjectAltName the common name counts. */
export function isForHost(certificate: Certificate, host: string): boolean {
  const names = namesOf(certificate, 'dns');
  if (names.length > 0) return names.some((name) => matchesPattern(name, host));
  return certificate.subject.rdns.flat().some(({ type, value }) => type === attributeOids.CN && matchesPattern(value, host));
}

/** Whether it is that of an address. */
export function isForAddress(certificate: Certificate, address: string): boolean {
  const bytes = addressBytes(address);
  // What is no address is not compared at all.
  return bytes === undefined || subjectAltNamesOf(certificate.extensions).some((name) => name.kind === 'ip' && equalBytes(name.bytes, bytes));
}

/** Whether it is that of a mail address. */
export function isForEmail(certificate: Certificate, email: string): boolean {
  const same = (value: string): boolean => {
    const [local, domain] = [value.split('@'), email.split('@')];
    return local[0] === domain[0] && local[1]?.toLowerCase() === domain[1]?.toLowerCase();
  };
  const names = namesOf(certificate, 'email');
  if (names.length > 0) return names.some(same);
  return certificate.subject.rdns.flat().some(({ type, value }) => type === attributeOids.emailAddress && same(value));
}

/** What -checkhost, -checkemail and -checkip say. */
export function checkAttributes(given: Options, certificate: Certificate): { text: string; failed: boolean } {
  let [text, failed] = ['', false];
  const check = (label: string, value: string | undefined, fits: (certificate: Certificate, value: string) => boolean): void => {
    if (value === undefined) return;
    const match = fits(certificate, value);
    failed ||= !match;
    text += `${label} ${value} does ${match ? '' : 'NOT '}match certificate\n`;
  };
  check('Hostname', given.value('checkhost'), isForHost);
  check('Email', given.value('checkemail'), isForEmail);
  check('IP', given.value('checkip'), isForAddress);
  if (given.has('checkip') && !addressBytes(given.value('checkip') ?? '')) failed = true;
  return { text, failed };
}
