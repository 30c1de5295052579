import { Emitter, type Event } from '../../base/index.ts';
import { fileType, fileTypeMask, type StatFs, SystemError } from '../uapi/index.ts';
import { type Inode, type NewInode, FileData } from '../vfs/index.ts';
import { type NodeStore, TmpInode } from './tmpfs-inode.ts';
import { nodeFromData, nodeToData, type TmpFsData, type TmpNode } from './tmpfs-node.ts';

/** How a TmpFs is made. */
export interface TmpFsOptions {
  /** Milliseconds since the epoch; default `Date.now`. */
  now?: () => number;
  /** Bytes; default 8 GiB. */
  sizeLimit?: number;
  /** What mount and statfs call it; default `tmpfs`. */
  type?: string;
  /** Mode of the root directory; default 0755. */
  mode?: number;
  /** Told of memory before it is taken, and after it is given back; may refuse by throwing. */
  charge?: (bytes: number) => void;
}

const defaultLimit = 8 * 2 ** 30;

/** So much memory may a file system's own contents take, however large the disk says it is: a page has no more. */
const memoryLimit = 2 ** 30;

/**
 * A file system in memory, as plain data: an array of nodes by inode number. `clone` copies the array alone; both sides then copy a node or a
 * file's bytes when they first change it.
 */
export class TmpFs implements NodeStore {
  readonly type: string;
  readonly now: () => number;
  sizeLimit: number;
  #nodes: (TmpNode | undefined)[] = [undefined];
  #free: number[] = [];
  /** Numbers whose files went away; somebody may still hold their inodes, so that only a copy may use them again. */
  #retired: number[] = [];
  #inodes = new Map<number, TmpInode>();
  #held = new Map<number, number>();
  #owner: object = {};
  #used = 0;
  /** Bytes of memory that was written to: what is full of a disk whose contents cannot be folded. */
  #memory = 0;
  #frozen = false;
  readonly #charge: ((bytes: number) => void) | undefined;
  #version = 0;
  readonly #changed = new Emitter<void>();
  /** Fires, synchronously and often, at each change. */
  readonly onChange: Event<void> = this.#changed.event;

  constructor(options: TmpFsOptions = {}) {
    this.now = options.now ?? Date.now;
    this.sizeLimit = options.sizeLimit ?? defaultLimit;
    this.type = options.type ?? 'tmpfs';
    this.#charge = options.charge;
    this.allocate({ mode: fileType.directory | (options.mode ?? 0o755), uid: 0, gid: 0 }).nlink = 2;
  }

  get root(): TmpInode {
    return this.inode(1);
  }

  /** Counts changes: equal versions of one TmpFs mean equal contents. */
  get version(): number {
    return this.#version;
  }

