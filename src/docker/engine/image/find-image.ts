import { type Digest, DigestError, familiarString, isDigest, parseReference, type Reference, ReferenceFormatError, withDefaultTag } from '../../../oci/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { ImageRecord } from './image-store.ts';

/** Parses a name that a client sent. Throws an EngineError. */
export function parseImageName(name: string): Reference {
  try {
    return parseReference(name);
  } catch (error) {
    if (error instanceof ReferenceFormatError || error instanceof DigestError) throw new EngineError('invalidParameter', error.message);
    throw error;
  }
}

/** The image that `name` means: an id, a name, or the beginning of an id, in this order. */
export function findImage(daemon: Pick<Daemon, 'images' | 'references'>, name: string): ImageRecord | undefined {
  const hex = name.replace(/^sha256:/, '');
  if (isDigest(name) || /^[a-f0-9]{64}$/.test(name)) return daemon.images.get(`sha256:${hex}`);
  let reference: Reference | undefined;
  try {
    reference = withDefaultTag(parseReference(name));
  } catch (error) {
    if (!(error instanceof ReferenceFormatError || error instanceof DigestError)) throw error;
    throw new EngineError('invalidParameter', error.message);
  }
  // A name with tag and digest means the digest.
  const exact = reference.digest === undefined ? reference : { domain: reference.domain, path: reference.path, digest: reference.digest };
  const id = daemon.references.get(exact);
  if (id !== undefined) return daemon.images.get(id);
  if (/^(sha256:)?[a-f0-9]{1,63}$/.test(name)) {
    const [only, ...others] = daemon.images.byPrefix(hex);
    if (only && others.length === 0) return only;
  }
  return undefined;
}

/** As `findImage`; throws `No such image: NAME:TAG`. */
export function getImage(daemon: Pick<Daemon, 'images' | 'references'>, name: string): ImageRecord {
  const image = findImage(daemon, name);
  if (!image) throw noSuchImage(name);
  return image;
}

export function noSuchImage(name: string): EngineError {
  if (isDigest(name) || /^[a-f0-9]{64}$/.test(name)) return new EngineError('notFound', `No such image: ${name}`);
  return new EngineError('notFound', `No such image: ${familiarString(withDefaultTag(parseImageName(name)))}`);
}

/** Whether a client named the image by (the beginning of) its id rather than by a name. */
export function isIdOf(id: Digest, name: string): boolean {
  return id.replace(/^sha256:/, '').startsWith(name.replace(/^sha256:/, ''));
}
