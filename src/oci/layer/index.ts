import { gunzip, gzip, type GzipLevel, isGzip } from '../../base/gzip/index.ts';
import { type TarEntry, writeTar } from '../../base/index.ts';
import { type Digest, digestOf } from '../digest.ts';
import type { Descriptor } from '../manifest.ts';
import { mediaTypes } from '../media-type.ts';

/** A layer, packed. */
export interface Layer {
  /** Digest of the plain tar. */
  diffId: Digest;
  /** Type, digest and size of the compressed tar. */
  descriptor: Descriptor;
  /** The compressed tar. */
  blob: Uint8Array;
}

/** How a layer is packed. */
export interface PackLayerOptions {
  /** `mediaTypes.ociLayer` (default) or `mediaTypes.dockerLayer`. */
  mediaType?: string;
  /** Leave holes out of the tar (default). Docker takes such layers but cannot give them on (`docker save`, `docker push`); with `false` it can. */
  sparse?: boolean;
  /** Compression, 0 to 9; default 6. */
  level?: GzipLevel;
}

/** Packs files into a gzip-compressed tar layer. The same entries give the same bytes. */
export function packLayer(entries: Iterable<TarEntry>, options: PackLayerOptions = {}): Layer {
  const tar = writeTar(entries, { sparse: options.sparse ?? true });
  const blob = gzip(tar, options.level);
  return { diffId: digestOf(tar), blob, descriptor: { mediaType: options.mediaType ?? mediaTypes.ociLayer, digest: digestOf(blob), size: blob.length } };
}

/** The plain tar of a layer blob: gzip is undone, a plain tar is given as it is. Throws GzipError. */
export function unpackLayer(blob: Uint8Array): Uint8Array {
  return isGzip(blob) ? gunzip(blob) : blob;
}
