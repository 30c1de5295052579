import { noBytes } from '../../base/index.ts';
import { fileType, isSystemError, type OpenFlags, type Stat, SystemError } from '../uapi/index.ts';
import { type Location, OpenFile, statOf, type Waiter, type WaitQueue } from '../vfs/index.ts';
import { Image, runInMacrotask, type Task } from '../task/index.ts';
import type { Tty } from './tty.ts';

/** Whether a task may use its controlling terminal now; sends its group the stop signal when it may not. `ignored` is what follows when the signal is ignored. */
export function isBackground(task: Task, tty: Tty): boolean {
  return task.session.terminal === tty && tty.foreground !== undefined && task.group !== tty.foreground;
}

/** Holds a background task back: POSIX "Terminal Access Control". EIO where nobody could continue it. */
export async function awaitForeground(waiter: Waiter, tty: Tty, signal: 'SIGTTIN' | 'SIGTTOU'): Promise<void> {
  if (!(waiter instanceof Image)) return;
  const { task } = waiter;
  while (isBackground(task, tty)) {
    const ignored = task.dispositions.get(signal) === 'ignore';
    if (ignored && signal === 'SIGTTOU') return;
    if (ignored || task.group.orphaned) throw new SystemError('EIO');
    task.group.signal(signal);
    waiter.requireAlive();
    if (task.state !== 'T') throw new SystemError('EINTR');
    await waiter.wait([task.resumed]);
  }
}

function characterStat(tty: Tty, location: Location | undefined): Stat {
  if (location) return statOf(location.dentry.inode, location.mount.superBlock.dev);
  const time = tty.created;
  return { dev: 24, ino: tty.index + 3, mode: fileType.character | tty.mode, nlink: 1, uid: tty.uid, gid: tty.gid, rdev: (136 << 8) | tty.index, size: 0, blocks: 0, atime: time, mtime: time, ctime: time };
}

/** The slave of a pseudo-terminal: what programs have as their terminal. */
export class TtyFile extends OpenFile {
  readonly tty: Tty;

  constructor(tty: Tty, flags: OpenFlags, location?: Location) {
    super(flags, location);
    this.tty = tty;
    tty.countSlave(1);
  }

  override stat(): Stat {
    return characterStat(this.tty, this.location);
  }

  override describe(): string {
    return `/dev/${this.tty.name}`;
  }

  override get readable(): boolean {
    return this.tty.readable;
  }

  override get readableQueue(): WaitQueue {
    return this.tty.inputReady;
  }

  override async read(waiter: Waiter, max: number): Promise<Uint8Array> {
    const { tty } = this;
    for (;;) {
      await awaitForeground(waiter, tty, 'SIGTTIN');
      const bytes = tty.take(max);
      if (bytes) return bytes;
      if (tty.hungUp) return noBytes;
      if (this.flags.nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([tty.inputReady]);
    }
  }

  override async write(waiter: Waiter, bytes: Uint8Array): Promise<void> {
    const { tty } = this;
    if (tty.termios.stopBackgroundOutput) await awaitForeground(waiter, tty, 'SIGTTOU');
    for (let at = 0; at < bytes.length; at += 4096) {
      while (tty.full && !tty.hungUp) {
        if (this.flags.nonblock) throw new SystemError('EAGAIN');
        await waiter.wait([tty.outputRoom]);
      }
      if (tty.hungUp) throw new SystemError('EIO');
      tty.show(bytes.subarray(at, at + 4096));
    }
  }

  override reopen(flags: OpenFlags): OpenFile {
    return new TtyFile(this.tty, flags, this.location);
  }

  protected override release(): void {
    this.tty.countSlave(-1);
  }
}

/** The master of a pseudo-terminal: what a terminal emulator holds. */
export class PtyMasterFile extends OpenFile {
  readonly tty: Tty;
  readonly #closed: () => void;

  constructor(tty: Tty, closed: () => void) {
    super({ read: true, write: true }, undefined);
    this.tty = tty;
    this.#closed = closed;
  }

  override stat(): Stat {
    return { ...characterStat(this.tty, undefined), rdev: (5 << 8) | 2, ino: 2 };
  }

  override describe(): string {
    return '/dev/ptmx';
  }

  override get readable(): boolean {
    return this.tty.output.length > 0 || (this.tty.everOpened && this.tty.slaves === 0);
  }

  override get readableQueue(): WaitQueue {
    return this.tty.outputReady;
  }

  /** EIO once all slaves are closed: ioctl_tty(4), as Linux does it. */
  override async read(waiter: Waiter, max: number): Promise<Uint8Array> {
    for (;;) {
      const bytes = this.tty.takeOutput(max);
      if (bytes) return bytes;
      if (this.tty.everOpened && this.tty.slaves === 0) throw new SystemError('EIO');
      if (this.flags.nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([this.tty.outputReady]);
    }
  }

  override async write(_waiter: Waiter, bytes: Uint8Array): Promise<void> {
    this.tty.input(bytes);
  }

  protected override release(): void {
    this.tty.hangUp();
    this.#closed();
  }
}

/** Copies a terminal's output to a listener, one part after the other, until the terminal is closed. */
export async function pumpOutput(master: PtyMasterFile, waiter: Waiter, listener: (bytes: Uint8Array) => void | Promise<void>): Promise<void> {
  const { tty } = master;
  while (!tty.hungUp) {
    const bytes = tty.takeOutput(65536);
    if (bytes) await listener(bytes);
    else {
      try {
        await waiter.wait([tty.outputReady]);
        // A turn later there is more to show at once: programs that write line by line would make a part of each.
        await new Promise<void>((resolve) => runInMacrotask(resolve));
      } catch (error) {
        if (isSystemError(error)) continue;
        return;
      }
    }
  }
}
