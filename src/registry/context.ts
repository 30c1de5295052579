import type { RandomBytes } from '../base/index.ts';
import type { RegistryAction } from './access.ts';
import type { RegistryRequest } from './request.ts';
import type { RegistryStorage } from './storage.ts';

/** What the routes share. */
export interface RegistryContext {
  storage: RegistryStorage;
  random: RandomBytes;
  allowDelete: boolean;
  lenientAccept: boolean;
  manifestHeaders(request: RegistryRequest): Record<string, string>;
  /** Throws UNAUTHORIZED unless these actions are allowed on the repository (and pull on `from`, where a blob is mounted from). */
  authorize(request: RegistryRequest, name: string, actions: RegistryAction[], from?: string): Promise<void>;
  authorizeCatalog(request: RegistryRequest): Promise<void>;
}
