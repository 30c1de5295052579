import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dockerLabHosts, ensureGolden, type LabHost, type LabHostDriver, type LabHostGroup } from '../../src/server/index.ts';

let hosts: LabHostDriver;
let host: LabHost;

beforeAll(async () => {
  hosts = dockerLabHosts(await ensureGolden());
  host = await hosts.create({ images: ['alpine'] });
});

afterAll(() => hosts?.dispose());

const learner = (script: string): ReturnType<LabHost['exec']> => host.exec(script, { user: 'learner' });

it('runs scripts with status, both streams, input, environment and folder', async () => {
  expect(await host.exec('cat; echo "$A"; pwd >&2; exit 7', { stdin: 'in\n', env: { A: 'two words' }, cwd: '/etc' })).toEqual({ stdout: 'in\ntwo words\n', stderr: '/etc\n', exitCode: 7 });
});

it('has the learner: a member of docker and sudo, at home', async () => {
  expect((await learner('id -u; id -nG; pwd; hostname; sudo id -un; docker info -f {{.Driver}}')).stdout).toBe(
    '1000\nlearner sudo docker\n/home/learner\nlab\nroot\noverlay2\n',
  );
});

it('runs many scripts at once, with much to read and much to say', async () => {
  const data = Array.from({ length: 300_000 }, (_, line) => String(line)).join('\n');
  const results = await Promise.all(Array.from({ length: 8 }, (_, number) => host.exec('head -n 1; wc -c; seq 200000; exit $N', { stdin: `${number}\n${data}`, env: { N: String(number) } })));
  const said = Array.from({ length: 200_000 }, (_, line) => `${line + 1}\n`).join('');
  for (const [number, { stdout, stderr, exitCode }] of results.entries()) {
    expect({ first: stdout.split('\n', 1)[0], exitCode, stderr }).toEqual({ first: String(number), exitCode: number, stderr: '' });
    expect(stdout.endsWith(said)).toBe(true);
  }
});

it('ends with its script, not with what that left behind, which may write on', async () => {
  expect(await host.exec('mkfifo /tmp/go; (read -r < /tmp/go; echo late; echo done > /tmp/left) & echo now')).toEqual({ stdout: 'now\n', stderr: '', exitCode: 0 });
  const writes = await host.exec('echo now; yes late &');
  expect([writes.exitCode, writes.stdout.slice(0, 4)]).toEqual([0, 'now\n']);
  expect((await host.exec('pkill -x yes; echo > /tmp/go; until [ -e /tmp/left ]; do sleep 0.05; done; cat /tmp/left; rm /tmp/left /tmp/go')).stdout).toBe('done\n');
});

it('tells why a script cannot start, and how one was killed', async () => {
  expect(await host.exec('true', { user: 'nobody-here' })).toEqual({ stdout: '', stderr: 'unable to find user nobody-here: no matching entries in passwd file\n', exitCode: 126 });
  expect(await host.exec('true', { cwd: '/nowhere' })).toEqual({ stdout: '', stderr: 'cannot change to /nowhere: No such file or directory\n', exitCode: 126 });
  expect(await host.exec('kill -SEGV $$')).toEqual({ stdout: '', stderr: '', exitCode: 139 });
  expect(await learner('echo out > /dev/stdout; echo err > /dev/stderr')).toEqual({ stdout: 'out\n', stderr: 'err\n', exitCode: 0 });
});

it('runs scripts again when who runs them was killed', async () => {
  expect((await host.exec('echo before; pkill -KILL -x lab-scripts; sleep 10')).exitCode).toBe(137);
  expect(await host.exec('echo after')).toEqual({ stdout: 'after\n', stderr: '', exitCode: 0 });
});

