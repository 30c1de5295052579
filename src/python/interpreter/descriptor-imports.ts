import type { Stat, StatFs, Termios, WindowSize } from '../../kernel/uapi/index.ts';
import { writeStat, writeStatFs } from './path-imports.ts';
import { firstLocal, type Import, type SystemCalls } from './system-calls.ts';

/** Bits of poll(2). */
export interface PollEntry { fd: number; events: number }

const seekFrom = ['set', 'cur', 'end'];
const fcntl = { dupfd: 0, getfd: 1, setfd: 2, getfl: 3, setfl: 4, dupfdCloexec: 1030 };
const ioctl = { tcgets: 0x5401, tcsets: 0x5402, tcsetsw: 0x5403, tcsetsf: 0x5404, tiocgpgrp: 0x540f, tiocgwinsz: 0x5413, fionread: 0x541b, fionbio: 0x5421 };
const nonblock = 0o4000;
/** The ioctl of `modules/processes.py`. */
const kernelCall = 0x444b;

/** Descriptor of a directory: what is left of its list. */
const listings = new Map<number, { name: string; type: number; ino: number }[]>();

/** The system calls on descriptors. Those of the interpreter's own files go to Emscripten. */
export function descriptorImports(calls: SystemCalls, original: Readonly<Record<string, Import>>): Record<string, Import> {
  const { memory } = calls;
  /** Emscripten's call with the descriptor as it numbers it. */
  const own = (name: string, fd: number, ...rest: unknown[]): number => (original[name] as unknown as (...args: unknown[]) => number)(fd - firstLocal, ...rest);
  const write = (pointer: number, value: number): number => {
    memory.view.setUint32(pointer, value, true);
    return 0;
  };
  return {
    fd_close(fd: number) {
      if (fd >= firstLocal) return own('fd_close', fd);
      listings.delete(fd);
      return calls.askWasi('close', [fd]);
    },
    fd_read(fd: number, vectors: number, count: number, result: number) {
      if (fd >= firstLocal) return own('fd_read', fd, vectors, count, result);
      return calls.askWasi<Uint8Array>('read', [fd, memory.room(vectors, count)], (data) => {
        memory.scatter(vectors, count, data);
        return write(result, data.length);
      });
    },
    fd_pread(fd: number, vectors: number, count: number, offset: bigint, result: number) {
      if (fd >= firstLocal) return own('fd_pread', fd, vectors, count, offset, result);
      return calls.askWasi<Uint8Array>('pread', [fd, memory.room(vectors, count), Number(offset)], (data) => {
        memory.scatter(vectors, count, data);
        return write(result, data.length);
      });
    },
    fd_write: (fd: number, vectors: number, count: number, result: number) => calls.askWasi<number>('write', [fd, memory.gather(vectors, count)], (written) => write(result, written)),
    fd_pwrite: (fd: number, vectors: number, count: number, offset: bigint, result: number) => calls.askWasi<number>('pwrite', [fd, memory.gather(vectors, count), Number(offset)], (written) => write(result, written)),
    fd_seek(fd: number, offset: bigint, whence: number, result: number) {
      if (fd >= firstLocal) return own('fd_seek', fd, offset, whence, result);
      listings.delete(fd);
      return calls.askWasi<number>('lseek', [fd, Number(offset), seekFrom[whence] ?? 'set'], (position) => {
        memory.view.setBigInt64(result, BigInt(position), true);
        return 0;
      });
    },
    fd_sync: (fd: number) => (fd >= firstLocal ? 0 : calls.askWasi('fsync', [fd])),
    fd_fdstat_get(fd: number, buffer: number) {
      if (fd >= firstLocal) return own('fd_fdstat_get', fd, buffer);
      return calls.askWasi<{ terminal: boolean; directory: boolean }>('fdstat', [fd], ({ terminal, directory }) => {
        memory.bytes.fill(0, buffer, buffer + 24);
        memory.bytes[buffer] = terminal ? 2 : directory ? 3 : 4;
        return 0;
      });
    },
    __syscall_fdatasync: (fd: number) => calls.ask('fsync', [fd]),
    __syscall_fstat64(fd: number, buffer: number) {
      if (fd >= firstLocal) return own('__syscall_fstat64', fd, buffer);
      return calls.ask<Stat>('fstat', [fd], (value) => writeStat(calls, buffer, value));
    },
    __syscall_fstatfs64: (fd: number, _size: number, buffer: number) => calls.ask<StatFs>('fstatfs', [fd], (value) => writeStatFs(calls, buffer, value)),
    __syscall_ftruncate64: (fd: number, size: bigint) => calls.ask('ftruncate', [fd, Number(size)]),
    __syscall_fallocate: (fd: number, _mode: number, offset: bigint, size: bigint) => calls.ask('fallocate', [fd, Number(offset + size)]),
    __syscall_fadvise64: () => 0,
    __syscall_fchmod: (fd: number, mode: number) => calls.ask('fchmod', [fd, mode]),
    __syscall_fchown32: (fd: number, uid: number, gid: number) => calls.ask('fchown', [fd, uid, gid]),
    __syscall_dup: (fd: number) => calls.ask<number>('dup', [fd, 0], (copy) => copy),
    __syscall_dup3: (fd: number, to: number, flags: number) => calls.ask<number>('dup3', [fd, to, flags !== 0], (copy) => copy),
    __syscall_pipe: (result: number) => calls.ask<[number, number]>('pipe', [], ([read, end]) => {
      write(result, read);
      return write(result + 4, end);
    }),
    __syscall_getdents64(fd: number, buffer: number, size: number) {
      if (fd >= firstLocal) return own('__syscall_getdents64', fd, buffer, size);
      const fill = (): number => fillEntries(calls, fd, buffer, size);
      if (listings.has(fd)) return fill();
      return calls.ask<{ name: string; type: number; ino: number }[]>('readdir', [fd], (entries) => {
        listings.set(fd, entries);
        return fill();
      });
    },
    __syscall_fcntl64(fd: number, command: number, varargs: number) {
      if (fd >= firstLocal) return own('__syscall_fcntl64', fd, command, varargs);
      const argument = varargs === 0 ? 0 : memory.view.getInt32(varargs, true);
      if (command === fcntl.dupfd || command === fcntl.dupfdCloexec) return calls.ask<number>('dup', [fd, argument, command === fcntl.dupfdCloexec], (copy) => copy);
      if (command === fcntl.setfd) return calls.ask('setCloexec', [fd, argument !== 0]);
      if (command === fcntl.getfd) return calls.ask<boolean>('getCloexec', [fd], Number);
      if (command === fcntl.getfl) return calls.ask<number>('getFlags', [fd], (flags) => flags);
      if (command === fcntl.setfl) return calls.ask('setNonblock', [fd, (argument & nonblock) !== 0]);
      return calls.ask('fstat', [fd]);
    },
    __syscall_ioctl(fd: number, operation: number, varargs: number) {
      if (fd >= firstLocal) return -59;
      const argument = varargs === 0 ? 0 : memory.view.getUint32(varargs, true);
      const { view } = memory;
      if (operation === kernelCall) return callByName(calls, argument);
      switch (operation) {
        case ioctl.tcgets:
          return calls.ask<Termios>('tcgetattr', [fd], (termios) => writeTermios(calls, argument, termios));
        case ioctl.tcsets:
        case ioctl.tcsetsw:
        case ioctl.tcsetsf:
          return calls.ask('tcsetattr', [fd, readTermios(view, argument), operation === ioctl.tcsetsf]);
        case ioctl.tiocgwinsz:
          return calls.ask<WindowSize>('windowSize', [fd], ({ rows, columns }) => {
            [rows, columns, 0, 0].forEach((value, i) => memory.view.setUint16(argument + 2 * i, value, true));
            return 0;
          });
        case ioctl.tiocgpgrp:
          return calls.ask<number>('tcgetpgrp', [fd], (group) => write(argument, group));
        case ioctl.fionbio:
          return calls.ask('setNonblock', [fd, view.getInt32(argument, true) !== 0]);
        case ioctl.fionread:
          return calls.ask<number>('readable', [fd], (length) => write(argument, length));
        default:
          return calls.ask('noIoctl', [fd]);
      }
    },
    __syscall_poll(array: number, count: number, timeout: number) {
      const entries: PollEntry[] = Array.from({ length: count }, (_, i) => ({ fd: memory.view.getInt32(array + 8 * i, true), events: memory.view.getInt16(array + 8 * i + 4, true) }));
      return calls.ask<number[]>('poll', [entries, timeout], (found) => {
        found.forEach((events, i) => memory.view.setInt16(array + 8 * i + 6, events, true));
        return found.filter((events) => events !== 0).length;
      });
    },
    // Pyodide's own sockets, which exist in Node only, stay out of the way.
    _maybe_poll_async: () => null,
    _try_fcntl64: () => 0,
  };
}

