import { type DirectoryEntry, fileType, SystemError } from '../uapi/index.ts';
import { type AttributeChange, type Attributes, FileData, type FileSystem, Inode, type NewInode } from '../vfs/index.ts';
import { isOpaque, isWhiteout, makeOpaque, makeWhiteout, overlayXattrPrefix } from './whiteout.ts';

/** What the inodes of one overlay share. */
export interface Overlay extends FileSystem {
  readonly writable: boolean;
  readonly renamesDirectories: boolean;
  nextIno(): number;
  /** One inode for all names of a file in the upper layer. */
  ofUpper(upper: Inode, make: () => OverlayInode): OverlayInode;
  noteUpper(upper: Inode, inode: OverlayInode): void;
  forgetUpper(upper: Inode): void;
}

/** A file of an overlay: the upper one when it was changed, else the topmost lower one; a directory merges all of them. */
export class OverlayInode extends Inode {
  override readonly fs: Overlay;
  override readonly ino: number;
  #parent: OverlayInode | undefined;
  #name: string;
  #upper: Inode | undefined;
  #lowers: Inode[];
  readonly #children = new Map<string, OverlayInode>();
  #held = 0;

  constructor(fs: Overlay, parent: OverlayInode | undefined, name: string, upper: Inode | undefined, lowers: Inode[]) {
    super();
    this.fs = fs;
    this.ino = fs.nextIno();
    this.#parent = parent;
    this.#name = name;
    this.#upper = upper;
    this.#lowers = lowers;
  }

