import * as z from 'zod/mini';
import { decodeUtf8 } from '../base/index.ts';
import { type Digest, isDigest } from './digest.ts';
import { isIndexType, mediaTypes } from './media-type.ts';
import { type Platform, platformMatches } from './platform.ts';

/** Names bytes by what they are, their digest and their size. */
export interface Descriptor {
  mediaType: string;
  digest: Digest;
  size: number;
  platform?: Platform | undefined;
  annotations?: Record<string, string> | undefined;
  urls?: string[] | undefined;
}

/** An image manifest (schema 2): a configuration and its layers, base first. */
export interface Manifest {
  schemaVersion: 2;
  mediaType?: string | undefined;
  config: Descriptor;
  layers: Descriptor[];
  annotations?: Record<string, string> | undefined;
}

/** An image index or manifest list: one manifest for each platform. */
export interface ImageIndex {
  schemaVersion: 2;
  mediaType?: string | undefined;
  manifests: Descriptor[];
  annotations?: Record<string, string> | undefined;
}

/** A manifest that came from outside and is none. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'invalid digest');
const strings = z.optional(z.record(z.string(), z.string()));
const platform = z.looseObject({ os: z.string(), architecture: z.string(), variant: z.optional(z.string()), 'os.version': z.optional(z.string()) });
const descriptor = z.looseObject({
  mediaType: z.string(), digest, size: z.int().check(z.nonnegative()), platform: z.optional(platform), annotations: strings, urls: z.optional(z.array(z.string())),
});
const manifestSchema = z.looseObject({ schemaVersion: z.literal(2), mediaType: z.optional(z.string()), config: descriptor, layers: z.array(descriptor), annotations: strings });
const indexSchema = z.looseObject({ schemaVersion: z.literal(2), mediaType: z.optional(z.string()), manifests: z.array(descriptor), annotations: strings });

/** Reads a manifest or an index (as `mediaType` or the document itself says). Throws ManifestError. */
export function parseManifest(bytes: Uint8Array, mediaType?: string): { kind: 'manifest'; manifest: Manifest; mediaType: string } | { kind: 'index'; index: ImageIndex; mediaType: string } {
  const document = parseJson(bytes);
  const own = typeof document === 'object' && document && 'mediaType' in document && typeof document.mediaType === 'string' ? document.mediaType : undefined;
  const listed = typeof document === 'object' && document && 'manifests' in document;
  const type = own ?? mediaType ?? (listed ? mediaTypes.ociIndex : mediaTypes.ociManifest);
  if (own !== undefined && mediaType !== undefined && own !== mediaType) throw new ManifestError(`mediaType in manifest should be '${mediaType}' not '${own}'`);
  if (isIndexType(type)) return { kind: 'index', index: check(indexSchema, document), mediaType: type };
  return { kind: 'manifest', manifest: check(manifestSchema, document), mediaType: type };
}

/** The manifest for `wanted` in an index; undefined when it has none. Attestations (platform unknown/unknown) never match. */
export function selectManifest(index: ImageIndex, wanted: Platform): Descriptor | undefined {
  return index.manifests.find((candidate) => candidate.platform && platformMatches(wanted, candidate.platform));
}

function check<T>(schema: z.ZodMiniType<T>, document: unknown): T {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ManifestError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch (error) {
    throw new ManifestError(error instanceof Error ? error.message : String(error));
  }
}
