import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { engineProblem } from './engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'drydock-engine-'));
const withDocker = join(folder, 'with');
const without = join(folder, 'without');

beforeAll(() => {
  for (const each of [withDocker, without]) mkdirSync(each);
  writeFileSync(join(withDocker, 'docker'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function problemWith(path: string, address: string): Promise<string | undefined> {
  vi.stubEnv('PATH', path);
  vi.stubEnv('DOCKER_HOST', address);
  return engineProblem();
}

test('why there is no engine has a kind', async () => {
  expect(await problemWith(without, `unix://${folder}/none`)).toBe('docker-missing');
  expect(await problemWith(withDocker, `unix://${folder}/none`)).toBe('docker-not-running');
  expect(await problemWith(withDocker, 'ssh://somebody@elsewhere.test')).toBe('docker-elsewhere');
});

test('one that answers is no problem, at a socket or a port', async () => {
  const server = createServer((client) => client.end());
  const socket = join(folder, 'engine.sock');
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  expect(await problemWith(withDocker, `unix://${socket}`)).toBeUndefined();
  await new Promise((resolve) => server.close(resolve));
  const overTcp = createServer((client) => client.end());
  await new Promise<void>((resolve) => overTcp.listen(0, '127.0.0.1', resolve));
  const address = overTcp.address();
  expect(await problemWith(withDocker, `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)).toBeUndefined();
  await new Promise((resolve) => overTcp.close(resolve));
});
