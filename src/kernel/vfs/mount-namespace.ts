import { SystemError } from '../uapi/index.ts';
import type { FileSystem } from './inode.ts';
import { type Dentry, isWithin, type Location, Mount, SuperBlock } from './mount.ts';

/** What a mount says of itself in /proc/mounts. */
export interface MountDescription {
  source: string;
  type: string;
  options: string;
  readOnly: boolean;
}

/** The kernel's file systems with their device numbers, and the counter of mounts. */
export class MountTable {
  readonly #superBlocks = new Map<FileSystem, SuperBlock>();
  #nextDev = 24;
  #nextId = 21;

  superBlock(fs: FileSystem): SuperBlock {
    let known = this.#superBlocks.get(fs);
    if (!known) {
      known = new SuperBlock(fs, this.#nextDev++);
      this.#superBlocks.set(fs, known);
    }
    return known;
  }

  mount(root: Dentry, at: Location | undefined, description: MountDescription): Mount {
    return new Mount(this.#nextId++, root, at, description);
  }

  /** Forgets a file system that is mounted nowhere any more. */
  release(fs: FileSystem): void {
    this.#superBlocks.delete(fs);
  }
}

/** One view of the tree: mount_namespaces(7). */
export class MountNamespace {
  readonly id: number;
  readonly table: MountTable;
  root: Mount;
  #tasks = 0;

  constructor(id: number, table: MountTable, root: Mount) {
    this.id = id;
    this.table = table;
    this.root = root;
  }

  /** A task more (1) or fewer (-1) is in it; without any its mounts are gone. */
  hold(by: 1 | -1): void {
    this.#tasks += by;
    if (this.#tasks === 0) for (const mount of this.mounts()) mount.release();
  }

  /** All mounts, parents before children, in the order of mounting. */
  mounts(): Mount[] {
    const all: Mount[] = [];
    const visit = (mount: Mount): void => {
      all.push(mount);
      for (const child of mount.children.values()) visit(child);
    };
    visit(this.root);
    return all.sort((a, b) => a.id - b.id);
  }

  mountFs(fs: FileSystem, at: Location, description: MountDescription): Mount {
    return this.table.mount(this.table.superBlock(fs).root, at, description);
  }

  /** mount --rbind: what is at `source` shows at `at` too, with what is mounted below it. */
  bind(source: Location, at: Location, readOnly: boolean): Mount {
    const { mount } = source;
    const below = [...mount.children.values()].filter((child) => child.parent && child.mountpoint && isWithin({ mount: child.parent, dentry: child.mountpoint }, source));
    const bound = this.table.mount(source.dentry, at, { source: mount.source, type: mount.type, options: mount.options, readOnly: readOnly || mount.readOnly });
    for (const child of below) if (child !== bound && child.mountpoint) this.#copyTree(child, { mount: bound, dentry: child.mountpoint }, new Map(), bound);
    return bound;
  }

  #copyTree(mount: Mount, at: Location | undefined, copies: Map<Mount, Mount>, except?: Mount): Mount {
    const copy = this.table.mount(mount.root, at, mount);
    copies.set(mount, copy);
    for (const child of mount.children.values()) {
      if (child.mountpoint && child !== except) this.#copyTree(child, { mount: copy, dentry: child.mountpoint }, copies, except);
    }
    return copy;
  }

  umount(mount: Mount): void {
    if (!mount.parent || !mount.mountpoint) throw new SystemError('EINVAL');
    if (mount.children.size > 0) throw new SystemError('EBUSY');
    mount.parent.children.delete(mount.mountpoint);
    mount.release();
  }

  /** A copy of the tree, and where each mount went. */
  clone(id: number): { namespace: MountNamespace; moved: Map<Mount, Mount> } {
    const moved = new Map<Mount, Mount>();
    const root = this.#copyTree(this.root, undefined, moved);
    return { namespace: new MountNamespace(id, this.table, root), moved };
  }

  /** pivot_root(2) without the old root: what is not below `location` goes away. */
  pivot(location: Location): Location {
    const before = this.mounts();
    let top = location.mount;
    if (location.dentry !== top.root) top = this.bind(location, location, false);
    if (top.parent && top.mountpoint) top.parent.children.delete(top.mountpoint);
    top.parent = undefined;
    top.mountpoint = undefined;
    this.root = top;
    const after = new Set(this.mounts());
    for (const mount of before) if (!after.has(mount)) mount.release();
    return top.location;
  }
}
