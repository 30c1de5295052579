import { concatBytes, sha256Hex } from '../../../base/index.ts';
import {
  canonicalName, canonicalString, defaultDomain, type Descriptor, type Digest, digestOf, familiarName, familiarString, formatPlatform, hostPlatform, type ImageConfig, isDigest, type Manifest, ManifestError, parseImageConfig,
  parseManifest, type Platform, type Reference, selectManifest, withDefaultTag, withDigest, withTag,
} from '../../../oci/index.ts';
import type { RegistryAuth } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { layerProgress, type SendProgress } from '../distribution/progress.ts';
import { RegistryClient, RegistryError, RegistryTransport } from '../../distribution/index.ts';
import { EngineError } from '../engine-error.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { shortId } from '../identifier.ts';
import type { ImageRecord } from './image-store.ts';
import { DistributionStore } from '../distribution/distribution-store.ts';

/** What to pull, and for whom. */
export interface PullOptions {
  auth?: RegistryAuth | undefined;
  platform?: Platform | undefined;
  /** All tags of the repository. */
  all?: boolean;
}

/** A client for the registry of `reference`, or for a mirror of it. Close the transport afterwards. */
export function registryClient(daemon: Daemon, reference: Reference, auth: RegistryAuth | undefined, mirror?: URL): { client: RegistryClient; transport: RegistryTransport } {
  const transport = new RegistryTransport(daemon.dial, userAgent(daemon));
  return { transport, client: new RegistryClient(reference, { transport, auth, insecureRegistries: daemon.config.insecureRegistries, mirror }) };
}

/** What the daemon calls itself towards registries. */
export function userAgent(daemon: Daemon): string {
  return `docker/26.1.5+dfsg1 go/go1.24.4 git-commit/411e817 kernel/${daemon.facts.kernelVersion} os/linux arch/amd64`;
}

