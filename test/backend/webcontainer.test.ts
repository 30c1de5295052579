import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../src/base/index.ts';
import { type Backend, type ContainerLike, createWebContainerBackend, type ErrorData, type WebContainerOptions } from '../../src/backend/index.ts';
import { buildWebContainerTree, type WebContainerTree } from '../../src/site/build/webcontainer-tree.ts';
import { hostsSuite } from './hosts-suite.ts';
import { bootLocalContainer, type LocalContainer } from './local-container.ts';
import { backendSuite } from './suite.ts';

let built: WebContainerTree;
beforeAll(async () => {
  built = await buildWebContainerTree();
});

const scope = { crossOriginIsolated: true, SharedArrayBuffer };
const containers: LocalContainer[] = [];
afterAll(async () => {
  for (const container of containers) container.teardown();
  await Promise.all(containers.map((container) => container.ended()));
});

function boot(): LocalContainer {
  const container = bootLocalContainer();
  containers.push(container);
  return container;
}

function create(options: Partial<WebContainerOptions> = {}, booting: () => Promise<ContainerLike> = async () => boot()): Promise<Backend> {
  return createWebContainerBackend(booting, { ...built, scope, clock: systemClock, timeoutMs: 50_000, ...options });
}

/** Time that stands still until it is told to be over. */
function stoppedClock(): Clock & { ring(): void } {
  const timers = new Set<() => void>();
  return {
    now: () => 0,
    setTimeout(callback) {
      timers.add(callback);
      return { dispose: () => void timers.delete(callback) };
    },
    ring: () => [...timers].forEach((timer) => timer()),
  };
}

backendSuite('sandbox in a WebContainer (a local one)', () => create());

hostsSuite('sandbox in a WebContainer (a local one)', async (hosts) => {
  const backend = await create();
  await backend.boot({ hosts, user: 'learner' });
  return backend;
});

describe('a WebContainer that cannot be had', () => {
  test('a page that is not isolated and a browser without shared memory ask for none', async () => {
    const never = async (): Promise<never> => expect.unreachable('it was booted');
    await expect(create({ scope: { crossOriginIsolated: false, SharedArrayBuffer } }, never)).rejects.toMatchObject({ code: 'webcontainer-not-isolated' });
    await expect(create({ scope: { crossOriginIsolated: true } }, never)).rejects.toMatchObject({ code: 'webcontainer-unsupported' });
  });

  test('servers that refuse, and servers that never answer, are unreachable; one that comes too late is let go', async () => {
    await expect(create({}, () => Promise.reject(new Error('Failed to fetch')))).rejects.toMatchObject({ code: 'webcontainer-unreachable', message: expect.stringContaining('Failed to fetch') });
    const clock = stoppedClock();
    const late = Promise.withResolvers<ContainerLike>();
    const creating = create({ clock }, () => late.promise);
    clock.ring();
    await expect(creating).rejects.toMatchObject({ code: 'webcontainer-unreachable' });
    const container = boot();
    late.resolve(container);
    await container.tornDown;
  });

  test('what does not start says why, and leaves nothing', async () => {
    const container = boot();
    const tree = { 'broken.mjs': { file: { contents: 'throw new Error("not today");' } } };
    await expect(create({ tree, entry: 'broken.mjs' }, async () => container)).rejects.toMatchObject({ code: 'webcontainer-failed', message: expect.stringContaining('status 1') });
    await container.tornDown;
  });

  test('what starts and says nothing is given up', async () => {
    const clock = stoppedClock();
    const container = boot();
    const spawned = Promise.withResolvers<void>();
    const spawning: ContainerLike = {
      mount: container.mount,
      teardown: container.teardown,
      spawn: (async (command: string, args: string[]) => {
        const process = await container.spawn(command, args);
        spawned.resolve();
        return process;
      }) as ContainerLike['spawn'],
    };
    const creating = create({ clock, tree: { 'silent.mjs': { file: { contents: 'setInterval(() => {}, 1e9);' } } }, entry: 'silent.mjs' }, async () => spawning);
    await spawned.promise;
    clock.ring();
    await expect(creating).rejects.toMatchObject({ code: 'webcontainer-failed' });
    await container.ended();
  });
});

test('a sandbox that crashes closes the backend, and what was asked is refused', async () => {
  const container = boot();
  const backend = await create({}, async () => container);
  await backend.boot({ hosts: ['lab'], user: 'learner' });
  const closed = new Promise<ErrorData>((resolve) => backend.onClose(resolve));
  const asked = backend.exec('sleep 1000');
  container.children[0]?.kill('SIGKILL');
  await expect(asked).rejects.toMatchObject({ code: 'host-crashed' });
  expect(await closed).toMatchObject({ code: 'host-crashed' });
  backend.dispose();
});

test('disposing of the backend leaves no process', async () => {
  const container = boot();
  const backend = await create({}, async () => container);
  backend.dispose();
  await container.ended();
  expect(container.children.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual(['SIGKILL']);
});

test('the mounted process ends by itself with its input', async () => {
  const container = boot();
  await container.mount(built.tree);
  const child = spawn(process.execPath, [built.entry], { cwd: container.folder, stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
