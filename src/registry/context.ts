import type { Clock, RandomBytes } from '../base/index.ts';
import type { Digest, Manifest } from '../oci/index.ts';
import type { RegistryAction } from './access.ts';
import type { RegistryRequest } from './request.ts';
import type { RegistryStorage } from './storage.ts';

/** What the routes share. */
export interface RegistryContext {
  storage: RegistryStorage;
  random: RandomBytes;
  clock: Clock;
  /** Of the OCI distribution specification: see RegistryOptions. */
  specification: '1.0' | '1.1';
  allowDelete: boolean;
  noPush: boolean;
  lenientAccept: boolean;
  manifestHeaders(request: RegistryRequest): Record<string, string>;
  /** Where a path below `/v2/` is, for a Location. */
  urlOf(request: RegistryRequest, path: string): string;
  /** A schema 2 manifest as old clients want it: signed schema 1. */
  toSchema1(name: string, tag: string, manifest: Manifest): Promise<{ bytes: Uint8Array; digest: Digest; mediaType: string }>;
  /** Throws UNAUTHORIZED unless these actions are allowed on the repository (and pull on `from`, where a blob is mounted from). */
  authorize(request: RegistryRequest, name: string, actions: RegistryAction[], from?: string): Promise<void>;
  authorizeCatalog(request: RegistryRequest): Promise<void>;
}
