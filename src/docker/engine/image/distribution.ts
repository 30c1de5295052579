import { parseImageConfig, parseManifest, withDefaultTag } from '../../../oci/index.ts';
import type { DistributionInspect, RegistryAuth } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { parseImageName } from './find-image.ts';
import { download, registryClient, translatePullError } from './pull.ts';

/** `GET /distribution/{name}/json`: what the registry says of an image, nothing pulled. */
export async function inspectDistribution(daemon: Daemon, name: string, auth: RegistryAuth | undefined): Promise<DistributionInspect> {
  const reference = withDefaultTag(parseImageName(name));
  const { client, transport } = registryClient(daemon, reference, auth);
  try {
    const top = await client.manifest(reference.digest ?? reference.tag ?? 'latest');
    const parsed = parseManifest(top.bytes, top.mediaType);
    const descriptor = { mediaType: top.mediaType, digest: top.digest, size: top.bytes.length };
    if (parsed.kind === 'index') return { Descriptor: descriptor, Platforms: parsed.index.manifests.flatMap((each) => (each.platform ? [each.platform] : [])) };
    const { architecture, os, variant } = parseImageConfig(await download(client, parsed.manifest.config, () => undefined));
    return { Descriptor: descriptor, Platforms: [{ architecture, os, ...(variant !== undefined && { variant }) }] };
  } catch (error) {
    throw translatePullError(error, reference);
  } finally {
    transport.close();
  }
}
