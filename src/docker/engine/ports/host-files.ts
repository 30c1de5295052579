import type { Extent } from '../../../base/index.ts';

/** What stat(2) tells, as far as the engine asks. Times are milliseconds since the epoch. */
export interface HostStat {
  dev: number;
  ino: number;
  mode: number;
  nlink: number;
  uid: number;
  gid: number;
  rdev: number;
  size: number;
  blocks: number;
  mtime: number;
}

/** The file system of the host that the daemon runs on. docker/runtime makes one of a process of our kernel. Failures carry `code` (`ENOENT` …), as SystemError does. */
export interface HostFiles {
  stat(path: string): HostStat;
  lstat(path: string): HostStat;
  exists(path: string): boolean;
  readdir(path: string): { name: string; type: number }[];
  mkdir(path: string, mode?: number): void;
  rmdir(path: string): void;
  unlink(path: string): void;
  rename(from: string, to: string): void;
  link(existing: string, path: string): void;
  symlink(target: string, path: string): void;
  readlink(path: string): string;
  chmod(path: string, mode: number): void;
  chown(path: string, uid: number, gid: number, followSymlinks?: boolean): void;
  utimes(path: string, atime: number, mtime: number, followSymlinks?: boolean): void;
  truncate(path: string, size: number): void;
  mknod(path: string, mode: number, rdev?: number): void;
  getxattr(path: string, name: string): Uint8Array | undefined;
  setxattr(path: string, name: string, value: Uint8Array): void;
  readFile(path: string): Uint8Array;
  readTextFile(path: string): string;
  writeFile(path: string, data: Uint8Array | string, options?: { mode?: number; append?: boolean }): void;
  /** The parts of a regular file that are not holes (SEEK_DATA and SEEK_HOLE). */
  extents(path: string): readonly Extent[];
  /** Creates or replaces a regular file of which only these parts are not holes. */
  writeExtents(path: string, size: number, extents: readonly Extent[]): void;
}

/** Whether a failed call of HostFiles says one of these codes. */
export function hasErrno(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
