import { joinPath } from './clean-path.ts';

/** A path as it is looked for from a directory. */
export function absoluteIn(directory: string, path: string): string {
  return path.startsWith('/') ? path : joinPath(directory, path);
}
