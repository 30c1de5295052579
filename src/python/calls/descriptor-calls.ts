import { fileType, fileTypeMask, SystemError, type Termios } from '../../kernel/uapi/index.ts';
import type { CallTable } from './call.ts';
import type { OpenState } from './open-state.ts';

/** Calls on descriptors and terminals. */
export const descriptorCalls: CallTable = {
  close(open, fd: number) {
    open.forget(fd);
    open.process.close(fd);
  },
  async read(open, fd: number, max: number) {
    if (max === 0) return new Uint8Array();
    await ready(open, fd);
    return open.process.read(fd, max);
  },
  async pread(open, fd: number, max: number, offset: number) {
    const { process } = open;
    const at = process.lseek(fd, 0, 'cur');
    process.lseek(fd, offset, 'set');
    try {
      return await process.read(fd, max);
    } finally {
      process.lseek(fd, at, 'set');
    }
  },
  async write(open, fd: number, data: Uint8Array) {
    if (data.length > 0) await open.process.write(fd, data);
    return data.length;
  },
  async pwrite(open, fd: number, data: Uint8Array, offset: number) {
    const { process } = open;
    const at = process.lseek(fd, 0, 'cur');
    process.lseek(fd, offset, 'set');
    try {
      await process.write(fd, data);
      return data.length;
    } finally {
      process.lseek(fd, at, 'set');
    }
  },
  lseek: (open, fd: number, offset: number, whence: 'set' | 'cur' | 'end') => open.process.lseek(fd, offset, whence),
  fsync(open, fd: number) {
    open.process.fstat(fd);
  },
  fdstat: (open, fd: number) => ({ terminal: open.process.isatty(fd), directory: (open.process.fstat(fd).mode & fileTypeMask) === fileType.directory }),
  fstat: (open, fd: number) => open.process.fstat(fd),
  fstatfs: (open, fd: number) => open.process.statfs(open.of(fd).path ?? '/'),
  ftruncate: (open, fd: number, size: number) => open.process.ftruncate(fd, size),
  fallocate(open, fd: number, size: number) {
    if (open.process.fstat(fd).size < size) open.process.ftruncate(fd, size);
  },
  fchmod: (open, fd: number, mode: number) => open.process.fchmod(fd, mode),
  fchown: (open, fd: number, uid: number, gid: number) => open.process.fchown(fd, uid, gid),
  dup(open, fd: number, min: number, cloexec = false) {
    const copy = open.process.dup(fd, min);
    open.copy(fd, copy);
    setCloexec(open, copy, cloexec);
    return copy;
  },
  dup3(open, fd: number, to: number, cloexec: boolean) {
    if (fd === to) throw new SystemError('EINVAL');
    open.process.dup2(fd, to);
    open.copy(fd, to);
    setCloexec(open, to, cloexec);
    return to;
  },
  /** Close-on-exec at once, as Python has it. */
  pipe(open) {
    const ends = open.process.pipe();
    for (const fd of ends) setCloexec(open, fd, true);
    return ends;
  },
  readdir(open, fd: number) {
    const { path } = open.of(fd);
    if (path === undefined) throw new SystemError('ENOTDIR');
    return open.process.readdir(path).map(({ name, type, ino }) => ({ name, type, ino }));
  },
  setCloexec,
  getCloexec(open, fd: number) {
    open.process.fstat(fd);
    return open.of(fd).cloexec ?? false;
  },
  inherited: (open) => open.process.descriptors().filter((fd) => !open.of(fd).cloexec),
  getFlags(open, fd: number) {
    open.process.fstat(fd);
    const { append, nonblock } = open.of(fd);
    return 2 | (append ? 0o2000 : 0) | (nonblock ? 0o4000 : 0);
  },
  setNonblock(open, fd: number, on: boolean) {
    open.process.fstat(fd);
    open.of(fd).nonblock = on;
  },
  tcgetattr: (open, fd: number) => open.process.tcgetattr(fd),
  tcsetattr: (open, fd: number, termios: Termios) => open.process.tcsetattr(fd, termios),
  windowSize: (open, fd: number) => open.process.windowSize(fd),
  tcgetpgrp: (open, fd: number) => open.process.tcgetpgrp(fd),
  noIoctl(open, fd: number) {
    open.process.fstat(fd);
    throw new SystemError('ENOTTY');
  },
  ttyname: (open, fd: number) => open.process.ttyname(fd),
};

function setCloexec(open: OpenState, fd: number, on: boolean): void {
  open.process.setCloexec(fd, on);
  open.of(fd).cloexec = on;
}

/** EAGAIN where a descriptor that does not block has nothing. */
export async function ready(open: OpenState, fd: number, nonblock = open.of(fd).nonblock): Promise<void> {
  if (nonblock && (await open.process.poll([fd], 0)).length === 0) throw new SystemError('EAGAIN');
}