const direntSize = 280;

function fillEntries({ memory }: SystemCalls, fd: number, buffer: number, size: number): number {
  const entries = listings.get(fd) ?? [];
  let at = buffer;
  while (entries.length > 0 && at + direntSize <= buffer + size) {
    const { name, type, ino } = entries.shift() ?? { name: '', type: 0, ino: 0 };
    memory.view.setBigUint64(at, BigInt(ino), true);
    memory.view.setBigUint64(at + 8, BigInt(at - buffer + direntSize), true);
    memory.view.setUint16(at + 16, direntSize, true);
    memory.bytes[at + 18] = type >> 12;
    memory.writeText(at + 19, 256, name);
    at += direntSize;
  }
  return at - buffer;
}

/** A call of the kernel as JSON, `[name, …args]`; the answer takes its place. */
function callByName(calls: SystemCalls, at: number): number | Promise<number> {
  const [name, ...args] = JSON.parse(calls.memory.text(at)) as [string, ...unknown[]];
  return calls.ask<unknown>(name, args, (answer) => {
    const text = JSON.stringify(answer ?? null);
    return calls.memory.writeText(at, answerRoom, text) - 1;
  });
}

/** Bytes that a call's buffer has at least. */
const answerRoom = 4096;

const inputFlags = { crToNl: 0o400, flowControl: 0o2000 };
const outputFlags = { nlToCrNl: 0o5, stop: 0 };
const localFlags = { signals: 0o1, canonical: 0o2, echo: 0o10, stopBackgroundOutput: 0o400 };

