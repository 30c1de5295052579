import { decodeUtf8, encodeUtf8 } from '../../../base/index.ts';
import { type Descriptor, isIndexType, mediaTypes, parseImageConfig, parseManifest } from '../../../oci/index.ts';
import type { FetchedManifest } from '../../distribution/index.ts';

/** A platform in the order of its members in files and lists. */
export interface ManifestPlatform {
  architecture: string;
  os: string;
  'os.version'?: string;
  'os.features'?: string[];
  variant?: string;
}

/** A manifest of one image as the command keeps it and shows it with -v. */
export interface ImageManifest {
  Ref: string;
  Descriptor: { mediaType: string; digest: Descriptor['digest']; size: number; platform: ManifestPlatform };
  /** The manifest's bytes, in base64. */
  Raw: string;
  SchemaV2Manifest?: object;
  OCIManifest?: object;
}

/** Puts together what was fetched: the manifest and, of its image's configuration, the platform. */
export function imageManifest(ref: string, { bytes, digest, mediaType }: FetchedManifest, config: Uint8Array, listed?: Descriptor['platform']): ImageManifest {
  const { architecture, os, variant } = listed ?? parseImageConfig(config);
  const document = JSON.parse(decodeUtf8(bytes)) as object;
  return {
    Ref: ref, Descriptor: { mediaType, digest, size: bytes.length, platform: { architecture, os, ...(variant !== undefined && variant !== '' && { variant }) } },
    Raw: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), ...(mediaType === mediaTypes.ociManifest ? { OCIManifest: document } : { SchemaV2Manifest: document }),
  };
}

/** The manifest's bytes. */
export function rawManifest({ Raw }: ImageManifest): Uint8Array {
  return Uint8Array.from(atob(Raw), (character) => character.charCodeAt(0));
}

/** Configuration and layers. */
export function blobsOf(manifest: ImageManifest): Descriptor[] {
  const parsed = parseManifest(rawManifest(manifest), manifest.Descriptor.mediaType);
  return parsed.kind === 'manifest' ? [parsed.manifest.config, ...parsed.manifest.layers] : [];
}

/** A list of manifests as it is pushed and shown: Docker's, or OCI's where the first manifest is. */
export function listOf(manifests: readonly ImageManifest[]): { bytes: Uint8Array; mediaType: string } {
  const mediaType = manifests[0]?.Descriptor.mediaType === mediaTypes.ociManifest ? mediaTypes.ociIndex : mediaTypes.dockerManifestList;
  const entries = manifests.map(({ Descriptor: { mediaType: type, digest, size, platform } }) => ({ mediaType: type, size, digest, platform: inOrder(platform) }));
  return { mediaType, bytes: encodeUtf8(JSON.stringify({ schemaVersion: 2, mediaType, manifests: entries }, undefined, '   ')) };
}

function inOrder(platform: ManifestPlatform): ManifestPlatform {
  const { architecture, os, variant } = platform;
  return {
    architecture, os, ...(platform['os.version'] !== undefined && { 'os.version': platform['os.version'] }), ...(platform['os.features'] !== undefined && { 'os.features': platform['os.features'] }),
    ...(variant !== undefined && { variant }),
  };
}

/** Whether a fetched manifest lists others. */
export function isList(mediaType: string): boolean {
  return isIndexType(mediaType);
}
