import type { Event } from '../../base/index.ts';
import { type DirectoryEntry, fileType, fileTypeMask, type StatFs, SystemError } from '../uapi/index.ts';
import type { FileData } from './file-data.ts';

/** What an inode says of itself: a stat without the device. */
export interface Attributes {
  ino: number;
  mode: number;
  nlink: number;
  uid: number;
  gid: number;
  rdev: number;
  size: number;
  blocks: number;
  atime: number;
  mtime: number;
  ctime: number;
}

/** A file to be created: type and permissions in `mode`, `rdev` for devices, `target` for symbolic links. */
export interface NewInode {
  mode: number;
  uid: number;
  gid: number;
  rdev?: number;
  target?: string;
}

/** What may be changed on an inode without its contents. */
export interface AttributeChange {
  mode?: number;
  uid?: number;
  gid?: number;
  atime?: number;
  mtime?: number;
}

/** A mounted or mountable file system. */
export interface FileSystem {
  readonly type: string;
  readonly root: Inode;
  statFs(): StatFs;
  /** Fires at each change, for file systems whose contents the host keeps. */
  readonly onChange?: Event<void>;
}

/** What a link that is no text leads to; link-target.ts has the two kinds. */
export interface LinkTarget {
  readonly leadsTo: 'place' | 'file';
}

/** A file of a file system. Names are single components; permissions were checked above. The base class refuses everything. */
export abstract class Inode {
  abstract readonly fs: FileSystem;
  abstract readonly ino: number;
  abstract readonly mode: number;
  abstract readonly uid: number;
  abstract readonly gid: number;
  abstract readonly rdev: number;
  abstract attributes(): Attributes;

  get type(): number {
    return this.mode & fileTypeMask;
  }

  get isDirectory(): boolean {
    return (this.mode & fileTypeMask) === fileType.directory;
  }

  lookup(_name: string): Inode | undefined {
    throw new SystemError('ENOTDIR');
  }
  list(): DirectoryEntry[] {
    throw new SystemError('ENOTDIR');
  }
  create(_name: string, _init: NewInode): Inode {
    throw new SystemError('EPERM');
  }
  link(_name: string, _inode: Inode): void {
    throw new SystemError('EPERM');
  }
  unlink(_name: string): void {
    throw new SystemError('EPERM');
  }
  rmdir(_name: string): void {
    throw new SystemError('EPERM');
  }
  /** Moves the entry `name` to `toName` of `to`, a directory of the same file system, replacing what is there. */
  rename(_name: string, _to: Inode, _toName: string): void {
    throw new SystemError('EPERM');
  }
  readlink(): string {
    throw new SystemError('EINVAL');
  }
  /** The target of a link that is no text (/proc/PID/cwd); undefined for ordinary links. */
  follow(): LinkTarget | undefined {
    return undefined;
  }
  read(_offset: number, _max: number): Uint8Array {
    throw new SystemError('EINVAL');
  }
  write(_offset: number, _bytes: Uint8Array): void {
    throw new SystemError('EINVAL');
  }
  truncate(_size: number): void {
    throw new SystemError('EINVAL');
  }
  /** The contents, to be shared by copying on write; undefined when they are made up at each read. */
  data(): FileData | undefined {
    return undefined;
  }
  setData(_data: FileData): void {
    throw new SystemError('EINVAL');
  }
  setAttributes(_change: AttributeChange): void {
    throw new SystemError('EPERM');
  }
  getxattr(_name: string): Uint8Array | undefined {
    return undefined;
  }
  listxattr(): string[] {
    return [];
  }
  /** No value removes the attribute. */
  setxattr(_name: string, _value: Uint8Array | undefined): void {
    throw new SystemError('EOPNOTSUPP');
  }
  /** Somebody watches the file; for what changes without being written. */
  watched(_changed: () => void): void {}
  /** An open file more (1) or fewer (-1): an unlinked file lives on while it is open. */
  hold(_by: 1 | -1): void {}
}
