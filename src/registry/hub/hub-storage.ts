import { type Digest, digestOf, mediaTypes } from '../../oci/index.ts';
import { memoryStorage } from '../memory-storage.ts';
import { convertToSchema1, emptyLayer } from '../schema1/convert.ts';
import { unsignedSchema1Type } from '../schema1/media-type.ts';
import { schema1Text } from '../schema1/sign.ts';
import type { RegistryStorage } from '../storage.ts';
import type { HubCatalogue, HubImage } from './hub-catalogue.ts';

/** A registry's storage that has the catalogue's images, built when asked for, and in memory what is pushed besides. */
export function hubStorage(catalogue: HubCatalogue, isSchema1: (repository: string, tag: string) => boolean): RegistryStorage {
  const memory = memoryStorage();
  const stored = new Set<HubImage>();

  const add = async (repository: string, tag: string): Promise<void> => {
    const image = await catalogue.image(repository, tag);
    if (!image || stored.has(image)) return;
    stored.add(image);
    for (const { configBlob, manifest, manifestBlob, descriptor, layers } of image.images) {
      await memory.putBlob(repository, manifest.config.digest, configBlob);
      for (const layer of layers) await memory.putBlob(repository, layer.descriptor.digest, layer.blob);
      await memory.putManifest(repository, descriptor.digest, { mediaType: descriptor.mediaType, bytes: manifestBlob });
    }
    if (isSchema1(repository, tag)) return addAsSchema1(repository, image);
    await memory.putManifest(repository, image.indexDigest, { mediaType: mediaTypes.ociIndex, bytes: image.indexBlob });
    for (const own of image.entry.tags) await memory.setTag(repository, own, image.indexDigest);
  };
  /** Every tag has a manifest of its own, since its name stands in it. */
  const addAsSchema1 = async (repository: string, { images: [first], entry }: HubImage): Promise<void> => {
    for (const tag of first ? entry.tags : []) {
      const converted = first && convertToSchema1(repository, tag, first.manifest, first.configBlob);
      if (!converted) continue;
      await memory.putBlob(repository, emptyLayer.digest, emptyLayer.bytes);
      const bytes = schema1Text(converted);
      await memory.putManifest(repository, digestOf(bytes), { mediaType: unsignedSchema1Type, bytes });
      await memory.setTag(repository, tag, digestOf(bytes));
    }
  };
  const addAll = async (repository: string): Promise<void> => {
    for (const tag of catalogue.tags(repository)) await add(repository, tag);
  };

  return {
    ...memory,
    repositories: async () => [...new Set([...catalogue.repositories(), ...(await memory.repositories())])].sort(),
    async tags(repository) {
      const own = catalogue.tags(repository);
      const pushed = await memory.tags(repository);
      return own.length || pushed ? [...new Set([...own, ...(pushed ?? [])])].sort() : undefined;
    },
    async resolveTag(repository, tag) {
      if (catalogue.tags(repository).includes(tag)) await add(repository, tag);
      return memory.resolveTag(repository, tag);
    },
    async manifest(repository, digest) {
      return (await memory.manifest(repository, digest)) ?? (await addAll(repository), memory.manifest(repository, digest));
    },
    async blob(repository, digest) {
      return (await memory.blob(repository, digest)) ?? (await addAll(repository), memory.blob(repository, digest));
    },
    async mountBlob(repository: string, digest: Digest, from: string) {
      await addAll(from);
      return memory.mountBlob(repository, digest, from);
    },
  };
}
