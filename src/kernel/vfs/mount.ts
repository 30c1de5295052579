import type { FileSystem, Inode } from './inode.ts';

/** A name in a directory and what it names: the place of a file in its file system, which knows its parent. */
export class Dentry {
  readonly superBlock: SuperBlock;
  parent: Dentry | undefined;
  name: string;
  readonly inode: Inode;
  /** The name was removed while somebody still holds the dentry. */
  unlinked = false;
  #children: Map<string, Dentry> | undefined;

  constructor(superBlock: SuperBlock, parent: Dentry | undefined, name: string, inode: Inode) {
    this.superBlock = superBlock;
    this.parent = parent;
    this.name = name;
    this.inode = inode;
  }

  /** The file system decides at each look-up; the dentry stays the same while the inode does. */
  lookup(name: string): Dentry | undefined {
    const inode = this.inode.lookup(name);
    const known = this.#children?.get(name);
    if (known && known.inode === inode) return known;
    if (!inode) {
      if (known) this.forget(name);
      return undefined;
    }
    return this.adopt(name, inode);
  }

  adopt(name: string, inode: Inode): Dentry {
    const dentry = new Dentry(this.superBlock, this, name, inode);
    (this.#children ??= new Map()).set(name, dentry);
    return dentry;
  }

  forget(name: string): void {
    const known = this.#children?.get(name);
    if (!known) return;
    known.unlinked = true;
    this.#children?.delete(name);
  }

  moveTo(parent: Dentry, name: string): void {
    const { parent: before } = this;
    if (before) before.#children?.delete(this.name);
    parent.forget(name);
    this.parent = parent;
    this.name = name;
    (parent.#children ??= new Map()).set(name, this);
  }
}

/** A file system as one kernel sees it: its device number and its dentries. */
export class SuperBlock {
  readonly fs: FileSystem;
  readonly dev: number;
  readonly root: Dentry;

  constructor(fs: FileSystem, dev: number) {
    this.fs = fs;
    this.dev = dev;
    this.root = new Dentry(this, undefined, '', fs.root);
  }
}

/** A file system (or a part of it) at a place of the tree. */
export class Mount {
  readonly id: number;
  readonly superBlock: SuperBlock;
  readonly root: Dentry;
  /** What it is mounted on; undefined for the root of a namespace. */
  parent: Mount | undefined;
  mountpoint: Dentry | undefined;
  readonly children = new Map<Dentry, Mount>();
  readonly source: string;
  readonly type: string;
  options: string;
  readOnly: boolean;

  constructor(id: number, root: Dentry, at: Location | undefined, about: { source: string; type: string; options: string; readOnly: boolean }) {
    this.id = id;
    this.superBlock = root.superBlock;
    this.root = root;
    this.parent = at?.mount;
    this.mountpoint = at?.dentry;
    this.source = about.source;
    this.type = about.type;
    this.options = about.options;
    this.readOnly = about.readOnly;
    if (at) at.mount.children.set(at.dentry, this);
    root.inode.hold(1);
  }

  /** It is mounted no more. Until then its root lives on, even without a name. */
  release(): void {
    this.root.inode.hold(-1);
  }

  get location(): Location {
    return { mount: this, dentry: this.root };
  }
}

/** A place in the tree: a dentry seen through a mount. */
export interface Location {
  readonly mount: Mount;
  readonly dentry: Dentry;
}

/** Whether both are the same place. */
export function sameLocation(a: Location, b: Location): boolean {
  return a.dentry === b.dentry && a.mount === b.mount;
}

/** What is on top at a place: the root of the last mount there, if any. */
export function mountedOn(location: Location): Location {
  for (let at = location; ; ) {
    const mount = at.mount.children.get(at.dentry);
    if (!mount) return at;
    at = mount.location;
  }
}

/** The directory above, `root` being its own parent. */
export function parentOf(location: Location, root: Location): Location {
  let at = location;
  for (;;) {
    if (sameLocation(at, root)) return at;
    if (at.dentry !== at.mount.root) break;
    if (!at.mount.parent || !at.mount.mountpoint) return at;
    at = { mount: at.mount.parent, dentry: at.mount.mountpoint };
  }
  return at.dentry.parent ? mountedOn({ mount: at.mount, dentry: at.dentry.parent }) : at;
}

/** Absolute path of a place as seen from `root`. What is not under `root` is told from the top of its namespace. */
export function pathOf(location: Location, root: Location): string {
  const names: string[] = [];
  let { mount, dentry } = location;
  while (!(mount === root.mount && dentry === root.dentry)) {
    if (dentry === mount.root) {
      if (!mount.parent || !mount.mountpoint) break;
      dentry = mount.mountpoint;
      mount = mount.parent;
      continue;
    }
    names.push(dentry.name);
    if (!dentry.parent) break;
    dentry = dentry.parent;
  }
  return `/${names.reverse().join('/')}`;
}

/** Whether `location` is `ancestor` or lies below it. */
export function isWithin(location: Location, ancestor: Location): boolean {
  let { mount, dentry } = location;
  for (;;) {
    if (mount === ancestor.mount && dentry === ancestor.dentry) return true;
    if (dentry === mount.root) {
      if (!mount.parent || !mount.mountpoint) return false;
      dentry = mount.mountpoint;
      mount = mount.parent;
    } else if (dentry.parent) dentry = dentry.parent;
    else return false;
  }
}
