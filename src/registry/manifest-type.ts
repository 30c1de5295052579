import { decodeUtf8 } from '../base/index.ts';
import { mediaTypes } from '../oci/index.ts';
import { signedSchema1Type, unsignedSchema1Type } from './schema1/media-type.ts';

/** The media type of a stored manifest, which only its bytes tell: what they say, or what they look like. */
export function manifestTypeOf(bytes: Uint8Array): string {
  const document = JSON.parse(decodeUtf8(bytes)) as { mediaType?: unknown; schemaVersion?: unknown; manifests?: unknown; signatures?: unknown };
  if (typeof document.mediaType === 'string' && document.mediaType !== '') return document.mediaType;
  if (document.schemaVersion === 1) return document.signatures === undefined ? unsignedSchema1Type : signedSchema1Type;
  return document.manifests === undefined ? mediaTypes.ociManifest : mediaTypes.ociIndex;
}