it('hands output on as it comes', async () => {
  const parts: string[] = [];
  const take = (bytes: Uint8Array): void => void parts.push(Buffer.from(bytes).toString());
  const result = await host.exec('echo out; echo err >&2', { onStdout: take, onStderr: take });
  expect([parts.sort(), result.stdout, result.stderr]).toEqual([['err\n', 'out\n'], '', '']);
});

it('ends a script at its time limit or by a signal, with what it started', async () => {
  expect((await host.exec('sleep 997 & echo started; sleep 998', { timeoutMs: 500 }))).toEqual({ stdout: 'started\n', stderr: '', exitCode: 124 });
  const stop = new AbortController();
  const result = await host.exec('sleep 999 & echo started; sleep 998', { signal: stop.signal, onStdout: () => stop.abort() });
  expect(result.exitCode).toBe(137);
  const soon = new AbortController();
  const stopped = host.exec('sleep 997', { signal: soon.signal });
  soon.abort();
  expect((await stopped).exitCode).toBe(137);
  expect((await host.exec('pgrep -af "sleep 99[789]" | grep -v pgrep')).stdout).toBe('');
});

it('puts files, in folders that belong to the same user', async () => {
  await host.putFiles([{ path: '/home/learner/a/b/run.sh', data: '#!/bin/sh\necho ran\n', mode: 0o750, user: 'learner' }]);
  expect((await learner('stat -c "%a %U" a/b a/b/run.sh; a/b/run.sh')).stdout).toBe('755 learner\n750 learner\nran\n');
});

it('survives a restart of its engine', async () => {
  const result = await learner('docker run -d --restart always --name kept --stop-timeout 0 alpine sleep 1000 > /dev/null; sudo service docker restart > /dev/null; until docker version > /dev/null 2>&1; do sleep 0.1; done; docker ps --format {{.Names}}; docker rm -f kept');
  expect([result.stdout, result.exitCode]).toEqual(['kept\nkept\n', 0]);
});

it('reaches the names of the stand-in and nothing else', async () => {
  const result = await learner('curl -s https://auth.docker.io/token | jq -r "keys[0]"; curl -sI http://deb.debian.org/debian/dists/bookworm/InRelease | head -n 1; curl -s -m 2 http://example.test; echo $?; curl -s -m 2 http://1.1.1.1; echo $?');
  expect(result.stdout).toBe('access_token\nHTTP/1.1 200 OK\r\n6\n7\n');
});

it('forks: the same files, images and containers, each going its own way', async () => {
  await learner('echo before > note; docker create --name waiting alpine true');
  const fork = await host.fork();
  try {
    await learner('echo after > note; docker rm waiting');
    const there = await fork.exec('cat note; docker ps -a --format {{.Names}}; docker run --rm alpine echo runs; docker rmi -f alpine > /dev/null; rm note', { user: 'learner' });
    expect(there.stdout).toBe('before\nwaiting\nruns\n');
    expect((await learner('cat note; docker run --rm alpine echo runs')).stdout).toBe('after\nruns\n');
  } finally {
    await fork.dispose();
  }
});

it('a group forks: forks of one state are alike and go their own ways; what was done since is in the next one; nothing is left', async () => {
  const own = dockerLabHosts(await ensureGolden());
  await own.prepare();
  const engine = (...args: string[]): string[] => execFileSync('docker', args, { encoding: 'utf8' }).split('\n').sort();
  const mine = ['--filter', `label=drydock.owner=${process.pid}`];
  const all = (): string[] => [engine('ps', '-aq', ...mine), engine('network', 'ls', '-q', ...mine), engine('volume', 'ls', '-q', ...mine), engine('images', '-q', ...mine)].flat();
  const copiers = (): number => engine('ps', ...mine, '--format', '{{.Names}}').filter((name) => name.includes('-copier-')).length;
  const [before, had] = [all(), copiers()];
  const read = async (of: LabHostGroup, script: string): Promise<string | undefined> => (await of.hosts.get('lab')?.exec(script, { user: 'learner' }))?.stdout;
  const group = await own.createGroup({ hostnames: ['lab'] });
  await read(group, 'echo one > note');
  const [first, second] = [await group.fork(), await group.fork()];
  if (!first || !second) throw new Error('no fork of a host on which nothing runs');
  expect(await read(first, 'cat note; hostname; docker ps -q; rm note')).toBe('one\nlab\n');
  expect(await read(second, 'cat note')).toBe('one\n');
  await read(group, 'echo two > note');
  const third = await group.fork();
  expect(third && (await read(third, 'cat note'))).toBe('two\n');
  await Promise.all([first.dispose(), second.dispose()]);
  await group.dispose();
  expect(third && (await read(third, 'cat note'))).toBe('two\n');
  await third?.dispose();
  expect(copiers()).toBe(had + 1);
  await own.dispose();
  expect(all().filter((id) => !before.includes(id))).toEqual([]);
});

