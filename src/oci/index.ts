export { type Digest, DigestError, digestHex, digestOf, isDigest,  } from './digest.ts';
export { chainIds, type ContainerConfig, type HistoryEntry, type ImageConfig, parseImageConfig } from './image-config.ts';
export { type Descriptor, type ImageIndex, type Manifest, ManifestError, parseManifest, selectManifest } from './manifest.ts';
export { isIndexType, isManifestType, manifestAccept, mediaTypes } from './media-type.ts';
export { formatPlatform, hostPlatform, parsePlatform, type Platform, platformMatches } from './platform.ts';
export {
  canonicalName, canonicalString, defaultDomain,  familiarName, familiarString, isRepositoryPath, isTag, parseAnyReference, parseReference,
  type Reference, ReferenceFormatError, withDefaultTag, withDigest, withTag,
} from './reference.ts';
export { opaqueWhiteout, whiteoutPrefix } from './whiteout.ts';