  get #real(): Inode {
    const real = this.#upper ?? this.#lowers[0];
    if (!real) throw new SystemError('ENOENT');
    return real;
  }

  override get mode(): number {
    return this.#real.mode;
  }
  override get uid(): number {
    return this.#real.uid;
  }
  override get gid(): number {
    return this.#real.gid;
  }
  override get rdev(): number {
    return this.#real.rdev;
  }

  override attributes(): Attributes {
    return { ...this.#real.attributes(), ino: this.ino };
  }

  override lookup(name: string): OverlayInode | undefined {
    const known = this.#children.get(name);
    if (known) return known;
    const upper = this.#upper?.lookup(name);
    if (upper && isWhiteout(upper)) return undefined;
    const lowers = upper && (!upper.isDirectory || isOpaque(upper)) ? [] : this.#lookupLowers(name, upper !== undefined);
    if (!upper && lowers.length === 0) return undefined;
    const make = (): OverlayInode => new OverlayInode(this.fs, this, name, upper, lowers);
    const inode = upper && !upper.isDirectory ? this.fs.ofUpper(upper, make) : make();
    this.#children.set(name, inode);
    return inode;
  }

  /** What the lower layers have under a name, down to the first that hides the rest. */
  #lookupLowers(name: string, onlyDirectories: boolean): Inode[] {
    const found: Inode[] = [];
    for (const lower of this.#lowers) {
      const inode = lower.lookup(name);
      if (!inode) continue;
      if (isWhiteout(inode)) break;
      if (!inode.isDirectory) {
        if (found.length === 0 && !onlyDirectories) found.push(inode);
        break;
      }
      found.push(inode);
      if (isOpaque(inode)) break;
    }
    return found;
  }

  #lowerHas(name: string): boolean {
    return this.#lookupLowers(name, false).length > 0;
  }

  override list(): DirectoryEntry[] {
    const seen = new Set<string>();
    const entries: DirectoryEntry[] = [];
    for (const layer of this.#upper ? [this.#upper, ...this.#lowers] : this.#lowers) {
      for (const { name, type } of layer.list()) {
        if (seen.has(name)) continue;
        seen.add(name);
        if (type === fileType.character && layer.lookup(name)?.rdev === 0) continue;
        entries.push({ name, type, ino: this.#children.get(name)?.ino ?? 0 });
      }
    }
    for (const entry of entries) if (entry.ino === 0) entry.ino = this.lookup(entry.name)?.ino ?? 0;
    return entries;
  }

  /** The inode in the upper layer, made from the lower one when there is none yet. */
  copyUp(): Inode {
    if (this.#upper) return this.#upper;
    if (!this.#parent || !this.fs.writable) throw new SystemError('EROFS');
    const directory = this.#parent.copyUp();
    const { atime: directoryAtime, mtime: directoryMtime } = directory.attributes();
    const real = this.#real;
    const { mode, uid, gid, rdev, atime, mtime, size } = real.attributes();
    const upper = directory.create(this.#name, { mode, uid, gid, rdev, ...(real.type === fileType.symlink ? { target: real.readlink() } : {}) });
    if (real.type === fileType.regular) upper.setData(real.data()?.share() ?? new FileData(undefined, real.read(0, size)));
    for (const name of real.listxattr()) if (!name.startsWith(overlayXattrPrefix)) upper.setxattr(name, real.getxattr(name));
    upper.setAttributes({ atime, mtime });
    directory.setAttributes({ atime: directoryAtime, mtime: directoryMtime });
    this.#upper = upper;
    if (!this.isDirectory) {
      this.#lowers = [];
      this.fs.noteUpper(upper, this);
      for (let i = 0; i < this.#held; i++) upper.hold(1);
    }
    return upper;
  }

  /** Copies a directory with all below it up, so that it depends on no lower layer. */
  #copyUpTree(): void {
    const upper = this.copyUp();
    if (!this.isDirectory) return;
    for (const { name } of this.list()) {
      const child = this.lookup(name);
      if (child) child.#copyUpTree();
    }
    if (this.#lowers.length === 0) return;
    this.#lowers = [];
    makeOpaque(upper);
  }

  /** Removes the whiteout of a name, if there is one. */
  #uncover(upper: Inode, name: string): void {
    const hidden = upper.lookup(name);
    if (hidden && isWhiteout(hidden)) upper.unlink(name);
  }

  override create(name: string, init: NewInode): Inode {
    if (this.lookup(name)) throw new SystemError('EEXIST');
    const upper = this.copyUp();
    this.#uncover(upper, name);
    const made = upper.create(name, init);
    if (made.isDirectory && this.#lowerHas(name)) makeOpaque(made);
    const inode = new OverlayInode(this.fs, this, name, made, []);
    if (!made.isDirectory) this.fs.noteUpper(made, inode);
    this.#children.set(name, inode);
    return inode;
  }

  override link(name: string, inode: Inode): void {
    if (!(inode instanceof OverlayInode) || inode.fs !== this.fs) throw new SystemError('EXDEV');
    if (this.lookup(name)) throw new SystemError('EEXIST');
    const existing = inode.copyUp();
    const upper = this.copyUp();
    this.#uncover(upper, name);
    upper.link(name, existing);
    this.#children.set(name, inode);
  }

  override unlink(name: string): void {
    const child = this.lookup(name);
    if (!child) throw new SystemError('ENOENT');
    const upper = this.copyUp();
    if (child.#upper) {
      if (child.#upper.attributes().nlink <= 1) this.fs.forgetUpper(child.#upper);
      upper.unlink(name);
    }
    this.#cover(upper, name);
    this.#children.delete(name);
  }

  #cover(upper: Inode, name: string): void {
    if (this.#lowerHas(name)) makeWhiteout(upper, name);
  }

  override rmdir(name: string): void {
    const child = this.lookup(name);
    if (!child) throw new SystemError('ENOENT');
    if (!child.isDirectory) throw new SystemError('ENOTDIR');
    if (child.list().length > 0) throw new SystemError('ENOTEMPTY');
    const upper = this.copyUp();
    this.#removeEmpty(upper, name, child);
    this.#cover(upper, name);
    this.#children.delete(name);
  }

  /** Removes an empty directory of the upper layer with the whiteouts in it. */
  #removeEmpty(upper: Inode, name: string, child: OverlayInode): void {
    if (!child.#upper) return;
    for (const entry of child.#upper.list()) child.#upper.unlink(entry.name);
    upper.rmdir(name);
  }

  override rename(name: string, to: Inode, toName: string): void {
    if (!(to instanceof OverlayInode) || to.fs !== this.fs) throw new SystemError('EXDEV');
    const child = this.lookup(name);
    if (!child) throw new SystemError('ENOENT');
    const replaced = to.lookup(toName);
    if (replaced === child) return;
    if (replaced?.isDirectory && replaced.list().length > 0) throw new SystemError('ENOTEMPTY');
    if (child.isDirectory && child.#lowers.length > 0) {
      if (!this.fs.renamesDirectories) throw new SystemError('EXDEV');
      child.#copyUpTree();
    }
    child.copyUp();
    const from = this.copyUp();
    const target = to.copyUp();
    to.#uncover(target, toName);
    if (replaced?.isDirectory) to.#removeEmpty(target, toName, replaced);
    else if (replaced && replaced.#upper && replaced.#upper.attributes().nlink <= 1) this.fs.forgetUpper(replaced.#upper);
    from.rename(name, target, toName);
    if (child.isDirectory && child.#upper && to.#lowerHas(toName)) makeOpaque(child.#upper);
    this.#cover(from, name);
    this.#children.delete(name);
    to.#children.set(toName, child);
    child.#parent = to;
    child.#name = toName;
  }

  override readlink(): string {
    return this.#real.readlink();
  }
  override read(offset: number, max: number): Uint8Array {
    return this.#real.read(offset, max);
  }
  override write(offset: number, bytes: Uint8Array): void {
    this.copyUp().write(offset, bytes);
  }
  override truncate(size: number): void {
    this.copyUp().truncate(size);
  }
  override data(): FileData | undefined {
    return this.#real.data();
  }
  override setData(data: FileData): void {
    this.copyUp().setData(data);
  }
  override setAttributes(change: AttributeChange): void {
    this.copyUp().setAttributes(change);
  }
  override getxattr(name: string): Uint8Array | undefined {
    return name.startsWith(overlayXattrPrefix) ? undefined : this.#real.getxattr(name);
  }
  override listxattr(): string[] {
    return this.#real.listxattr().filter((name) => !name.startsWith(overlayXattrPrefix));
  }
  override setxattr(name: string, value: Uint8Array | undefined): void {
    this.copyUp().setxattr(name, value);
  }

  override hold(by: 1 | -1): void {
    this.#held += by;
    this.#upper?.hold(by);
  }
}
