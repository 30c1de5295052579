import { equalBytes } from '../../base/index.ts';
import { PkiError } from '../error.ts';
import type { PublicKey } from '../key/index.ts';
import { type Certificate, isSelfIssued, isSelfSigned, isSignedBy } from './certificate.ts';
import { authorityKeyIdentifierOf, basicConstraintsOf, keyUsageOf, subjectKeyIdentifierOf } from './extension.ts';
import { matchHost } from './host-name.ts';
import { brokenConstraint } from './name-constraint.ts';
import { sameName } from './name.ts';
import { type Purpose, suits } from './purpose.ts';
import { signatureOptionsOf } from './signature-algorithm.ts';

/** What can be wrong with a chain. Whoever prints words it. */
export type ChainFailureKind =
  /** The leaf is its own authority and not trusted. */
  | 'self-signed'
  /** The chain ends in an authority that is not trusted. */
  | 'self-signed-in-chain'
  /** The issuer of the last certificate is not known. */
  | 'unknown-authority'
  /** The same of a certificate that is trusted, but is no root (and `partialChain` was not asked for). */
  | 'issuer-missing'
  /** The leaf stands alone, so that its signature cannot be checked; follows `unknown-authority`. */
  | 'unverified-leaf'
  /** An issuer that may not be one: basicConstraints or keyUsage say so. */
  | 'not-a-ca'
  /** More authorities below one than its pathlen allows. */
  | 'path-length'
  /** keyUsage or extendedKeyUsage don't allow the purpose. */
  | 'purpose'
  /** keyUsage of the issuer doesn't allow to sign certificates. */
  | 'key-usage'
  | 'name-mismatch' | 'legacy-common-name' | 'no-names'
  | 'bad-signature'
  /** The issuer's key cannot be read. */
  | 'bad-public-key'
  | 'not-yet-valid' | 'expired'
  /** A name that an authority above may not sign for. */
  | 'name-constraint';

/** One thing that is wrong; depth 0 is the leaf. */
export interface ChainFailure {
  kind: ChainFailureKind;
  depth: number;
  certificate: Certificate;
}

/** What a chain is checked against. */
export interface ChainOptions {
  /** Trusted certificates. */
  anchors: readonly Certificate[];
  /** Others that may lie between, as a server sends them. */
  intermediates?: readonly Certificate[];
  /** The time, in milliseconds since the epoch. Undefined: validity is not looked at. */
  at: number | undefined;
  /** What the leaf must be good for; undefined: anything. */
  purpose?: Purpose;
  /** A name or address that the leaf must have. */
  host?: string;
  /** A trusted certificate ends the chain even if it is no root, as in Go. */
  partialChain?: boolean;
  /** How many certificates may lie between leaf and anchor; default 100. */
  depth?: number;
}

/** The chain that was built, leaf first, and all that is wrong with it, in the order in which OpenSSL looks: chain, extensions, name, then signatures and times from the top down. */
export interface ChainResult {
  chain: readonly Certificate[];
  /** How many at the end of the chain are trusted. */
  trusted: number;
  failures: readonly ChainFailure[];
}

/** Whether `issuer` may have issued `certificate`, by names, identifiers and kind of key; signatures are not looked at. */
export function isLikelyIssuer(issuer: Certificate, certificate: Certificate): boolean {
  if (!sameName(issuer.subject, certificate.issuer)) return false;
  const wanted = authorityKeyIdentifierOf(certificate.extensions);
  if (wanted?.keyId) {
    const has = subjectKeyIdentifierOf(issuer.extensions);
    if (has && !equalBytes(has, wanted.keyId)) return false;
  }
  if (wanted?.serial !== undefined && wanted.serial !== issuer.serial) return false;
  const directory = wanted?.issuer.find((name) => name.kind === 'directory');
  if (directory && !sameName(directory.name, issuer.issuer)) return false;
  const key = keyOf(issuer);
  const algorithm = signatureOptionsOf(certificate.signatureAlgorithm);
  return !key || !algorithm || key.type === algorithm.type;
}

function keyOf(certificate: Certificate): PublicKey | undefined {
  try {
    return certificate.publicKey;
  } catch (error) {
    if (error instanceof PkiError) return undefined;
    throw error;
  }
}

const isSame = (a: Certificate, b: Certificate): boolean => equalBytes(a.der, b.der);
const isValidAt = (certificate: Certificate, at: number | undefined): boolean => at === undefined || (certificate.notBefore <= at && at <= certificate.notAfter);

