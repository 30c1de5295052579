import { type Clock, decodeUtf8, encodeUtf8 } from '../base/index.ts';
import { type Digest, isDigest } from '../oci/index.ts';
import type { RegistryFiles } from './files.ts';
import { registryLayout } from './layout.ts';
import { manifestTypeOf } from './manifest-type.ts';
import type { RegistryStorage, StoredBlob, Upload } from './storage.ts';

/** A registry's content in files below `root`, in the layout of distribution (registry:2): blobs by digest, and for each repository files that name what is in it. */
export function fileStorage(files: RegistryFiles, root: string, clock: Clock): RegistryStorage {
  const at = registryLayout(root);

  const readLink = async (path: string): Promise<Digest | undefined> => {
    const bytes = await files.read(path);
    const text = bytes && decodeUtf8(bytes).trim();
    return text !== undefined && isDigest(text) ? text : undefined;
  };
  const writeLink = (path: string, digest: Digest): Promise<void> => files.write(path, encodeUtf8(digest));
  const stored = async (path: string): Promise<StoredBlob | undefined> => {
    const size = await files.size(path);
    return size === undefined ? undefined : { size, read: async (start, end) => (await files.read(path, start, end)) ?? new Uint8Array(0) };
  };
  const openUpload = (path: string, size: number): Upload => {
    const upload = {
      size,
      read: async (start: number, end: number) => (await files.read(path, start, end)) ?? new Uint8Array(0),
      async append(bytes: Uint8Array) {
        await files.append(path, bytes);
        upload.size += bytes.length;
      },
    };
    return upload;
  };
  /** A directory is a repository when it has layers; below it there may be others. */
  const find = async (directory: string, name: string): Promise<string[]> => {
    const entries = (await files.list(directory)) ?? [];
    const below = await Promise.all(entries.filter((entry) => !entry.startsWith('_')).map((entry) => find(`${directory}/${entry}`, name === '' ? entry : `${name}/${entry}`)));
    return [...(entries.includes('_layers') ? [name] : []), ...below.flat()];
  };

  const storage: RegistryStorage = {
    repositories: () => find(at.repositories, ''),
    tags: (name) => files.list(at.tags(name)),
    resolveTag: (name, tag) => readLink(at.tagLink(name, tag)),
    async setTag(name, tag, digest) {
      await writeLink(at.tagIndexLink(name, tag, digest), digest);
      await writeLink(at.tagLink(name, tag), digest);
    },
    async removeTag(name, tag) {
      if ((await files.list(at.tag(name, tag))) === undefined) return false;
      await files.remove(at.tag(name, tag));
      return true;
    },
    async manifests(name) {
      const algorithms = (await files.list(at.revisions(name))) ?? [];
      const found = await Promise.all(algorithms.map(async (algorithm) => ((await files.list(`${at.revisions(name)}/${algorithm}`)) ?? []).map((hex): Digest => `${algorithm}:${hex}`)));
      const linked = await Promise.all(found.flat().map(async (digest) => ((await readLink(at.revisionLink(name, digest))) ? digest : undefined)));
      return linked.filter((digest) => digest !== undefined);
    },
    async manifest(name, digest) {
      if ((await readLink(at.revisionLink(name, digest))) === undefined) return undefined;
      const bytes = await files.read(at.blob(digest));
      return bytes && { bytes, mediaType: manifestTypeOf(bytes) };
    },
    async putManifest(name, digest, { bytes }) {
      if ((await files.size(at.blob(digest))) === undefined) await files.write(at.blob(digest), bytes);
      await writeLink(at.revisionLink(name, digest), digest);
    },
    async removeManifest(name, digest) {
      const link = at.revisionLink(name, digest);
      if ((await readLink(link)) === undefined) return false;
      await files.remove(link);
      for (const tag of (await storage.tags(name)) ?? []) if ((await storage.resolveTag(name, tag)) === digest) await files.remove(at.tag(name, tag));
      return true;
    },
    async blob(name, digest) {
      const target = await readLink(at.layerLink(name, digest));
      return target && stored(at.blob(target));
    },
    async putBlob(name, digest, bytes) {
      if ((await files.size(at.blob(digest))) === undefined) await files.write(at.blob(digest), bytes);
      await writeLink(at.layerLink(name, digest), digest);
    },
    async mountBlob(name, digest, from) {
      if (!(await storage.blob(from, digest))) return false;
      await writeLink(at.layerLink(name, digest), digest);
      return true;
    },
    async removeBlob(name, digest) {
      const link = at.layerLink(name, digest);
      if ((await readLink(link)) === undefined) return false;
      await files.remove(link);
      return true;
    },
    async startUpload(name, id) {
      const path = at.upload(name, id);
      await files.write(`${path}/startedat`, encodeUtf8(new Date(clock.now()).toISOString().replace(/\.\d+/, '')));
      await files.write(`${path}/data`, new Uint8Array(0));
      return openUpload(`${path}/data`, 0);
    },
    async upload(name, id) {
      const path = `${at.upload(name, id)}/data`;
      const size = await files.size(path);
      return size === undefined ? undefined : openUpload(path, size);
    },
    async finishUpload(name, id, digest) {
      if ((await files.size(at.blob(digest))) === undefined) await files.rename(`${at.upload(name, id)}/data`, at.blob(digest));
      await writeLink(at.layerLink(name, digest), digest);
      await files.remove(at.upload(name, id));
    },
    removeUpload: (name, id) => files.remove(at.upload(name, id)),
  };
  return storage;
}
