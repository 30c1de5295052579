import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Digest, digestHex, type ImageIndex, type Manifest, parseManifest } from '../../oci/index.ts';
import type { HubCatalogue, HubImage } from '../../registry/index.ts';

/** The images of an OCI layout, named `REPOSITORY:TAG` in its index, as the Hub offers them. Blobs are read when an image is first asked for. */
export async function layoutCatalogue(folder: string): Promise<HubCatalogue> {
  const layout = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as ImageIndex;
  const digests = new Map(layout.manifests.map(({ digest, annotations }) => [annotations?.['org.opencontainers.image.ref.name'] ?? '', digest]));
  const repositories = [...new Set([...digests.keys()].map((name) => name.slice(0, name.lastIndexOf(':'))))].sort();
  const tagsOf = (repository: string): string[] => [...digests.keys()].filter((name) => name.startsWith(`${repository}:`)).map((name) => name.slice(repository.length + 1)).sort();
  const images = new Map<Digest, Promise<HubImage>>();
  return {
    repositories: () => repositories,
    tags: tagsOf,
    async image(repository, tag) {
      const digest = digests.get(`${repository}:${tag}`);
      if (digest === undefined) return undefined;
      let image = images.get(digest);
      if (!image) images.set(digest, (image = readImage(folder, digest, tagsOf(repository).filter((other) => digests.get(`${repository}:${other}`) === digest))));
      return image;
    },
  };
}

async function readImage(folder: string, digest: Digest, tags: readonly string[]): Promise<HubImage> {
  const blob = async (name: Digest): Promise<Uint8Array> => readFile(join(folder, 'blobs', 'sha256', digestHex(name)));
  const indexBlob = await blob(digest);
  const parsed = parseManifest(indexBlob);
  if (parsed.kind !== 'index') throw new Error(`${digest} is no index`);
  const images = await Promise.all(parsed.index.manifests.map(async (descriptor) => {
    const manifestBlob = await blob(descriptor.digest);
    const own = parseManifest(manifestBlob);
    if (own.kind !== 'manifest') throw new Error(`${descriptor.digest} is no manifest`);
    const manifest: Manifest = own.manifest;
    const layers = await Promise.all(manifest.layers.map(async (layer) => ({ descriptor: layer, blob: await blob(layer.digest) })));
    return { configBlob: await blob(manifest.config.digest), manifest, manifestBlob, descriptor, layers };
  }));
  return { entry: { tags }, indexBlob, indexDigest: digest, images };
}
