import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, entryBytes, readAr, readTar, sha256Hex, type TarEntry } from '../../base/index.ts';
import { gunzip } from '../../base/gzip/index.ts';
import bookwormBase from '../debian/bookworm-packages.json' with { type: 'json' };
import { parseControl } from '../debian/control.ts';
import jammyBase from '../debian/jammy-packages.json' with { type: 'json' };
import { createPackageArchive, type PackageArchive } from './package-archive.ts';

const stub = (name: string): Uint8Array => encodeUtf8(`stub ${name}\n`);
const archive = createPackageArchive({ stub });
const fetchBytes = async (from: PackageArchive, path: string): Promise<Uint8Array> => {
  const response = await from.fetch(new Request(`http://deb.debian.org${path}`));
  expect([path, response.status]).toEqual([path, 200]);
  return new Uint8Array(await response.arrayBuffer());
};
const noDpkg = spawnSync('dpkg-deb', ['--version']).status !== 0;

describe.each([['/debian', 'bookworm', ['main']], ['/debian', 'trixie', ['main']], ['/ubuntu', 'jammy', ['main', 'universe']]])('%s %s', (root, suite, components) => {
  it('has sums that agree from Release down to the packages', async () => {
    const release = parseControl(decodeUtf8(await fetchBytes(archive, `${root}/dists/${suite}/Release`)))[0];
    expect(decodeUtf8(await fetchBytes(archive, `${root}/dists/${suite}/InRelease`))).toContain(`Codename: ${suite}\n`);
    for (const line of (release?.get('SHA256') ?? '').trim().split('\n')) {
      const [sum, size, path] = line.trim().split(/\s+/);
      const bytes = await fetchBytes(archive, `${root}/dists/${suite}/${path}`);
      expect([sha256Hex(bytes), String(bytes.length)]).toEqual([sum, size]);
    }
    for (const component of components) {
      const list = decodeUtf8(gunzip(await fetchBytes(archive, `${root}/dists/${suite}/${component}/binary-amd64/Packages.gz`)));
      for (const fields of parseControl(list)) {
        const deb = await fetchBytes(archive, `${root}/${fields.get('Filename')}`);
        expect([sha256Hex(deb), String(deb.length)]).toEqual([fields.get('SHA256'), fields.get('Size')]);
      }
    }
  });
});

// What is installed in the images, and what the archive has, must do for every dependency.
it.each([['/debian', 'bookworm', bookwormBase, ['main']], ['/ubuntu', 'jammy', jammyBase, ['main', 'universe']]])('%s %s is closed under dependencies', async (root, suite, base, components) => {
  const all = parseControl(base.join('\n\n'));
  for (const component of components) all.push(...parseControl(decodeUtf8(await fetchBytes(archive, `${root}/dists/${suite}/${component}/binary-amd64/Packages`))));
  const names = (text: string): string[] => text.split(/[,|]/).map((item) => item.trim().replace(/[ :(].*$/, ''));
  const offered = new Set(all.flatMap((fields) => [fields.get('Package') ?? '', ...names(fields.get('Provides') ?? '')]));
  const missing: string[] = [];
  for (const fields of all) {
    const wanted = [fields.get('Depends'), fields.get('Pre-Depends')].flatMap((list) => list?.split(',') ?? []);
    missing.push(...wanted.filter((group) => !names(group).some((name) => offered.has(name))).map((group) => `${fields.get('Package')} needs ${group}`));
  }
  expect(missing).toEqual([]);
});

describe('the archive', () => {
  it('has no wheezy, empty updates, and says when nothing changed', async () => {
    expect((await archive.fetch(new Request('http://deb.debian.org/debian/dists/wheezy/Release'))).status).toBe(404);
    expect(await fetchBytes(archive, '/debian-security/dists/bookworm-security/main/binary-amd64/Packages')).toEqual(new Uint8Array());
    const first = await archive.fetch(new Request('http://deb.debian.org/debian/dists/bookworm/InRelease'));
    const since = first.headers.get('last-modified') ?? '';
    expect((await archive.fetch(new Request('http://deb.debian.org/debian/dists/bookworm/InRelease', { headers: { 'if-modified-since': since } }))).status).toBe(304);
  });

  it('installs programs as large as the real ones, and sayings with their index', async () => {
    const files = await contents(archive, 'cowsay');
    expect(files.get('./usr/games/cowsay')).toMatchObject({ size: 4664, mode: 0o755 });
    const sayings = await contents(archive, 'fortunes-min');
    const text = decodeUtf8(entryBytes(sayings.get('./usr/share/games/fortunes/fortunes') as TarEntry));
    const index = entryBytes(sayings.get('./usr/share/games/fortunes/fortunes.dat') as TarEntry);
    const view = new DataView(index.buffer, index.byteOffset);
    expect(view.getUint32(4)).toBe(text.split('%\n').length - 1);
    expect(text.slice(view.getUint32(28))).toMatch(/^Measure twice/);
  });

  it.skipIf(noDpkg)(`real dpkg-deb takes a plain one${noDpkg ? ' (skipped: dpkg-deb is not installed)' : ''}`, async () => {
    const plain = createPackageArchive({ stub, plain: true, only: ['cowsay'], sign: async () => ({ inRelease: 'signed', detached: 'signature' }) });
    expect(decodeUtf8(await fetchBytes(plain, '/debian/dists/bookworm/Release.gpg'))).toBe('signature');
    const dir = mkdtempSync(join(tmpdir(), 'deb-'));
    try {
      const list = parseControl(decodeUtf8(await fetchBytes(plain, '/debian/dists/bookworm/main/binary-amd64/Packages')));
      expect(list.length).toBe(1);
      writeFileSync(join(dir, 'x.deb'), await fetchBytes(plain, `/debian/${list[0]?.get('Filename')}`));
      expect(execFileSync('dpkg-deb', ['-f', 'x.deb', 'Package', 'Depends'], { cwd: dir, encoding: 'utf8' })).toBe('Package: cowsay\nDepends: libtext-charwidth-perl, perl:any\n');
      execFileSync('dpkg-deb', ['-x', 'x.deb', 'root'], { cwd: dir });
      expect(execFileSync('cat', ['root/usr/games/cowthink'], { cwd: dir, encoding: 'utf8' })).toBe('stub cowsay\n');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

async function contents(from: PackageArchive, name: string): Promise<Map<string, TarEntry>> {
  const list = parseControl(decodeUtf8(await fetchBytes(from, '/debian/dists/bookworm/main/binary-amd64/Packages')));
  const path = list.find((fields) => fields.get('Package') === name)?.get('Filename');
  const data = readAr(await fetchBytes(from, `/debian/${path}`)).find((member) => member.name === 'data.tar.gz');
  return new Map([...readTar(gunzip(data?.data ?? new Uint8Array()))].map((entry) => [entry.path, entry]));
}
