import { concatBytes } from '../base/index.ts';
import type { Digest } from '../oci/index.ts';
import type { RegistryStorage, StoredManifest, Upload } from './storage.ts';

interface Repository {
  blobs: Set<Digest>;
  manifests: Map<Digest, StoredManifest>;
  tags: Map<string, Digest>;
  hadBlob: boolean;
  hadTag: boolean;
}

/** A registry's content in memory. */
export function memoryStorage(): RegistryStorage {
  const repositories = new Map<string, Repository>();
  const blobs = new Map<Digest, Uint8Array>();
  const uploads = new Map<string, MemoryUpload>();
  const open = (name: string): Repository => {
    let repository = repositories.get(name);
    if (!repository) repositories.set(name, (repository = { blobs: new Set(), manifests: new Map(), tags: new Map(), hadBlob: false, hadTag: false }));
    return repository;
  };
  const link = (name: string, digest: Digest): void => {
    const repository = open(name);
    repository.blobs.add(digest);
    repository.hadBlob = true;
  };
  return {
    repositories: async () => [...repositories].flatMap(([name, { hadBlob }]) => (hadBlob ? [name] : [])),
    async tags(name) {
      const repository = repositories.get(name);
      return repository?.hadTag ? [...repository.tags.keys()] : undefined;
    },
    resolveTag: async (name, tag) => repositories.get(name)?.tags.get(tag),
    async setTag(name, tag, digest) {
      const repository = open(name);
      repository.tags.set(tag, digest);
      repository.hadTag = true;
    },
    removeTag: async (name, tag) => repositories.get(name)?.tags.delete(tag) ?? false,
    manifests: async (name) => [...(repositories.get(name)?.manifests.keys() ?? [])],
    manifest: async (name, digest) => repositories.get(name)?.manifests.get(digest),
    async putManifest(name, digest, manifest) {
      open(name).manifests.set(digest, manifest);
    },
    async removeManifest(name, digest) {
      const repository = repositories.get(name);
      if (!repository?.manifests.delete(digest)) return false;
      for (const [tag, target] of repository.tags) if (target === digest) repository.tags.delete(tag);
      return true;
    },
    async blob(name, digest) {
      const bytes = repositories.get(name)?.blobs.has(digest) ? blobs.get(digest) : undefined;
      return bytes && { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
    },
    async putBlob(name, digest, bytes) {
      blobs.set(digest, bytes);
      link(name, digest);
    },
    async mountBlob(name, digest, from) {
      if (!repositories.get(from)?.blobs.has(digest)) return false;
      link(name, digest);
      return true;
    },
    removeBlob: async (name, digest) => repositories.get(name)?.blobs.delete(digest) ?? false,
    async startUpload(name, id) {
      const upload = new MemoryUpload();
      uploads.set(`${name} ${id}`, upload);
      return upload;
    },
    upload: async (name, id) => uploads.get(`${name} ${id}`),
    async finishUpload(name, id, digest) {
      const upload = uploads.get(`${name} ${id}`);
      if (!upload) return;
      blobs.set(digest, upload.whole());
      link(name, digest);
      uploads.delete(`${name} ${id}`);
    },
    async removeUpload(name, id) {
      uploads.delete(`${name} ${id}`);
    },
  };
}

class MemoryUpload implements Upload {
  #parts: Uint8Array[] = [];
  size = 0;

  async append(bytes: Uint8Array): Promise<void> {
    this.#parts.push(bytes);
    this.size += bytes.length;
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    return this.whole().subarray(start, end);
  }

  whole(): Uint8Array {
    if (this.#parts.length !== 1) this.#parts = [concatBytes(this.#parts)];
    return this.#parts[0] ?? new Uint8Array(0);
  }
}
