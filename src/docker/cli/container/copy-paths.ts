import { CliError } from '../command/status-error.ts';

/** One end of a copy. */
export interface CopyEnd {
  /** As it was given, made absolute; a trailing slash or `/.` counts. */
  path: string;
  exists: boolean;
  isDirectory: boolean;
}

/** filepath.Clean. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  const joined = parts.join('/');
  return path.startsWith('/') ? `/${joined}` : joined || '.';
}

/** Directory and last part; the last part of `x/.` is `.`. */
export function splitPath(path: string): { directory: string; base: string } {
  const cleaned = cleanPath(path);
  if (path.split('/').at(-1) === '.') return { directory: cleaned, base: '.' };
  const slash = cleaned.lastIndexOf('/');
  return { directory: slash < 0 ? '.' : cleaned.slice(0, slash) || '/', base: cleaned.slice(slash + 1) || '/' };
}

/** Where an archive of `source` is unpacked to end up at `destination`, and how its entries are renamed (moby, archive.PrepareArchiveCopy). */
export function placeCopy(source: { path: string; isDirectory: boolean; name?: string }, destination: CopyEnd): { directory: string; rename: ((name: string) => string) | undefined } {
  if (destination.exists && destination.isDirectory) return { directory: destination.path, rename: undefined };
  if (destination.exists && source.isDirectory) throw new CliError('cannot copy directory');
  const assertsDirectory = destination.path.endsWith('/') || splitPath(destination.path).base === '.';
  if (!destination.exists && !source.isDirectory && assertsDirectory) throw new CliError('no such directory');
  const { directory, base } = splitPath(destination.path.replace(/\/\.$/, ''));
  return { directory, rename: renamer(source.name ?? splitPath(source.path).base, base) };
}

/** Puts another first part in front of names. */
export function renamer(from: string, to: string): (name: string) => string {
  return (name) => {
    if (from === '/' || from === '.') return name === '.' || name === '' ? to : `${to}/${name.replace(/^\.\//, '')}`;
    return name === from || name.startsWith(`${from}/`) ? to + name.slice(from.length) : name;
  };
}