function writeTermios({ memory: { view, bytes } }: SystemCalls, at: number, termios: Termios): number {
  const bits = (table: Partial<Record<keyof Termios, number>>): number => Object.entries(table).reduce((sum, [key, bit]) => sum | (termios[key as keyof Termios] ? bit : 0), 0);
  view.setUint32(at, bits(inputFlags), true);
  view.setUint32(at + 4, termios.nlToCrNl ? outputFlags.nlToCrNl : 0, true);
  view.setUint32(at + 8, 0o277, true);
  view.setUint32(at + 12, bits(localFlags) | (termios.echo ? 0o60 : 0), true);
  // VINTR, VQUIT, VERASE, VKILL, VEOF, VTIME, VMIN …
  bytes.set([0, 3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22], at + 16);
  return 0;
}

function readTermios(view: DataView, at: number): Termios {
  const [input, output, local] = [view.getUint32(at, true), view.getUint32(at + 4, true), view.getUint32(at + 12, true)];
  return {
    crToNl: (input & inputFlags.crToNl) !== 0, flowControl: (input & inputFlags.flowControl) !== 0, nlToCrNl: (output & 1) !== 0,
    signals: (local & localFlags.signals) !== 0, canonical: (local & localFlags.canonical) !== 0, echo: (local & localFlags.echo) !== 0, stopBackgroundOutput: (local & localFlags.stopBackgroundOutput) !== 0,
  };
}
