import type { Stat } from '../../kernel/uapi/index.ts';

/** A file that find looks at. */
export interface Found {
  path: string;
  /** The starting point it lies under. */
  base: string;
  name: string;
  depth: number;
  stat: Stat;
}
