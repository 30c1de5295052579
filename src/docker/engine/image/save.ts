import { encodeUtf8, tarEntry, type TarEntry, writeTarChunks } from '../../../base/index.ts';
import { canonicalName, canonicalString, type Digest, digestHex, digestOf, familiarName, familiarString, mediaTypes, type Reference } from '../../../oci/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { findImage, isIdOf, parseImageName } from './find-image.ts';
import type { ImageRecord } from './image-store.ts';
import { createdMs } from './list.ts';

/** `GET /images/get`: an archive in the OCI layout that also has Docker's own manifest.json, in pieces. Throws before the first piece when a name means nothing. */
export function saveImages(daemon: Daemon, names: readonly string[]): Iterable<Uint8Array> {
  const images = new Map<Digest, { image: ImageRecord; references: Reference[] }>();
  for (const name of names) {
    for (const { image, reference } of namedImages(daemon, name)) {
      const entry = images.get(image.id) ?? { image, references: [] };
      images.set(image.id, entry);
      if (reference) entry.references.push(reference);
    }
  }
  for (const { image } of images.values()) daemon.events.emit('image', 'save', image.id, { name: image.id });
  return writeTarChunks(archiveEntries(daemon, [...images.values()]));
}

/** The images that a name means: a repository without a tag means all its tags. */
function namedImages(daemon: Daemon, name: string): { image: ImageRecord; reference?: Reference }[] {
  const known = findImage(daemon, name);
  if (known && isIdOf(known.id, name)) return [{ image: known }];
  const reference = parseImageName(name);
  if (reference.digest !== undefined || reference.tag !== undefined) {
    if (!known) throw new EngineError('system', 'reference does not exist');
    return [reference.digest === undefined ? { image: known, reference } : { image: known }];
  }
  const repository = canonicalName(reference);
  const all = daemon.images.all().flatMap((image) => daemon.references.of(image.id).filter((each) => each.tag !== undefined && canonicalName(each) === repository).map((each) => ({ image, reference: each })));
  if (all.length === 0) throw new EngineError('notFound', `No such image: ${name}`);
  return all.sort((a, b) => (familiarString(a.reference) < familiarString(b.reference) ? -1 : 1));
}

function archiveEntries(daemon: Daemon, images: readonly { image: ImageRecord; references: readonly Reference[] }[]): TarEntry[] {
  const blobs = new Map<Digest, TarEntry>();
  const put = (bytes: Uint8Array, mtime: number): { digest: Digest; size: number } => {
    const digest = digestOf(bytes);
    blobs.set(digest, tarEntry(`blobs/sha256/${digestHex(digest)}`, { bytes, mtime }));
    return { digest, size: bytes.length };
  };
  const manifests = [];
  const index = [];
  const repositories: Record<string, Record<string, string>> = {};
  for (const { image, references } of images) {
    const mtime = createdMs(image);
    const layers = daemon.layers.stack(image.chainId).map((layer) => ({ mediaType: mediaTypes.ociUncompressedLayer, ...put(daemon.layers.tar(layer.chainId), mtime) }));
    const config = { mediaType: mediaTypes.ociConfig, ...put(daemon.images.bytes(image.id), mtime) };
    const manifest = put(encodeUtf8(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociManifest, config, layers })), 0);
    const descriptor = { mediaType: mediaTypes.ociManifest, digest: manifest.digest, size: manifest.size };
    for (const reference of references) {
      index.push({ ...descriptor, annotations: { 'io.containerd.image.name': canonicalString(reference), 'org.opencontainers.image.ref.name': reference.tag ?? '' } });
      const top = layers.at(-1);
      if (top && reference.tag !== undefined) (repositories[familiarName(reference)] ??= {})[reference.tag] = digestHex(top.digest);
    }
    if (references.length === 0) index.push(descriptor);
    manifests.push({
      Config: `blobs/sha256/${digestHex(image.id)}`, RepoTags: references.length > 0 ? references.map(familiarString) : null, Layers: layers.map((layer) => `blobs/sha256/${digestHex(layer.digest)}`),
      LayerSources: Object.fromEntries(layers.map(({ mediaType, size, digest }) => [digest, { mediaType, size, digest }])),
    });
  }
  const now = daemon.clock.now();
  const json = (path: string, value: unknown, mtime: number): TarEntry => tarEntry(path, { bytes: encodeUtf8(typeof value === 'string' ? value : JSON.stringify(value)), mtime });
  return [
    tarEntry('blobs', { type: 'directory', mtime: now }), tarEntry('blobs/sha256', { type: 'directory', mtime: now }),
    ...[...blobs.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    json('index.json', { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: index }, now),
    json('manifest.json', manifests, 0),
    json('oci-layout', '{"imageLayoutVersion": "1.0.0"}', 0),
    ...(Object.keys(repositories).length > 0 ? [json('repositories', repositories, 0)] : []),
  ];
}
