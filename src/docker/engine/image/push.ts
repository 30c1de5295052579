import { encodeUtf8 } from '../../../base/index.ts';
import { canonicalName, type Descriptor, type Digest, digestOf, familiarName, familiarString, mediaTypes, type Reference, withTag } from '../../../oci/index.ts';
import type { RegistryAuth } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { type BlobSource, DistributionStore } from '../distribution/distribution-store.ts';
import { layerProgress, type SendProgress } from '../distribution/progress.ts';
import { type RegistryClient, RegistryError } from '../../distribution/index.ts';
import { EngineError } from '../engine-error.ts';
import { shortId } from '../identifier.ts';
import type { ImageRecord } from './image-store.ts';
import type { LayerRecord } from './layer-store.ts';
import { registryClient } from './pull.ts';

/** Pushes one tag, or all tags of a repository here: `docker push`. */
export async function pushImage(daemon: Daemon, reference: Reference, auth: RegistryAuth | undefined, send: SendProgress): Promise<void> {
  send({ status: `The push refers to repository [${canonicalName(reference)}]` });
  const known = daemon.references.inRepository(reference);
  if (known.length === 0) throw new EngineError('notFound', `An image does not exist locally with the tag: ${familiarName(reference)}`);
  const names = reference.tag === undefined ? known.filter(([each]) => each.tag !== undefined) : [[reference, daemon.references.get(reference)] as const];
  const images = names.flatMap(([name, id]) => {
    const image = id === undefined ? undefined : daemon.images.get(id);
    return image && name.tag !== undefined ? [{ tag: name.tag, image }] : [];
  });
  const { client, transport } = registryClient(daemon, reference, auth);
  try {
    if (images.length === 0) {
      await client.connect();
      throw new EngineError('notFound', `tag does not exist: ${familiarString(reference)}`);
    }
    for (const { tag, image } of images) await pushOne(daemon, client, withTag(reference, tag), image, send);
  } catch (error) {
    if (error instanceof RegistryError) throw new EngineError(error.code === 'DENIED' ? 'forbidden' : 'system', error.bare);
    throw error;
  } finally {
    transport.close();
  }
}

async function pushOne(daemon: Daemon, client: RegistryClient, reference: Reference, image: ImageRecord, send: SendProgress): Promise<void> {
  await client.connect();
  const store = new DistributionStore(daemon.files, `${daemon.root}/image/${daemon.snapshotter.driver}/distribution`);
  const stack = daemon.layers.stack(image.chainId);
  for (const layer of stack.toReversed()) send(layerProgress(shortId(layer.diffId), 'Preparing'));
  const descriptors: Descriptor[] = [];
  for (const layer of stack) descriptors.push(await pushLayer(daemon, client, store, reference, layer, send));

  const configBytes = daemon.images.bytes(image.id);
  if (!(await client.hasBlob(image.id))) await client.putBlob(image.id, configBytes);
  const manifest = {
    schemaVersion: 2, mediaType: mediaTypes.dockerManifest, config: { mediaType: mediaTypes.dockerConfig, size: configBytes.length, digest: image.id },
    layers: descriptors.map(({ mediaType, size, digest }) => ({ mediaType, size, digest })),
  };
  const bytes = encodeUtf8(JSON.stringify(manifest, null, 3));
  const digest = digestOf(bytes);
  const tag = reference.tag ?? 'latest';
  await client.putManifest(tag, bytes, mediaTypes.dockerManifest).catch((error: unknown) => {
    throw error instanceof RegistryError ? new EngineError(error.code === 'DENIED' ? 'forbidden' : 'system', error.whole) : error;
  });
  daemon.references.set({ domain: reference.domain, path: reference.path, digest }, image.id);
  send({ status: `${tag}: digest: ${digest} size: ${bytes.length}` });
  send({ progressDetail: {}, aux: { Tag: tag, Digest: digest, Size: bytes.length } });
  daemon.events.emit('image', 'push', familiarString(reference), { name: familiarName(reference), ...image.config.config?.Labels });
}

async function pushLayer(daemon: Daemon, client: RegistryClient, store: DistributionStore, reference: Reference, layer: LayerRecord, send: SendProgress): Promise<Descriptor> {
  const id = shortId(layer.diffId);
  const here = canonicalName(reference);
  const describe = (digest: Digest, size: number): Descriptor => ({ mediaType: mediaTypes.dockerLayer, digest, size });
  const remember = (source: Omit<BlobSource, 'SourceRepository' | 'HMAC'>): void => store.remember(layer.diffId, { ...source, SourceRepository: here, HMAC: 'pushed' });
  const [likeliest, ...others] = byLikeness(store.sourcesOf(layer.diffId), here);
  if (likeliest && (await client.hasBlob(likeliest.Digest))) {
    send(layerProgress(id, 'Layer already exists'));
    remember({ Digest: likeliest.Digest, Size: likeliest.Size });
    return describe(likeliest.Digest, likeliest.Size);
  }
  for (const source of [likeliest, ...others].filter((each) => each !== undefined).slice(0, mountAttempts)) {
    if (!source.SourceRepository.startsWith(`${reference.domain}/`) || source.SourceRepository === here) continue;
    const from = source.SourceRepository.slice(reference.domain.length + 1);
    if (await client.mountBlob(source.Digest, from)) {
      send(layerProgress(id, `Mounted from ${from}`));
      remember({ Digest: source.Digest, Size: source.Size });
      return describe(source.Digest, source.Size);
    }
  }
  for (const source of others.filter(({ SourceRepository }) => SourceRepository === here)) {
    if (!(await client.hasBlob(source.Digest))) continue;
    send(layerProgress(id, 'Layer already exists'));
    remember({ Digest: source.Digest, Size: source.Size });
    return describe(source.Digest, source.Size);
  }
  const { gzip } = await import('../../../base/gzip/index.ts');
  const blob = gzip(daemon.layers.tar(layer.chainId));
  const digest = digestOf(blob);
  send(layerProgress(id, 'Pushing', blob.length, Math.max(layer.size, blob.length)));
  await client.putBlob(digest, blob);
  remember({ Digest: digest, Size: blob.length });
  send(layerProgress(id, 'Pushed'));
  return describe(digest, blob.length);
}

/** How often a layer is looked for in other repositories. */
const mountAttempts = 4;

/** Where a layer may be found, the best first: what was pushed from here before what was pulled, then the repository that it goes to, then the registry. */
function byLikeness(sources: readonly BlobSource[], here: string): BlobSource[] {
  const domain = here.slice(0, here.indexOf('/'));
  const rank = ({ SourceRepository, HMAC }: BlobSource): number => (HMAC === undefined ? 4 : 0) + (SourceRepository === here ? 0 : SourceRepository.startsWith(`${domain}/`) ? 1 : 2);
  return sources.toReversed().toSorted((a, b) => rank(a) - rank(b));
}
