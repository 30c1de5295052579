import type { Stat, StatFs } from '../../kernel/uapi/index.ts';
import type { Import, SystemCalls } from './system-calls.ts';
import { firstLocal } from './system-calls.ts';

const atFlags = { symlinkNoFollow: 0x100, removeDir: 0x200 };
/** Values of tv_nsec in utimensat(2). */
const utime = { now: 0x3fffffff, omit: 0x3ffffffe };

/** The system calls on paths. `original` are Emscripten's own, for the interpreter's files. */
export function pathImports(calls: SystemCalls, original: Readonly<Record<string, Import>>): Record<string, Import> {
  const { memory } = calls;
  const text = (pointer: number): string => memory.text(pointer);
  /** Emscripten's own call on a path of the interpreter: the path is put on the heap in place of the one that was given. */
  const onLocal = (name: string, path: string, call: (pointer: number, own: (...args: number[]) => number) => number): number => {
    const pointer = calls.scratch(path);
    return call(pointer, original[name] as unknown as (...args: number[]) => number);
  };
  const stat = (dirfd: number, path: string, follow: boolean, buffer: number): number | Promise<number> => {
    const local = calls.local(path);
    if (local !== undefined) return onLocal('__syscall_newfstatat', local, (pointer, own) => own(-100, pointer, buffer, follow ? 0 : atFlags.symlinkNoFollow));
    return calls.ask<Stat>('stat', [dirfd, path, follow], (value) => writeStat(calls, buffer, value));
  };
  return {
    __syscall_openat(dirfd: number, path: number, flags: number, varargs: number) {
      const name = text(path);
      const local = calls.local(name);
      if (local !== undefined) {
        return onLocal('__syscall_openat', local, (pointer, own) => {
          const fd = own(-100, pointer, flags, varargs);
          return fd < 0 ? fd : fd + firstLocal;
        });
      }
      return calls.ask<number>('open', [dirfd, name, flags, varargs === 0 ? 0 : memory.view.getInt32(varargs, true)], (fd) => fd);
    },
    __syscall_stat64: (path: number, buffer: number) => stat(-100, text(path), true, buffer),
    __syscall_lstat64: (path: number, buffer: number) => stat(-100, text(path), false, buffer),
    __syscall_newfstatat: (dirfd: number, path: number, buffer: number, flags: number) => (
      dirfd >= 0 && dirfd < firstLocal && text(path) === '' ? calls.ask<Stat>('fstat', [dirfd], (value) => writeStat(calls, buffer, value)) : stat(dirfd, text(path), (flags & atFlags.symlinkNoFollow) === 0, buffer)),
    __syscall_faccessat(dirfd: number, path: number, mode: number, _flags: number) {
      const local = calls.local(text(path));
      if (local !== undefined) return onLocal('__syscall_faccessat', local, (pointer, own) => own(-100, pointer, mode, 0));
      return calls.ask('access', [dirfd, text(path), mode]);
    },
    __syscall_chdir: (path: number) => calls.ask('chdir', [text(path)]),
    __syscall_fchdir: (fd: number) => calls.ask('fchdir', [fd]),
    __syscall_getcwd: (buffer: number, size: number) => calls.ask<string>('getcwd', [], (cwd) => memory.writeText(buffer, size, cwd) || -68),
    __syscall_chmod: (path: number, mode: number) => calls.ask('chmod', [-100, text(path), mode]),
    __syscall_fchmodat2: (dirfd: number, path: number, mode: number, _flags: number) => calls.ask('chmod', [dirfd, text(path), mode]),
    __syscall_fchownat: (dirfd: number, path: number, uid: number, gid: number, flags: number) => calls.ask('chown', [dirfd, text(path), uid, gid, (flags & atFlags.symlinkNoFollow) === 0]),
    __syscall_mkdirat(dirfd: number, path: number, mode: number) {
      const local = calls.local(text(path));
      return local === undefined ? calls.ask('mkdir', [dirfd, text(path), mode]) : -69;
    },
    __syscall_mknodat: (dirfd: number, path: number, mode: number, device: number) => calls.ask('mknod', [dirfd, text(path), mode, device]),
    __syscall_rmdir: (path: number) => calls.ask('rmdir', [-100, text(path)]),
    __syscall_unlinkat: (dirfd: number, path: number, flags: number) => calls.ask((flags & atFlags.removeDir) === 0 ? 'unlink' : 'rmdir', [dirfd, text(path)]),
    __syscall_renameat: (fromFd: number, from: number, toFd: number, to: number) => calls.ask('rename', [fromFd, text(from), toFd, text(to)]),
    __syscall_symlinkat: (target: number, dirfd: number, path: number) => calls.ask('symlink', [text(target), dirfd, text(path)]),
    __syscall_readlinkat(dirfd: number, path: number, buffer: number, size: number) {
      if (calls.local(text(path)) !== undefined) return -28;
      return calls.ask<string>('readlink', [dirfd, text(path)], (target) => {
        const bytes = new TextEncoder().encode(target).subarray(0, size);
        memory.bytes.set(bytes, buffer);
        return bytes.length;
      });
    },
    __syscall_truncate64: (path: number, size: bigint) => calls.ask('truncate', [text(path), Number(size)]),
    __syscall_utimensat(dirfd: number, path: number, times: number, flags: number) {
      const time = (at: number): number | 'now' | undefined => {
        const nanoseconds = memory.view.getInt32(at + 8, true);
        if (nanoseconds === utime.now) return 'now';
        return nanoseconds === utime.omit ? undefined : Number(memory.view.getBigInt64(at, true)) * 1000 + nanoseconds / 1e6;
      };
      const [atime, mtime] = times === 0 ? ['now', 'now'] as const : [time(times), time(times + 16)] as const;
      return calls.ask('utimens', [dirfd, text(path), atime ?? 'omit', mtime ?? 'omit', (flags & atFlags.symlinkNoFollow) === 0]);
    },
    __syscall_statfs64: (path: number, _size: number, buffer: number) => calls.ask<StatFs>('statfs', [text(path)], (value) => writeStatFs(calls, buffer, value)),
    __syscall_umask_js: (mask: number) => calls.ask<number>('umask', [mask], (old) => old),
  };
}

/** struct stat of Emscripten's C library. */
export function writeStat({ memory: { view } }: SystemCalls, at: number, stat: Stat): number {
  [stat.dev, stat.mode, stat.nlink, stat.uid, stat.gid, stat.rdev].forEach((value, i) => view.setUint32(at + 4 * i, value, true));
  view.setBigInt64(at + 24, BigInt(stat.size), true);
  view.setInt32(at + 32, 4096, true);
  view.setInt32(at + 36, stat.blocks, true);
  [stat.atime, stat.mtime, stat.ctime].forEach((time, i) => {
    const seconds = Math.floor(time / 1000);
    view.setBigInt64(at + 40 + 16 * i, BigInt(seconds), true);
    view.setUint32(at + 48 + 16 * i, Math.round((time - seconds * 1000) * 1e6), true);
  });
  view.setBigInt64(at + 88, BigInt(stat.ino), true);
  return 0;
}

/** struct statfs of Emscripten's C library. */
export function writeStatFs({ memory: { view } }: SystemCalls, at: number, stat: StatFs): number {
  const block = 4096;
  view.setUint32(at + 4, block, true);
  view.setUint32(at + 60, block, true);
  [stat.total / block, stat.free / block, stat.free / block, stat.files, stat.freeFiles].forEach((value, i) => view.setBigInt64(at + 8 + 8 * i, BigInt(Math.floor(value)), true));
  view.setUint32(at + 56, 255, true);
  return 0;
}
