import { type ByteSource, concatBytes, decodeUtf8, entryBytes, readAll, readTarStream, sourceOf, type TarEntry, TarError } from '../../../base/index.ts';
import { type Digest, digestOf, type ImageConfig, familiarString, parseImageConfig, type Reference } from '../../../oci/index.ts';
import type { Daemon } from '../daemon.ts';
import type { SendProgress } from '../distribution/progress.ts';
import { layerProgress } from '../distribution/progress.ts';
import { EngineError } from '../engine-error.ts';
import { goJsonError } from '../go-json.ts';
import { shortId } from '../identifier.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { parseImageName } from './find-image.ts';
import type { ImageRecord } from './image-store.ts';

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
  const folders = new Set<string>();
  try {
    for await (const entry of readTarStream(source)) {
      const path = entry.path.replace(/^(?:\.?\/|\.$)/, '');
      if (entry.type === 'file' || entry.type === 'symlink') files.set(path, entry);
      const [top = '', ...below] = path.split('/');
      if (below.length > 0 || (entry.type === 'directory' && top !== '')) folders.add(top);
    }
  } catch (error) {
    if (error instanceof TarError) throw new EngineError('system', error.message);
    throw error;
  }
  const unpacked = `/var/lib/docker/tmp/docker-import-${new DataView(daemon.random(4).slice().buffer).getUint32(0)}`;
  const read = (path: string): Uint8Array => {
    const entry = files.get(path);
    if (!entry) throw new EngineError('system', `open ${unpacked}/${path}: no such file or directory`);
    return entryBytes(entry);
  };
  if (!files.has('manifest.json')) return readOldArchive(files, folders, read);
  const manifests = readJson(read('manifest.json'), 'unexpected EOF') as ArchiveManifest[];
  for (const manifest of manifests) {
    const image = await loadOne(daemon, manifest, read, quiet, send);
    const tags = (manifest.RepoTags ?? []).map(parseImageName);
    for (const tag of tags) nameLoaded(daemon, tag, image, send);
    if (tags.length === 0) send({ stream: `Loaded image ID: ${image.id}\n` });
    daemon.events.emit('image', 'load', image.id, { name: image.id });
  }
}

/** `ends`: what a text is said to be that ends too early. */
function readJson(bytes: Uint8Array, ends = 'unexpected end of JSON input'): unknown {
  const text = decodeUtf8(bytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new EngineError('system', goJsonError(text).replace('unexpected end of JSON input', ends));
  }
}

/** What Docker before 1.10 saved: a folder for each image and the names of all. Anything without a manifest is taken for that. */
function readOldArchive(files: ReadonlyMap<string, TarEntry>, folders: ReadonlySet<string>, read: (path: string) => Uint8Array): void {
  for (const folder of [...folders].sort()) read(`${folder}/json`);
  read('repositories');
  if (folders.size > 0) throw new EngineError('system', `images that Docker before 1.10 saved are not part of this sandbox (${files.size} files)`);
}

function nameLoaded(daemon: Daemon, tag: Reference, image: ImageRecord, send: SendProgress): void {
  const previous = daemon.references.get(tag);
  if (previous !== undefined && previous !== image.id) send({ stream: `The image ${familiarString(tag)} already exists, renaming the old one with ID ${previous} to empty string\n` });
  daemon.references.set(tag, image.id);
  daemon.images.setLastUpdated(image.id, rfc3339Nano(daemon.clock.now()));
  send({ stream: `Loaded image: ${familiarString(tag)}\n` });
}

async function loadOne(daemon: Daemon, manifest: ArchiveManifest, read: (path: string) => Uint8Array, quiet: boolean, send: SendProgress): Promise<ImageRecord> {
  const { unpackLayer } = await import('../../../oci/layer/index.ts');
  const bytes = read(manifest.Config);
  if ((readJson(bytes) as Partial<ImageConfig> | null)?.rootfs === undefined) throw new EngineError('system', 'invalid image JSON, no RootFS key');
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
