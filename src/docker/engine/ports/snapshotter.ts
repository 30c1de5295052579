import type { TarEntry } from '../../../base/index.ts';
import type { FilesystemChange } from '../../api/index.ts';

/** The directories of one layer on top of its parents. Layers are named by ids that the caller chooses; `parents` go from the lowest to the uppermost. */
export interface Snapshotter {
  /** Name in `docker info` and `GraphDriver`. */
  readonly driver: string;
  /** Makes a read-only layer from a layer archive; whiteouts (`.wh.`) delete what parents have. Returns the bytes of its files. */
  apply(id: string, parents: readonly string[], entries: Iterable<TarEntry> | AsyncIterable<TarEntry>): Promise<number>;
  /** Makes an empty writable layer. */
  prepare(id: string, parents: readonly string[]): void;
  /** Mounts the stack that ends with `id` and returns the path. Counted: as many unmounts as mounts. */
  mount(id: string): string;
  unmount(id: string): void;
  /** What `id` changes of its parents, as `docker diff` tells it, in order of path. */
  changes(id: string): FilesystemChange[];
  /** The entries of the layer's archive, in order of path, with whiteouts. */
  diff(id: string): TarEntry[];
  /** Bytes of the files in `id` alone. */
  size(id: string): number;
  exists(id: string): boolean;
  remove(id: string): void;
  /** `GraphDriver.Data` of inspect. */
  data(id: string): Record<string, string>;
  /** The directory that holds the layer's own files. */
  upperDir(id: string): string;
}
