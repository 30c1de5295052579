import type { Digest } from '../../oci/index.ts';
import { buildImage, type BuildImageOptions, type BuiltImage, buildIndex } from './build-image.ts';
import { type CatalogueEntry, catalogueEntries } from './recipes.ts';

/** An image as a registry offers it: an index and the image of each platform, amd64 first. */
export interface CatalogueImage {
  entry: CatalogueEntry;
  indexBlob: Uint8Array;
  indexDigest: Digest;
  images: readonly BuiltImage[];
}

/** The images of the course, built when they are first asked for and kept. */
export interface Catalogue {
  /** Repositories such as `library/alpine`, sorted. */
  repositories(): string[];
  /** Tags of a repository, sorted; none for a repository that does not exist. */
  tags(repository: string): string[];
  /** Undefined when there is no such repository or tag. */
  image(repository: string, tag: string): Promise<CatalogueImage | undefined>;
}

/** Makes a catalogue; equal options give equal digests. */
export function createCatalogue(options: Omit<BuildImageOptions, 'architecture'>, entries: readonly CatalogueEntry[] = catalogueEntries): Catalogue {
  const built = new Map<CatalogueEntry, Promise<CatalogueImage>>();
  const build = async (entry: CatalogueEntry): Promise<CatalogueImage> => {
    const recipe = await entry.load();
    const images = (['amd64', ...(recipe.architectures ?? [])] as const).map((architecture) => buildImage(recipe, { ...options, architecture }));
    const index = buildIndex(images);
    return { entry, indexBlob: index.blob, indexDigest: index.digest, images };
  };
  return {
    repositories: () => [...new Set(entries.map(({ repository }) => repository))].sort(),
    tags: (repository) => entries.filter((entry) => entry.repository === repository).flatMap(({ tags }) => tags).sort(),
    async image(repository, tag) {
      const entry = entries.find((candidate) => candidate.repository === repository && candidate.tags.includes(tag));
      if (!entry) return undefined;
      let image = built.get(entry);
      if (!image) built.set(entry, (image = build(entry)));
      return image;
    },
  };
}
