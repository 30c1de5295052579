import type { Extensions } from './extensions.ts';
import type { FileReferenceConfig, MappingWithEquals, UlimitsConfig } from './parts.ts';

/** How the image of a service is made. */
export interface BuildConfig {
  /** Absolute path, or an address. */
  context?: string;
  /** Relative to the context, or absolute. */
  dockerfile?: string;
  dockerfile_inline?: string;
  entitlements?: string[];
  args?: MappingWithEquals;
  ssh?: { id: string; path?: string }[];
  labels?: Record<string, string>;
  cache_from?: string[];
  cache_to?: string[];
  no_cache?: boolean;
  additional_contexts?: Record<string, string>;
  pull?: boolean;
  /** Addresses by host name. */
  extra_hosts?: Record<string, string[]>;
  isolation?: string;
  network?: string;
  target?: string;
  secrets?: FileReferenceConfig[];
  shm_size?: number;
  tags?: string[];
  ulimits?: Record<string, UlimitsConfig>;
  platforms?: string[];
  privileged?: boolean;
  extensions?: Extensions;
}
