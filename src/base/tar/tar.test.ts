import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../bytes.ts';
import { sha256Hex } from '../sha256.ts';
import { entryBytes, readTar, readTarStream, TarError, tarEntry, type TarEntry, writeTar } from './index.ts';

const text = (content: string): Uint8Array => encodeUtf8(content);
const long = `deep/${'directory-with-a-name/'.repeat(12)}file`;

const samples: TarEntry[] = [
  tarEntry('etc', { type: 'directory', mtime: 1_700_000_000_000 }),
  tarEntry('etc/motd', { bytes: text('Ahoy\n'), mode: 0o4755, uid: 1000, gid: 50, uname: 'learner', gname: 'staff' }),
  tarEntry('etc/empty'),
  tarEntry('bin', { type: 'symlink', linkPath: 'usr/bin' }),
  tarEntry('etc/issue', { type: 'hardlink', linkPath: 'etc/motd', mode: 0o4755 }),
  tarEntry('dev/null', { type: 'character', mode: 0o666, devMajor: 1, devMinor: 3 }),
  tarEntry('run/pipe', { type: 'fifo' }),
  tarEntry(long, { bytes: text('far') }),
  tarEntry('порт/журнал', { bytes: text('x'), mtime: 1_700_000_000_250, uid: 9_000_000 }),
  tarEntry('usr/bin/ping', { bytes: text('\x7fELF'), xattrs: new Map([['security.capability', new Uint8Array([1, 0, 10, 61, 255])]]) }),
  tarEntry('lib/tail', { bytes: text('head'), size: 5_000_000 }),
  tarEntry('lib/holes', { size: 1_000_000, extents: [{ offset: 4096, bytes: text('middle') }, { offset: 999_000, bytes: text('end') }] }),
  tarEntry('lib/nothing', { size: 70_000 }),
];

const withoutContent = ({ extents: _extents, ...rest }: TarEntry): Omit<TarEntry, 'extents'> => rest;

const sum = (entry: TarEntry): string => `${entry.path} ${sha256Hex(entryBytes(entry))}`;

describe('tar', () => {
  it('reads back what it wrote, every field, sparse or not', () => {
    const read = [...readTar(writeTar(samples))];
    expect(read.map(withoutContent)).toEqual(samples.map(withoutContent));
    expect(read.map(sum)).toEqual(samples.map(sum));
    const dense = [...readTar(writeTar(samples, { sparse: false }))];
    expect(dense.map(sum)).toEqual(samples.map(sum));
  });

  it('keeps holes out of the archive', () => {
    expect(writeTar([tarEntry('big', { bytes: text('a'), size: 80_000_000_000 })]).length).toBeLessThan(8192);
  });

  it('reads an archive that arrives a few bytes at a time', async () => {
    const archive = writeTar(samples);
    let offset = 0;
    const source = { read: async (max = 65536) => archive.subarray(offset, (offset += Math.min(max, 700))) };
    const entries: TarEntry[] = [];
    for await (const entry of readTarStream(source)) entries.push(entry);
    expect(entries).toEqual([...readTar(archive)]);
  });

  it('tells what is no tar archive and what is cut short', () => {
    expect(() => [...readTar(new Uint8Array(512).fill(65))]).toThrow(new TarError('archive/tar: invalid tar header'));
    expect(() => [...readTar(writeTar(samples).subarray(0, 600))]).toThrow(TarError);
    const cut = writeTar([tarEntry('a', { bytes: new Uint8Array(5000).fill(1) })]).subarray(0, 2000);
    expect(() => [...readTar(cut)]).toThrow(new TarError('unexpected EOF'));
  });
});

describe('tar and GNU tar', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'tar-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));
  const run = (command: string, ...args: string[]): string => execFileSync(command, args, { cwd: dir, encoding: 'utf8' });

  it('GNU tar extracts what we wrote', () => {
    writeFileSync(join(dir, 'ours.tar'), writeTar(samples));
    run('mkdir', 'out');
    run('tar', '-xf', 'ours.tar', '-C', 'out', '--no-same-owner', '--exclude=dev/null');
    const files = samples.filter(({ type }) => type === 'file');
    expect(files.map(({ path }) => `${path} ${sha256Hex(readFileSync(join(dir, 'out', path)))}`)).toEqual(files.map(sum));
    expect(run('stat', '-c', '%a %h %s', 'out/etc/issue')).toBe('4755 2 5\n');
    expect(run('tar', '-tvf', 'ours.tar', '--numeric-owner', 'lib/tail', 'usr/bin/ping')).toContain('5000000');
  });

  it.each(['gnu', 'pax', 'pax --sparse-version=0.1', 'pax --sparse-version=0.0', 'oldgnu'])('we read what GNU tar --format=%s wrote', (format) => {
    run('bash', '-c', `rm -rf in && mkdir -p "in/$(dirname ${long})" && cd in && echo far > ${long} && truncate -s 3000000 hole && for at in 1 3 5 7 9 11 13 15; do printf "at $at" | dd of=hole bs=65536 seek=$at conv=notrunc status=none; done && ln hole link && ln -s ${'x'.repeat(120)} ln && mkfifo ff`);
    run('bash', '-c', `tar -cSf theirs.tar --format=${format} -C in .`);
    const entries = new Map([...readTar(readFileSync(join(dir, 'theirs.tar')))].map((entry) => [entry.path, entry]));
    expect(entries.get(`./${long}`)?.size).toBe(4);
    expect(entries.get('./ln')?.linkPath).toBe('x'.repeat(120));
    expect(entries.get('./ff')?.type).toBe('fifo');
    expect(entries.get('.')?.type).toBe('directory');
    const [hole, link] = [entries.get('./hole'), entries.get('./link')];
    const file = hole?.type === 'file' ? hole : link;
    expect(file?.size).toBe(3_000_000);
    expect(Buffer.compare(entryBytes(file ?? samples[0] as TarEntry), readFileSync(join(dir, 'in/hole')))).toBe(0);
  });
});
