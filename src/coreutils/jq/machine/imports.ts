import type { FileStatus, JqStart } from '../protocol.ts';
import { gmtime, localtime, timegm, zoneFacts } from './calendar.ts';
import type { Descriptors } from './descriptors.ts';
import { CallError } from '../../../base/wasm/index.ts';
import { errnoNumber, withGlibcWords } from './errno.ts';
import type { Memory } from './memory.ts';
import { after, type Pending } from './pending.ts';
import { strptime } from './strptime.ts';
import type { Transport } from './transport.ts';

/** exit(3) and what ends a program from inside. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly end: { status: number } | { signal: 'SIGABRT' };

  constructor(end: { status: number } | { signal: 'SIGABRT' }) {
    super();
    this.end = end;
  }
}

/** What jq's imports work on. */
export interface Surroundings {
  readonly start: JqStart;
  readonly transport: Transport;
  readonly descriptors: Descriptors;
  /** Only there once the module is instantiated. */
  readonly memory: () => Memory;
  /** Milliseconds since the start. */
  readonly elapsed: () => number;
}

type Import = (...args: never[]) => Pending<number | bigint | boolean> | void;

/** An import's result: its own, or the number of the errno it failed with, as WASI (1) or Linux (-1) gives it. */
function failing(sign: 1 | -1, work: () => Pending<number>): Pending<number> {
  const number = (error: unknown): number => {
    if (!(error instanceof CallError)) throw error;
    return sign * errnoNumber(error.code);
  };
  try {
    const result = work();
    return result instanceof Promise ? result.catch(number) : result;
  } catch (error) {
    return number(error);
  }
}

const windowSize = 0x5413;
const noFollow = 0x100;

