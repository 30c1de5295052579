import { type DirectoryEntry, fileType, type StatFs, SystemError, type WindowSize } from '../uapi/index.ts';
import { type AttributeChange, type Attributes, type FileSystem, Inode } from '../vfs/index.ts';
import { Tty } from '../tty/index.ts';

/** The terminals of one devpts instance: pts(4). */
export class DevPts implements FileSystem {
  readonly type = 'devpts';
  readonly root: DevPtsRoot;
  readonly now: () => number;
  readonly ttys = new Map<number, Tty>();

  constructor(now: () => number) {
    this.now = now;
    this.root = new DevPtsRoot(this);
  }

  statFs(): StatFs {
    return { type: this.type, total: 0, free: 0, files: 0, freeFiles: 0 };
  }

  /** A terminal with the lowest free number. */
  allocate(size: WindowSize, uid: number): Tty {
    let index = 0;
    while (this.ttys.has(index)) index++;
    const tty = new Tty(index, size, this.now());
    tty.uid = uid;
    this.ttys.set(index, tty);
    return tty;
  }

  release(tty: Tty): void {
    this.ttys.delete(tty.index);
    this.root.forget(tty);
  }
}

class DevPtsRoot extends Inode {
  override readonly fs: DevPts;
  override readonly ino = 1;
  override readonly mode = fileType.directory | 0o755;
  override readonly uid = 0;
  override readonly gid = 0;
  override readonly rdev = 0;
  readonly #ptmx: PtmxInode;
  readonly #inodes = new Map<Tty, PtsInode>();
  readonly #created: number;

  constructor(fs: DevPts) {
    super();
    this.fs = fs;
    this.#ptmx = new PtmxInode(fs);
    this.#created = fs.now();
  }

  override attributes(): Attributes {
    const time = this.#created;
    return { ino: 1, mode: this.mode, nlink: 2, uid: 0, gid: 0, rdev: 0, size: 0, blocks: 0, atime: time, mtime: time, ctime: time };
  }

  override lookup(name: string): Inode | undefined {
    if (name === 'ptmx') return this.#ptmx;
    const tty = /^(0|[1-9]\d*)$/.test(name) ? this.fs.ttys.get(Number(name)) : undefined;
    if (!tty) return undefined;
    let inode = this.#inodes.get(tty);
    if (!inode) {
      inode = new PtsInode(this.fs, tty);
      this.#inodes.set(tty, inode);
    }
    return inode;
  }

  forget(tty: Tty): void {
    this.#inodes.delete(tty);
  }

  override list(): DirectoryEntry[] {
    const type = fileType.character;
    return [...[...this.fs.ttys.keys()].map((index) => ({ name: String(index), ino: index + 3, type })), { name: 'ptmx', ino: 2, type }];
  }
}

/** A slave's file. */
export class PtsInode extends Inode {
  override readonly fs: DevPts;
  readonly tty: Tty;

  constructor(fs: DevPts, tty: Tty) {
    super();
    this.fs = fs;
    this.tty = tty;
  }

  override get ino(): number {
    return this.tty.index + 3;
  }
  override get mode(): number {
    return fileType.character | this.tty.mode;
  }
  override get uid(): number {
    return this.tty.uid;
  }
  override get gid(): number {
    return this.tty.gid;
  }
  override get rdev(): number {
    return (136 << 8) | this.tty.index;
  }

  override attributes(): Attributes {
    const { ino, mode, uid, gid, rdev } = this;
    const time = this.tty.created;
    return { ino, mode, nlink: 1, uid, gid, rdev, size: 0, blocks: 0, atime: time, mtime: time, ctime: time };
  }

  override setAttributes(change: AttributeChange): void {
    if (change.uid !== undefined) this.tty.uid = change.uid;
    if (change.gid !== undefined) this.tty.gid = change.gid;
    if (change.mode !== undefined) this.tty.mode = change.mode & 0o7777;
  }
}

/** The multiplexer of an instance: opening it makes a terminal. */
export class PtmxInode extends Inode {
  override readonly fs: DevPts;
  override readonly ino = 2;
  override readonly mode = fileType.character | 0o666;
  override readonly uid = 0;
  override readonly gid = 0;
  override readonly rdev = (5 << 8) | 2;

  constructor(fs: DevPts) {
    super();
    this.fs = fs;
  }

  override attributes(): Attributes {
    const time = this.fs.now();
    return { ino: 2, mode: this.mode, nlink: 1, uid: 0, gid: 0, rdev: this.rdev, size: 0, blocks: 0, atime: time, mtime: time, ctime: time };
  }

  override setAttributes(_change: AttributeChange): void {
    throw new SystemError('EPERM');
  }
}
