import { equalBytes } from '../../base/index.ts';
import { parseIpv4, parseIpv6 } from '../../base/ip/index.ts';
import type { Certificate } from './certificate.ts';
import { subjectAltNamesOf } from './extension.ts';
import { attributeOids, attributeValue } from './name.ts';

/** How a certificate fits a name: `legacy-common-name` when only the subject's common name would, `no-names` when it has none at all. */
export type NameMatch = 'match' | 'mismatch' | 'legacy-common-name' | 'no-names';

/** The bytes of an address in a certificate: 4 or 16; undefined for what is no address. */
export function addressBytes(text: string): Uint8Array | undefined {
  const v4 = parseIpv4(text);
  if (v4 !== undefined) return Uint8Array.of(v4 >>> 24, v4 >>> 16, v4 >>> 8, v4);
  const v6 = parseIpv6(text.replace(/^\[(.*)\]$/, '$1'));
  return v6 && Uint8Array.from(v6.flatMap((group) => [group >> 8, group & 0xff]));
}

/** Whether a name of a certificate, perhaps `*.example.test`, is that of `host`: RFC 6125; the star stands for one whole label, the leftmost. */
export function matchesPattern(pattern: string, host: string): boolean {
  const [wanted, given] = [pattern, host].map((name) => name.toLowerCase().replace(/\.$/, ''));
  if (!wanted || !given) return false;
  if (!wanted.startsWith('*.')) return wanted === given;
  const dot = given.indexOf('.');
  return dot > 0 && wanted.slice(1) === given.slice(dot) && wanted.slice(2).includes('.');
}

/** Whether the certificate is that of `host`, a name or an address. Only subjectAltName counts, as in Go and browsers. */
export function matchHost(certificate: Certificate, host: string): NameMatch {
  const names = subjectAltNamesOf(certificate.extensions);
  const address = addressBytes(host);
  if (address ? names.some((name) => name.kind === 'ip' && equalBytes(name.bytes, address)) : names.some((name) => name.kind === 'dns' && matchesPattern(name.value, host))) return 'match';
  if (names.some((name) => name.kind === 'dns' || name.kind === 'ip' || name.kind === 'email' || name.kind === 'uri')) return 'mismatch';
  return attributeValue(certificate.subject, attributeOids.CN) === undefined ? 'no-names' : 'legacy-common-name';
}
