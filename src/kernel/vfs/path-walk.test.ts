import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSystemError, type Process } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';

/** The same calls on the real kernel and on ours. */
interface Calls {
  mkdir(p: string): unknown;
  rmdir(p: string): unknown;
  unlink(p: string): unknown;
  rename(p: string, q: string): unknown;
  link(p: string, q: string): unknown;
  symlink(p: string, q: string): unknown;
  readlink(p: string): unknown;
  realpath(p: string): unknown;
  stat(p: string): unknown;
  lstat(p: string): unknown;
  readdir(p: string): unknown;
  create(p: string): unknown;
  exclusive(p: string): unknown;
  read(p: string): unknown;
  append(p: string): unknown;
  truncate(p: string): unknown;
}

const summary = ({ mode, size, nlink }: { mode: number; size: number; nlink: number }) => [mode.toString(8), (mode & 0o170000) === 0o040000 ? 'd' : `${size} ${nlink}`];

function real(root: string): Calls {
  const at = (p: string): string => root + p;
  const opened = (p: string, flags: string): void => fs.closeSync(fs.openSync(at(p), flags));
  return {
    mkdir: (p) => fs.mkdirSync(at(p)),
    rmdir: (p) => fs.rmdirSync(at(p)),
    unlink: (p) => fs.unlinkSync(at(p)),
    rename: (p, q) => fs.renameSync(at(p), at(q)),
    link: (p, q) => fs.linkSync(at(p), at(q)),
    symlink: (p, q) => fs.symlinkSync(p.startsWith('/') ? at(p) : p, at(q)),
    readlink: (p) => fs.readlinkSync(at(p)).replaceAll(root, ''),
    realpath: (p) => fs.realpathSync.native(at(p)).replace(root, ''),
    stat: (p) => summary(fs.statSync(at(p))),
    lstat: (p) => (fs.lstatSync(at(p)).isSymbolicLink() ? 'link' : summary(fs.lstatSync(at(p)))),
    readdir: (p) => fs.readdirSync(at(p)).sort(),
    create: (p) => opened(p, 'w'),
    exclusive: (p) => opened(p, 'wx'),
    read: (p) => fs.readFileSync(at(p), 'utf8'),
    append: (p) => fs.appendFileSync(at(p), 'x'),
    truncate: (p) => fs.truncateSync(at(p), 3),
  };
}

function ours(process: Process, root: string): Calls {
  const at = (p: string): string => root + p;
  const opened = (p: string, exclusive: boolean): void => process.close(process.open(at(p), { write: true, create: true, truncate: true, exclusive }));
  return {
    mkdir: (p) => process.mkdir(at(p)),
    rmdir: (p) => process.rmdir(at(p)),
    unlink: (p) => process.unlink(at(p)),
    rename: (p, q) => process.rename(at(p), at(q)),
    link: (p, q) => process.link(at(p), at(q)),
    symlink: (p, q) => process.symlink(p.startsWith('/') ? at(p) : p, at(q)),
    readlink: (p) => process.readlink(at(p)).replaceAll(root, ''),
    realpath: (p) => process.realpath(at(p)).replace(root, ''),
    stat: (p) => summary(process.stat(at(p))),
    lstat: (p) => (process.lstat(at(p)).mode >> 12 === 0o12 ? 'link' : summary(process.lstat(at(p)))),
    readdir: (p) => process.readdir(at(p)).map(({ name }) => name).sort(),
    create: (p) => opened(p, false),
    exclusive: (p) => opened(p, true),
    read: (p) => process.readTextFile(at(p)),
    append: (p) => process.writeFile(at(p), 'x', { append: true }),
    truncate: (p) => process.truncate(at(p), 3),
  };
}

function attempt(call: () => unknown): unknown {
  try {
    return call() ?? 'ok';
  } catch (error) {
    if (isSystemError(error)) return error.code;
    if (error instanceof Error && 'code' in error) return error.code;
    throw error;
  }
}

describe.skipIf(process.platform !== 'linux')('path walk, as the kernel below us does it', () => {
  it.each([1, 2, 3, 4])('agrees on 2500 random calls, seed %i', async (first) => {
    // One level down, because the links lead at most one level up.
    const outside = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'walk-')));
    const root = `${outside}/root`;
    fs.mkdirSync(root, 0o755);
    const umask = process.umask(0o022);
    const kernel = bootKernel({}, [{ path: root }]);
    let seed = first;
    const pick = <T>(from: readonly T[]): T => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return from[Math.floor((seed / 0x80000000) * from.length)] as T;
    };
    const names = ['a', 'b', 'c', 'd', '.', '..', 'l', 'm', 'a', 'b'];
    const somePath = (): string => {
      const parts = Array.from({ length: pick([1, 1, 1, 2, 2, 3, 4]) }, () => pick(names));
      // Never above the root of the real one.
      let depth = 0;
      const safe = parts.filter((part) => part !== '..' || depth-- > 0 || ((depth = 0), false)).map((part) => ((depth += part === '..' || part === '.' ? 0 : 1), part));
      return `/${safe.filter((part) => part !== '..').join(pick(['/', '/', '/', '//']))}${pick(['', '', '', '', '/'])}`;
    };
    try {
      await runIn(kernel, (process) => {
        const both = [real(root), ours(process, root)] as const;
        const kinds = Object.keys(both[0]) as (keyof Calls)[];
        for (let step = 0; step < 2500; step++) {
          const kind = pick([...kinds, 'mkdir', 'mkdir', 'create', 'symlink'] as const);
          const [p, q] = [kind === 'symlink' && pick([0, 1]) ? pick(['a', 'b/c', '../a', '.', 'l', 'm/', 'a/b']) : somePath(), somePath()];
          const [expected, got] = both.map((calls) => attempt(() => calls[kind](p, q)));
          expect(`${step} ${kind} ${p} ${q}: ${JSON.stringify(got)}`).toBe(`${step} ${kind} ${p} ${q}: ${JSON.stringify(expected)}`);
        }
      });
    } finally {
      process.umask(umask);
      kernel.dispose();
      fs.rmSync(outside, { recursive: true });
    }
  });
});
