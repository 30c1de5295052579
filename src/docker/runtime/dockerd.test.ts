import { afterEach, describe, expect, test } from 'vitest';
import { encodeUtf8, tarEntry, writeTar } from '../../base/index.ts';
import type { SolveStatus } from '../api/index.ts';
import { bootMachine, imageArchive, run, type TestMachine } from './testing.ts';

let machine: TestMachine;
afterEach(() => {
  machine.dispose();
  assertEmpty(machine);
});

/** Nothing runs on after the power was cut. */
function assertEmpty({ kernel }: TestMachine): void {
  expect(kernel.processes()).toEqual([]);
}

async function boot(): Promise<void> {
  machine = await bootMachine();
  const loaded = await machine.api('POST', '/images/load?quiet=1', imageArchive('box:1', [tarEntry('data', { type: 'directory' }), tarEntry('data/seed', { bytes: encodeUtf8('seed\n'), uid: 5, gid: 6 })]));
  expect(loaded.text).toBe('{"stream":"Loaded image: box:1\\n"}\r\n');
}

describe('containers', () => {
  test('run as their user, in their namespaces, with their environment', async () => {
    await boot();
    const { stdout, code } = await run(machine, { Image: 'box:1', Cmd: ['about'], User: 'nobody', Hostname: 'ship', WorkingDir: '/data', Env: ['A=b'] });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ pid: 1, uid: 65534, gid: 65534, cwd: '/data', hostname: 'ship', env: { PATH: '/bin', HOSTNAME: 'ship', A: 'b', HOME: '/nonexistent' }, tty: false });
    const terminal = await run(machine, { Image: 'box:1', Cmd: ['about'], Tty: true });
    expect(JSON.parse(terminal.stdout)).toMatchObject({ tty: true, env: { TERM: 'xterm', HOME: '/root' } });
  });

  test('tell what they wrote and how they ended', async () => {
    await boot();
    expect(await run(machine, { Image: 'box:1', Cmd: ['fail', 'oh no'] })).toMatchObject({ code: 7, stdout: '', stderr: 'oh no\n' });
    expect(await run(machine, { Image: 'box:1', Entrypoint: ['echo', 'one'], Cmd: ['two'] })).toMatchObject({ code: 0, stdout: 'one two\n' });
    const listed = (await machine.api('GET', '/containers/json?all=1&filters={"exited":["7"]}')).json as { Command: string; State: string }[];
    expect(listed).toMatchObject([{ Command: "fail 'oh no'", State: 'exited' }]);
  });

  test.each([
    [['nosuchcmd'], {}, 'exec: "nosuchcmd": executable file not found in $PATH: unknown', 127],
    [['/nosuchcmd'], {}, 'exec: "/nosuchcmd": stat /nosuchcmd: no such file or directory: unknown', 127],
    [['/data/seed'], {}, 'exec: "/data/seed": permission denied: unknown', 126],
    [['/etc'], {}, 'exec: "/etc": is a directory: unknown: permission denied', 126],
  ])('%j cannot be started', async (Cmd, more, why, exitCode) => {
    await boot();
    const { json } = await machine.api('POST', '/containers/create', { Image: 'box:1', Cmd, ...more });
    const { Id: id } = json as { Id: string };
    const started = await machine.api('POST', `/containers/${id}/start`);
    const message = `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${why}`;
    expect(started).toMatchObject({ status: 400, json: { message } });
    expect((await machine.api('GET', `/containers/${id}/json`)).json).toMatchObject({ State: { Status: 'created', ExitCode: exitCode, Error: message } });
  });

  test('a script without an interpreter line fails in the container', async () => {
    machine = await bootMachine();
    await machine.api('POST', '/images/load', imageArchive('box:1', [tarEntry('x.sh', { mode: 0o755, bytes: encodeUtf8('echo hi\n') })]));
    expect(await run(machine, { Image: 'box:1', Cmd: ['/x.sh'] })).toMatchObject({ code: 1, stdout: '', stderr: 'exec /x.sh: exec format error\n' });
  });

  test('stop asks first, kill does not', async () => {
    await boot();
    const create = async (name: string, cmd: string[]): Promise<void> => {
      await machine.api('POST', `/containers/create?name=${name}`, { Image: 'box:1', Cmd: cmd });
      await machine.api('POST', `/containers/${name}/start`);
    };
    await create('polite', ['trap']);
    while (!(await machine.api('GET', '/containers/polite/logs?stdout=1')).text.includes('ready')) await machine.kernel.init.sleep(1);
    expect((await machine.api('POST', '/containers/polite/stop?t=5')).status).toBe(204);
    await create('deaf', ['sleep', '1000']);
    expect((await machine.api('POST', '/containers/deaf/stop?t=0')).status).toBe(204);
    const state = async (name: string): Promise<unknown> => ((await machine.api('GET', `/containers/${name}/json`)).json as { State: { ExitCode: number } }).State.ExitCode;
    expect([await state('polite'), await state('deaf')]).toEqual([3, 137]);
    const events = (await machine.api('GET', `/events?since=0&until=${Date.now() / 1000}&filters={"container":["deaf"],"type":["container"]}`)).text.trim().split('\n').map((line) => (JSON.parse(line) as { Action: string }).Action);
    expect(events).toEqual(['create', 'start', 'kill', 'kill', 'stop', 'die']);
    expect((await machine.api('POST', '/containers/deaf/kill')).json).toMatchObject({ message: expect.stringMatching(/^cannot kill container: deaf: container [0-9a-f]{64} is not running$/) });
    expect((await machine.api('DELETE', '/containers/deaf')).status).toBe(204);
  });

  test('volumes keep data, take over what the image has, and know their users', async () => {
    await boot();
    await run(machine, { Image: 'box:1', Cmd: ['write', '/data/new', 'kept'], HostConfig: { Binds: ['vol:/data'] } });
    const { stdout, id } = await run(machine, { Image: 'box:1', Cmd: ['cat', '/v/seed', '/v/new'], HostConfig: { Binds: ['vol:/v'] } });
    expect(stdout).toBe('seed\nkept\n');
    expect((await machine.api('DELETE', '/volumes/vol')).json).toEqual({ message: expect.stringContaining(`remove vol: volume is in use - [`) });
    expect(machine.kernel.init.stat('/var/lib/docker/volumes/vol/_data/seed')).toMatchObject({ uid: 5, gid: 6 });
    expect((await machine.api('GET', `/containers/${id}/changes`)).json).toEqual([{ Path: '/v', Kind: 1 }]);
  });

  test('differences, archives and commits', async () => {
    await boot();
    const { id } = await run(machine, { Image: 'box:1', Cmd: ['rm', '/data/seed'] });
    expect((await machine.api('GET', `/containers/${id}/changes`)).json).toEqual([{ Path: '/data', Kind: 0 }, { Path: '/data/seed', Kind: 2 }]);
    expect((await machine.api('PUT', `/containers/${id}/archive?path=/data`, writeTar([tarEntry('put', { bytes: encodeUtf8('by hand\n') })]))).status).toBe(200);
    expect((await machine.api('GET', `/containers/${id}/archive?path=/nope`)).json).toEqual({ message: `Could not find the file /nope in container ${id}` });
    const committed = await machine.api('POST', `/commit?container=${id}&repo=mine`, {});
    expect(committed.status).toBe(201);
    expect(await run(machine, { Image: 'mine', Cmd: ['cat', '/data/put'] })).toMatchObject({ stdout: 'by hand\n' });
    expect((await machine.api('GET', '/images/mine/history')).json).toMatchObject([{ CreatedBy: 'rm /data/seed', Size: 8 }, { CreatedBy: 'COPY . /' }]);
  });

  test('published ports are taken once', async () => {
    await boot();
    const create = async (name: string): Promise<{ status: number; json: unknown }> => {
      await machine.api('POST', `/containers/create?name=${name}`, { Image: 'box:1', Cmd: ['sleep', '1000'], HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8123' }] } } });
      return machine.api('POST', `/containers/${name}/start`);
    };
    expect((await create('first')).status).toBe(204);
    expect((await create('second')).json).toEqual({ message: expect.stringMatching(/^driver failed programming external connectivity on endpoint second \([0-9a-f]{64}\): Bind for 0\.0\.0\.0:8123 failed: port is already allocated$/) });
    expect((await machine.api('GET', '/containers/first/json')).json).toMatchObject({
      NetworkSettings: { IPAddress: '172.17.0.2', Gateway: '172.17.0.1', MacAddress: '02:42:ac:11:00:02', Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8123' }, { HostIp: '::', HostPort: '8123' }] } },
    });
  });
});

describe('a new daemon on an old disk', () => {
  test('after a crash containers have ended, and restart policies apply', async () => {
    await boot();
    for (const [name, policy] of [['once', 'no'], ['ever', 'always']]) {
      await machine.api('POST', `/containers/create?name=${name}`, { Image: 'box:1', Cmd: ['trap'], HostConfig: { RestartPolicy: { Name: policy } } });
      await machine.api('POST', `/containers/${name}/start`);
    }
    await machine.stop('SIGKILL');
    await machine.start();
    const status = async (name: string): Promise<unknown> => ((await machine.api('GET', `/containers/${name}/json`)).json as { State: unknown }).State;
    expect(await status('once')).toMatchObject({ Status: 'exited', ExitCode: 255 });
    expect(await status('ever')).toMatchObject({ Status: 'running' });
    expect((await machine.api('GET', '/images/json')).json).toMatchObject([{ RepoTags: ['box:1'] }]);
    await machine.stop('SIGTERM');
    expect(machine.kernel.init.exists('/run/docker.sock')).toBe(false);
    await machine.start();
    expect(await status('ever')).toMatchObject({ Status: 'running' });
  });

  test('frozen, they show as running and new ones run', async () => {
    await boot();
    await machine.api('POST', '/containers/create?name=there', { Image: 'box:1', Cmd: ['sleep', '1000'] });
    await machine.api('POST', '/containers/there/start');
    await machine.stop('SIGKILL');
    await machine.start('--restore=frozen');
    expect((await machine.api('GET', '/containers/json')).json).toMatchObject([{ Names: ['/there'], State: 'running' }]);
    const exec = (await machine.api('POST', '/containers/there/exec', { Cmd: ['true'] })).json as { Id: string };
    expect((await machine.api('POST', `/exec/${exec.Id}/start`, { Detach: true })).json).toMatchObject({ message: expect.stringContaining('is frozen') });
    expect(await run(machine, { Image: 'box:1', Cmd: ['echo', 'new'] })).toMatchObject({ stdout: 'new\n' });
  });
});

describe('builds', () => {
  async function build(files: Record<string, string>, query = ''): Promise<{ names: string[]; cached: string[]; logs: string; id: string | undefined; error: string | undefined; text: string }> {
    const archive = writeTar(Object.entries(files).map(([path, text]) => tarEntry(path, { bytes: encodeUtf8(text) })));
    const { text } = await machine.api('POST', `/build?version=2${query}`, archive, { 'content-type': 'application/x-tar' });
    const messages = text.trim().split('\r\n').map((line) => JSON.parse(line) as { id?: string; aux?: SolveStatus & { ID?: string }; error?: string });
    const vertexes = messages.flatMap((message) => message.aux?.vertexes ?? []);
    return {
      names: [...new Set(vertexes.map((vertex) => vertex.name))], cached: vertexes.filter((vertex) => vertex.cached).map((vertex) => vertex.name),
      logs: messages.flatMap((message) => message.aux?.logs ?? []).map((log) => atob(log.data)).join(''), id: messages.find((message) => message.id === 'moby.image.id')?.aux?.ID, error: messages.find((message) => message.error)?.error, text,
    };
  }

  test('steps, cache, stages and arguments', async () => {
    await boot();
    const files = {
      Dockerfile: 'ARG V=1\nFROM box:1 AS base\nARG V\nRUN ["echo", "made"]\nRUN ["write", "/out", "from base"]\nFROM box:1\nARG WORD=hello\nWORKDIR /w/$WORD\nCOPY --from=base /out .\nCOPY *.txt /t/\nENTRYPOINT ["cat", "/t/a.txt", "out"]\nLABEL word=$WORD\n',
      'a.txt': 'a\n', 'b.log': 'b\n', '.dockerignore': '*.log\n',
    };
    const first = await build(files, '&t=made:1');
    expect(first.error).toBeUndefined();
    expect(first.names).toEqual([
      '[internal] load build definition from Dockerfile', '[internal] load metadata for docker.io/library/box:1', '[internal] load .dockerignore', '[stage-1 1/4] FROM docker.io/library/box:1', '[internal] load build context',
      '[base 2/3] RUN ["echo", "made"]', '[base 3/3] RUN ["write", "/out", "from base"]', '[stage-1 2/4] WORKDIR /w/hello', '[stage-1 3/4] COPY --from=base /out .', '[stage-1 4/4] COPY *.txt /t/', 'exporting to image',
    ]);
    expect(first.logs).toBe('made\n');
    const second = await build(files);
    expect(second.id).toBe(first.id);
    expect(second.cached).toEqual(['[base 2/3] RUN ["echo", "made"]', '[base 3/3] RUN ["write", "/out", "from base"]', '[stage-1 2/4] WORKDIR /w/hello', '[stage-1 3/4] COPY --from=base /out .', '[stage-1 4/4] COPY *.txt /t/']);
    const changed = await build({ ...files, 'a.txt': 'A\n' });
    expect(changed.cached).not.toContain('[stage-1 4/4] COPY *.txt /t/');
    expect(await run(machine, { Image: 'made:1' })).toMatchObject({ stdout: 'a\nfrom base\n', code: 0 });
    expect((await machine.api('GET', '/images/made:1/json')).json).toMatchObject({ Config: { Labels: { word: 'hello' }, WorkingDir: '/w/hello', Cmd: null }, Comment: 'buildkit.dockerfile.v0' });
  });

  test.each([
    ['FROM box:1\nRUN ["fail", "no"]\n', /^failed to solve: process "fail no" did not complete successfully: exit code: 7$/],
    ['FROM box:1\nCOPY nope /\n', /^failed to solve: failed to compute cache key: failed to calculate checksum of ref [0-9a-f-]{36}::[0-9a-z]{25}: "\/nope": not found$/],
    ['FROM box:1\nUSER nosuch\nRUN ["true"]\n', /^failed to solve: process "true" did not complete successfully: unable to find user nosuch: no matching entries in passwd file$/],
    ['FROM box:1\nEXPOSE abc\n', /^failed to solve: Invalid containerPort: abc$/],
    ['ARG V\nFROM box:$V\n', /^failed to solve: failed to parse stage name "box:": invalid reference format$/],
  ])('%j fails', async (Dockerfile, error) => {
    await boot();
    const result = await build({ Dockerfile });
    expect(result.error).toMatch(error);
    const detail = JSON.parse(result.text.trim().split('\r\n').at(-1) ?? '') as { errorDetail: { source?: { data: string; ranges: unknown[] } } };
    expect(detail.errorDetail.source).toMatchObject({ data: Dockerfile, ranges: [{}] });
  });
});
