/** What a tar entry is. */
export type TarType = 'file' | 'directory' | 'symlink' | 'hardlink' | 'character' | 'block' | 'fifo';

/** Bytes at a place in a file; between extents, and from the last one to the file's size, there are zeros (holes). */
export interface Extent {
  offset: number;
  bytes: Uint8Array;
}

/** One file of an archive. */
export interface TarEntry {
  /** As in the archive, but a directory's trailing slash is left out (the writer puts it there). */
  path: string;
  type: TarType;
  /** Permission bits with set-user-ID, set-group-ID and sticky, without the type. */
  mode: number;
  uid: number;
  gid: number;
  /** Names of owner and group; empty when the archive has none. */
  uname: string;
  gname: string;
  /** Apparent size in bytes; 0 for all but files. */
  size: number;
  /** Milliseconds since the epoch. */
  mtime: number;
  /** Target of a symbolic link, or the path in the archive that a hard link names; else empty. */
  linkPath: string;
  /** Device number of a character or block device; else 0. */
  devMajor: number;
  devMinor: number;
  /** Extended attributes (`security.capability` …). */
  xattrs: ReadonlyMap<string, Uint8Array>;
  /** The content of a file in ascending order; empty for the rest. Read entries share the archive's memory. */
  extents: readonly Extent[];
}

/** An archive that cannot be read. The messages are those of Go's archive/tar, which Docker shows. */
export class TarError extends Error {
  override readonly name = 'TarError';
}

const noXattrs: ReadonlyMap<string, Uint8Array> = new Map();

/** An entry with defaults for what is absent: a root-owned file with mode 644 (a directory or link: 755 or 777), no content, time 0. A content of `bytes` gives `size` unless one is named. */
export function tarEntry(path: string, fields: Partial<Omit<TarEntry, 'path'>> & { bytes?: Uint8Array } = {}): TarEntry {
  const { bytes, ...given } = fields;
  const type = given.type ?? 'file';
  const extents = given.extents ?? (bytes?.length ? [{ offset: 0, bytes }] : []);
  const last = extents.at(-1);
  return {
    path,
    type,
    mode: type === 'directory' ? 0o755 : type === 'symlink' ? 0o777 : 0o644,
    uid: 0,
    gid: 0,
    uname: '',
    gname: '',
    size: last ? last.offset + last.bytes.length : 0,
    mtime: 0,
    linkPath: '',
    devMajor: 0,
    devMinor: 0,
    xattrs: noXattrs,
    ...given,
    extents,
  };
}

/** The whole content of a file, holes filled with zeros. A file without holes is not copied. */
export function entryBytes(entry: Pick<TarEntry, 'size' | 'extents'>): Uint8Array {
  const [only] = entry.extents;
  if (only && entry.extents.length === 1 && only.offset === 0 && only.bytes.length === entry.size) return only.bytes;
  const bytes = new Uint8Array(entry.size);
  for (const extent of entry.extents) bytes.set(extent.bytes, extent.offset);
  return bytes;
}
