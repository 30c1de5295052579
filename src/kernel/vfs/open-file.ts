import { type OpenFlags, type OpenMode, type Stat, SystemError } from '../uapi/index.ts';
import type { Inode } from './inode.ts';
import type { Location } from './mount.ts';
import type { Waiter, WaitQueue } from './wait-queue.ts';

/** The flags of open(2) that an `OpenMode` stands for. */
export function openFlags(mode: OpenMode = 'r'): OpenFlags {
  switch (mode) {
    case 'r': return { read: true };
    case 'r+': return { read: true, write: true };
    case 'w': return { write: true, create: true, truncate: true };
    case 'w+': return { read: true, write: true, create: true, truncate: true };
    case 'a': return { write: true, append: true, create: true };
    case 'a+': return { read: true, write: true, append: true, create: true };
    default: return mode;
  }
}

/** An open file description: open(2). Descriptors share it; the last one to go releases it. */
export abstract class OpenFile {
  readonly flags: OpenFlags;
  /** The place it was opened at; undefined for pipes and sockets. */
  readonly location: Location | undefined;
  #references = 0;

  constructor(flags: OpenFlags, location: Location | undefined) {
    this.flags = flags;
    this.location = location;
  }

  abstract stat(): Stat;
  /** What /proc/PID/fd/N says: a path is asked of the location, else `pipe:[7]`. */
  describe(): string {
    return 'anon_inode:[file]';
  }

  async read(_waiter: Waiter, _max: number): Promise<Uint8Array> {
    throw new SystemError('EINVAL');
  }
  async write(_waiter: Waiter, _bytes: Uint8Array): Promise<void> {
    throw new SystemError('EINVAL');
  }
  /** Whether a read returns at once. */
  get readable(): boolean {
    return true;
  }
  /** Woken when `readable` may have become true. */
  get readableQueue(): WaitQueue | undefined {
    return undefined;
  }
  seek(_offset: number, _whence: 'set' | 'cur' | 'end'): number {
    throw new SystemError('ESPIPE');
  }
  truncate(_size: number): void {
    throw new SystemError('EINVAL');
  }
  /** The inode, where there is one. */
  get inode(): Inode | undefined {
    return this.location?.dentry.inode;
  }
  /** What open("/proc/self/fd/N") gives. */
  reopen(_flags: OpenFlags): OpenFile {
    return this;
  }

  hold(): this {
    this.#references++;
    return this;
  }
  drop(): void {
    if (--this.#references === 0) this.release();
  }
  get references(): number {
    return this.#references;
  }
  /** The last descriptor was closed. */
  protected release(): void {}
}

/** The stat of an inode on a device. */
export function statOf(inode: Inode, dev: number): Stat {
  return { dev, ...inode.attributes() };
}
