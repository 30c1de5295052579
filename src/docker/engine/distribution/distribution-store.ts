import { type Digest, digestHex } from '../../../oci/index.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { makeDirectories, readJson } from '../store/json-file.ts';

/** Where a layer is known to lie, compressed. */
export interface BlobSource {
  Digest: Digest;
  Size: number;
  /** `docker.io/library/alpine` */
  SourceRepository: string;
  /** It was pushed there from here, rather than pulled. (The real one keeps an HMAC of the credentials.) */
  HMAC?: string;
}

/** What was learned of blobs by pulling and pushing: `image/overlay2/distribution`. */
export class DistributionStore {
  readonly #files: HostFiles;
  readonly #root: string;

  constructor(files: HostFiles, root: string) {
    this.#files = files;
    this.#root = root;
  }

  diffIdOf(blob: Digest): Digest | undefined {
    const path = `${this.#root}/diffid-by-digest/sha256/${digestHex(blob)}`;
    return this.#files.exists(path) ? (this.#files.readTextFile(path) as Digest) : undefined;
  }

  sourcesOf(diffId: Digest): BlobSource[] {
    return readJson<BlobSource[]>(this.#files, `${this.#root}/v2metadata-by-diffid/sha256/${digestHex(diffId)}`) ?? [];
  }

  remember(diffId: Digest, source: BlobSource): void {
    const byDigest = `${this.#root}/diffid-by-digest/sha256`;
    const byDiffId = `${this.#root}/v2metadata-by-diffid/sha256`;
    makeDirectories(this.#files, byDigest);
    makeDirectories(this.#files, byDiffId);
    this.#files.writeFile(`${byDigest}/${digestHex(source.Digest)}`, diffId);
    const others = this.sourcesOf(diffId).filter((each) => each.Digest !== source.Digest || each.SourceRepository !== source.SourceRepository);
    this.#files.writeFile(`${byDiffId}/${digestHex(diffId)}`, JSON.stringify([...others, source].slice(-50)));
  }
}
