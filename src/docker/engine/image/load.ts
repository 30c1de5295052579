import { type ByteSource, concatBytes, decodeUtf8, entryBytes, readAll, readTarStream, sourceOf, type TarEntry, TarError } from '../../../base/index.ts';
import { type Digest, digestOf, familiarString, parseImageConfig, type Reference } from '../../../oci/index.ts';
import type { Daemon } from '../daemon.ts';
import type { SendProgress } from '../distribution/progress.ts';
import { layerProgress } from '../distribution/progress.ts';
import { EngineError } from '../engine-error.ts';
import { shortId } from '../identifier.ts';
import { parseImageName } from './find-image.ts';
import type { ImageRecord } from './image-store.ts';
import { setTag } from './tag.ts';

/** An entry of an archive's manifest.json. */
interface ArchiveManifest {
  Config: string;
  RepoTags: string[] | null;
  Layers: string[];
}

/** `POST /images/load`: takes in what `docker save` made. */
export async function loadImages(daemon: Daemon, archive: ByteSource, quiet: boolean, send: SendProgress): Promise<void> {
  const { isGzip, gunzip } = await import('../../../base/gzip/index.ts');
  const source = await plainTar(archive, isGzip, gunzip);
  const files = new Map<string, TarEntry>();
  try {
    for await (const entry of readTarStream(source)) if (entry.type === 'file' || entry.type === 'symlink') files.set(entry.path.replace(/^\.\//, ''), entry);
  } catch (error) {
    if (error instanceof TarError) throw new EngineError('system', error.message);
    throw error;
  }
  const read = (path: string): Uint8Array => {
    const entry = files.get(path);
    if (!entry) throw new EngineError('system', `open /var/lib/docker/tmp/docker-import/${path}: no such file or directory`);
    return entryBytes(entry);
  };
  const manifests = JSON.parse(decodeUtf8(read('manifest.json'))) as ArchiveManifest[];
  for (const manifest of manifests) {
    const image = await loadOne(daemon, manifest, read, quiet, send);
    const tags = (manifest.RepoTags ?? []).map(parseImageName);
    for (const tag of tags) nameLoaded(daemon, tag, image, send);
    if (tags.length === 0) send({ stream: `Loaded image ID: ${image.id}\n` });
    daemon.events.emit('image', 'load', image.id, { name: image.id });
  }
}

function nameLoaded(daemon: Daemon, tag: Reference, image: ImageRecord, send: SendProgress): void {
  const previous = daemon.references.get(tag);
  if (previous !== undefined && previous !== image.id) send({ stream: `The image ${familiarString(tag)} already exists, renaming the old one with ID ${previous} to empty string\n` });
  setTag(daemon, tag, image);
  send({ stream: `Loaded image: ${familiarString(tag)}\n` });
}

async function loadOne(daemon: Daemon, manifest: ArchiveManifest, read: (path: string) => Uint8Array, quiet: boolean, send: SendProgress): Promise<ImageRecord> {
  const { unpackLayer } = await import('../../../oci/layer/index.ts');
  const bytes = read(manifest.Config);
  const config = parseImageConfig(bytes);
  if (config.rootfs.diff_ids.length !== manifest.Layers.length) throw new EngineError('system', `invalid manifest, layers length mismatch: expected ${config.rootfs.diff_ids.length}, got ${manifest.Layers.length}`);
  let parent: Digest | undefined;
  for (const [index, path] of manifest.Layers.entries()) {
    const expected = config.rootfs.diff_ids[index];
    const chain = parent === undefined || expected === undefined ? expected : digestOf(`${parent} ${expected}`);
    if (chain !== undefined && daemon.layers.get(chain)) {
      parent = chain;
      continue;
    }
    const tar = unpackLayer(read(path));
    const diffId = digestOf(tar);
    if (diffId !== expected) throw new EngineError('system', `invalid diffID for layer ${index}: expected "${expected}", got "${diffId}"`);
    if (!quiet) send({ ...layerProgress(shortId(diffId), 'Loading layer', tar.length, tar.length) });
    parent = (await daemon.layers.register(parent, tar, diffId)).chainId;
  }
  return daemon.images.add(bytes);
}

/** The archive uncompressed; a compressed one is read whole first. */
async function plainTar(archive: ByteSource, isGzip: (bytes: Uint8Array) => boolean, gunzip: (bytes: Uint8Array) => Uint8Array): Promise<ByteSource> {

  const first = await archive.read();
  if (first.length === 0) throw new EngineError('system', 'unexpected EOF');
  if (isGzip(first)) return sourceOf(gunzip(concatBytes([first.slice(), await readAll(archive)])));
  let head: Uint8Array = first.slice();
  return {
    async read(max = 65536) {
      if (head.length === 0) return archive.read(max);
      const part = head.subarray(0, max);
      head = head.subarray(part.length);
      return part;
    },
  };
}
