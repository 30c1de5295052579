import type { Extensions } from './extensions.ts';

/** A mapping whose values may be missing: `KEY` without `=` and without a value anywhere is null. */
export type MappingWithEquals = Record<string, string | null>;

/** A secret or config as a service uses it. */
export interface FileReferenceConfig {
  /** Key of `Project.secrets` or `Project.configs`. */
  source: string;
  target?: string;
  uid?: string;
  gid?: string;
  /** Absent: 0444. */
  mode?: number;
  extensions?: Extensions;
}

/** Either `single` or both others. */
export interface UlimitsConfig {
  single?: number;
  soft?: number;
  hard?: number;
  extensions?: Extensions;
}
