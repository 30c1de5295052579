import { type ByteStream, encodeUtf8 } from '../../base/index.ts';
import { type Fd, isSystemError, type OpenMode, type Stat, SystemError } from '../uapi/index.ts';
import { chmod, chown, openFlags, openPath, type WaitQueue } from '../vfs/index.ts';
import { nextInode, Pipe, PipeFile } from '../task/index.ts';
import { CallBase } from './call-base.ts';
import { ConnectedSocket } from '../net/index.ts';

/** Calls on descriptors: open(2), read(2), pipe(2), dup(2) … */
export abstract class DescriptorCalls extends CallBase {
  open(path: string, mode: OpenMode = 'r', permissions = 0o666): Fd {
    const flags = openFlags(mode);
    return this.onPath(path, () => {
      const file = openPath(this.task, path, flags, permissions, (location, asked) => this.task.system.openSpecial(this.task, location, asked));
      return this.task.fds.add(file, flags.cloexec ?? false);
    });
  }

  close(fd: Fd): void {
    this.enter();
    this.task.fds.close(fd);
  }

  dup(fd: Fd, min = 0): Fd {
    return this.task.fds.add(this.file(fd), false, min);
  }

  dup2(fd: Fd, to: Fd): Fd {
    const file = this.file(fd);
    if (fd !== to) this.task.fds.set(to, file);
    return to;
  }

  setCloexec(fd: Fd, on: boolean): void {
    this.enter();
    this.task.fds.setCloexec(fd, on);
  }

  descriptors(): Fd[] {
    this.enter();
    return this.task.fds.numbers();
  }

  pipe(): [Fd, Fd] {
    this.enter();
    const { system, fds } = this.task;
    const pipe = new Pipe(nextInode(system));
    const now = system.clock.now();
    return [fds.add(new PipeFile(pipe, { read: true }, undefined, now)), fds.add(new PipeFile(pipe, { write: true }, undefined, now))];
  }

  read(fd: Fd, max = 65536): Promise<Uint8Array> {
    return this.blocking(() => {
      const file = this.file(fd);
      if (!file.flags.read) throw new SystemError('EBADF');
      return file.read(this.image, max);
    });
  }

  write(fd: Fd, data: Uint8Array | string): Promise<void> {
    return this.blocking(() => {
      const file = this.file(fd);
      if (!file.flags.write) throw new SystemError('EBADF');
      return file.write(this.image, typeof data === 'string' ? encodeUtf8(data) : data);
    });
  }

  poll(fds: readonly Fd[], timeoutMs?: number): Promise<Fd[]> {
    return this.blocking(async () => {
      const files = fds.map((fd) => [fd, this.file(fd)] as const);
      const end = timeoutMs === undefined ? undefined : this.kernel.clock.now() + timeoutMs;
      for (;;) {
        const ready = files.filter(([, file]) => file.readable).map(([fd]) => fd);
        const left = end === undefined ? undefined : end - this.kernel.clock.now();
        if (ready.length > 0 || (left !== undefined && left <= 0)) return ready;
        const queues = files.map(([, file]) => file.readableQueue).filter((queue): queue is WaitQueue => queue !== undefined);
        await this.image.wait(queues, left);
      }
    });
  }

  lseek(fd: Fd, offset: number, whence: 'set' | 'cur' | 'end'): number {
    return this.file(fd).seek(offset, whence);
  }

  fstat(fd: Fd): Stat {
    return this.file(fd).stat();
  }

  ftruncate(fd: Fd, size: number): void {
    this.file(fd).truncate(size);
  }

  fchmod(fd: Fd, mode: number): void {
    const { location } = this.file(fd);
    if (!location) throw new SystemError('EINVAL');
    chmod(this.task, location, mode);
  }

  fchown(fd: Fd, uid: number, gid: number): void {
    const { location } = this.file(fd);
    if (!location) throw new SystemError('EINVAL');
    chown(this.task, location, uid, gid);
  }

  ficlone(from: Fd, to: Fd): void {
    const source = this.file(from);
    const target = this.file(to);
    if (!source.flags.read || !target.flags.write) throw new SystemError('EBADF');
    const data = source.inode?.data();
    if (!data || !target.location || !target.inode?.data()) throw new SystemError('EINVAL');
    target.inode.setData(data.share());
    this.task.changed(target.location);
  }

  stream(fd: Fd): ByteStream {
    const file = this.file(fd);
    let open = true;
    return {
      read: (max) => this.read(fd, max),
      write: (bytes) => this.write(fd, bytes),
      closeWrite: () => {
        if (file instanceof ConnectedSocket) file.shutdownWrite();
      },
      close: () => {
        if (!open || !this.image.alive) return;
        open = false;
        try {
          this.close(fd);
        } catch (error) {
          if (!isSystemError(error, 'EBADF')) throw error;
        }
      },
    };
  }
}
