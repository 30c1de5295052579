import { type Digest, isDigest, parseManifest } from '../oci/index.ts';
import { fileStorage } from './file-storage.ts';
import type { RegistryFiles } from './files.ts';
import { registryLayout } from './layout.ts';
import type { Clock } from '../base/index.ts';

/** What garbage collection may do. */
export interface GarbageOptions {
  /** Only tell. */
  dryRun: boolean;
  /** Remove manifests that no tag points to, too. */
  removeUntagged: boolean;
}

/**
 * Marks what the manifests of a registry's files refer to, and removes all other blobs: `registry garbage-collect`. Lines are told as distribution 2.8 prints them. The registry should stand
 * still meanwhile. Gives why it could not: a registry that was never pushed to has no such folders.
 */
export async function collectGarbage(files: RegistryFiles, root: string, clock: Clock, options: GarbageOptions, emit: (line: string) => void): Promise<string | undefined> {
  const at = registryLayout(root);
  const storage = fileStorage(files, root, clock);
  if ((await files.list(at.repositories)) === undefined) return 'failed to mark: filesystem: Path not found: /docker/registry/v2/repositories';
  const marked = new Set<Digest>();
  const untagged: { name: string; digest: Digest }[] = [];
  for (const name of (await storage.repositories()).sort()) {
    emit(name);
    const tagged = new Set<Digest | undefined>();
    for (const tag of (await storage.tags(name)) ?? []) tagged.add(await storage.resolveTag(name, tag));
    for (const digest of (await storage.manifests(name)).sort()) {
      if (options.removeUntagged && !tagged.has(digest)) {
        emit(`manifest eligible for deletion: ${digest}`);
        untagged.push({ name, digest });
        continue;
      }
      const stored = await storage.manifest(name, digest);
      if (!stored) continue;
      emit(`${name}: marking manifest ${digest} `);
      marked.add(digest);
      for (const reference of references(stored.bytes, stored.mediaType)) {
        marked.add(reference);
        emit(`${name}: marking blob ${reference}`);
      }
    }
  }
  if (!options.dryRun) {
    for (const { name, digest } of untagged) {
      await files.remove(at.revisionLink(name, digest).replace(/\/link$/, ''));
      for (const tag of (await storage.tags(name)) ?? []) await files.remove(at.tagIndexLink(name, tag, digest).replace(/\/link$/, ''));
    }
  }
  if ((await files.list(at.blobs)) === undefined) return 'error enumerating blobs: filesystem: Path not found: /docker/registry/v2/blobs';
  const garbage = (await allBlobs(files, at.blobs)).filter((digest) => !marked.has(digest));
  emit(`\n${marked.size} blobs marked, ${garbage.length} blobs and ${untagged.length} manifests eligible for deletion`);
  for (const digest of garbage) {
    emit(`blob eligible for deletion: ${digest}`);
    if (!options.dryRun) await files.remove(at.blob(digest).replace(/\/data$/, ''));
  }
  return undefined;
}

/** What a manifest refers to, in its order: configuration and layers, or manifests. */
function references(bytes: Uint8Array, mediaType: string): Digest[] {
  const parsed = parseManifest(bytes, mediaType);
  return (parsed.kind === 'index' ? parsed.index.manifests : [parsed.manifest.config, ...parsed.manifest.layers]).map(({ digest }) => digest);
}

async function allBlobs(files: RegistryFiles, root: string): Promise<Digest[]> {
  const found: Digest[] = [];
  for (const algorithm of (await files.list(root)) ?? []) {
    for (const start of (await files.list(`${root}/${algorithm}`)) ?? []) {
      for (const hex of (await files.list(`${root}/${algorithm}/${start}`)) ?? []) {
        const digest = `${algorithm}:${hex}`;
        if (isDigest(digest) && (await files.size(`${root}/${algorithm}/${start}/${hex}/data`)) !== undefined) found.push(digest);
      }
    }
  }
  return found.sort();
}
