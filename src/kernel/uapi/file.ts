/** A file descriptor: a small non-negative number, per process. */
export type Fd = number;

/** The type bits of a mode: inode(7). */
export const fileType = {
  socket: 0o140000, symlink: 0o120000, regular: 0o100000, block: 0o060000, directory: 0o040000, character: 0o020000, fifo: 0o010000,
} as const;

/** Mask of the type bits in `Stat.mode`. */
export const fileTypeMask = 0o170000;

/** What stat(2) tells. Times are milliseconds since the epoch. */
export interface Stat {
  dev: number;
  ino: number;
  /** Type and permission bits. */
  mode: number;
  nlink: number;
  uid: number;
  gid: number;
  /** Device number of a device file: major << 8 | minor; else 0. */
  rdev: number;
  /** Bytes; for a sparse file the apparent size. */
  size: number;
  /** Allocated 512-byte blocks, as a disk with 4 KiB blocks would; realistic for sparse files too. */
  blocks: number;
  atime: number;
  mtime: number;
  ctime: number;
}

/** One entry of a directory; `type` is one of `fileType`'s values. */
export interface DirectoryEntry {
  name: string;
  ino: number;
  type: number;
}

/** open(2): `r` read, `w` write+create+truncate, `a` append+create, with `+` for both ways; or the flags one by one. */
export type OpenMode = 'r' | 'r+' | 'w' | 'w+' | 'a' | 'a+' | OpenFlags;

/** The flags of open(2) one by one; what is absent is false. */
export interface OpenFlags {
  read?: boolean;
  write?: boolean;
  append?: boolean;
  create?: boolean;
  exclusive?: boolean;
  truncate?: boolean;
  directory?: boolean;
  nofollow?: boolean;
  /** read fails with EAGAIN where it would block. */
  nonblock?: boolean;
  /** Not inherited over exec. */
  cloexec?: boolean;
}

/** statfs(2): sizes in bytes. */
export interface StatFs {
  type: string;
  total: number;
  free: number;
  files: number;
  freeFiles: number;
}

/** One line of /proc/self/mountinfo. */
export interface MountEntry {
  source: string;
  target: string;
  type: string;
  options: string;
}
