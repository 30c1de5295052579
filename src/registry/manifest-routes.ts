import type { Hono } from 'hono';
import { decodeUtf8 } from '../base/index.ts';
import { type Digest, digestOf, isDigest, isIndexType, isManifestType, ManifestError, mediaTypes, parseManifest } from '../oci/index.ts';
import { digestLike } from './content-digest.ts';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';
import { subjectOf } from './referrer-routes.ts';
import type { RegistryRequest } from './request.ts';
import { signedSchema1Type, unsignedSchema1Type } from './schema1/media-type.ts';
import { schema1Payload, verifySchema1 } from './schema1/sign.ts';

/** GET, HEAD, PUT and DELETE of `/v2/NAME/manifests/TAG-or-DIGEST`. */
export function manifestRoutes(app: Hono, registry: RegistryContext): void {
  const { storage, allowDelete, authorize, specification } = registry;

  app.on(['GET', 'HEAD'], '/v2/:name/manifests/:reference', async (context) => {
    const { name, reference } = context.req.param();
    await authorize(context.req.raw, name, ['pull']);
    // As a tag, which distribution 2.8 takes it for, it names a path that cannot be.
    const path = `/docker/registry/v2/repositories/${name}/_manifests/tags/${reference}/current/link`;
    if (specification === '1.0' && reference.includes(':') && !isDigest(reference)) throw new RegistryError('UNKNOWN', { detail: { Path: path, DriverName: 'filesystem' } });
    checkReference(reference);
    const digest = isDigest(reference) ? reference : await storage.resolveTag(name, reference);
    if (digest !== undefined && matchesEtag(context.req.header('if-none-match'), digest)) return new Response(null, { status: 304 });
    const stored = digest && (await storage.manifest(name, digest));
    if (!stored) throw new RegistryError('MANIFEST_UNKNOWN', { detail: isDigest(reference) ? { Name: name, Revision: reference } : { Tag: reference } });
    const own = stored.mediaType === unsignedSchema1Type ? registry.schema1.sign(stored.bytes) : { ...stored, digest };
    const given = registry.lenientAccept ? own : await negotiate(registry, name, reference, own, context.req.header('accept'));
    const headers: Record<string, string> = {
      'docker-content-digest': given.digest, etag: `"${given.digest}"`, ...registry.manifestHeaders(context.req.raw), 'content-type': given.mediaType, 'content-length': String(given.bytes.length),
    };
    return new Response(context.req.method === 'HEAD' ? null : (given.bytes as Uint8Array<ArrayBuffer>), { headers });
  });

  app.put('/v2/:name/manifests/:reference', async (context) => {
    const { name, reference } = context.req.param();
    await authorize(context.req.raw, name, ['pull', 'push']);
    checkReference(reference);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const mediaType = context.req.header('content-type')?.split(';')[0]?.trim() ?? '';
    if (mediaType === signedSchema1Type && registry.takesSchema1) return putSchema1(registry, context.req.raw, name, reference, bytes);
    if (mediaType === signedSchema1Type && specification === '1.0') throw new RegistryError('UNKNOWN', { detail: {} });
    const needed = neededDigests(bytes, mediaType);
    const digest = isDigest(reference) && specification === '1.1' ? digestLike(reference, bytes) : digestOf(bytes);
    if (isDigest(reference) && reference !== digest) throw new RegistryError('DIGEST_INVALID');
    if (registry.noPush) throw new RegistryError('UNSUPPORTED');
    const missing: Digest[] = [];
    for (const [wanted, kind] of needed) if (!(kind === 'manifest' ? await storage.manifest(name, wanted) : await storage.blob(name, wanted))) missing.push(wanted);
    if (missing.length > 0) throw new RegistryError('MANIFEST_BLOB_UNKNOWN', { detail: missing[0], more: missing.slice(1) });
    await storage.putManifest(name, digest, { mediaType, bytes });
    if (!isDigest(reference)) await storage.setTag(name, reference, digest);
    const subject = specification === '1.1' ? subjectOf({ mediaType, bytes }) : undefined;
    const location = registry.urlOf(context.req.raw, `${name}/manifests/${digest}`);
    return new Response(null, { status: 201, headers: { location, 'docker-content-digest': digest, ...(subject !== undefined && { 'oci-subject': subject }) } });
  });

  app.delete('/v2/:name/manifests/:reference', async (context) => {
    const { name, reference } = context.req.param();
    await authorize(context.req.raw, name, ['delete']);
    if (!allowDelete) throw new RegistryError('UNSUPPORTED');
    if (!isDigest(reference)) {
      if (specification === '1.0' || reference.includes(':')) throw new RegistryError('DIGEST_INVALID');
      if (!(await storage.removeTag(name, reference))) throw new RegistryError('MANIFEST_UNKNOWN', { detail: { Tag: reference } });
    } else if (!(await storage.removeManifest(name, reference))) throw new RegistryError('MANIFEST_UNKNOWN');
    return new Response(null, { status: 202 });
  });
}

