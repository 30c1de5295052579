import type { Clock, RandomBytes } from '../base/index.ts';
import type { RegistryAction } from './access.ts';
import type { RegistryRequest } from './request.ts';
import type { Schema1Maker } from './schema1/maker.ts';
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
  schema1: Schema1Maker;
  /** Whether manifests of schema 1 may be pushed. */
  takesSchema1: boolean;
  /** Throws UNAUTHORIZED unless these actions are allowed on the repository (and pull on `from`, where a blob is mounted from). */
  authorize(request: RegistryRequest, name: string, actions: RegistryAction[], from?: string): Promise<void>;
  authorizeCatalog(request: RegistryRequest): Promise<void>;
}
