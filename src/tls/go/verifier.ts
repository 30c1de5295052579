import { addressBytes, attributeOids, attributeValue, basicConstraintsOf, type Certificate, type ChainFailureKind, matchesPattern, matchHost, readCertificate, sameName, subjectAltNamesOf, verifyChain } from '../../pki/index.ts';
import type { CertificateVerifier, Verification } from '../handshake.ts';

/** What a Go program trusts and looks for. */
export interface GoVerifierOptions {
  anchors: readonly Certificate[];
  /** The name or address that the server must have; undefined for clients' certificates. */
  host: string | undefined;
  /** Milliseconds since the epoch. */
  now: number;
  /** What the certificate must be good for. */
  purpose: 'sslserver' | 'sslclient';
}

/** Checks a peer's certificates as Go's crypto/x509 does, in its order (times of the leaf, its name, the chain, its uses) and words. */
export function goVerifier(options: GoVerifierOptions): CertificateVerifier {
  return (ders) => {
    const { host } = options;
    const [leaf, ...intermediates] = ders.map(readCertificate);
    const refuse = (kind: string, reason: string, chain: readonly Certificate[]): Verification => ({
      chain: chain.map(({ der }) => der), host, problem: { kind, reason: `x509: ${reason}` },
      // A Go client sends bad_certificate whatever is wrong; a server tells more.
      alert: options.purpose === 'sslserver' ? 'bad_certificate' : kind === 'unknown-authority' ? 'unknown_ca' : kind === 'expired' ? 'certificate_expired' : 'bad_certificate',
    });
    if (!leaf) return refuse('no-names', 'certificate is not valid', []);
    const { chain, failures } = verifyChain(leaf, { anchors: options.anchors, intermediates, at: options.now, purpose: options.purpose, partialChain: true, ...(host !== undefined && { host }) });
    const first = (wanted: (kind: ChainFailureKind) => boolean, leafOnly = false): ChainFailureKind | undefined => failures.find(({ kind, depth }) => wanted(kind) && (!leafOnly || depth === 0))?.kind;
    const time = first((kind) => kind === 'expired' || kind === 'not-yet-valid', true);
    if (time) return refuse('expired', timeWords(leaf, options.now), chain);
    if (host !== undefined && matchHost(leaf, host) !== 'match') return refuse('name-mismatch', nameWords(leaf, host), chain);
    const broken = first((kind) => untrusted.has(kind)) ?? first((kind) => kind === 'expired' || kind === 'not-yet-valid');
    if (broken) return refuse('unknown-authority', `certificate signed by unknown authority${hint(chain, options)}`, chain);
    if (first((kind) => kind === 'path-length')) return refuse('path-length', 'too many intermediates for path length constraint', chain);
    if (first((kind) => kind === 'purpose')) return refuse('purpose', 'certificate specifies an incompatible key usage', chain);
    if (first((kind) => kind === 'name-constraint')) return refuse('name-constraint', 'a root or intermediate certificate is not authorized to sign for this name', chain);
    return { chain: chain.map(({ der }) => der), host };
  };
}

const untrusted: ReadonlySet<ChainFailureKind> = new Set(['self-signed', 'self-signed-in-chain', 'unknown-authority', 'issuer-missing', 'unverified-leaf', 'not-a-ca', 'key-usage', 'bad-signature', 'bad-public-key']);

const rfc3339 = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

function timeWords({ notBefore, notAfter }: Certificate, now: number): string {
  const [relation, limit] = now < notBefore ? ['before', notBefore] : ['after', notAfter];
  return `certificate has expired or is not yet valid: current time ${rfc3339(now)} is ${relation} ${rfc3339(limit)}`;
}

function nameWords(leaf: Certificate, host: string): string {
  const names = subjectAltNamesOf(leaf.extensions);
  const common = attributeValue(leaf.subject, attributeOids.CN) ?? '';
  const address = addressBytes(host);
  if (names.length === 0 && !address && matchesPattern(common, host)) return 'certificate relies on legacy Common Name field, use SANs instead';
  const addresses = names.flatMap((name) => (name.kind === 'ip' ? [addressText(name.bytes)] : []));
  if (address && addresses.length === 0) return `cannot validate certificate for ${host} because it doesn't contain any IP SANs`;
  const valid = address ? addresses : names.flatMap((name) => (name.kind === 'dns' ? [name.value] : []));
  if (valid.length === 0) return `certificate is not valid for any names, but wanted to match ${host}`;
  return `certificate is valid for ${valid.join(', ')}, not ${host}`;
}

function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16));
  const text = groups.join(':');
  const zeros = [...text.matchAll(/(?:^|:)(?:0(?::|$))+/g)].toSorted((a, b) => b[0].length - a[0].length)[0];
  return zeros && zeros[0].replaceAll(':', '').length > 1 ? `${text.slice(0, zeros.index)}::${text.slice(zeros.index + zeros[0].length)}` : text;
}

/** Why a trusted certificate of the issuer's name does not fit after all. */
function hint(chain: readonly Certificate[], { anchors, now }: GoVerifierOptions): string {
  const last = chain.findLast((each) => !anchors.includes(each));
  const candidate = last && anchors.find((anchor) => sameName(anchor.subject, last.issuer));
  if (!candidate) return '';
  const name = attributeValue(candidate.subject, attributeOids.CN) ?? attributeValue(candidate.subject, attributeOids.O) ?? `serial:${candidate.serial}`;
  return ` (possibly because of "${hintWords(candidate, now, last)}" while trying to verify candidate authority certificate "${name}")`;
}

function hintWords(candidate: Certificate, now: number, child: Certificate): string {
  const constraints = basicConstraintsOf(candidate.extensions);
  if (candidate.version === 3 && !constraints?.ca) return 'x509: invalid signature: parent certificate cannot sign this kind of certificate';
  const { failures } = verifyChain(child, { anchors: [candidate], at: undefined, partialChain: true });
  if (failures.length === 0) return `x509: ${timeWords(candidate, now)}`;
  return { rsa: 'crypto/rsa: verification error', ec: 'x509: ECDSA verification failure' }[candidate.publicKey.type === 'rsa' ? 'rsa' : 'ec'];
}
