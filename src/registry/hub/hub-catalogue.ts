import type { Descriptor, Digest, Manifest } from '../../oci/index.ts';

/** An image as the Hub offers it: an index and the image of each platform. */
export interface HubImage {
  readonly entry: { readonly tags: readonly string[] };
  readonly indexBlob: Uint8Array;
  readonly indexDigest: Digest;
  readonly images: readonly {
    readonly configBlob: Uint8Array;
    readonly manifest: Manifest;
    readonly manifestBlob: Uint8Array;
    readonly descriptor: Descriptor;
    readonly layers: readonly { readonly descriptor: Descriptor; readonly blob: Uint8Array }[];
  }[];
}

/** Where the Hub's own images come from; the catalogue is one. */
export interface HubCatalogue {
  /** Repositories such as `library/alpine`, sorted. */
  repositories(): string[];
  /** Tags of a repository, sorted; none for a repository that does not exist. */
  tags(repository: string): string[];
  /** Builds an image, or gives the one built before; undefined when there is none. */
  image(repository: string, tag: string): Promise<HubImage | undefined>;
}