/** Pulls an image, or all of a repository: `docker pull`. What is Docker Hub's is looked for at its mirrors first; whatever goes wrong there, the next is asked. */
export async function pullImage(daemon: Daemon, given: Reference, options: PullOptions, send: SendProgress): Promise<ImageRecord | undefined> {
  const mirrors = given.domain === defaultDomain ? daemon.config.registryMirrors.flatMap((text) => (URL.canParse(text) ? [new URL(text)] : [])) : [];
  for (const mirror of mirrors) {
    try {
      return await pullFrom(daemon, given, options, send, mirror);
    } catch (error) {
      daemon.log('info', `Attempting next endpoint for pull after error: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return pullFrom(daemon, given, options, send, undefined);
}

async function pullFrom(daemon: Daemon, given: Reference, options: PullOptions, send: SendProgress, mirror: URL | undefined): Promise<ImageRecord | undefined> {
  const reference = options.all ? given : withDefaultTag(given);
  const { client, transport } = registryClient(daemon, reference, options.auth, mirror);
  try {
    const tags = options.all ? await client.tags() : [reference.digest ?? reference.tag ?? 'latest'];
    let image: ImageRecord | undefined;
    let newer = false;
    for (const tag of tags) {
      const wanted = isDigest(tag) ? withDigest(reference, tag) : withTag(reference, tag);
      const pulled = await pullOne(daemon, client, wanted, options.platform ?? hostPlatform, send);
      image = pulled.image;
      newer ||= pulled.newer;
    }
    const shown = familiarString(reference);
    send({ status: newer ? `Status: Downloaded newer image for ${shown}` : `Status: Image is up to date for ${shown}` });
    daemon.events.emit('image', 'pull', familiarString(reference), { name: familiarName(reference), ...image?.config.config?.Labels });
    return image;
  } catch (error) {
    throw translatePullError(error, reference);
  } finally {
    transport.close();
  }
}

/** The words of `docker pull` for what a registry said. */
export function translatePullError(error: unknown, reference: Reference): unknown {
  if (error instanceof ManifestError) return new EngineError('system', error.message);
  if (!(error instanceof RegistryError)) return error;
  const name = familiarString(reference);
  if (error.code === 'DENIED') {
    return new EngineError('notFound', `pull access denied for ${familiarName(reference)}, repository does not exist or may require 'docker login': ${error.message}`);
  }
  if (error.code === 'MANIFEST_UNKNOWN') return new EngineError('notFound', `manifest for ${name} not found: ${error.message}`);
  if (error.code === 'NAME_UNKNOWN') return new EngineError('notFound', `repository ${familiarName(reference)} not found: ${error.message}`);
  return new EngineError(error.status === 429 ? 'unavailable' : 'system', error.message);
}

const schema1Types: readonly string[] = ['application/vnd.docker.distribution.manifest.v1+prettyjws', 'application/vnd.docker.distribution.manifest.v1+json'];

function deprecatedSchema1(reference: Reference): string {
  return `[DEPRECATION NOTICE] Docker Image Format v1 and Docker Image manifest version 2, schema 1 support is disabled by default and will be removed in an upcoming release. Suggest the author of ${canonicalString(reference)} to upgrade the image to the OCI Format or Docker Image manifest v2, schema 2. More information at https://docs.docker.com/go/deprecated-image-specs/`;
}

async function pullOne(daemon: Daemon, client: RegistryClient, reference: Reference, platform: Platform, send: SendProgress): Promise<{ image: ImageRecord; newer: boolean }> {
  const here = reference.digest === undefined ? undefined : daemon.references.get(reference);
  const kept = here === undefined ? undefined : daemon.images.get(here);
  if (kept && reference.digest !== undefined) {
    // What a digest names cannot have changed.
    await client.connect();
    send({ status: `Pulling from ${reference.path}`, id: familiarString(reference) });
    send({ status: `Digest: ${reference.digest}` });
    return { image: kept, newer: false };
  }
  const top = await client.manifest(reference.digest ?? (await client.resolveTag(reference.tag ?? 'latest')));
  if (reference.digest !== undefined && top.digest !== reference.digest) throw new EngineError('system', `manifest verification failed for digest ${reference.digest}`);
  send({ status: `Pulling from ${reference.path}`, id: reference.tag ?? familiarString(reference) });
  if (schema1Types.includes(top.mediaType)) throw new EngineError('system', deprecatedSchema1(reference));
  const manifest = await platformManifest(client, top, reference, platform);
  const before = daemon.references.get(reference);
  const known = before === manifest.config.digest && daemon.images.get(manifest.config.digest) !== undefined;
  const image = daemon.images.get(manifest.config.digest) ?? (await fetchImage(daemon, client, manifest, reference, send));
  send({ status: `Digest: ${top.digest}` });
  if (reference.tag !== undefined) {
    daemon.references.set(reference, image.id);
    daemon.images.setLastUpdated(image.id, rfc3339Nano(daemon.clock.now()));
  }
  daemon.references.set(withDigest(reference, top.digest), image.id);
  return { image, newer: !known };
}

export async function platformManifest(client: RegistryClient, top: { bytes: Uint8Array; mediaType: string }, reference: Reference, platform: Platform): Promise<Manifest> {
  const parsed = parseManifest(top.bytes, top.mediaType);
  if (parsed.kind === 'manifest') return parsed.manifest;
  const chosen = selectManifest(parsed.index, platform);
  if (!chosen) throw new EngineError('notFound', `no matching manifest for ${formatPlatform(platform)} in the manifest list entries`);
  const inner = await client.manifest(chosen.digest);
  const one = parseManifest(inner.bytes, inner.mediaType);
  if (one.kind === 'index') throw new EngineError('system', `unexpected nested manifest list in ${familiarString(reference)}`);
  return one.manifest;
}

async function fetchImage(daemon: Daemon, client: RegistryClient, manifest: Manifest, reference: Reference, send: SendProgress): Promise<ImageRecord> {
  const configBytes = await download(client, manifest.config, () => undefined);
  await fetchLayers(daemon, client, manifest, parseImageConfig(configBytes), reference, send);
  return daemon.images.add(configBytes);
}

/** Fetches the layers that are not here and unpacks them. Returns the uppermost. */
export async function fetchLayers(daemon: Daemon, client: RegistryClient, manifest: Manifest, config: ImageConfig, reference: Reference, send: SendProgress): Promise<Digest | undefined> {
  const store = new DistributionStore(daemon.files, `${daemon.root}/image/${daemon.snapshotter.driver}/distribution`);
  if (config.rootfs.diff_ids.length !== manifest.layers.length) throw new EngineError('system', 'invalid rootfs in image configuration');
  const present = presentLayers(daemon, config.rootfs.diff_ids);
  for (const [index, layer] of manifest.layers.entries()) send(layerProgress(shortId(layer.digest), index < present ? 'Already exists' : 'Pulling fs layer'));
  const blobs = new Map<number, Promise<Uint8Array>>();
  const start = (index: number): Promise<Uint8Array> | undefined => {
    const layer = manifest.layers[index];
    if (!layer || index < present) return undefined;
    let blob = blobs.get(index);
    if (!blob) {
      blob = downloadLayer(client, layer, send);
      blob.catch(() => undefined);
      blobs.set(index, blob);
    }
    return blob;
  };
  let parent: Digest | undefined;
  for (const [index, layer] of manifest.layers.entries()) {
    const id = shortId(layer.digest);
    const diffId = config.rootfs.diff_ids[index];
    for (let ahead = index; ahead < index + 3; ahead++) void start(ahead);
    if (index < present) {
      parent = chainOf(parent, diffId);
      continue;
    }
    const blob = await start(index);
    if (!blob) throw new Error('layer was not fetched');
    send(layerProgress(id, 'Extracting', blob.length, layer.size));
    const { unpackLayer } = await import('../../../oci/layer/index.ts');
    const tar = unpackLayer(blob);
    const actual = digestOf(tar);
    if (actual !== diffId) throw new EngineError('system', `layer does not match its diff id: got ${actual}, expected ${diffId}`);
    parent = (await daemon.layers.register(parent, tar, actual)).chainId;
    store.remember(actual, { Digest: layer.digest, Size: layer.size, SourceRepository: canonicalName(reference) });
    blobs.delete(index);
    send(layerProgress(id, 'Pull complete'));
  }
  return parent;
}

/** How many of the layers, from the lowest, are here already. */
function presentLayers(daemon: Daemon, diffIds: readonly Digest[]): number {
  let chain: Digest | undefined;
  let present = 0;
  for (const diffId of diffIds) {
    chain = chainOf(chain, diffId);
    if (chain === undefined || !daemon.layers.get(chain)) return present;
    present++;
  }
  return present;
}

function chainOf(parent: Digest | undefined, diffId: Digest | undefined): Digest | undefined {
  return parent === undefined || diffId === undefined ? diffId : `sha256:${sha256Hex(`${parent} ${diffId}`)}`;
}

async function downloadLayer(client: RegistryClient, layer: Descriptor, send: SendProgress): Promise<Uint8Array> {
  const id = shortId(layer.digest);
  let told = 0;
  const blob = await download(client, layer, (current) => {
    if (current - told < 512 * 1024 && current < layer.size) return;
    told = current;
    send(layerProgress(id, 'Downloading', current, layer.size));
  });
  send(layerProgress(id, 'Verifying Checksum'));
  send(layerProgress(id, 'Download complete'));
  return blob;
}

/** Fetches a blob whole and checks it. */
export async function download(client: RegistryClient, descriptor: Descriptor, progress: (current: number) => void): Promise<Uint8Array> {
  const { source } = await client.blob(descriptor);
  const parts: Uint8Array[] = [];
  let current = 0;
  for (let part = await source.read(); part.length > 0; part = await source.read()) {
    parts.push(part.slice());
    current += part.length;
    progress(current);
  }
  const bytes = concatBytes(parts);
  if (digestOf(bytes) !== descriptor.digest) throw new EngineError('system', `filesystem layer verification failed for digest ${descriptor.digest}`);
  return bytes;
}

