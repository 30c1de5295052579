import { decodeUtf8, encodeUtf8 } from '../../../base/index.ts';
import { GoTemplate, goValueOf } from '../../../base/go/index.ts';
import { canonicalString, type Descriptor, digestOf, familiarString, mediaTypes, parseImageConfig, parseManifest, parseReference, type Reference, withDefaultTag } from '../../../oci/index.ts';
import { DialError, type FetchedManifest, type RegistryClient, RegistryError } from '../../distribution/index.ts';
import type { Cli } from '../cli.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { templateFunctions } from '../format/functions.ts';
import { withRegistry } from '../manifest/manifest-source.ts';

/** Speaks to a registry as buildx does; what goes wrong is told in containerd's words. */
async function speak<T>(cli: Cli, reference: Reference, work: (client: RegistryClient) => Promise<T>): Promise<T> {
  try {
    return await withRegistry(cli, reference, { insecure: false, trust: 'daemon' }, work);
  } catch (error) {
    if (error instanceof DialError) {
      const [, scheme = 'https', why = error.message] = /^\w+ "(https?):[^"]*": (.*)$/s.exec(error.message) ?? [];
      throw new CliError(`ERROR: failed to do request: Head "${scheme}://${reference.domain}/v2/${reference.path}/manifests/${reference.digest ?? reference.tag ?? 'latest'}": ${why}`);
    }
    if (!(error instanceof RegistryError)) throw error;
    if (error.code === 'DENIED') throw new CliError('ERROR: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed');
    if (error.status === 404) throw new CliError(`ERROR: ${canonicalString(reference)}: not found`);
    throw new CliError(`ERROR: ${error.message}`);
  }
}

/** `docker buildx imagetools inspect NAME` */
export async function inspectImage({ cli, args, flags }: LooseInvocation): Promise<void> {
  const [given = ''] = args;
  const reference = withDefaultTag(parseReference(given));
  const top = await speak(cli, reference, async (client) => client.manifest(reference.digest ?? (await client.resolveTag(reference.tag ?? 'latest'))));
  if (flags['raw'] === true) return cli.out.print(decodeUtf8(top.bytes));
  const parsed = top.mediaType.includes('.manifest.v1+') ? undefined : parseManifest(top.bytes, top.mediaType);
  const format = String(flags['format'] ?? '');
  if (format !== '') {
    const manifest = { schemaVersion: 2, mediaType: top.mediaType, digest: top.digest, size: top.bytes.length, ...(parsed?.kind === 'index' && { manifests: parsed.index.manifests }) };
    return cli.out.print(new GoTemplate(format, templateFunctions).execute(goValueOf({ Name: given, Manifest: manifest })));
  }
  const name = canonicalString(reference);
  const lines = [`Name:      ${name}`, `MediaType: ${top.mediaType}`, `Digest:    ${top.digest}`];
  if (parsed?.kind === 'index') {
    lines.push(' '.repeat(11), 'Manifests: ');
    for (const [index, { digest, mediaType, platform }] of parsed.index.manifests.entries()) {
      if (index > 0) lines.push(' '.repeat(13));
      lines.push(`  Name:      ${name.replace(/@.*$/, '')}@${digest}`, `  MediaType: ${mediaType}`);
      if (platform) lines.push(`  Platform:  ${[platform.os, platform.architecture, ...(platform.variant ? [platform.variant] : [])].join('/')}`);
    }
  }
  await cli.out.print(`${lines.join('\n')}\n`);
}

interface Source {
  reference: Reference;
  fetched: FetchedManifest;
  /** What it adds to an index. */
  entries: Descriptor[];
}

/** `docker buildx imagetools create -t NAME SOURCE…` */
export async function createImage({ cli, args, flags }: LooseInvocation): Promise<void> {
  const tags = ((flags['tag'] ?? []) as readonly string[]).map((tag) => withDefaultTag(parseReference(tag)));
  const dryRun = flags['dry-run'] === true;
  if (args.length === 0) throw new CliError('ERROR: no sources specified');
  if (!dryRun && tags.length === 0) throw new CliError("ERROR: can't push with no tags specified, please set --tag or --dry-run");
  const sources: Source[] = [];
  for (const name of args) sources.push(await resolve(cli, withDefaultTag(parseReference(name))));
  const made = combine(sources);
  if (dryRun) return cli.out.print(`${decodeUtf8(made.bytes)}\n`);
  for (const [index, tag] of tags.entries()) {
    await cli.err.print(`#${index + 1} [internal] pushing ${canonicalString(tag)}\n`);
    await speak(cli, tag, (client) => put(cli, client, tag, sources, made));
    await cli.err.print(`#${index + 1} DONE 0.0s\n`);
  }
}

async function resolve(cli: Cli, reference: Reference): Promise<Source> {
  return speak(cli, reference, async (client) => {
    const fetched = await client.manifest(reference.digest ?? (await client.resolveTag(reference.tag ?? 'latest')));
    const parsed = parseManifest(fetched.bytes, fetched.mediaType);
    if (parsed.kind === 'index') return { reference, fetched, entries: parsed.index.manifests };
    const { architecture, os, variant } = parseImageConfig(await client.blobBytes(parsed.manifest.config.digest));
    const platform = { architecture, os, ...(variant !== undefined && { variant }) };
    return { reference, fetched, entries: [{ mediaType: fetched.mediaType, digest: fetched.digest, size: fetched.bytes.length, platform }] };
  });
}

/** One source stays what it is; of several an index is made. */
function combine(sources: readonly Source[]): { bytes: Uint8Array; mediaType: string } {
  const [only, ...others] = sources;
  if (only && others.length === 0) return only.fetched;
  const entries = sources.flatMap((source) => source.entries);
  const docker = entries.some(({ mediaType }) => mediaType === mediaTypes.dockerManifest);
  const mediaType = docker ? mediaTypes.dockerManifestList : mediaTypes.ociIndex;
  return { mediaType, bytes: encodeUtf8(JSON.stringify({ schemaVersion: 2, mediaType, manifests: entries }, undefined, 2)) };
}

async function put(cli: Cli, client: RegistryClient, target: Reference, sources: readonly Source[], made: { bytes: Uint8Array; mediaType: string }): Promise<void> {
  for (const { reference, fetched, entries } of sources) {
    if (reference.domain === target.domain && reference.path === target.path) continue;
    for (const entry of entries) {
      const bytes = entry.digest === fetched.digest ? fetched.bytes : (await speak(cli, reference, (source) => source.manifest(entry.digest))).bytes;
      await copyBlobs(cli, client, target, reference, bytes, entry.mediaType);
      await client.putManifest(digestOf(bytes), bytes, entry.mediaType);
    }
  }
  await client.putManifest(target.tag ?? familiarString(target), made.bytes, made.mediaType);
}

async function copyBlobs(cli: Cli, client: RegistryClient, target: Reference, from: Reference, bytes: Uint8Array, mediaType: string): Promise<void> {
  const parsed = parseManifest(bytes, mediaType);
  for (const { digest } of parsed.kind === 'manifest' ? [parsed.manifest.config, ...parsed.manifest.layers] : []) {
    if (await client.hasBlob(digest)) continue;
    if (from.domain === target.domain && (await client.mountBlob(digest, from.path))) continue;
    await client.putBlob(digest, await speak(cli, from, (source) => source.blobBytes(digest)));
  }
}
