import type { TarEntry } from '../../../base/index.ts';
import { type HostFiles, hasErrno } from '../ports/host-files.ts';
import { makeDirectories, removeTree } from './json-file.ts';
import { scopedPath } from './scoped-path.ts';

/** How an archive is unpacked. */
export interface WriteTreeOptions {
  /** A directory is not put in the place of a file, nor the other way round. */
  noOverwriteDirNonDir?: boolean;
  /** Changes an entry, or drops it (undefined). */
  map?(entry: TarEntry): TarEntry | undefined;
}

/** Unpacks an archive into a directory; links in it never lead out of it. Returns the bytes of the files written. */
export async function writeTree(files: HostFiles, root: string, entries: Iterable<TarEntry> | AsyncIterable<TarEntry>, options: WriteTreeOptions = {}): Promise<number> {
  const directories: { place: string; mtime: number }[] = [];
  let size = 0;
  for await (const given of entries) {
    const entry = options.map ? options.map(given) : given;
    if (!entry) continue;
    size += entry.type === 'file' ? entry.size : 0;
    const place = scopedPath(files, root, entry.path, 'keep');
    if (place === root) {
      if (entry.type === 'directory') setAttributes(files, place, entry);
      continue;
    }
    writeEntry(files, root, place, entry, options);
    if (entry.type === 'directory') directories.push({ place, mtime: entry.mtime });
  }
  // Writing into a directory changed its time.
  for (const { place, mtime } of directories.reverse()) if (files.exists(place)) files.utimes(place, mtime, mtime);
  return size;
}

/** Makes what one entry describes at `place`, in the place of what is there. */
export function writeEntry(files: HostFiles, root: string, place: string, entry: TarEntry, options: WriteTreeOptions = {}): void {
  makeDirectories(files, place.slice(0, place.lastIndexOf('/')), 0o755);
  const existing = lstatOrNone(files, place);
  const isDirectory = existing !== undefined && (existing & 0o170000) === 0o040000;
  if (existing !== undefined && !(isDirectory && entry.type === 'directory')) {
    if (options.noOverwriteDirNonDir && isDirectory !== (entry.type === 'directory')) throw new Error(`cannot overwrite ${isDirectory ? `directory "${place}" with non-directory` : `non-directory "${place}" with directory`}`);
    removeTree(files, place);
  }
  switch (entry.type) {
    case 'directory':
      if (!isDirectory) files.mkdir(place, 0o755);
      break;
    case 'symlink':
      files.symlink(entry.linkPath, place);
      break;
    case 'hardlink':
      files.link(scopedPath(files, root, entry.linkPath, 'keep'), place);
      return;
    case 'file':
      files.writeExtents(place, entry.size, entry.extents);
      break;
    default:
      files.mknod(place, (entry.type === 'fifo' ? 0o010000 : entry.type === 'block' ? 0o060000 : 0o020000) | entry.mode, (entry.devMajor << 8) | entry.devMinor);
  }
  setAttributes(files, place, entry);
}

function setAttributes(files: HostFiles, place: string, entry: TarEntry): void {
  files.chown(place, entry.uid, entry.gid, false);
  if (entry.type !== 'symlink') files.chmod(place, entry.mode);
  for (const [name, value] of entry.xattrs) files.setxattr(place, name, value);
  files.utimes(place, entry.mtime, entry.mtime, false);
}

function lstatOrNone(files: HostFiles, place: string): number | undefined {
  try {
    return files.lstat(place).mode;
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