  /** Bytes of the size limit in use. */
  get used(): number {
    return this.#used;
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  /** Makes it read-only for good (EROFS), so that many hosts can share it. */
  freeze(): this {
    this.#frozen = true;
    return this;
  }

  /** An independent copy that shares all contents until one side changes them. */
  clone(options: TmpFsOptions = {}): TmpFs {
    const copy = new TmpFs({ now: this.now, sizeLimit: this.sizeLimit, type: this.type, ...options });
    copy.#nodes = this.#nodes.slice();
    copy.#free = [...this.#free, ...this.#retired];
    copy.#used = this.#used;
    this.#owner = {};
    return copy;
  }

  /** Plain data for structured cloning. Files that were unlinked are left out. Bytes are shared with the file system: do not change them. */
  toData(): TmpFsData {
    const nodes = [];
    for (const node of this.#nodes) if (node && node.nlink > 0) nodes.push(nodeToData(node));
    // The bytes now belong to the data as well: the next writer copies.
    this.#owner = {};
    return { nodes, sizeLimit: this.sizeLimit };
  }

  static fromData(data: TmpFsData, options: TmpFsOptions = {}): TmpFs {
    const fs = new TmpFs({ sizeLimit: data.sizeLimit, ...options });
    fs.#nodes = [undefined];
    for (const item of data.nodes) {
      fs.#nodes[item.ino] = nodeFromData(item, fs.#owner);
      fs.#used += fs.#nodes[item.ino]?.data?.allocated ?? 0;
    }
    for (let ino = fs.#nodes.length - 1; ino > 0; ino--) if (!fs.#nodes[ino]) fs.#free.push(ino);
    return fs;
  }

  statFs(): StatFs {
    const count = this.#nodes.length - 1 - this.#free.length - this.#retired.length;
    const files = Math.floor(this.sizeLimit / 16384);
    const free = this.#memory > memoryLimit ? 0 : Math.max(0, this.sizeLimit - this.#used);
    return { type: this.type, total: this.sizeLimit, free, files, freeFiles: Math.max(0, files - count) };
  }

  /** The inode object of a number, the same one as long as the file exists. */
  inode(ino: number): TmpInode {
    let inode = this.#inodes.get(ino);
    if (!inode) {
      inode = new TmpInode(this, ino);
      this.#inodes.set(ino, inode);
    }
    return inode;
  }

  /** A node to look at. */
  node(ino: number): TmpNode {
    const node = this.#nodes[ino];
    if (!node) throw new SystemError('ENOENT');
    return node;
  }

  /** A node to change: this file system's own. */
  writable(ino: number): TmpNode {
    if (this.#frozen) throw new SystemError('EROFS');
    this.#version++;
    this.#changed.fire();
    const node = this.node(ino);
    if (node.owner === this.#owner) return node;
    const copy: TmpNode = { ...node, owner: this.#owner };
    if (node.entries) copy.entries = new Map(node.entries);
    if (node.xattrs) copy.xattrs = new Map(node.xattrs);
    this.#nodes[ino] = copy;
    return copy;
  }

  /** Changes a file's bytes, within the size limit; `upTo` is where the change ends. */
  changeData(ino: number, change: (data: FileData) => void, upTo: number): void {
    const node = this.writable(ino);
    const before = node.data?.allocated ?? 0;
    const old = node.data ?? new FileData(this.#owner);
    if (upTo > old.size && this.#used + upTo - Math.max(old.size, 0) > this.sizeLimit && this.#used + upTo - before > this.sizeLimit) throw new SystemError('ENOSPC');
    const memory = node.data?.memory ?? 0;
    if (upTo > old.size && this.#memory > memoryLimit) throw new SystemError('ENOSPC');
    const growth = Math.max(0, upTo - old.size);
    if (growth > 0) this.#charge?.(growth);
    const data = old.writable(this.#owner);
    change(data);
    this.#charge?.(data.allocated - before - growth);
    node.data = data;
    this.#used += data.allocated - before;
    this.#memory += data.memory - memory;
    node.mtime = node.ctime = this.now();
  }

  replaceData(ino: number, data: FileData): void {
    const node = this.writable(ino);
    const before = node.data?.allocated ?? 0;
    if (this.#used + data.allocated - before > this.sizeLimit) throw new SystemError('ENOSPC');
    this.#charge?.(data.allocated - before);
    node.data = data;
    this.#used += data.allocated - before;
    node.mtime = node.ctime = this.now();
  }

  allocate(init: NewInode): TmpNode {
    if (this.#frozen) throw new SystemError('EROFS');
    const ino = this.#free.pop() ?? this.#nodes.length;
    const time = this.now();
    const node: TmpNode = { owner: this.#owner, ino, mode: init.mode, uid: init.uid, gid: init.gid, rdev: init.rdev ?? 0, nlink: 0, atime: time, mtime: time, ctime: time };
    const type = init.mode & fileTypeMask;
    if (type === fileType.directory) node.entries = new Map();
    if (type === fileType.regular) node.data = new FileData(this.#owner);
    if (type === fileType.symlink) node.target = init.target ?? '';
    this.#nodes[ino] = node;
    return node;
  }

  /** Gives the node back when neither a name nor an open file holds it. */
  collect(ino: number): void {
    const node = this.node(ino);
    if (node.nlink > 0 || (this.#held.get(ino) ?? 0) > 0) return;
    this.#used -= node.data?.allocated ?? 0;
    this.#charge?.(-(node.data?.allocated ?? 0));
    this.#memory = Math.max(0, this.#memory - (node.data?.memory ?? 0));
    this.#nodes[ino] = undefined;
    this.#inodes.delete(ino);
    this.#retired.push(ino);
  }

  hold(ino: number, by: 1 | -1): void {
    const count = (this.#held.get(ino) ?? 0) + by;
    if (count > 0) this.#held.set(ino, count);
    else {
      this.#held.delete(ino);
      if (!this.#frozen && this.#nodes[ino]?.nlink === 0) this.collect(ino);
    }
  }

  /** The inode number of an inode of this very file system; else EXDEV. */
  own(inode: Inode): number {
    if (inode.fs !== this) throw new SystemError('EXDEV');
    return inode.ino;
  }
}