it('a host on which something runs cannot be copied by its disks alone', async () => {
  const group = await hosts.createGroup({ hostnames: ['lab'] });
  const [lab] = group.hosts.values();
  const forks = async (script: string): Promise<boolean> => {
    expect(await lab?.exec(script)).toMatchObject({ stderr: '', exitCode: 0 });
    const fork = await group.fork();
    await fork?.dispose();
    return fork !== undefined;
  };
  await lab?.exec('docker pull -q alpine');
  expect(await forks('sleep 1000 > /dev/null 2>&1 & echo $! > /root/pid')).toBe(false);
  expect(await forks('kill $(cat /root/pid)')).toBe(true);
  expect(await forks('docker run -d --name once alpine sleep 1000')).toBe(false);
  expect(await forks('docker update --restart always once')).toBe(true);
  expect(await forks('docker exec -d once sleep 2000')).toBe(false);
  expect(await forks('docker restart -t 0 once')).toBe(true);
  expect(await forks('docker run -d --restart always --tmpfs /scratch alpine sleep 1000')).toBe(false);
  await group.dispose();
});

it('a container that is always restarted runs in a fork too, with its files and its published port', async () => {
  const group = await hosts.createGroup({ hostnames: ['lab'] });
  const [lab] = group.hosts.values();
  await lab?.exec('docker run -d --name web --restart always -p 8080:80 busybox sh -c "echo here > index.html; httpd -f" > /dev/null 2>&1; docker exec web sh -c "echo kept > kept"');
  const fork = await group.fork();
  const [there] = fork?.hosts.values() ?? [];
  expect(await there?.exec('curl -s --retry 5 --retry-connrefused localhost:8080/index.html localhost:8080/kept; docker ps --format "{{.Names}} {{.Ports}}"')).toMatchObject({ stdout: 'here\nkept\nweb 0.0.0.0:8080->80/tcp, :::8080->80/tcp\n' });
  await fork?.dispose();
  await group.dispose();
});

it('goes with a container that is paused in it', async () => {
  const one = await hosts.create({ images: ['alpine'] });
  expect((await one.exec('docker run -d --name still alpine sleep 1000 && docker pause still')).exitCode).toBe(0);
  await one.dispose();
  expect(execFileSync('docker', ['ps', '-a', '--format', '{{.Names}}'], { encoding: 'utf8' })).not.toContain(one.id);
});

it('leaves nothing behind', async () => {
  const own = dockerLabHosts(await ensureGolden());
  const one = await own.create();
  await (await one.fork()).dispose();
  expect(own.list()).toEqual([one]);
  const network = one.id.replace(/-host-.*$/, '');
  const engine = (...args: string[]): string => execFileSync('docker', args, { encoding: 'utf8' });
  const lists = (): string[] => [engine('ps', '-a'), engine('network', 'ls'), engine('volume', 'ls'), engine('images')].filter((list) => list.includes(network));
  expect(lists()).toHaveLength(2);
  await own.dispose();
  expect(lists()).toEqual([]);
});
