import type { Digest } from '../oci/index.ts';

/** A manifest as it was pushed. */
export interface StoredManifest {
  mediaType: string;
  bytes: Uint8Array;
}

/** A blob that can be read in parts. */
export interface StoredBlob {
  size: number;
  /** The bytes from `start` up to `end` (exclusive). */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** An upload under way. */
export interface Upload {
  /** Bytes taken so far. */
  readonly size: number;
  append(bytes: Uint8Array): Promise<void>;
  /** All bytes so far. */
  bytes(): Promise<Uint8Array>;
}

/**
 * Where a registry keeps things. Blobs and manifests belong to repositories; the bytes may be shared. A repository exists from its first
 * blob or manifest on. The registry checks names and digests before it asks.
 */
export interface RegistryStorage {
  /** All repositories, sorted. */
  repositories(): Promise<string[]>;
  /** Tags, sorted; undefined when the repository has never had a manifest. */
  tags(repository: string): Promise<string[] | undefined>;
  resolveTag(repository: string, tag: string): Promise<Digest | undefined>;
  setTag(repository: string, tag: string, digest: Digest): Promise<void>;
  manifest(repository: string, digest: Digest): Promise<StoredManifest | undefined>;
  putManifest(repository: string, digest: Digest, manifest: StoredManifest): Promise<void>;
  /** Removes a manifest and the tags that point to it; false when there is none. */
  removeManifest(repository: string, digest: Digest): Promise<boolean>;
  blob(repository: string, digest: Digest): Promise<StoredBlob | undefined>;
  putBlob(repository: string, digest: Digest, bytes: Uint8Array): Promise<void>;
  /** Makes a blob of another repository this one's too; false when that has none. */
  mountBlob(repository: string, digest: Digest, from: string): Promise<boolean>;
  removeBlob(repository: string, digest: Digest): Promise<boolean>;
  startUpload(repository: string, id: string): Promise<Upload>;
  upload(repository: string, id: string): Promise<Upload | undefined>;
  removeUpload(repository: string, id: string): Promise<void>;
}
