import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ArError, readAr, writeAr } from './ar.ts';
import { decodeUtf8, encodeUtf8 } from './bytes.ts';

it('writes what tar-like tools of binutils and dpkg read, and reads what it wrote', () => {
  const members = [{ name: 'debian-binary', data: encodeUtf8('2.0\n'), mtime: 0, mode: 0o100644 }, { name: 'odd', data: encodeUtf8('abc'), mtime: 1_700_000_000_000, mode: 0o100600 }];
  expect(readAr(writeAr(members))).toEqual(members);
  expect(() => readAr(encodeUtf8('no archive'))).toThrow(ArError);
});

it('reads a package that dpkg-deb built', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ar-'));
  try {
    execFileSync('mkdir', ['-p', join(dir, 'p/DEBIAN')]);
    writeFileSync(join(dir, 'p/DEBIAN/control'), 'Package: x\nVersion: 1\nArchitecture: all\nMaintainer: nobody <n@x.test>\nDescription: x\n');
    execFileSync('dpkg-deb', ['--build', join(dir, 'p'), join(dir, 'x.deb')], { stdio: 'ignore' });
    const members = readAr(readFileSync(join(dir, 'x.deb')));
    expect(members.map(({ name }) => name.replace(/\.\w+$/, ''))).toEqual(['debian-binary', 'control.tar', 'data.tar']);
    expect(decodeUtf8(members[0]?.data ?? new Uint8Array())).toBe('2.0\n');
  } finally {
    rmSync(dir, { recursive: true });
  }
});
