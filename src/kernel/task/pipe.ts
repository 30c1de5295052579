import { ByteQueue, noBytes } from '../../base/index.ts';
import { fileType, type OpenFlags, type Stat, SystemError } from '../uapi/index.ts';
import { type Location, OpenFile, statOf, type Waiter, WaitQueue } from '../vfs/index.ts';

/** Bytes that a pipe holds: pipe(7). */
export const pipeCapacity = 65536;
/** Writes of up to so many bytes are not mixed with others': PIPE_BUF. */
const atomicWrite = 4096;

/** A pipe or fifo: a buffer between writers and readers. */
export class Pipe {
  readonly ino: number;
  readonly bytes = new ByteQueue();
  readonly readable = new WaitQueue();
  readonly writable = new WaitQueue();
  readers = 0;
  writers = 0;
  /** A fifo waits for its other side at the first read or write; a pipe has both from the start. */
  hadReader = false;
  hadWriter = false;

  constructor(ino: number) {
    this.ino = ino;
  }

  count(flags: OpenFlags, by: 1 | -1): void {
    if (flags.read) this.readers += by;
    if (flags.write) this.writers += by;
    this.hadReader ||= this.readers > 0;
    this.hadWriter ||= this.writers > 0;
    if (this.readers === 0 && this.writers === 0) {
      this.bytes.clear();
      this.hadReader = this.hadWriter = false;
    }
    this.readable.wake();
    this.writable.wake();
  }
}

/** One end of a pipe, or a fifo opened either or both ways. */
export class PipeFile extends OpenFile {
  readonly pipe: Pipe;
  readonly #now: number;

  constructor(pipe: Pipe, flags: OpenFlags, location?: Location, now = 0) {
    super(flags, location);
    this.pipe = pipe;
    this.#now = now;
    pipe.count(flags, 1);
  }

  override stat(): Stat {
    if (this.location) return statOf(this.location.dentry.inode, this.location.mount.superBlock.dev);
    const time = this.#now;
    return { dev: 13, ino: this.pipe.ino, mode: fileType.fifo | 0o600, nlink: 1, uid: 0, gid: 0, rdev: 0, size: 0, blocks: 0, atime: time, mtime: time, ctime: time };
  }

  override describe(): string {
    return `pipe:[${this.pipe.ino}]`;
  }

  override get readable(): boolean {
    return this.pipe.bytes.length > 0 || (this.pipe.writers === 0 && this.pipe.hadWriter);
  }

  override get readableQueue(): WaitQueue {
    return this.pipe.readable;
  }

  override async read(waiter: Waiter, max: number): Promise<Uint8Array> {
    const { pipe } = this;
    for (;;) {
      if (pipe.bytes.length > 0) {
        const bytes = pipe.bytes.take(max);
        pipe.writable.wake();
        return bytes;
      }
      if (pipe.writers === 0 && (pipe.hadWriter || this.flags.nonblock)) return noBytes;
      if (this.flags.nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([pipe.readable]);
    }
  }

  override async write(waiter: Waiter, bytes: Uint8Array): Promise<void> {
    const { pipe } = this;
    for (let rest = bytes; rest.length > 0; ) {
      if (pipe.readers === 0 && pipe.hadReader) {
        waiter.raise('SIGPIPE');
        throw new SystemError('EPIPE');
      }
      const room = pipe.readers === 0 ? 0 : pipeCapacity - pipe.bytes.length;
      const least = rest.length <= atomicWrite ? rest.length : 1;
      if (room >= least) {
        pipe.bytes.push(rest.subarray(0, room));
        rest = rest.subarray(room);
        pipe.readable.wake();
      } else if (this.flags.nonblock) throw new SystemError('EAGAIN');
      else await waiter.wait([pipe.writable]);
    }
  }

  override reopen(flags: OpenFlags): OpenFile {
    return new PipeFile(this.pipe, flags, this.location, this.#now);
  }

  protected override release(): void {
    this.pipe.count(this.flags, -1);
  }
}