/** Takes a signed manifest of schema 1 whose layers are here. What is kept is what was signed; signatures are made anew when it is asked for. */
async function putSchema1({ storage, urlOf }: RegistryContext, request: RegistryRequest, name: string, reference: string, bytes: Uint8Array): Promise<Response> {
  const payload = schema1Payload(bytes);
  if (!payload) throw new RegistryError('MANIFEST_INVALID', { detail: {} });
  if (!verifySchema1(bytes)) throw new RegistryError('MANIFEST_UNVERIFIED');
  const digest = digestOf(payload);
  if (isDigest(reference) && reference !== digest) throw new RegistryError('DIGEST_INVALID');
  const { fsLayers } = JSON.parse(decodeUtf8(payload)) as { fsLayers: { blobSum: Digest }[] };
  const missing: Digest[] = [];
  for (const { blobSum } of fsLayers) if (!(await storage.blob(name, blobSum))) missing.push(blobSum);
  if (missing.length > 0) throw new RegistryError('MANIFEST_BLOB_UNKNOWN', { detail: missing[0], more: missing.slice(1) });
  await storage.putManifest(name, digest, { mediaType: unsignedSchema1Type, bytes: payload });
  if (!isDigest(reference)) await storage.setTag(name, reference, digest);
  return new Response(null, { status: 201, headers: { location: urlOf(request, `${name}/manifests/${digest}`), 'docker-content-digest': digest } });
}

function checkReference(reference: string): void {
  if (reference.includes(':') && !isDigest(reference)) throw new RegistryError('DIGEST_INVALID');
}

function matchesEtag(header: string | undefined, digest: Digest): boolean {
  return header === digest || header === `"${digest}"`;
}

interface Given {
  bytes: Uint8Array;
  digest: Digest;
  mediaType: string;
}

/**
 * What an old client can read: distribution 2.8 makes schema 1 of schema 2 (of a list, of its image for linux/amd64) for those who ask by tag and do not accept it, and gives OCI documents only to who accepts them.
 */
async function negotiate({ storage, schema1 }: RegistryContext, name: string, reference: string, stored: Given, header: string | undefined): Promise<Given> {
  const accepted = (header ?? '').split(',').map((type) => type.split(';')[0]?.trim());
  if (accepted.includes(stored.mediaType)) return stored;
  const kind = { [mediaTypes.ociIndex]: ['OCI index', 'OCI indexes'], [mediaTypes.ociManifest]: ['OCI manifest', 'OCI manifests'] }[stored.mediaType];
  if (kind) throw new RegistryError('MANIFEST_UNKNOWN', { message: `${kind[0]} found, but accept header does not support ${kind[1]}` });
  if (isDigest(reference)) return stored;
  let image = stored;
  if (stored.mediaType === mediaTypes.dockerManifestList) {
    const parsed = parseManifest(stored.bytes, stored.mediaType);
    const chosen = parsed.kind === 'index' ? parsed.index.manifests.find(({ platform }) => platform?.architecture === 'amd64' && platform.os === 'linux') : undefined;
    const manifest = chosen && (await storage.manifest(name, chosen.digest));
    if (!manifest) throw new RegistryError('MANIFEST_UNKNOWN');
    image = { ...manifest, digest: chosen.digest };
  }
  if (image.mediaType !== mediaTypes.dockerManifest || accepted.includes(mediaTypes.dockerManifest)) return image;
  const parsed = parseManifest(image.bytes, image.mediaType);
  return parsed.kind === 'manifest' ? schema1.convert(name, reference, parsed.manifest) : image;
}

/** What a pushed manifest refers to and the registry must have. Throws MANIFEST_INVALID. */
function neededDigests(bytes: Uint8Array, mediaType: string): [Digest, 'manifest' | 'blob'][] {
  if (!isManifestType(mediaType) && !isIndexType(mediaType)) throw new RegistryError('MANIFEST_INVALID', { detail: {} });
  try {
    const parsed = parseManifest(bytes, mediaType);
    if (parsed.kind === 'index') return parsed.index.manifests.map(({ digest }) => [digest, 'manifest']);
    const foreign = parsed.manifest.layers.filter(({ urls }) => !urls?.length);
    return [parsed.manifest.config, ...foreign].map(({ digest }) => [digest, 'blob']);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    throw new RegistryError('MANIFEST_INVALID', { detail: syntaxErrorAt(bytes) ?? {} });
  }
}

/** Where JSON stops to be JSON, as Go's json.SyntaxError says it; undefined when it is fine. */
function syntaxErrorAt(bytes: Uint8Array): { Offset: number } | undefined {
  try {
    JSON.parse(decodeUtf8(bytes));
    return undefined;
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    return { Offset: at === undefined ? bytes.length : Number(at) };
  }
}
