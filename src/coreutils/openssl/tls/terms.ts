import { type Certificate, isPkiError, publicKeyOf, samePublicKey } from '../../../pki/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { cipherSuites, namedGroups, opensslSuites, type ProtocolVersion, type TlsIdentity } from '../../../tls/index.ts';
import { binaryOf, reason } from '../../program/index.ts';
import { certificatesIn, certificatesOf } from '../../trust/authorities.ts';
import type { Invocation } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { loadCertificates, loadPrivateKey } from '../load.ts';
import type { Options } from '../option-table.ts';
import { passwordOf } from '../password.ts';
import { defaultAnchors } from '../trust-store.ts';

/** Versions that a command line allows; undefined: none that is spoken here (TLS 1.1 and older). */
export function versionsOf(given: Options): { min: ProtocolVersion; max: ProtocolVersion } | undefined {
  const named = (name: string | undefined): string | undefined => name?.replace(/^(?:TLSv|tls)?1\.([0-3])$/i, 'TLSv1.$1');
  if (given.has('tls1', 'tls1_1', 'ssl3')) return undefined;
  if (given.has('tls1_2')) return { min: 'TLSv1.2', max: 'TLSv1.2' };
  if (given.has('tls1_3')) return { min: 'TLSv1.3', max: 'TLSv1.3' };
  const max = given.has('no_tls1_3') || named(given.value('max_protocol')) === 'TLSv1.2' ? 'TLSv1.2' : 'TLSv1.3';
  const min = given.has('no_tls1_2') || named(given.value('min_protocol')) === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1.2';
  return min > max ? undefined : { min, max };
}

/** Numbers of the suites that -cipher and -ciphersuites leave; undefined: all. */
export function suitesOf(given: Options): number[] | undefined {
  const older = given.value('cipher');
  const newer = given.value('ciphersuites');
  if (older === undefined && newer === undefined) return undefined;
  const pick = (list: string | undefined, version: ProtocolVersion): number[] => {
    const all = opensslSuites.filter((id) => cipherSuites.some((suite) => suite.id === id && suite.version === version));
    if (list === undefined || /^(?:ALL|DEFAULT|HIGH)\b/.test(list)) return all;
    return list.split(/[:, ]/).flatMap((name) => cipherSuites.filter((suite) => suite.version === version && (suite.opensslName === name || suite.name === name)).map(({ id }) => id));
  };
  const chosen = pick(older, 'TLSv1.2');
  if (chosen.length === 0) throw new Failure('Error with command: "-cipher ' + (older ?? '') + '"\n', ['error:0A0000B9:SSL routines:SSL_CTX_set_cipher_list:no cipher match:../ssl/ssl_lib.c:3434:']);
  return [...pick(newer, 'TLSv1.3'), ...chosen];
}

/** Numbers of the groups that -groups or -curves names; undefined: all. */
export function groupsOf(given: Options): number[] | undefined {
  const list = given.value('groups', 'curves', 'named_curve');
  if (list === undefined) return undefined;
  const aliases: Record<string, string> = { 'p-256': 'secp256r1', prime256v1: 'secp256r1', 'p-384': 'secp384r1', 'p-521': 'secp521r1' };
  return list.split(':').flatMap((name) => {
    const wanted = aliases[name.toLowerCase()] ?? name;
    return namedGroups.filter((group) => group.name.toLowerCase() === wanted.toLowerCase()).map(({ id }) => id);
  });
}

/** The certificate of -cert with the key of -key, and what -cert_chain adds; `role` names it in failures. */
export async function identityOf(invocation: Invocation, role: 'client' | 'server', fallback?: string): Promise<TlsIdentity | undefined> {
  const { options: given, process } = invocation;
  const path = given.value('cert') ?? fallback;
  if (path === undefined) return undefined;
  const what = role === 'client' ? 'client certificate' : 'server certificate';
  const key = await loadPrivateKey(invocation, { path: given.value('key') ?? path, what: `${what} private key`, password: await passwordOf(process, given.value('pass')) });
  const certificates = await loadCertificates(invocation, { path, what });
  const [leaf] = certificates;
  if (!leaf || !samePublicKey(publicKeyOf(key), leaf.publicKey)) throw new Failure(`error setting private key\n`, [queue.keyMismatch]);
  const chain = given.value('cert_chain');
  const above = chain === undefined ? [] : await loadCertificates(invocation, { path: chain, what: `${role} certificate chain` });
  const extra = role === 'client' ? [] : buildChain(leaf, trustedOf(invocation, false));
  return { certificates: [leaf, ...(above.length > 0 ? above : extra)].map(({ der }) => der), key };
}

/** Without a chain of its own, OpenSSL sends what it finds in its store above the certificate. */
function buildChain(leaf: Certificate, anchors: readonly Certificate[]): Certificate[] {
  const chain: Certificate[] = [];
  for (let last = leaf; chain.length < 10; ) {
    const text = JSON.stringify([...last.issuer.der]);
    const next = anchors.find((anchor) => JSON.stringify([...anchor.subject.der]) === text && anchor !== last);
    if (!next || JSON.stringify([...last.subject.der]) === text) break;
    chain.push(next);
    last = next;
  }
  return chain;
}

/** The trusted certificates of -CAfile and -CApath, or (`system`) the system's. Throws a Failure as the command words it. */
export function trustedOf({ options: given, process }: Invocation, system = true): Certificate[] {
  const file = given.value('CAfile');
  const folder = given.value('CApath');
  const found = folder === undefined ? [] : certificatesIn(process, folder);
  if (file === undefined) return system && !given.has('no-CAfile') ? [...found, ...defaultAnchors(process)] : found;
  try {
    const certificates = certificatesOf(binaryOf(process.readFile(file)));
    if (certificates) return [...found, ...certificates];
  } catch (error) {
    if (isSystemError(error)) throw new Failure('', [...queue.fopen(file, 'r', reason(error)), 'error:05880020:x509 certificate routines:X509_load_cert_crl_file_ex:BIO lib:../crypto/x509/by_file.c:248:']);
    if (!isPkiError(error)) throw error;
  }
  throw new Failure('', ['error:05800088:x509 certificate routines:X509_load_cert_crl_file_ex:no certificate or crl found:../crypto/x509/by_file.c:282:']);
}
