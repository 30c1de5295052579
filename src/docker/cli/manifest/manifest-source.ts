import { canonicalString, parseManifest, type Reference } from '../../../oci/index.ts';
import { DialError, RegistryClient, RegistryError, RegistryTransport } from '../../distribution/index.ts';
import type { Cli } from '../cli.ts';
import { CliError } from '../command/status-error.ts';
import { credentialsForImage } from '../registry-credentials.ts';
import { imageManifest, type ImageManifest, isList } from './image-manifest.ts';

/** What a name stands for in a registry: one image, or the images of a list. */
export type Found = { kind: 'image'; image: ImageManifest } | { kind: 'list'; images: ImageManifest[] };

/** What the command calls itself towards registries. */
const userAgent = 'Docker-Client/26.1.5 (linux)';

/** Lets `work` speak to the registry of an image, from the command's own process. */
export async function withRegistry<T>(cli: Cli, reference: Reference, terms: { insecure: boolean; trust: 'client' | 'daemon' }, work: (client: RegistryClient) => Promise<T>): Promise<T> {
  const { processDial } = await import('../../distribution/process/index.ts');
  const transport = new RegistryTransport(processDial(cli.process), userAgent);
  const auth = credentialsForImage(cli, canonicalString(reference));
  try {
    return await work(new RegistryClient(reference, { transport, auth, insecureRegistries: terms.insecure ? [reference.domain] : [], trust: terms.trust }));
  } finally {
    transport.close();
  }
}

/** Fetches what a name stands for, with the configurations of its images. Throws CliError in the command's words. */
export async function fetchManifest(cli: Cli, reference: Reference, insecure: boolean): Promise<Found> {
  try {
    return await withRegistry(cli, reference, { insecure, trust: 'client' }, (client) => fetchFrom(client, reference));
  } catch (error) {
    if (error instanceof DialError && error.reason !== 'plain-http') throw new CliError(`failed to configure transport: error pinging v2 registry: ${error.message}`);
    if (error instanceof RegistryError && (error.code === 'DENIED' || error.code === 'UNAUTHORIZED')) throw new CliError(error.whole);
    if (error instanceof RegistryError || error instanceof DialError) throw new CliError(`no such manifest: ${canonicalString(reference)}`);
    throw error;
  }
}

async function fetchFrom(client: RegistryClient, reference: Reference): Promise<Found> {
  const top = await client.manifest(reference.digest ?? reference.tag ?? 'latest');
  if (top.mediaType.startsWith('application/vnd.docker.distribution.manifest.v1+')) throw new CliError(`unsupported manifest media type and no default available: ${top.mediaType}`);
  if (!isList(top.mediaType)) return { kind: 'image', image: await fetchImage(client, canonicalString(reference), top) };
  const parsed = parseManifest(top.bytes, top.mediaType);
  const images: ImageManifest[] = [];
  for (const { digest, platform } of parsed.kind === 'index' ? parsed.index.manifests : []) {
    images.push(await fetchImage(client, `${canonicalString(reference).replace(/@.*$/, '')}@${digest}`, await client.manifest(digest), platform));
  }
  return { kind: 'list', images };
}

async function fetchImage(client: RegistryClient, ref: string, fetched: Awaited<ReturnType<RegistryClient['manifest']>>, platform?: Parameters<typeof imageManifest>[3]): Promise<ImageManifest> {
  const parsed = parseManifest(fetched.bytes, fetched.mediaType);
  if (parsed.kind === 'index') throw new CliError(`${ref} is a manifest list`);
  return imageManifest(ref, fetched, await client.blobBytes(parsed.manifest.config.digest), platform);
}
