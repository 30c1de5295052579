import { type OpenFlags, type Stat, SystemError } from '../uapi/index.ts';
import type { Location } from './mount.ts';
import { OpenFile, statOf } from './open-file.ts';
import type { Waiter } from './wait-queue.ts';

/** An open regular file or directory. */
export class InodeFile extends OpenFile {
  readonly #place: Location;
  readonly #changed: (location: Location) => void;
  #offset = 0;

  constructor(location: Location, flags: OpenFlags, changed: (location: Location) => void) {
    super(flags, location);
    this.#place = location;
    this.#changed = changed;
    location.dentry.inode.hold(1);
  }

  override stat(): Stat {
    return statOf(this.#place.dentry.inode, this.#place.mount.superBlock.dev);
  }

  override async read(_waiter: Waiter, max: number): Promise<Uint8Array> {
    const { inode } = this.#place.dentry;
    if (inode.isDirectory) throw new SystemError('EISDIR');
    const bytes = inode.read(this.#offset, max);
    this.#offset += bytes.length;
    return bytes;
  }

  override async write(_waiter: Waiter, bytes: Uint8Array): Promise<void> {
    const { inode } = this.#place.dentry;
    if (this.flags.append) this.#offset = inode.attributes().size;
    inode.write(this.#offset, bytes);
    this.#offset += bytes.length;
    this.#changed(this.#place);
  }

  override seek(offset: number, whence: 'set' | 'cur' | 'end'): number {
    const from = whence === 'set' ? 0 : whence === 'cur' ? this.#offset : this.#place.dentry.inode.attributes().size;
    if (from + offset < 0) throw new SystemError('EINVAL');
    this.#offset = from + offset;
    return this.#offset;
  }

  override truncate(size: number): void {
    if (!this.flags.write) throw new SystemError('EINVAL');
    this.#place.dentry.inode.truncate(size);
    this.#changed(this.#place);
  }

  override reopen(flags: OpenFlags): OpenFile {
    return new InodeFile(this.#place, flags, this.#changed);
  }

  protected override release(): void {
    this.#place.dentry.inode.hold(-1);
  }
}
