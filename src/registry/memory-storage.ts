import { concatBytes } from '../base/index.ts';
import type { Digest } from '../oci/index.ts';
import type { RegistryStorage, StoredManifest, Upload } from './storage.ts';

interface Repository {
  blobs: Set<Digest>;
  manifests: Map<Digest, StoredManifest>;
  tags: Map<string, Digest>;
  hadManifest: boolean;
}

/** A registry's content in memory. */
export function memoryStorage(): RegistryStorage {
  const repositories = new Map<string, Repository>();
  const blobs = new Map<Digest, Uint8Array>();
  const uploads = new Map<string, Upload>();
  const open = (name: string): Repository => {
    let repository = repositories.get(name);
    if (!repository) repositories.set(name, (repository = { blobs: new Set(), manifests: new Map(), tags: new Map(), hadManifest: false }));
    return repository;
  };
  return {
    repositories: async () => [...repositories.keys()].sort(),
    async tags(name) {
      const repository = repositories.get(name);
      return repository?.hadManifest ? [...repository.tags.keys()].sort() : undefined;
    },
    resolveTag: async (name, tag) => repositories.get(name)?.tags.get(tag),
    async setTag(name, tag, digest) {
      open(name).tags.set(tag, digest);
    },
    manifest: async (name, digest) => repositories.get(name)?.manifests.get(digest),
    async putManifest(name, digest, manifest) {
      const repository = open(name);
      repository.manifests.set(digest, manifest);
      repository.hadManifest = true;
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
      open(name).blobs.add(digest);
    },
    async mountBlob(name, digest, from) {
      if (!repositories.get(from)?.blobs.has(digest)) return false;
      open(name).blobs.add(digest);
      return true;
    },
    removeBlob: async (name, digest) => repositories.get(name)?.blobs.delete(digest) ?? false,
    async startUpload(name, id) {
      const upload = new MemoryUpload();
      uploads.set(`${name} ${id}`, upload);
      return upload;
    },
    upload: async (name, id) => uploads.get(`${name} ${id}`),
    async removeUpload(name, id) {
      uploads.delete(`${name} ${id}`);
    },
  };
}

class MemoryUpload implements Upload {
  readonly #parts: Uint8Array[] = [];
  size = 0;

  async append(bytes: Uint8Array): Promise<void> {
    this.#parts.push(bytes);
    this.size += bytes.length;
  }

  async bytes(): Promise<Uint8Array> {
    return concatBytes(this.#parts);
  }
}
