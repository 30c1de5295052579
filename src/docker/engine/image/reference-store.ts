import { canonicalName, type Digest, familiarName, parseReference, type Reference } from '../../../oci/index.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { makeDirectories, readJson, writeAtomically } from '../store/json-file.ts';

/** What names which image: `image/overlay2/repositories.json`. A reference has a tag or a digest, not both. */
export class ReferenceStore {
  readonly #files: HostFiles;
  readonly #path: string;
  /** Familiar repository name to familiar reference to image id, as in the file. */
  #repositories: Record<string, Record<string, Digest>> = {};

  constructor(files: HostFiles, path: string) {
    this.#files = files;
    this.#path = path;
  }

  load(): void {
    this.#repositories = readJson<{ Repositories: Record<string, Record<string, Digest>> }>(this.#files, this.#path)?.Repositories ?? {};
  }

  #save(): void {
    makeDirectories(this.#files, this.#path.slice(0, this.#path.lastIndexOf('/')));
    writeAtomically(this.#files, this.#path, JSON.stringify({ Repositories: this.#repositories }));
  }

  get(reference: Reference): Digest | undefined {
    return this.#repositories[familiarName(reference)]?.[keyOf(reference)];
  }

  /** Returns the image that the name meant before. */
  set(reference: Reference, id: Digest): Digest | undefined {
    const repository = (this.#repositories[familiarName(reference)] ??= {});
    const previous = repository[keyOf(reference)];
    if (previous === id) return previous;
    repository[keyOf(reference)] = id;
    this.#save();
    return previous;
  }

  delete(reference: Reference): boolean {
    const name = familiarName(reference);
    const repository = this.#repositories[name];
    if (!repository || !(keyOf(reference) in repository)) return false;
    delete repository[keyOf(reference)];
    if (Object.keys(repository).length === 0) delete this.#repositories[name];
    this.#save();
    return true;
  }

  /** Names of an image, tags before digests, each sorted. */
  of(id: Digest): Reference[] {
    return this.all().filter(([, each]) => each === id).map(([reference]) => reference);
  }

  /** Names in a repository. */
  inRepository(repository: Reference): [Reference, Digest][] {
    return this.all().filter(([reference]) => canonicalName(reference) === canonicalName(repository));
  }

  all(): [Reference, Digest][] {
    const found = Object.values(this.#repositories).flatMap((names) => Object.entries(names).map(([key, id]): [Reference, Digest] => [parseReference(key), id]));
    return found.sort(([a], [b]) => Number(a.tag === undefined) - Number(b.tag === undefined) || (sortKey(a) < sortKey(b) ? -1 : 1));
  }
}

function keyOf(reference: Reference): string {
  const name = familiarName(reference);
  return reference.digest === undefined ? `${name}:${reference.tag ?? 'latest'}` : `${name}@${reference.digest}`;
}

function sortKey(reference: Reference): string {
  return `${canonicalName(reference)}\0${reference.tag ?? ''}${reference.digest ?? ''}`;
}