/** Whether a certificate may issue others: `check_ca` of OpenSSL. */
export function mayBeAuthority(certificate: Certificate): boolean {
  const usage = keyUsageOf(certificate.extensions);
  if (usage && !usage.has('keyCertSign')) return false;
  const constraints = basicConstraintsOf(certificate.extensions);
  if (constraints) return constraints.ca;
  return (certificate.version === 1 && isSelfSigned(certificate)) || usage !== undefined;
}

/** Whether it is its own issuer, by its identifiers too. */
function issuesItself(certificate: Certificate): boolean {
  return isSelfSigned(certificate) && isLikelyIssuer(certificate, certificate);
}

/** Builds the chain of `leaf` and checks it. */
export function verifyChain(leaf: Certificate, options: ChainOptions): ChainResult {
  const { anchors, intermediates = [], at, depth = 100 } = options;
  const failures: ChainFailure[] = [];
  const chain: Certificate[] = [leaf];
  const fail = (kind: ChainFailureKind, place: number): void => {
    const certificate = chain[place];
    if (certificate) failures.push({ kind, depth: place, certificate });
  };
  const isAnchor = (certificate: Certificate): boolean => anchors.some((anchor) => isSame(anchor, certificate));
  let trusted = isAnchor(leaf) && (issuesItself(leaf) || options.partialChain) ? 1 : 0;
  let last = leaf;
  const pick = (from: readonly Certificate[]): Certificate | undefined => {
    const found = from.filter((issuer) => !chain.some((each) => isSame(each, issuer)) && isLikelyIssuer(issuer, last));
    return found.find((issuer) => isValidAt(issuer, at)) ?? found[0];
  };
  while (!(trusted > 0 && options.partialChain) && !issuesItself(last) && chain.length <= depth + 1) {
    const fromAnchors = pick(anchors);
    const next = fromAnchors ?? (trusted > 0 ? undefined : pick(intermediates));
    if (!next) break;
    chain.push(next);
    if (fromAnchors) trusted++;
    last = next;
  }
  const top = chain.length - 1;
  if (issuesItself(last) ? trusted === 0 : !(trusted > 0 && options.partialChain)) {
    // A root of the same name and key as a trusted one, as the untrusted copy of an anchor, counts through the anchor.
    if (issuesItself(last)) fail(top === 0 ? 'self-signed' : 'self-signed-in-chain', top);
    else fail(trusted > 0 ? 'issuer-missing' : 'unknown-authority', top);
  }
  checkExtensions(chain, options, fail);
  checkNames(leaf, options, fail);
  checkSignatures(chain, options, trusted, fail);
  for (const [place, certificate] of chain.entries()) if (brokenConstraint(certificate, chain.slice(place + 1))) fail('name-constraint', place);
  return { chain, trusted, failures };
}

function checkExtensions(chain: readonly Certificate[], { purpose }: ChainOptions, fail: (kind: ChainFailureKind, place: number) => void): void {
  let below = 0;
  for (const [place, certificate] of chain.entries()) {
    if (place > 0 && !mayBeAuthority(certificate)) fail('not-a-ca', place);
    if (purpose && !suits(certificate, purpose, place > 0)) fail('purpose', place);
    const limit = basicConstraintsOf(certificate.extensions)?.pathLength;
    if (place > 0 && limit !== undefined && below > limit) fail('path-length', place);
    if (place > 0 && !isSelfIssued(certificate)) below++;
  }
}

function checkNames(leaf: Certificate, { host }: ChainOptions, fail: (kind: ChainFailureKind, place: number) => void): void {
  if (host === undefined) return;
  const match = matchHost(leaf, host);
  if (match !== 'match') fail(match === 'mismatch' ? 'name-mismatch' : match, 0);
}

function checkSignatures(chain: readonly Certificate[], { at, partialChain }: ChainOptions, trusted: number, fail: (kind: ChainFailureKind, place: number) => void): void {
  for (let place = chain.length - 1; place >= 0; place--) {
    const certificate = chain[place];
    const issuer = chain[place + 1];
    if (!certificate) continue;
    if (issuer) {
      const usage = keyUsageOf(issuer.extensions);
      if (usage && !usage.has('keyCertSign')) fail('key-usage', place + 1);
      const key = keyOf(issuer);
      if (!key) fail('bad-public-key', place + 1);
      else if (!isSignedBy(certificate, key)) fail('bad-signature', place);
    } else if (place === 0 && !issuesItself(certificate) && !(partialChain && trusted > 0)) fail('unverified-leaf', 0);
    if (at === undefined) continue;
    if (at < certificate.notBefore) fail('not-yet-valid', place);
    else if (at > certificate.notAfter) fail('expired', place);
  }
}
