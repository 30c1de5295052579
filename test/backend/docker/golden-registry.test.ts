import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fetchPart, pushPart } from '../../../src/server/golden/golden-registry.ts';
import { RegistryProcess } from '../../clients/registry-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'drydock-golden-'));
const [made, got] = [join(folder, 'made'), join(folder, 'got')];
let registry: RegistryProcess;

beforeAll(async () => {
  registry = await RegistryProcess.start();
  for (const each of [made, got]) mkdirSync(each);
  mkdirSync(join(made, 'programs'));
  writeFileSync(join(made, 'programs', 'su'), 'program');
  chmodSync(join(made, 'programs', 'su'), 0o4755);
  symlinkSync('./programs/su', join(made, 'link'));
  writeFileSync(join(made, '.done'), '');
});
afterAll(async () => {
  await registry?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** The files of a folder: name, mode, kind, target. */
const list = (path: string): string => execFileSync('find', ['.', '-mindepth', '1', '-printf', '%P %m %y %l %s\n'], { cwd: path, encoding: 'utf8' }).split('\n').sort().join('\n');

test('a part goes to a registry and comes back as it was', async () => {
  vi.stubEnv('DRYDOCK_REGISTRY', `${registry.host}/team/`);
  const image = await pushPart('host-0123456789ab', made);
  expect(image).toBe(`${registry.host}/team/drydock-golden:host-0123456789ab`);
  expect(await fetchPart('host-0123456789ab', got)).toBe(true);
  expect(list(got)).toBe(list(made).replace(/^\.done .*\n/m, ''));
  expect(execFileSync('docker', ['images', '-q', image], { encoding: 'utf8' })).toBe('');
});

test('what is not there has to be made', async () => {
  expect(await fetchPart('host-0123456789ab', got)).toBe(false);
  await expect(pushPart('host-0123456789ab', made)).rejects.toThrow('DRYDOCK_REGISTRY names no registry');
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.stubEnv('DRYDOCK_REGISTRY', registry.host);
  expect(await fetchPart('host-ffffffffffff', got)).toBe(false);
  expect(String(told.mock.lastCall?.[0])).toMatch(/no 127\.0\.0\.1:\d+\/drydock-golden:host-f{12}, so it is made here: .*manifest unknown/s);
  vi.stubEnv('DRYDOCK_REGISTRY', '127.0.0.1:1');
  expect(await fetchPart('host-0123456789ab', got)).toBe(false);
  told.mockRestore();
});
