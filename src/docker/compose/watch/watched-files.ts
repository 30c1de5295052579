import { fileType, fileTypeMask, isSystemError, type Process } from '../../../kernel/index.ts';
import type { IgnoreRules } from '../../cli/index.ts';

/** What editors leave behind for a moment, and what is not of the program. */
const ephemeral = /(?:^|\/)(?:\.git|\.idea)(?:\/|$)|(?:~|\.swp|\.swx|\.tmp)$|(?:^|\/)(?:4913|\.#[^/]*|#[^/]*#)$/;

/** A path that is watched: a directory with all below it, or a file. */
export interface WatchedPath {
  path: string;
  /** Rules of .dockerignore, for paths relative to `root`. */
  rules: IgnoreRules;
  root: string;
  /** Patterns of the trigger's `ignore`, relative to `path`. */
  ignore: IgnoreRules;
}

/** The files below a path, each with what tells that it has changed. */
export function scan(process: Process, watched: WatchedPath): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    if (ephemeral.test(path)) return;
    const below = relative(watched.root, path);
    if (below !== undefined && below !== '' && watched.rules.excludes(below)) return;
    const own = relative(watched.path, path);
    if (own !== undefined && own !== '' && watched.ignore.excludes(own)) return;
    try {
      const stat = process.lstat(path);
      if ((stat.mode & fileTypeMask) === fileType.directory) for (const { name } of process.readdir(path)) visit(`${path === '/' ? '' : path}/${name}`);
      else found.set(path, `${stat.mtime} ${stat.size} ${stat.ino} ${stat.mode}`);
    } catch (error) {
      // It went while we looked.
      if (!isSystemError(error)) throw error;
    }
  };
  visit(watched.path);
  return found;
}

/** Paths that differ between two looks: new, changed or gone. */
export function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** The path below a directory; empty for the directory itself; undefined when it is not below. */
export function relative(directory: string, path: string): string | undefined {
  if (path === directory) return '';
  return path.startsWith(`${directory === '/' ? '' : directory}/`) ? path.slice(directory === '/' ? 1 : directory.length + 1) : undefined;
}
