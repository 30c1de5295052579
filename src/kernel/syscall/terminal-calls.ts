import { type Fd, SystemError, type Termios, type WindowSize } from '../uapi/index.ts';
import { DevPts } from '../fs/index.ts';
import { type OpenFile, resolve } from '../vfs/index.ts';
import { isBackground, PtyMasterFile, type Tty, TtyFile } from '../tty/index.ts';
import { defaultWindowSize } from './call-base.ts';
import { DescriptorCalls } from './descriptor-calls.ts';

/** The terminal behind an open file, if it is one. */
export function ttyOf(file: OpenFile): Tty | undefined {
  return file instanceof TtyFile || file instanceof PtyMasterFile ? file.tty : undefined;
}

/** Calls on terminals: ioctl_tty(2), termios(3). */
export abstract class TerminalCalls extends DescriptorCalls {
  #tty(fd: Fd): Tty {
    const tty = ttyOf(this.file(fd));
    if (!tty) throw new SystemError('ENOTTY');
    return tty;
  }

  /** A change from the background stops the group with SIGTTOU, unless that is ignored. */
  #requireForeground(fd: Fd, tty: Tty): void {
    if (!(this.file(fd) instanceof TtyFile) || !isBackground(this.task, tty)) return;
    if (this.task.dispositions.get('SIGTTOU') === 'ignore') return;
    if (this.task.group.orphaned) throw new SystemError('EIO');
    this.task.group.signal('SIGTTOU');
    this.image.requireAlive();
    throw new SystemError('EINTR');
  }

  isatty(fd: Fd): boolean {
    this.enter();
    return this.task.fds.has(fd) && ttyOf(this.task.fds.get(fd)) !== undefined;
  }

  ttyname(fd: Fd): string {
    return `/dev/${this.#tty(fd).name}`;
  }

  tcgetattr(fd: Fd): Termios {
    return { ...this.#tty(fd).termios };
  }

  tcsetattr(fd: Fd, termios: Partial<Termios>): void {
    const tty = this.#tty(fd);
    this.#requireForeground(fd, tty);
    tty.setTermios(termios);
  }

  windowSize(fd: Fd): WindowSize {
    return { ...this.#tty(fd).size };
  }

  setWindowSize(fd: Fd, size: WindowSize): void {
    this.#tty(fd).resize(size);
  }

  tcgetpgrp(fd: Fd): number {
    const tty = this.#tty(fd);
    if (this.file(fd) instanceof TtyFile && this.task.session.terminal !== tty) throw new SystemError('ENOTTY');
    return tty.foreground?.id.in(this.task.namespaces.pid) ?? 0;
  }

  tcsetpgrp(fd: Fd, pgid: number): void {
    const tty = this.#tty(fd);
    if (this.task.session.terminal !== tty) throw new SystemError('ENOTTY');
    const group = this.task.namespaces.pid.pids.get(pgid)?.group;
    if (!group) throw new SystemError('ESRCH');
    if (group.session !== this.task.session) throw new SystemError('EPERM');
    this.#requireForeground(fd, tty);
    tty.foreground = group;
  }

  /** The instance mounted at /dev/pts as this process sees it; the machine's own where there is none. */
  #devpts(): DevPts {
    try {
      const { fs } = resolve(this.task, '/dev/pts').dentry.inode;
      if (fs instanceof DevPts) return fs;
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
    }
    return this.kernel.devpts;
  }

  openpty(size: WindowSize = defaultWindowSize): [Fd, Fd] {
    this.enter();
    const devpts = this.#devpts();
    const tty = devpts.allocate(size, this.task.credentials.euid);
    const { fds } = this.task;
    return [fds.add(new PtyMasterFile(tty, () => devpts.release(tty))), fds.add(new TtyFile(tty, { read: true, write: true }))];
  }
}
