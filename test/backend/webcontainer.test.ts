import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../src/base/index.ts';
import { type Backend, type ContainerLike, createWebContainerBackend, type ErrorData, type WebContainerOptions } from '../../src/backend/index.ts';
import { buildWebContainerTree, type WebContainerTree } from '../../src/site/build/webcontainer-tree.ts';
import { hostsSuite } from './hosts-suite.ts';
import { bootLocalContainer, type LocalContainer } from './local-container.ts';
import { backendSuite } from './suite.ts';
import { waitForOutput } from './terminal-output.ts';

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
      on: container.on,
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

describe('real Node beside the hosts', () => {
  const listening = `require('node:http').createServer((request, response) => response.setHeader('x-seen', request.headers.host).end(request.method + ' ' + request.url, () => process.exit())).listen(0, function () { console.log('port', this.address().port, 'is open'); })`;

  test('its shell runs real programs, and what they serve answers beside what the hosts publish', async () => {
    const container = boot();
    const backend = await create({}, async () => container);
    await backend.boot({ hosts: ['lab'], user: 'learner' });
    const terminal = await backend.openTerminal({ host: 'node', size: { rows: 24, columns: 80 } });
    const said = waitForOutput(terminal, 'is open');
    terminal.write(`node -e "${listening.replaceAll('"', '\\"')}"\n`);
    const port = Number(/port (\d+)/.exec(await said)?.[1]);
    const { status, body, headers } = await backend.httpRequest({ host: 'node', port, path: '/a?b', method: 'POST', body: new Uint8Array([1]) });
    expect([status, new TextDecoder().decode(body), new Headers(headers.map(([name, value]): [string, string] => [name, value])).get('x-seen')]).toEqual([200, 'POST /a?b', `localhost:${port}`]);
    await expect(backend.httpRequest({ port, path: '/' })).rejects.toMatchObject({ code: 'port-refused' });
    const exited = new Promise((resolve) => terminal.onExit(resolve));
    terminal.write('exit 3\n');
    expect(await exited).toBe(3);
    backend.dispose();
  });

  test('a port where nobody listens refuses, and one that speaks no HTTP is told', async () => {
    const backend = await create();
    const deaf = createServer((socket) => socket.resume().end('220 no web\r\n')).listen(0, 'localhost');
    await once(deaf, 'listening');
    const { port } = deaf.address() as AddressInfo;
    await expect(backend.httpRequest({ host: 'node', port, path: '/' })).rejects.toMatchObject({ code: 'port-not-http' });
    deaf.close();
    await once(deaf, 'close');
    await expect(backend.httpRequest({ host: 'node', port, path: '/' })).rejects.toMatchObject({ code: 'port-refused' });
    backend.dispose();
  });

  test('ports that open and close are told', async () => {
    const container = boot();
    const backend = await create({}, async () => container);
    let told = 0;
    backend.alongside?.onPorts(() => told++);
    container.tellPort(5173, 'open');
    container.tellPort(3000, 'open');
    expect(backend.alongside?.ports()).toEqual([3000, 5173]);
    container.tellPort(5173, 'close');
    expect([backend.alongside?.ports(), told]).toEqual([[3000], 3]);
    backend.dispose();
    container.tellPort(1, 'open');
    expect(told).toBe(3);
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

test('what has a worker of its own finds it beside the sandbox', async () => {
  const backend = await create();
  await backend.boot({ hosts: ['lab'], user: 'learner' });
  expect(await backend.exec(`echo '{"a":[1]}' | jq -c .a; timeout 1 jq -n 'def f: f; f'`)).toMatchObject({ stdout: '[1]\n', stderr: '', exitCode: 124 });
  backend.dispose();
});

test('the mounted process ends by itself with its input', async () => {
  const container = boot();
  await container.mount(built.tree);
  const child = spawn(process.execPath, [built.entry], { cwd: container.folder, stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
