import { type RandomBytes, readTar, sha256Hex } from '../../../base/index.ts';
import { chainIds, type Digest, digestHex } from '../../../oci/index.ts';
import { randomId } from '../identifier.ts';
import type { HostFiles } from '../ports/host-files.ts';
import type { Snapshotter } from '../ports/snapshotter.ts';
import { listNames, makeDirectories, removeTree } from '../store/json-file.ts';

/** A layer on top of its parents; named by the chain of diff ids. */
export interface LayerRecord {
  chainId: Digest;
  diffId: Digest;
  parent: Digest | undefined;
  /** Name of its directory in the storage driver. */
  cacheId: string;
  /** Bytes of its files. */
  size: number;
}

/**
 * The read-only layers: `image/overlay2/layerdb`. Beside what the real one keeps there is `layer.tar`, the layer's archive (real Docker keeps its headers and puts it together
 * again), so that saving and pushing give the same bytes.
 */
export class LayerStore {
  readonly #files: HostFiles;
  readonly #root: string;
  readonly #snapshotter: Snapshotter;
  readonly #random: RandomBytes;
  readonly #layers = new Map<Digest, LayerRecord>();

  constructor(files: HostFiles, root: string, snapshotter: Snapshotter, random: RandomBytes) {
    this.#files = files;
    this.#root = root;
    this.#snapshotter = snapshotter;
    this.#random = random;
  }

  load(): void {
    for (const hex of listNames(this.#files, `${this.#root}/sha256`)) {
      const directory = `${this.#root}/sha256/${hex}`;
      const read = (name: string): string => this.#files.readTextFile(`${directory}/${name}`);
      const parent = this.#files.exists(`${directory}/parent`) ? (read('parent') as Digest) : undefined;
      this.#layers.set(`sha256:${hex}`, { chainId: `sha256:${hex}`, diffId: read('diff') as Digest, parent, cacheId: read('cache-id'), size: Number(read('size')) });
    }
  }

  get(chainId: Digest): LayerRecord | undefined {
    return this.#layers.get(chainId);
  }

  all(): LayerRecord[] {
    return [...this.#layers.values()];
  }

  /** The stack that ends with `chainId`, lowest first. */
  stack(chainId: Digest | undefined): LayerRecord[] {
    const stack: LayerRecord[] = [];
    for (let at = chainId; at !== undefined; ) {
      const layer = this.#layers.get(at);
      if (!layer) throw new Error(`layer does not exist: ${at}`);
      stack.unshift(layer);
      at = layer.parent;
    }
    return stack;
  }

  /** The storage driver's names of that stack, lowest first. */
  cacheIds(chainId: Digest | undefined): string[] {
    return this.stack(chainId).map((layer) => layer.cacheId);
  }

  /** Bytes of all files of the stack. */
  stackSize(chainId: Digest | undefined): number {
    return this.stack(chainId).reduce((sum, layer) => sum + layer.size, 0);
  }

  /** Unpacks a plain layer archive on top of `parent`. Gives the layer that is there already when it is the same. `diffId` is its digest when the caller knows it. */
  async register(parent: Digest | undefined, tar: Uint8Array, diffId: Digest = `sha256:${sha256Hex(tar)}`): Promise<LayerRecord> {
    const chainId: Digest = parent === undefined ? diffId : `sha256:${sha256Hex(`${parent} ${diffId}`)}`;
    const known = this.#layers.get(chainId);
    if (known) return known;
    const cacheId = randomId(this.#random);
    const size = await this.#snapshotter.apply(cacheId, this.cacheIds(parent), readTar(tar));
    const raced = this.#layers.get(chainId);
    if (raced) {
      this.#snapshotter.remove(cacheId);
      return raced;
    }
    const layer: LayerRecord = { chainId, diffId, parent, cacheId, size };
    const directory = `${this.#root}/sha256/${digestHex(chainId)}`;
    makeDirectories(this.#files, directory);
    this.#files.writeFile(`${directory}/diff`, diffId);
    this.#files.writeFile(`${directory}/cache-id`, cacheId);
    if (parent !== undefined) this.#files.writeFile(`${directory}/parent`, parent);
    this.#files.writeFile(`${directory}/layer.tar`, tar);
    this.#files.writeFile(`${directory}/size`, String(size));
    this.#layers.set(chainId, layer);
    return layer;
  }

  /** The layer's plain archive: its digest is the diff id. */
  tar(chainId: Digest): Uint8Array {
    return this.#files.readFile(`${this.#root}/sha256/${digestHex(chainId)}/layer.tar`);
  }

  /** Deletes layers that `used` (tops of stacks) do not need. Returns those deleted, uppermost first. */
  collect(used: Iterable<Digest>): LayerRecord[] {
    const needed = new Set<Digest>();
    for (const top of used) {
      for (let at: Digest | undefined = top; at !== undefined && !needed.has(at); at = this.#layers.get(at)?.parent) needed.add(at);
    }
    const unneeded = this.all().filter((layer) => !needed.has(layer.chainId));
    unneeded.sort((a, b) => this.stack(b.chainId).length - this.stack(a.chainId).length);
    for (const layer of unneeded) {
      this.#snapshotter.remove(layer.cacheId);
      removeTree(this.#files, `${this.#root}/sha256/${digestHex(layer.chainId)}`);
      this.#layers.delete(layer.chainId);
    }
    return unneeded;
  }
}

/** The name of the uppermost layer; undefined for an image without layers. */
export function topChainId(diffIds: readonly Digest[]): Digest | undefined {
  return chainIds(diffIds).at(-1);
}
