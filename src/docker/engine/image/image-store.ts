import { encodeUtf8 } from '../../../base/index.ts';
import { type Digest, digestHex, digestOf, type ImageConfig, parseImageConfig } from '../../../oci/index.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { listNames, makeDirectories, removeTree, writeAtomically } from '../store/json-file.ts';
import { topChainId } from './layer-store.ts';

/** An image: its configuration, named by its digest. */
export interface ImageRecord {
  id: Digest;
  config: ImageConfig & { docker_version?: string; container?: string };
  /** Image that the classic builder made it of. */
  parent: Digest | undefined;
  /** When it was last tagged; the zero time before. */
  lastUpdated: string | undefined;
  /** Uppermost layer. */
  chainId: Digest | undefined;
}

/** The images: `image/overlay2/imagedb`. */
export class ImageStore {
  readonly #files: HostFiles;
  readonly #root: string;
  readonly #images = new Map<Digest, ImageRecord>();

  constructor(files: HostFiles, root: string) {
    this.#files = files;
    this.#root = root;
  }

  load(): void {
    for (const hex of listNames(this.#files, `${this.#root}/content/sha256`)) {
      const metadata = `${this.#root}/metadata/sha256/${hex}`;
      const read = (name: string): string | undefined => (this.#files.exists(`${metadata}/${name}`) ? this.#files.readTextFile(`${metadata}/${name}`) : undefined);
      this.#remember(`sha256:${hex}`, this.#files.readFile(`${this.#root}/content/sha256/${hex}`), read('parent') as Digest | undefined, read('lastUpdated'));
    }
  }

  #remember(id: Digest, bytes: Uint8Array, parent: Digest | undefined, lastUpdated: string | undefined): ImageRecord {
    const config = parseImageConfig(bytes);
    const image = { id, config, parent, lastUpdated, chainId: topChainId(config.rootfs.diff_ids) };
    this.#images.set(id, image);
    return image;
  }

  get(id: Digest): ImageRecord | undefined {
    return this.#images.get(id);
  }

  all(): ImageRecord[] {
    return [...this.#images.values()];
  }

  /** Images whose id begins with these hexadecimal digits. */
  byPrefix(prefix: string): ImageRecord[] {
    return this.all().filter((image) => digestHex(image.id).startsWith(prefix));
  }

  children(id: Digest | undefined): ImageRecord[] {
    return this.all().filter((image) => image.parent === id);
  }

  /** The configuration's own bytes, as they were made. */
  bytes(id: Digest): Uint8Array {
    return this.#files.readFile(`${this.#root}/content/sha256/${digestHex(id)}`);
  }

  /** Keeps an image whose layers are there. The same bytes give the same image. */
  add(config: Uint8Array | ImageConfig, parent?: Digest): ImageRecord {
    const bytes = config instanceof Uint8Array ? config : encodeUtf8(JSON.stringify(config));
    const id = digestOf(bytes);
    const known = this.#images.get(id);
    if (known) return known;
    makeDirectories(this.#files, `${this.#root}/content/sha256`);
    writeAtomically(this.#files, `${this.#root}/content/sha256/${digestHex(id)}`, bytes);
    const image = this.#remember(id, bytes, undefined, undefined);
    if (parent !== undefined) {
      image.parent = parent;
      this.#writeMetadata(id, 'parent', parent);
    }
    return image;
  }

  setLastUpdated(id: Digest, time: string): void {
    const image = this.#images.get(id);
    if (!image) return;
    image.lastUpdated = time;
    this.#writeMetadata(id, 'lastUpdated', time);
  }

  #writeMetadata(id: Digest, name: string, text: string): void {
    const directory = `${this.#root}/metadata/sha256/${digestHex(id)}`;
    makeDirectories(this.#files, directory);
    this.#files.writeFile(`${directory}/${name}`, text, { mode: 0o600 });
  }

  remove(id: Digest): void {
    removeTree(this.#files, `${this.#root}/content/sha256/${digestHex(id)}`);
    removeTree(this.#files, `${this.#root}/metadata/sha256/${digestHex(id)}`);
    this.#images.delete(id);
  }
}
