import { describe, expect, it } from 'vitest';
import { isSystemError, type Process } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';
import { buildTree } from './build-tree.ts';
import { OverlayFs } from './overlayfs.ts';
import { TmpFs } from './tmpfs.ts';

const base = buildTree([
  { path: '/etc/passwd', content: 'root\n' },
  { path: '/etc/dir/a', content: 'a' },
  { path: '/etc/dir/b', content: 'b' },
  { path: '/big', content: 'head', size: 50_000_000 },
]).freeze();

function boot(upper: TmpFs): ReturnType<typeof bootKernel> {
  return bootKernel({}, [], { root: OverlayFs.of([base], upper) });
}

function code(call: () => unknown): string {
  try {
    call();
    return 'ok';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code;
  }
}

describe('overlayfs', () => {
  it('keeps changes in the upper layer, with whiteouts and opaque directories', async () => {
    const upper = new TmpFs();
    const kernel = boot(upper);
    await runIn(kernel, (process) => {
      process.writeFile('/etc/passwd', 'user\n', { append: true });
      expect(process.readTextFile('/etc/passwd')).toBe('root\nuser\n');
      process.unlink('/etc/dir/a');
      expect(process.readdir('/etc/dir').map(({ name }) => name)).toEqual(['b']);
      process.unlink('/etc/dir/b');
      process.rmdir('/etc/dir');
      expect(process.exists('/etc/dir')).toBe(false);
      process.mkdir('/etc/dir');
      expect(process.readdir('/etc/dir')).toEqual([]);
      process.writeFile('/big', 'X', { append: true });
      expect(process.stat('/big').size).toBe(50_000_001);
    });
    kernel.dispose();
    expect(base.root.lookup('etc')?.lookup('passwd')?.attributes().size).toBe(5);
    expect(upper.root.lookup('etc')?.lookup('dir')?.getxattr('trusted.overlay.opaque')).toEqual(Uint8Array.of(0x79));
    const again = boot(TmpFs.fromData(structuredClone(upper.toData())));
    await runIn(again, (process) => {
      expect(process.readTextFile('/etc/passwd')).toBe('root\nuser\n');
      expect(process.readdir('/etc/dir')).toEqual([]);
      expect(process.readSparse('/big').size).toBe(50_000_001);
    });
    again.dispose();
  });

  it('mounts with options, shows whiteouts in the upper directory, refuses to rename lower directories', async () => {
    const kernel = bootKernel();
    await runIn(kernel, (process) => {
      for (const path of ['/l1', '/l2', '/u', '/w', '/m', '/l1/d', '/l2/d']) process.mkdir(path);
      process.writeFile('/l1/d/one', '1');
      process.writeFile('/l2/d/two', '2');
      process.writeFile('/l2/d/one', 'hidden');
      process.mount('overlay', '/m', 'overlay', 'lowerdir=/l1:/l2,upperdir=/u,workdir=/w');
      expect(process.readTextFile('/m/d/one')).toBe('1');
      expect(process.readdir('/m/d').map(({ name }) => name).sort()).toEqual(['one', 'two']);
      process.unlink('/m/d/one');
      expect(process.lstat('/u/d/one')).toMatchObject({ mode: 0o020000, rdev: 0 });
      expect(process.exists('/m/d/one')).toBe(false);
      expect(code(() => process.rename('/m/d', '/m/e'))).toBe('EXDEV');
      process.mkdir('/m/new');
      process.rename('/m/new', '/m/newer');
      expect(process.readdir('/u').map(({ name }) => name)).toEqual(['d', 'newer']);
      expect(process.mounts().at(-1)).toEqual({ source: 'overlay', target: '/m', type: 'overlay', options: 'rw,relatime,lowerdir=/l1:/l2,upperdir=/u,workdir=/w' });
      process.umount('/m');
      expect(process.readdir('/m')).toEqual([]);
    });
    kernel.dispose();
  });

  it('is a plain tree to its users: random operations agree with a tmpfs', async () => {
    const tree = [{ path: '/w' }, ...['a', 'b', 'c'].flatMap((d) => ['x', 'y', 'z'].map((f) => ({ path: `/w/${d}/${f}`, content: d + f })))];
    const plain = bootKernel({}, [], { root: buildTree(tree) });
    const layered = bootKernel({}, [], { root: OverlayFs.of([buildTree(tree).freeze()], new TmpFs(), { renamesDirectories: true }) });
    const dump = (process: Process, path: string): string[] => process.readdir(path).sort((p, q) => (p.name < q.name ? -1 : 1)).flatMap(({ name, type }) => {
      const at = `${path}/${name}`;
      return type === 0o040000 ? [`${at}/`, ...dump(process, at)] : [`${at}=${process.readTextFile(at)}`];
    });
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const names = ['a', 'b', 'c', 'd'];
    const dumps: [string[], string[]][] = [];
    const path = (): string => `/w/${names[random(4)]}${random(3) === 0 ? '' : `/${['x', 'y', 'z', 'a'][random(4)]}`}`;
    await runIn(plain, (one) => runIn(layered, (two) => {
      for (let step = 0; step < 2000; step++) {
        const [p, q, kind] = [path(), path(), random(7)];
        const act = (process: Process): string => code(() => {
          if (kind === 0) process.writeFile(p, String(step));
          else if (kind === 1) process.unlink(p);
          else if (kind === 2) process.rmdir(p);
          else if (kind === 3) process.mkdir(p);
          else if (kind === 4) process.rename(p, q);
          else if (kind === 5) process.link(p, q);
          else process.writeFile(p, '+', { append: true });
        });
        expect(`${step} ${kind} ${p} ${q} ${act(two)}`).toBe(`${step} ${kind} ${p} ${q} ${act(one)}`);
        if (step % 100 === 0) dumps.push([dump(two, '/w'), dump(one, '/w')]);
      }
      for (const [got, wanted] of dumps) expect(got).toEqual(wanted);
    }));
    plain.dispose();
    layered.dispose();
  });
});
