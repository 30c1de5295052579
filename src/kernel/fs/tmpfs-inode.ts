import { type DirectoryEntry, fileType, fileTypeMask, SystemError } from '../uapi/index.ts';
import { type AttributeChange, type Attributes, type FileData, type FileSystem, Inode, type NewInode } from '../vfs/index.ts';
import type { TmpNode } from './tmpfs-node.ts';

/** What inodes ask of the file system that has their nodes. */
export interface NodeStore extends FileSystem {
  readonly used: number;
  readonly sizeLimit: number;
  now(): number;
  inode(ino: number): TmpInode;
  /** A node to look at. */
  node(ino: number): TmpNode;
  /** A node to change. */
  writable(ino: number): TmpNode;
  changeData(ino: number, change: (data: FileData) => void, upTo: number): void;
  replaceData(ino: number, data: FileData): void;
  allocate(init: NewInode): TmpNode;
  collect(ino: number): void;
  hold(ino: number, by: 1 | -1): void;
  own(inode: Inode): number;
}

/** An inode of a TmpFs: a number that looks its node up at each call, so that copying on write stays invisible. */
export class TmpInode extends Inode {
  override readonly fs: NodeStore;
  override readonly ino: number;

  constructor(fs: NodeStore, ino: number) {
    super();
    this.fs = fs;
    this.ino = ino;
  }

  override get mode(): number {
    return this.fs.node(this.ino).mode;
  }
  override get uid(): number {
    return this.fs.node(this.ino).uid;
  }
  override get gid(): number {
    return this.fs.node(this.ino).gid;
  }
  override get rdev(): number {
    return this.fs.node(this.ino).rdev;
  }

  override attributes(): Attributes {
    const { ino, mode, nlink, uid, gid, rdev, atime, mtime, ctime, data, target, entries } = this.fs.node(this.ino);
    const size = data ? data.size : target !== undefined ? new TextEncoder().encode(target).length : entries ? 4096 : 0;
    const blocks = data ? data.allocated / 512 : entries ? 8 : 0;
    return { ino, mode, nlink, uid, gid, rdev, size, blocks, atime, mtime, ctime };
  }

  #entries(): Map<string, number> {
    const { entries } = this.fs.node(this.ino);
    if (!entries) throw new SystemError('ENOTDIR');
    return entries;
  }

  /** The entries to change them; times follow. */
  #changeEntries(): Map<string, number> {
    const node = this.fs.writable(this.ino);
    if (!node.entries) throw new SystemError('ENOTDIR');
    node.mtime = node.ctime = this.fs.now();
    return node.entries;
  }

  override lookup(name: string): Inode | undefined {
    const ino = this.#entries().get(name);
    return ino === undefined ? undefined : this.fs.inode(ino);
  }

  override list(): DirectoryEntry[] {
    return [...this.#entries()].map(([name, ino]) => ({ name, ino, type: this.fs.node(ino).mode & fileTypeMask }));
  }

  override create(name: string, init: NewInode): Inode {
    if (this.#entries().has(name)) throw new SystemError('EEXIST');
    const { used, sizeLimit } = this.fs;
    if (used + 4096 > sizeLimit) throw new SystemError('ENOSPC');
    const node = this.fs.allocate(init);
    const isDirectory = (init.mode & fileTypeMask) === fileType.directory;
    node.nlink = isDirectory ? 2 : 1;
    this.#changeEntries().set(name, node.ino);
    if (isDirectory) this.fs.writable(this.ino).nlink++;
    return this.fs.inode(node.ino);
  }

  override link(name: string, inode: Inode): void {
    const ino = this.fs.own(inode);
    if (this.#entries().has(name)) throw new SystemError('EEXIST');
    this.#changeEntries().set(name, ino);
    const node = this.fs.writable(ino);
    node.nlink++;
    node.ctime = this.fs.now();
  }

  override unlink(name: string): void {
    const ino = this.#entries().get(name);
    if (ino === undefined) throw new SystemError('ENOENT');
    this.#changeEntries().delete(name);
    const node = this.fs.writable(ino);
    node.nlink--;
    node.ctime = this.fs.now();
    this.fs.collect(ino);
  }

  override rmdir(name: string): void {
    const ino = this.#entries().get(name);
    if (ino === undefined) throw new SystemError('ENOENT');
    const { entries } = this.fs.node(ino);
    if (!entries) throw new SystemError('ENOTDIR');
    if (entries.size > 0) throw new SystemError('ENOTEMPTY');
    this.#changeEntries().delete(name);
    this.fs.writable(this.ino).nlink--;
    this.fs.writable(ino).nlink = 0;
    this.fs.collect(ino);
  }

  override rename(name: string, to: Inode, toName: string): void {
    const ino = this.#entries().get(name);
    if (ino === undefined) throw new SystemError('ENOENT');
    if (!(to instanceof TmpInode) || to.fs !== this.fs) throw new SystemError('EXDEV');
    const target = to.#entries().get(toName);
    if (target === ino) return;
    if (target !== undefined) {
      if (this.fs.node(target).entries) to.rmdir(toName);
      else to.unlink(toName);
    }
    this.#changeEntries().delete(name);
    to.#changeEntries().set(toName, ino);
    if (this.fs.node(ino).entries && to !== this) {
      this.fs.writable(this.ino).nlink--;
      this.fs.writable(to.ino).nlink++;
    }
    this.fs.writable(ino).ctime = this.fs.now();
  }

  override readlink(): string {
    const { target } = this.fs.node(this.ino);
    if (target === undefined) throw new SystemError('EINVAL');
    return target;
  }

  override read(offset: number, max: number): Uint8Array {
    const { data } = this.fs.node(this.ino);
    if (!data) throw new SystemError('EINVAL');
    return data.read(offset, max);
  }

  override write(offset: number, bytes: Uint8Array): void {
    this.fs.changeData(this.ino, (data) => data.write(offset, bytes), offset + bytes.length);
  }

  override truncate(size: number): void {
    this.fs.changeData(this.ino, (data) => data.truncate(size), 0);
  }

  override data(): FileData | undefined {
    return this.fs.node(this.ino).data;
  }

  override setData(data: FileData): void {
    this.fs.replaceData(this.ino, data);
  }

  override setAttributes(change: AttributeChange): void {
    const node = this.fs.writable(this.ino);
    node.ctime = this.fs.now();
    if (change.mode !== undefined) node.mode = (node.mode & fileTypeMask) | (change.mode & 0o7777);
    if (change.uid !== undefined) node.uid = change.uid;
    if (change.gid !== undefined) node.gid = change.gid;
    if (change.atime !== undefined) node.atime = change.atime;
    if (change.mtime !== undefined) node.mtime = change.mtime;
  }

  override getxattr(name: string): Uint8Array | undefined {
    return this.fs.node(this.ino).xattrs?.get(name);
  }

  override listxattr(): string[] {
    return [...(this.fs.node(this.ino).xattrs?.keys() ?? [])];
  }

  override setxattr(name: string, value: Uint8Array | undefined): void {
    const node = this.fs.writable(this.ino);
    node.xattrs ??= new Map();
    if (value) node.xattrs.set(name, value.slice());
    else if (!node.xattrs.delete(name)) throw new SystemError('ENODATA');
    node.ctime = this.fs.now();
  }

  override hold(by: 1 | -1): void {
    this.fs.hold(this.ino, by);
  }
}
