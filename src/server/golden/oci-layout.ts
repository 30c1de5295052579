import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ContainerConfig, type Descriptor, type Digest, digestHex, type ImageConfig, mediaTypes } from '../../oci/index.ts';

/** A layer in the layout: what the manifest says of it, and the digest of its tar. */
export interface StoredLayer {
  readonly descriptor: Descriptor;
  readonly diffId: Digest;
}

/** A folder in the form of the OCI image layout: blobs by digest, and an index that names the images `REPOSITORY:TAG`. */
export class OciLayout {
  readonly #folder: string;
  readonly #index: Descriptor[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Compresses a tar file into a layer. */
  async addLayer(tarFile: string): Promise<StoredLayer> {
    const plain = createHash('sha256');
    const packed = createHash('sha256');
    const partial = join(await this.#blobs(), `partial-${Math.random().toString(36).slice(2)}`);
    await pipeline(createReadStream(tarFile), tap(plain), createGzip({ level: 1 }), tap(packed), createWriteStream(partial));
    const digest: Digest = `sha256:${packed.digest('hex')}`;
    await rename(partial, this.#path(digest));
    return { descriptor: { mediaType: mediaTypes.ociLayer, digest, size: (await stat(this.#path(digest))).size }, diffId: `sha256:${plain.digest('hex')}` };
  }

  /** Adds an image for amd64 under the names given, as an index with one manifest. */
  async addImage(names: readonly string[], layers: readonly StoredLayer[], image: { created: string; config: ContainerConfig; history: ImageConfig['history'] }): Promise<void> {
    const platform = { architecture: 'amd64', os: 'linux' };
    const config: ImageConfig = { ...platform, ...image, rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.diffId) } };
    const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config: await this.#addJson(mediaTypes.ociConfig, config), layers: layers.map((layer) => layer.descriptor) };
    const index = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [{ ...(await this.#addJson(mediaTypes.ociManifest, manifest)), platform }] };
    const descriptor = await this.#addJson(mediaTypes.ociIndex, index);
    for (const name of names) this.#index.push({ ...descriptor, annotations: { 'org.opencontainers.image.ref.name': name } });
  }

  /** Writes the index; call it last. */
  async finish(): Promise<void> {
    await writeFile(join(this.#folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    await writeFile(join(this.#folder, 'index.json'), JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: this.#index }));
  }

  async #addJson(mediaType: string, value: unknown): Promise<Descriptor> {
    const bytes = Buffer.from(JSON.stringify(value));
    const digest: Digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    await this.#blobs();
    await writeFile(this.#path(digest), bytes);
    return { mediaType, digest, size: bytes.length };
  }

  #path(digest: Digest): string {
    return join(this.#folder, 'blobs', 'sha256', digestHex(digest));
  }

  async #blobs(): Promise<string> {
    const folder = join(this.#folder, 'blobs', 'sha256');
    await mkdir(folder, { recursive: true });
    return folder;
  }
}

function tap(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}
