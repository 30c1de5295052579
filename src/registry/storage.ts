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
export interface Upload extends StoredBlob {
  /** Bytes taken so far. */
  readonly size: number;
  append(bytes: Uint8Array): Promise<void>;
}

/**
 * Where a registry keeps things. Blobs and manifests belong to repositories; the bytes may be shared. A repository exists from its first
 * blob on. The registry checks names and digests before it asks.
 */
export interface RegistryStorage {
  /** All repositories, in no order. */
  repositories(): Promise<string[]>;
  /** Tags, in no order; undefined when the repository has never had one. */
  tags(repository: string): Promise<string[] | undefined>;
  resolveTag(repository: string, tag: string): Promise<Digest | undefined>;
  setTag(repository: string, tag: string, digest: Digest): Promise<void>;
  /** False when there is no such tag. */
  removeTag(repository: string, tag: string): Promise<boolean>;
  /** Digests of all manifests, in no order. */
  manifests(repository: string): Promise<Digest[]>;
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
  /** Makes an upload, whose bytes have this digest, a blob of the repository. */
  finishUpload(repository: string, id: string, digest: Digest): Promise<void>;
  removeUpload(repository: string, id: string): Promise<void>;
}
