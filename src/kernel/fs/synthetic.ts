import { encodeUtf8 } from '../../base/index.ts';
import { type DirectoryEntry, fileType, type StatFs, SystemError } from '../uapi/index.ts';
import { type Attributes, type FileSystem, Inode, type LinkTarget, type NewInode } from '../vfs/index.ts';

/** A file system whose files are made up at each look: proc(5), sysfs(5). */
export class SyntheticFs implements FileSystem {
  readonly type: string;
  readonly now: () => number;
  #root: Inode | undefined;
  #lastIno = 0;

  constructor(type: string, now: () => number) {
    this.type = type;
    this.now = now;
  }

  /** The root is given once, after the file system exists. */
  mountRoot(root: Inode): this {
    this.#root = root;
    return this;
  }

  get root(): Inode {
    if (!this.#root) throw new Error('a synthetic file system without a root');
    return this.#root;
  }

  statFs(): StatFs {
    return { type: this.type, total: 0, free: 0, files: 0, freeFiles: 0 };
  }

  nextIno(): number {
    return ++this.#lastIno;
  }
}

/** Who owns a synthetic file. */
export interface SyntheticOwner {
  uid: number;
  gid: number;
}

const root: SyntheticOwner = { uid: 0, gid: 0 };

abstract class SyntheticInode extends Inode {
  override readonly fs: SyntheticFs;
  override readonly ino: number;
  override readonly mode: number;
  override readonly rdev = 0;
  readonly #owner: SyntheticOwner;

  constructor(fs: SyntheticFs, mode: number, owner: SyntheticOwner = root) {
    super();
    this.fs = fs;
    this.ino = fs.nextIno();
    this.mode = mode;
    this.#owner = owner;
  }

  override get uid(): number {
    return this.#owner.uid;
  }
  override get gid(): number {
    return this.#owner.gid;
  }

  override attributes(): Attributes {
    const time = this.fs.now();
    const { ino, mode, uid, gid } = this;
    return { ino, mode, nlink: this.isDirectory ? 2 : 1, uid, gid, rdev: 0, size: 0, blocks: 0, atime: time, mtime: time, ctime: time };
  }
}

/** A file with a text of the moment, which may be written. */
export class SyntheticFile extends SyntheticInode {
  readonly #text: () => string;
  readonly #write: ((text: string) => void) | undefined;
  readonly #watched: ((changed: () => void) => void) | undefined;

  constructor(fs: SyntheticFs, text: () => string, options: { mode?: number; owner?: SyntheticOwner; write?: (text: string) => void; watched?: (changed: () => void) => void } = {}) {
    super(fs, fileType.regular | (options.mode ?? (options.write ? 0o644 : 0o444)), options.owner);
    this.#text = text;
    this.#write = options.write;
    this.#watched = options.watched;
  }

  override read(offset: number, max: number): Uint8Array {
    return encodeUtf8(this.#text()).slice(offset, offset + max);
  }

  override write(_offset: number, bytes: Uint8Array): void {
    if (!this.#write) super.write(0, bytes);
    else this.#write(new TextDecoder().decode(bytes));
  }

  override truncate(): void {}

  override watched(changed: () => void): void {
    this.#watched?.(changed);
  }
}

/** A symbolic link; with `target` it leads to a place or an open file whatever its text says. */
export class SyntheticLink extends SyntheticInode {
  readonly #text: () => string;
  readonly #target: (() => LinkTarget | undefined) | undefined;

  constructor(fs: SyntheticFs, text: () => string, target?: () => LinkTarget | undefined, owner?: SyntheticOwner) {
    super(fs, fileType.symlink | 0o777, owner);
    this.#text = text;
    this.#target = target;
  }

  override readlink(): string {
    return this.#text();
  }

  override follow(): LinkTarget | undefined {
    return this.#target?.();
  }
}

/** What a synthetic directory holds. */
export interface SyntheticEntries {
  lookup(name: string): Inode | undefined;
  names(): Iterable<string>;
}

/** A directory whose entries are fixed or come and go. */
export class SyntheticDirectory extends SyntheticInode {
  readonly #entries: SyntheticEntries;

  constructor(fs: SyntheticFs, entries: SyntheticEntries, options: { mode?: number; owner?: SyntheticOwner } = {}) {
    super(fs, fileType.directory | (options.mode ?? 0o555), options.owner);
    this.#entries = entries;
  }

  override lookup(name: string): Inode | undefined {
    return this.#entries.lookup(name);
  }

  override create(_name?: string, _init?: NewInode): Inode {
    throw new SystemError(this.fs.type === 'proc' ? 'ENOENT' : 'EPERM');
  }

  override list(): DirectoryEntry[] {
    const found: DirectoryEntry[] = [];
    for (const name of this.#entries.names()) {
      const inode = this.#entries.lookup(name);
      if (inode) found.push({ name, ino: inode.ino, type: inode.type });
    }
    return found;
  }
}

/** Fixed entries, each made at its first look-up. */
export function fixedEntries(makers: Record<string, () => Inode>): SyntheticEntries {
  const made = new Map<string, Inode>();
  return {
    lookup(name) {
      const known = made.get(name);
      if (known) return known;
      const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
      if (!make) return undefined;
      const inode = make();
      made.set(name, inode);
      return inode;
    },
    names: () => Object.keys(makers),
  };
}
