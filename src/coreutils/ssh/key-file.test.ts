import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.ts';
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from './ed25519.ts';
import { fingerprint, keyBlob, makeKey, privateFile, publicLine, readPrivateFile, readPublicLine } from './key-file.ts';
import { randomArt } from './random-art.ts';
import { readRsaFile, rsaFile, rsaLine } from './rsa-key.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

it('ed25519: the second vector of RFC 8032', () => {
  const seed = bytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const signature = ed25519Sign(seed, Uint8Array.of(0x72));
  expect(Buffer.from(ed25519PublicKey(seed)).toString('hex')).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  expect(Buffer.from(signature).toString('hex')).toBe('92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00');
  expect(ed25519Verify(ed25519PublicKey(seed), Uint8Array.of(0x72), signature)).toBe(true);
  expect(ed25519Verify(ed25519PublicKey(seed), Uint8Array.of(0x73), signature)).toBe(false);
});

describe.skipIf(!existsSync('/usr/bin/ssh-keygen'))('the real ssh-keygen', () => {
  it('reads our keys and we read its', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    const keygen = (...args: string[]): string => execFileSync('ssh-keygen', args, { encoding: 'utf8' }).trim();
    try {
      const key = makeKey(seededRandom(7), 'learner@web1');
      const file = join(folder, 'ours');
      writeFileSync(file, privateFile(key, seededRandom(8)), { mode: 0o600 });
      expect(keygen('-y', '-f', file)).toBe(publicLine(key));
      expect(keygen('-lv', '-f', file)).toBe(`256 ${fingerprint(key.publicKey)} learner@web1 (ED25519)\n${randomArt(keyBlob(key.publicKey), 'ED25519 256').trim()}`);
      const theirs = join(folder, 'theirs');
      keygen('-q', '-t', 'ed25519', '-N', '', '-C', 'a b', '-f', theirs);
      const read = readPrivateFile(readFileSync(theirs, 'utf8'));
      expect(read && `${publicLine(read)}\n`).toBe(readFileSync(`${theirs}.pub`, 'utf8'));
      const rsa = join(folder, 'rsa');
      keygen('-q', '-t', 'rsa', '-b', '1024', '-N', '', '-C', 'c', '-f', rsa);
      const pair = readRsaFile(readFileSync(rsa, 'utf8'));
      expect(pair && `${rsaLine(pair)}\n`).toBe(readFileSync(`${rsa}.pub`, 'utf8'));
      if (pair) writeFileSync(`${rsa}-ours`, rsaFile(pair, seededRandom(9)), { mode: 0o600 });
      expect(keygen('-y', '-f', `${rsa}-ours`)).toBe(pair && rsaLine(pair));
      expect(readPublicLine(`command="x" ${readFileSync(`${theirs}.pub`, 'utf8')}`)?.publicKey).toEqual(read?.publicKey);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