/** The functions that jq's module imports, by their names in Emscripten. Those that can wait are in `waiting`. */
export function systemImports({ start, transport, descriptors, memory, elapsed }: Surroundings): { waiting: Record<string, Import>; others: Record<string, Import> } {
  const terminal = (number: number): boolean => start.terminals[number] ?? false;
  const putStatus = (pointer: number, { mode, size, ino }: FileStatus): number => {
    const { bytes, view } = memory();
    bytes.fill(0, pointer, pointer + 96);
    view.setUint32(pointer + 4, mode, true);
    view.setUint32(pointer + 8, 1, true);
    view.setBigInt64(pointer + 24, BigInt(size), true);
    view.setUint32(pointer + 32, 4096, true);
    view.setBigUint64(pointer + 88, BigInt(ino), true);
    return 0;
  };
  const statusOf = (name: 'stat' | 'lstat', path: number, pointer: number): Pending<number> => failing(-1, () => after(transport.call(name, memory().string(path)), (status) => putStatus(pointer, status)));
  return {
    waiting: {
      openat: (_folder: number, path: number) => failing(-1, () => descriptors.open(memory().string(path))),
      stat64: (path: number, pointer: number) => statusOf('stat', path, pointer),
      lstat64: (path: number, pointer: number) => statusOf('lstat', path, pointer),
      newfstatat: (_folder: number, path: number, pointer: number, flags: number) => statusOf(flags & noFollow ? 'lstat' : 'stat', path, pointer),
      fstat64: (number: number, pointer: number) => failing(-1, () => after(descriptors.status(number), (status) => putStatus(pointer, status))),
      readlinkat: (_folder: number, path: number, pointer: number, size: number) => failing(-1, () => after(transport.call('readlink', memory().string(path)), (target) => {
        memory().bytes.set(target.subarray(0, size), pointer);
        return Math.min(target.length, size);
      })),
      fd_close: (number: number) => failing(1, () => after(descriptors.close(number), () => 0)),
      fd_read: (number: number, vectors: number, count: number, taken: number) => failing(1, () => {
        const parts = memory().vectors(vectors, count);
        return after(descriptors.read(number, parts.reduce((sum, [, length]) => sum + length, 0)), (data) => {
          let at = 0;
          for (const [address, length] of parts) {
            memory().bytes.set(data.subarray(at, at + length), address);
            at += length;
          }
          memory().view.setUint32(taken, data.length, true);
          return 0;
        });
      }),
      fd_write: (number: number, vectors: number, count: number, taken: number) => failing(1, () => {
        const parts = memory().vectors(vectors, count);
        const data = new Uint8Array(parts.reduce((sum, [, length]) => sum + length, 0));
        let at = 0;
        for (const [address, length] of parts) {
          data.set(memory().bytes.subarray(address, address + length), at);
          at += length;
        }
        return after(data.length > 0 ? descriptors.write(number, number === 2 ? withGlibcWords(data) : data) : undefined, () => {
          memory().view.setUint32(taken, data.length, true);
          return 0;
        });
      }),
    },
    others: {
      assert_fail: (condition: number, file: number, line: number, name: number) => {
        const text = `jq: ${memory().text(file)}:${line}: ${memory().text(name)}: Assertion \`${memory().text(condition)}' failed.\n`;
        // The answer does not matter any more.
        void Promise.resolve(transport.call('write', 2, new TextEncoder().encode(text))).catch(() => undefined);
        throw new Ended({ signal: 'SIGABRT' });
      },
      abort: () => {
        throw new Ended({ signal: 'SIGABRT' });
      },
      exit: (status: number) => {
        throw new Ended({ status: status & 0xff });
      },
      fcntl64: () => 0,
      ioctl: (number: number, request: number) => (request === windowSize && terminal(number) ? 0 : -errnoNumber('ENOTTY')),
      fd_fdstat_get: (number: number, pointer: number) => {
        memory().bytes.fill(0, pointer, pointer + 24);
        memory().bytes[pointer] = terminal(number) ? 2 : 4;
        return 0;
      },
      fd_seek: () => errnoNumber('ESPIPE'),
      getcwd: (pointer: number, size: number) => {
        if (size <= start.cwd.length) return -errnoNumber('ERANGE');
        memory().putString(pointer, start.cwd);
        return start.cwd.length + 1;
      },
      environ_sizes_get: (count: number, size: number) => {
        memory().view.setUint32(count, start.env.length, true);
        memory().view.setUint32(size, start.env.reduce((sum, each) => sum + each.length + 1, 0), true);
        return 0;
      },
      environ_get: (pointers: number, strings: number) => {
        let at = strings;
        for (const [index, each] of start.env.entries()) {
          memory().view.setUint32(pointers + 4 * index, at, true);
          at = memory().putString(at, each);
        }
        return 0;
      },
      resize_heap: (size: number) => memory().grow(size >>> 0),
      date_now: () => transport.sample(() => start.now + elapsed()),
      gmtime_js: (seconds: bigint, pointer: number) => gmtime(memory(), seconds, pointer),
      localtime_js: (seconds: bigint, pointer: number) => localtime(memory(), seconds, pointer, start.zone),
      timegm_js: (pointer: number) => timegm(memory(), pointer),
      tzset_js: (west: number, summer: number, standardName: number, summerName: number) => {
        const { names, ...facts } = zoneFacts(start.now, start.zone);
        memory().view.setInt32(west, facts.west, true);
        memory().view.setInt32(summer, Number(facts.summer), true);
        for (const [index, pointer] of [standardName, summerName].entries()) memory().putString(pointer, new TextEncoder().encode(names[index]));
      },
      strptime: (text: number, format: number, into: number) => strptime(memory(), text, format, into),
      nothing: () => undefined,
    },
  };
}

/** The letters that stand for the imports in the module of this very release. */
export const importNames: Readonly<Record<string, string>> = {
  a: 'assert_fail', b: 'exit', c: 'fd_close', d: 'fd_write', e: 'fcntl64', f: 'openat', g: 'fd_read', h: 'ioctl', i: 'environ_get', j: 'environ_sizes_get', k: 'resize_heap', l: 'readlinkat', m: 'getcwd',
  n: 'nothing', o: 'exit', p: 'nothing', q: 'gmtime_js', r: 'localtime_js', s: 'timegm_js', t: 'strptime', u: 'tzset_js', v: 'fd_seek', w: 'fd_fdstat_get', x: 'lstat64', y: 'newfstatat', z: 'stat64', A: 'fstat64',
  B: 'date_now', C: 'abort',
};
