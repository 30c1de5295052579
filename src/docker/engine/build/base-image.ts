import { type Digest, familiarString, type ImageConfig, type Manifest, parseImageConfig, type Reference, withDefaultTag, canonicalString, hostPlatform, type Platform, platformMatches } from '../../../oci/index.ts';
import type { RegistryAuth } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { DialError, RegistryError } from '../../distribution/index.ts';
import { findImage, parseImageName } from '../image/find-image.ts';
import { download, fetchLayers, platformManifest, registryClient } from '../image/pull.ts';
import type { VertexProgress } from './solve-progress.ts';
import { layerProgress } from '../distribution/progress.ts';

/** An image that a build starts from. */
export interface BaseImage {
  reference: Reference;
  config: ImageConfig;
  /** Its digest in a registry; undefined for one that was here. */
  digest: Digest | undefined;
  /** Makes sure that its layers are here; returns the uppermost. True when nothing had to be fetched. */
  fetch(progress: VertexProgress): Promise<{ chainId: Digest | undefined; fetched: boolean }>;
}

/** Where a registry's credentials are under, in `X-Registry-Config`. */
export function authFor(auths: Readonly<Record<string, RegistryAuth>>, reference: Reference): RegistryAuth | undefined {
  return auths[reference.domain === 'docker.io' ? 'https://index.docker.io/v1/' : reference.domain];
}

/** Finds an image here, or (not here, or `pull`) in its registry. It is not named here by that, as with BuildKit. */
export async function resolveBase(daemon: Daemon, name: string, options: { pull: boolean; auths: Readonly<Record<string, RegistryAuth>>; platform?: Platform }): Promise<BaseImage> {
  const reference = withDefaultTag(parseImageName(name));
  const local = options.pull ? undefined : findImage(daemon, name);
  const platform = options.platform ?? hostPlatform;
  if (local && !platformMatches(platform, local.config)) throw new Error('no match for platform in manifest: not found');
  if (local) return { reference, config: local.config, digest: undefined, fetch: async () => ({ chainId: local.chainId, fetched: false }) };
  const { client, transport } = registryClient(daemon, reference, authFor(options.auths, reference));
  try {
    const top = await client.manifest(reference.digest ?? reference.tag ?? 'latest');
    const manifest = await platformManifest(client, top, reference, platform);
    const config = parseImageConfig(await download(client, manifest.config, () => undefined));
    return { reference, config, digest: top.digest, fetch: (progress) => fetchBase(daemon, reference, manifest, config, options.auths, progress) };
  } catch (error) {
    throw new Error(metadataProblem(error, reference));
  } finally {
    transport.close();
  }
}

async function fetchBase(daemon: Daemon, reference: Reference, manifest: Manifest, config: ImageConfig, auths: Readonly<Record<string, RegistryAuth>>, progress: VertexProgress): Promise<{ chainId: Digest | undefined; fetched: boolean }> {
  const { client, transport } = registryClient(daemon, reference, authFor(auths, reference));
  let fetched = false;
  const sizes = new Map(manifest.layers.map((layer) => [layerProgress(layer.digest.slice(7, 19), '').id, layer]));
  try {
    const chainId = await fetchLayers(daemon, client, manifest, config, reference, ({ id, status, progressDetail }) => {
      const layer = sizes.get(id);
      if (!layer || status === 'Already exists' || status === 'Pulling fs layer' || status === 'Verifying Checksum') return;
      fetched = true;
      if (status === 'Downloading') progress.status(layer.digest, { current: progressDetail?.current ?? 0, total: layer.size, open: true });
      else if (status === 'Download complete') progress.status(layer.digest, { current: layer.size, total: layer.size });
      else if (status === 'Pull complete') progress.status(`extracting ${layer.digest}`);
    });
    return { chainId, fetched };
  } finally {
    transport.close();
  }
}

/** What BuildKit says when an image cannot be found out about. */
function metadataProblem(error: unknown, reference: Reference): string {
  const name = canonicalString(reference);
  if (error instanceof RegistryError) {
    if (error.code === 'UNAUTHORIZED' || error.code === 'DENIED') return `pull access denied, repository does not exist or may require authorization: server message: ${error.code === 'DENIED' ? 'insufficient_scope: authorization failed' : 'insufficient_scope: authorization failed'}`;
    if (error.status === 404) return `${name}: not found`;
    return error.message;
  }
  if (error instanceof DialError) return `failed to do request: ${error.message.replace(/^Get "([^"]*)\/v2\/"/, `Head "$1/v2/${reference.path}/manifests/${reference.digest ?? reference.tag ?? 'latest'}"`)}`;
  return error instanceof Error ? error.message : familiarString(reference);
}
