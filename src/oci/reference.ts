import { DigestError, type Digest, parseDigest } from './digest.ts';

/** A normalized name of an image: `alpine` is `docker.io/library/alpine`. What is absent (tag, digest) was not given. */
export interface Reference {
  /** Host and port of the registry; `docker.io` for Docker Hub. */
  readonly domain: string;
  /** Repository within the registry: `library/alpine`. */
  readonly path: string;
  readonly tag?: string;
  readonly digest?: Digest;
}

/** Why a text names no image. The messages are those of distribution/reference as the docker command prints them. */
export class ReferenceFormatError extends Error {
  override readonly name = 'ReferenceFormatError';
}

/** Docker Hub's name in references. */
export const defaultDomain = 'docker.io';
/** The tag that a name without one means. */
export const defaultTag = 'latest';

const officialPrefix = 'library/';
const domainName = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domainPattern = `(?:${domainName}(?:\\.${domainName})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const pathPattern = `${component}(?:/${component})*`;
const tagPattern = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const digestPattern = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const referenceRegExp = new RegExp(`^(?:(${domainPattern})/)?(${pathPattern})(?::(${tagPattern}))?(?:@(${digestPattern}))?$`);
const tagRegExp = new RegExp(`^${tagPattern}$`);
const pathRegExp = new RegExp(`^${pathPattern}$`);
const identifierRegExp = /^[a-f0-9]{64}$/;
const maxNameLength = 255;

/** Parses a name as people type it, and completes it with Docker Hub's domain and `library/`. Throws ReferenceFormatError, or DigestError for a digest of a wrong kind. */
export function parseReference(text: string): Reference {
  if (identifierRegExp.test(text)) throw new ReferenceFormatError(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  const { domain, remainder } = splitDomain(text);
  const name = remainder.replace(/:.*$/s, '');
  if (name.toLowerCase() !== name) throw new ReferenceFormatError(`invalid reference format: repository name (${name}) must be lowercase`);
  const match = referenceRegExp.exec(`${domain}/${remainder}`);
  const [, matchedDomain, path, tag, digest] = match ?? [];
  if (matchedDomain === undefined || path === undefined) throw new ReferenceFormatError('invalid reference format');
  if (path.length > maxNameLength) throw new ReferenceFormatError(`repository name must not be more than ${maxNameLength} characters`);
  return { domain: matchedDomain, path, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest: parseDigest(digest) }) };
}

/** What may name an image on the command line: a whole or bare digest (`sha256:…`, 64 hexadecimal digits), or a name. Throws as parseReference does. */
export function parseAnyReference(text: string): { kind: 'digest'; digest: Digest } | { kind: 'name'; reference: Reference } {
  if (identifierRegExp.test(text)) return { kind: 'digest', digest: `sha256:${text}` };
  try {
    return { kind: 'digest', digest: parseDigest(text) };
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    return { kind: 'name', reference: parseReference(text) };
  }
}

/** The name without tag and digest as people write it: `alpine`, `test/cowsay`, `registry.test:5000/app`. */
export function familiarName({ domain, path }: Reference): string {
  if (domain !== defaultDomain) return `${domain}/${path}`;
  return path.startsWith(officialPrefix) && !path.slice(officialPrefix.length).includes('/') ? path.slice(officialPrefix.length) : path;
}

/** The whole reference as people write it, as `docker images` and errors show it. */
export function familiarString(reference: Reference): string {
  return familiarName(reference) + suffix(reference);
}

/** The name without tag and digest, in full: `docker.io/library/alpine`. */
export function canonicalName({ domain, path }: Reference): string {
  return `${domain}/${path}`;
}

/** The whole reference in full: `docker.io/library/alpine:3.20`. */
export function canonicalString(reference: Reference): string {
  return canonicalName(reference) + suffix(reference);
}

/** Adds the tag `latest` to what has neither tag nor digest. */
export function withDefaultTag(reference: Reference): Reference {
  return reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: defaultTag } : reference;
}

/** The same repository with this tag and no digest. Throws ReferenceFormatError `invalid tag format`. */
export function withTag({ domain, path }: Reference, tag: string): Reference {
  if (!isTag(tag)) throw new ReferenceFormatError('invalid tag format');
  return { domain, path, tag };
}

/** The same repository with this digest and no tag. */
export function withDigest({ domain, path }: Reference, digest: Digest): Reference {
  return { domain, path, digest };
}

/** Whether `text` may be a tag: at most 128 of `A-Za-z0-9_.-`, not starting with `.` or `-`. */
export function isTag(text: string): boolean {
  return tagRegExp.test(text);
}

/** Whether `text` may be a repository within a registry: lower-case components joined by `/`. */
export function isRepositoryPath(text: string): boolean {
  return text.length <= maxNameLength && pathRegExp.test(text);
}

function suffix({ tag, digest }: Reference): string {
  return (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}

/** The first component is a host when it looks like one: it has a dot, a colon or a capital, or is `localhost`. */
function splitDomain(text: string): { domain: string; remainder: string } {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  let [domain, remainder] = [defaultDomain, text];
  if (slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first)) [domain, remainder] = [first, text.slice(slash + 1)];
  if (domain === 'index.docker.io') domain = defaultDomain;
  if (domain === defaultDomain && !remainder.includes('/')) remainder = officialPrefix + remainder;
  return { domain, remainder };
}
