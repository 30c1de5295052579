import type { Event } from '../../base/index.ts';
import type { StatFs } from '../uapi/index.ts';
import type { FileSystem, Inode } from '../vfs/index.ts';
import { type Overlay, OverlayInode } from './overlay-inode.ts';

/** What an overlay is made of. */
export interface OverlayOptions {
  /** Directories that are only read, the topmost first. */
  lower: readonly Inode[];
  /** The directory that takes the changes; without one the overlay is read-only. */
  upper?: Inode;
  /** What mount and statfs call it; default `overlay`. */
  type?: string;
  /** Renaming a directory of a lower layer copies it up instead of failing with EXDEV, so that the overlay passes for a plain disk. */
  renamesDirectories?: boolean;
}

/**
 * Several directories seen as one: the kernel's filesystems/overlayfs. Removing what a lower layer has leaves a whiteout (character device 0/0) in the
 * upper directory; a directory that replaces one is opaque (xattr `trusted.overlay.opaque` = `y`). Lower and upper directories must not be changed by others meanwhile.
 */
export class OverlayFs implements Overlay {
  readonly type: string;
  readonly root: OverlayInode;
  readonly writable: boolean;
  readonly renamesDirectories: boolean;
  readonly #upper: Inode | undefined;
  readonly #lower: readonly Inode[];
  readonly #byUpper = new Map<Inode, OverlayInode>();
  #lastIno = 0;

  constructor(options: OverlayOptions) {
    this.type = options.type ?? 'overlay';
    this.#upper = options.upper;
    this.#lower = options.lower;
    this.writable = options.upper !== undefined;
    this.renamesDirectories = options.renamesDirectories ?? false;
    this.root = new OverlayInode(this, undefined, '', options.upper, [...options.lower]);
  }

  /** An overlay of whole file systems, for a host's root. */
  static of(lower: readonly FileSystem[], upper: FileSystem | undefined, options: Omit<OverlayOptions, 'lower' | 'upper'> = {}): OverlayFs {
    return new OverlayFs({ ...options, lower: lower.map((fs) => fs.root), ...(upper ? { upper: upper.root } : {}) });
  }

  get onChange(): Event<void> | undefined {
    return this.#upper?.fs.onChange;
  }

  statFs(): StatFs {
    const below = (this.#upper ?? this.#lower[0])?.fs.statFs() ?? { total: 0, free: 0, files: 0, freeFiles: 0 };
    return { ...below, type: this.type };
  }

  nextIno(): number {
    return ++this.#lastIno;
  }

  ofUpper(upper: Inode, make: () => OverlayInode): OverlayInode {
    let known = this.#byUpper.get(upper);
    if (!known) {
      known = make();
      this.#byUpper.set(upper, known);
    }
    return known;
  }

  forgetUpper(upper: Inode): void {
    this.#byUpper.delete(upper);
  }

  noteUpper(upper: Inode, inode: OverlayInode): void {
    this.#byUpper.set(upper, inode);
  }
}
