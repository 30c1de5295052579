import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import { FileData } from '../vfs/index.ts';
import { isSystemError } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';
import { buildTree } from './build-tree.ts';
import { TmpFs } from './tmpfs.ts';

describe('file data', () => {
  it('is a sparse array of bytes: random writes, truncations and copies agree with a plain one', () => {
    let seed = 3;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return Math.floor((seed / 0x80000000) * below);
    };
    const size = 600_000;
    let plain = new Uint8Array(0);
    const owner = {};
    let data = new FileData(owner);
    for (let step = 0; step < 600; step++) {
      const offset = random(4) === 0 ? data.size : random(size);
      if (random(6) === 0) {
        const to = random(size);
        data.truncate(to);
        const cut = new Uint8Array(to);
        cut.set(plain.subarray(0, to));
        plain = cut;
      } else {
        const bytes = new Uint8Array(random(3) === 0 ? random(100_000) : random(50)).fill(1 + random(255));
        data.write(offset, bytes);
        if (bytes.length > 0) {
          const grown = new Uint8Array(Math.max(plain.length, offset + bytes.length));
          grown.set(plain);
          grown.set(bytes, offset);
          plain = grown;
        }
      }
      if (random(20) === 0) data = data.share().writable(owner);
      expect(data.size).toBe(plain.length);
      const [from, max] = [random(size), random(200_000)];
      expect(Buffer.compare(data.read(from, max), plain.subarray(from, from + max))).toBe(0);
    }
    expect(Buffer.compare(data.read(0, 1e7), plain)).toBe(0);
  });
});

describe('tmpfs', () => {
  it('keeps what repeats in a long file once, through clones and plain data, and changes only what is written', () => {
    const fs = buildTree([{ path: '/big', content: '' }]);
    const line = encodeUtf8('y\n'.repeat(2 ** 19));
    const size = 96 * line.length;
    for (let at = 0; at < size; at += line.length) fs.root.lookup('big')?.write(at, at < size / 2 ? line : new Uint8Array(line.length));
    expect(fs.root.lookup('big')?.data()?.memory).toBeLessThan(20 * line.length);
    const copy = TmpFs.fromData(structuredClone(fs.clone().toData()));
    const big = copy.root.lookup('big');
    expect(big?.attributes()).toMatchObject({ size, blocks: size / 512 });
    big?.write(size - 3, encodeUtf8('end'));
    big?.write(size / 2 - 65536, encodeUtf8('middle'));
    big?.truncate(size - 1);
    const read = (at: number, max: number): string => decodeUtf8(big?.read(at, max) ?? new Uint8Array());
    expect(read(size - 5, 9)).toBe('\0\0en');
    expect(read(size / 2 - 65538, 10)).toBe('y\nmiddley\n');
    expect(read(size / 2 - 2 * 65536, 8)).toBe('y\ny\ny\ny\n');
    expect(read(size / 2 - 2, 4)).toBe('y\n\0\0');
    expect(decodeUtf8(fs.root.lookup('big')?.read(size / 2 - 65536, 4) ?? new Uint8Array())).toBe('y\ny\n');
  });

  it('clones without copying; neither side sees the other', () => {
    const one = buildTree([{ path: '/d/f', content: 'old' }, { path: '/d/g', content: 'g' }]);
    const two = one.clone();
    const file = (fs: TmpFs, name: string) => fs.root.lookup('d')?.lookup(name);
    file(one, 'f')?.write(0, encodeUtf8('one'));
    file(two, 'f')?.write(3, encodeUtf8('er'));
    two.root.lookup('d')?.unlink('g');
    expect(decodeUtf8(file(one, 'f')?.read(0, 99) ?? new Uint8Array())).toBe('one');
    expect(decodeUtf8(file(two, 'f')?.read(0, 99) ?? new Uint8Array())).toBe('older');
    expect(file(one, 'g')).toBeDefined();
    expect(file(two, 'g')).toBeUndefined();
    const three = TmpFs.fromData(structuredClone(two.toData()));
    expect(decodeUtf8(file(three, 'f')?.read(0, 99) ?? new Uint8Array())).toBe('older');
    expect(three.used).toBe(two.used);
  });

  it('is full at its size limit, counts holes as free and stubs as taken, and keeps unlinked open files', async () => {
    const kernel = bootKernel({ tool: () => 0 });
    await runIn(kernel, async (process) => {
      process.mkdir('/small');
      process.mount('tmpfs', '/small', 'tmpfs', 'size=1m');
      const fd = process.open('/small/f', 'w+');
      await process.write(fd, new Uint8Array(900_000));
      const error = await process.write(fd, new Uint8Array(200_000)).catch((caught: unknown) => caught);
      expect(isSystemError(error, 'ENOSPC')).toBe(true);
      process.unlink('/small/f');
      expect(process.statfs('/small').free).toBeLessThan(200_000);
      process.lseek(fd, 0, 'set');
      expect((await process.read(fd, 10)).length).toBe(10);
      process.close(fd);
      expect(process.statfs('/small')).toMatchObject({ type: 'tmpfs', total: 1048576, free: 1048576 });
      process.writeFile('/hole', '');
      process.truncate('/hole', 1e9);
      expect(process.stat('/hole')).toMatchObject({ size: 1e9, blocks: 0 });
      expect(process.stat('/bin/tool')).toMatchObject({ size: 100_000, blocks: 200 });
      const [from, to] = [process.open('/bin/tool'), process.open('/copy', 'w')];
      process.ficlone(from, to);
      expect(process.readFile('/copy')).toEqual(process.readFile('/bin/tool'));
      expect(process.readFile('/copy').length).toBe(100_000);
    });
    kernel.dispose();
  });
});
