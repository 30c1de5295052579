import { type TarEntry, tarEntry } from '../../../base/index.ts';
import type { HostFiles, HostStat } from '../ports/host-files.ts';

const types: Record<number, TarEntry['type']> = { 0o040000: 'directory', 0o120000: 'symlink', 0o100000: 'file', 0o020000: 'character', 0o060000: 'block', 0o010000: 'fifo' };

/** What becomes of files with several names, and which entries are left out. */
export interface ReadTreeOptions {
  /** Path in the archive; false leaves the entry, and what is under it, out. */
  include?(path: string, stat: HostStat): boolean;
  /** What is mounted on places below: their content is read there. */
  mounted?: ReadonlyMap<string, string>;
}

/** The entries of a file or directory for an archive, in order of name, under `name` (empty: the directory itself is left out and its content stands at the top). */
export function* readTree(files: HostFiles, place: string, name: string, options: ReadTreeOptions = {}): Generator<TarEntry, void> {
  yield* walk(files, place, name, options, new Map());
}

function* walk(files: HostFiles, at: string, name: string, options: ReadTreeOptions, links: Map<string, string>): Generator<TarEntry, void> {
  const place = options.mounted?.get(at) ?? at;
  const stat = files.lstat(place);
  if (name !== '' && options.include && !options.include(name, stat)) return;
  const entry = name === '' ? undefined : entryAt(files, place, name, stat, links);
  if (entry) yield entry;
  if ((stat.mode & 0o170000) !== 0o040000) return;
  for (const child of files.readdir(place).map((each) => each.name).sort()) yield* walk(files, `${place}/${child}`, name === '' ? child : `${name}/${child}`, options, links);
}

/** One archive entry; undefined for what archives do not hold (sockets). `links` remembers the first name of files with several. */
export function entryAt(files: HostFiles, place: string, name: string, stat: HostStat, links?: Map<string, string>): TarEntry | undefined {
  const type = types[stat.mode & 0o170000];
  if (!type) return undefined;
  const fields = { mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid, mtime: Math.floor(stat.mtime / 1000) * 1000 };
  if (type === 'symlink') return tarEntry(name, { ...fields, mode: 0o777, type, linkPath: files.readlink(place) });
  if (type === 'character' || type === 'block') return tarEntry(name, { ...fields, type, devMajor: stat.rdev >> 8, devMinor: stat.rdev & 0xff });
  if (type !== 'file') return tarEntry(name, { ...fields, type });
  if (stat.nlink > 1 && links) {
    const key = `${stat.dev}:${stat.ino}`;
    const first = links.get(key);
    if (first !== undefined) return tarEntry(name, { ...fields, type: 'hardlink', linkPath: first });
    links.set(key, name);
  }
  const capability = files.getxattr(place, 'security.capability');
  return tarEntry(name, { ...fields, type, size: stat.size, extents: files.extents(place), ...(capability && { xattrs: new Map([['security.capability', capability]]) }) });
}
