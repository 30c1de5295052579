import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, createRemoteBackend, type RemoteOptions, type SessionKey } from '../../../src/backend/index.ts';
import { socketTo } from '../docker-server.ts';

const params = { hosts: ['lab'], user: 'learner' };
const folder = mkdtempSync(join(tmpdir(), 'drydock-killed-'));
const docker = (...args: string[]): string[] => execFileSync('docker', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
const children: ChildProcess[] = [];

/** A server in a process of its own, ready. */
async function start(): Promise<{ child: ChildProcess & { pid: number }; port: number }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('serve.ts', import.meta.url)), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { child: child as typeof child & { pid: number }, port: Number(port.toString()) };
}

async function open(port: number, session?: SessionKey): Promise<{ backend: Backend; key: SessionKey }> {
  const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  let key: SessionKey = { id: '', token: '' };
  const backend = await createRemoteBackend({
    socket: socketTo({ port }) as unknown as RemoteOptions['socket'],
    token: /name="drydock-docker" content="([^"]+)"/.exec(page)?.[1] ?? '',
    session,
    onSession: (mine) => (key = mine),
  });
  return { backend, key };
}

/** Everything that a process has made in the engine and that lives as long as it. */
const belongings = (pid: number): string[] => [...docker('ps', '-aq', '--filter', `label=drydock.owner=${pid}`), ...docker('network', 'ls', '-q', '--filter', `label=drydock.owner=${pid}`)];
const disksOf = (pid: number): string[] => docker('volume', 'ls', '-q', '--filter', `label=drydock.disk=${pid}`);

beforeAll(() => {
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site', 'index.html'), '<head></head>');
});

afterAll(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  for (const { pid } of children) for (const disk of disksOf(pid ?? 0)) docker('volume', 'rm', disk);
  rmSync(folder, { recursive: true });
}, 60_000);

test('a server that is killed: the next one ends what it left, and gives the learner the same host back', async () => {
  const first = await start();
  const { backend, key } = await open(first.port);
  await backend.boot(params);
  await backend.openTerminal({ size: { rows: 24, columns: 80 } });
  await backend.files.write('/home/learner/note', 'kept\n');
  expect(await backend.exec('docker volume create kept && sync')).toMatchObject({ exitCode: 0 });
  // Another one is in the middle of being made.
  const half = await open(first.port);
  const booting = half.backend.boot(params).catch(() => undefined);
  const gone = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await Promise.all([gone, booting]);
  expect(belongings(first.child.pid).length).toBeGreaterThan(0);

  const second = await start();
  expect(belongings(first.child.pid)).toEqual([]);
  // Its disk alone is left, and whatever of the other ones was never begun is not.
  expect(disksOf(first.child.pid)).toHaveLength(1);
  const again = await open(second.port, key);
  expect(await again.backend.boot(params)).toEqual({ resumed: true });
  expect((await again.backend.exec('cat note; docker volume ls -q', { user: 'learner' })).stdout).toBe('kept\nkept\n');

  // Asked to end, it leaves no host, and the disk for the next one.
  const ended = once(second.child, 'exit');
  second.child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(belongings(second.child.pid)).toEqual([]);
  expect(disksOf(second.child.pid)).toEqual([]);
  expect(disksOf(first.child.pid)).toHaveLength(1);
});
