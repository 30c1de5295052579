import type { Hono } from 'hono';
import { decodeUtf8 } from '../base/index.ts';
import { type Digest, digestOf, isDigest, isIndexType, isManifestType, ManifestError, mediaTypes, parseManifest } from '../oci/index.ts';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';

/** GET, HEAD, PUT and DELETE of `/v2/NAME/manifests/TAG-or-DIGEST`. */
export function manifestRoutes(app: Hono, registry: RegistryContext): void {
  const { storage, allowDelete, authorize } = registry;

  app.on(['GET', 'HEAD'], '/v2/:name/manifests/:reference', async (context) => {
    const { name, reference } = context.req.param();
    await authorize(context.req.raw, name, ['pull']);
    const digest = isDigest(reference) ? reference : await storage.resolveTag(name, reference);
    const stored = digest && (await storage.manifest(name, digest));
    if (!stored) throw new RegistryError('MANIFEST_UNKNOWN', { detail: isDigest(reference) ? { Name: name, Revision: reference } : { Tag: reference } });
    const headers: Record<string, string> = { 'docker-content-digest': digest, etag: `"${digest}"`, ...registry.manifestHeaders(context.req.raw) };
    if (context.req.header('if-none-match') === `"${digest}"`) return new Response(null, { status: 304 });
    if (!registry.lenientAccept) checkAccept(context.req.header('accept'), stored.mediaType);
    Object.assign(headers, { 'content-type': stored.mediaType, 'content-length': String(stored.bytes.length) });
    return new Response(context.req.method === 'HEAD' ? null : (stored.bytes as Uint8Array<ArrayBuffer>), { headers });
  });

  app.put('/v2/:name/manifests/:reference', async (context) => {
    const { name, reference } = context.req.param();
    await authorize(context.req.raw, name, ['pull', 'push']);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const mediaType = context.req.header('content-type')?.split(';')[0]?.trim() ?? '';
    const needed = neededDigests(bytes, mediaType);
    const digest = digestOf(bytes);
    if (isDigest(reference) && reference !== digest) throw new RegistryError('DIGEST_INVALID');
    for (const [wanted, kind] of needed) {
      const found = kind === 'manifest' ? await storage.manifest(name, wanted) : await storage.blob(name, wanted);
      if (!found) throw new RegistryError('MANIFEST_BLOB_UNKNOWN', { detail: wanted });
    }
    await storage.putManifest(name, digest, { mediaType, bytes });
    if (!isDigest(reference)) await storage.setTag(name, reference, digest);
    const location = new URL(`/v2/${name}/manifests/${digest}`, context.req.url).href;
    return new Response(null, { status: 201, headers: { location, 'docker-content-digest': digest, 'content-length': '0' } });
  });

  app.delete('/v2/:name/manifests/:reference', async (context) => {
    const { name, reference } = context.req.param();
    await authorize(context.req.raw, name, ['delete']);
    if (!allowDelete) throw new RegistryError('UNSUPPORTED');
    if (!isDigest(reference)) throw new RegistryError('DIGEST_INVALID');
    if (!(await storage.removeManifest(name, reference))) throw new RegistryError('MANIFEST_UNKNOWN');
    return new Response(null, { status: 202, headers: { 'content-length': '0' } });
  });
}

/** What a pushed manifest refers to and the registry must have. Throws MANIFEST_INVALID. */
function neededDigests(bytes: Uint8Array, mediaType: string): [Digest, 'manifest' | 'blob'][] {
  if (!isManifestType(mediaType) && !isIndexType(mediaType)) throw new RegistryError('MANIFEST_INVALID', { detail: {} });
  try {
    const parsed = parseManifest(bytes, mediaType);
    if (parsed.kind === 'index') return parsed.index.manifests.map(({ digest }) => [digest, 'manifest']);
    const foreign = parsed.manifest.layers.filter(({ urls }) => !urls?.length);
    return [...foreign, parsed.manifest.config].map(({ digest }) => [digest, 'blob']);
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

/** An old client must not get what it cannot read: distribution 2.8 answers OCI documents only to who accepts them. */
function checkAccept(header: string | undefined, mediaType: string): void {
  const accepted = (header ?? '').split(',').map((type) => type.split(';')[0]?.trim());
  const kind = { [mediaTypes.ociIndex]: ['OCI index', 'OCI indexes'], [mediaTypes.ociManifest]: ['OCI manifest', 'OCI manifests'] }[mediaType];
  if (!kind || accepted.includes(mediaType)) return;
  throw new RegistryError('MANIFEST_UNKNOWN', { message: `${kind[0]} found, but accept header does not support ${kind[1]}` });
}
