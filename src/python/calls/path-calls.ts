import { SystemError } from '../../kernel/uapi/index.ts';
import type { CallTable } from './call.ts';

const flags = { write: 1, readWrite: 2, create: 0o100, exclusive: 0o200, truncate: 0o1000, append: 0o2000, nonblock: 0o4000, directory: 0o200000, nofollow: 0o400000, cloexec: 0o2000000 };

/** Calls on paths. */
export const pathCalls: CallTable = {
  open(open, dirfd: number, name: string, bits: number, permissions: number) {
    const { process } = open;
    const path = open.path(dirfd, name);
    const has = (bit: number): boolean => (bits & bit) !== 0;
    const fd = process.open(path, {
      read: !has(flags.write), write: has(flags.write) || has(flags.readWrite), append: has(flags.append), create: has(flags.create), exclusive: has(flags.exclusive), truncate: has(flags.truncate),
      directory: has(flags.directory), nofollow: has(flags.nofollow), nonblock: has(flags.nonblock), cloexec: has(flags.cloexec),
    }, permissions & 0o7777);
    const state = open.of(fd);
    state.path = path.startsWith('/') ? path : `${process.cwd === '/' ? '' : process.cwd}/${path}`;
    state.nonblock = has(flags.nonblock);
    state.cloexec = has(flags.cloexec);
    state.append = has(flags.append);
    return fd;
  },
  stat(open, dirfd: number, name: string, follow: boolean) {
    const path = open.path(dirfd, name);
    return follow ? open.process.stat(path) : open.process.lstat(path);
  },
  access(open, dirfd: number, name: string, mode: number) {
    const path = open.path(dirfd, name);
    open.process.stat(path);
    if (!open.process.access(path, `${mode & 4 ? 'r' : ''}${mode & 2 ? 'w' : ''}${mode & 1 ? 'x' : ''}`)) throw new SystemError('EACCES');
  },
  chdir: (open, path: string) => open.process.chdir(path),
  fchdir: (open, fd: number) => open.process.chdir(open.of(fd).path ?? '.'),
  getcwd: (open) => open.process.cwd,
  chmod: (open, dirfd: number, path: string, mode: number) => open.process.chmod(open.path(dirfd, path), mode),
  chown: (open, dirfd: number, path: string, uid: number, gid: number, follow: boolean) => open.process.chown(open.path(dirfd, path), uid, gid, follow),
  mkdir: (open, dirfd: number, path: string, mode: number) => open.process.mkdir(open.path(dirfd, path), mode),
  mknod: (open, dirfd: number, path: string, mode: number, device: number) => open.process.mknod(open.path(dirfd, path), mode, device),
  rmdir: (open, dirfd: number, path: string) => open.process.rmdir(open.path(dirfd, path)),
  unlink: (open, dirfd: number, path: string) => open.process.unlink(open.path(dirfd, path)),
  rename: (open, fromFd: number, from: string, toFd: number, to: string) => open.process.rename(open.path(fromFd, from), open.path(toFd, to)),
  link: (open, from: string, to: string) => open.process.link(from, to),
  symlink: (open, target: string, dirfd: number, path: string) => open.process.symlink(target, open.path(dirfd, path)),
  readlink: (open, dirfd: number, path: string) => open.process.readlink(open.path(dirfd, path)),
  truncate: (open, path: string, size: number) => open.process.truncate(path, size),
  utimens(open, dirfd: number, name: string, atime: number | 'now' | 'omit', mtime: number | 'now' | 'omit', follow: boolean) {
    const path = open.path(dirfd, name);
    const old = open.process.stat(path);
    open.process.utimes(path, atime === 'omit' ? old.atime : atime, mtime === 'omit' ? old.mtime : mtime, follow);
  },
  statfs: (open, path: string) => open.process.statfs(path),
  umask: (open, mask: number) => open.process.umask(mask),
};
