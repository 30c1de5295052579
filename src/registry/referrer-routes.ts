import type { Hono } from 'hono';
import { decodeUtf8 } from '../base/index.ts';
import { type Descriptor, isDigest, isIndexType, mediaTypes } from '../oci/index.ts';
import type { RegistryContext } from './context.ts';
import { RegistryError } from './error-code.ts';
import type { StoredManifest } from './storage.ts';

/** What of a manifest says whom it is about. */
interface Referrer {
  subject?: { digest?: unknown };
  artifactType?: string;
  config?: { mediaType?: string };
  annotations?: Record<string, string>;
}

/** `/v2/NAME/referrers/DIGEST` of the OCI distribution specification 1.1: the manifests whose subject that is, as an index. */
export function referrerRoutes(app: Hono, { storage, authorize }: RegistryContext): void {
  app.get('/v2/:name/referrers/:digest', async (context) => {
    const { name, digest } = context.req.param();
    await authorize(context.req.raw, name, ['pull']);
    if (!isDigest(digest)) throw new RegistryError('DIGEST_INVALID');
    const wanted = context.req.query('artifactType');
    const manifests: (Descriptor & { artifactType?: string })[] = [];
    for (const own of (await storage.manifests(name)).sort()) {
      const stored = await storage.manifest(name, own);
      if (!stored) continue;
      const referrer = readReferrer(stored);
      if (referrer.subject?.digest !== digest) continue;
      const artifactType = referrer.artifactType ?? (isIndexType(stored.mediaType) ? undefined : referrer.config?.mediaType);
      if (wanted !== undefined && artifactType !== wanted) continue;
      manifests.push({
        mediaType: stored.mediaType, digest: own, size: stored.bytes.length, ...(referrer.annotations && { annotations: referrer.annotations }), ...(artifactType !== undefined && { artifactType }),
      });
    }
    return new Response(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests }), {
      headers: { 'content-type': mediaTypes.ociIndex, ...(wanted !== undefined && { 'oci-filters-applied': 'artifactType' }) },
    });
  });
}

/** The digest of the manifest that this one is about; undefined when it is about none. */
export function subjectOf(manifest: StoredManifest): string | undefined {
  const digest = readReferrer(manifest).subject?.digest;
  return typeof digest === 'string' ? digest : undefined;
}

function readReferrer({ bytes }: StoredManifest): Referrer {
  return JSON.parse(decodeUtf8(bytes)) as Referrer;
}
