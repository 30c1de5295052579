import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, EngineProcess } from './engine-process.ts';

let engine: EngineProcess;

function docker(...args: string[]): Promise<Answer> {
  return engine.run('docker', args);
}

beforeAll(async () => {
  engine = await EngineProcess.start();
  await docker('pull', '-q', 'alpine');
});

afterAll(() => engine[Symbol.asyncDispose]());

it('attaches to a container that waits for input', async () => {
  await docker('run', '-d', '-i', '--name', 'echo', 'alpine', 'sh', '-c', 'read line; echo "heard $line"; exit 5');
  expect(await engine.run('docker', ['attach', 'echo'], { input: 'a word\n' })).toEqual({ code: 5, stdout: 'heard a word\n', stderr: '' });
  expect((await docker('attach', 'echo')).stderr).toBe('You cannot attach to a stopped container, start it first\n');
  expect(await engine.run('docker', ['start', '-a', '-i', 'echo'], { input: 'again\n' })).toEqual({ code: 5, stdout: 'heard again\n', stderr: '' });
  await docker('rm', 'echo');
});

it('attaches before the start and hands both outputs on', async () => {
  await docker('create', '--name', 'both', 'alpine', 'sh', '-c', 'echo out; echo err >&2');
  expect(await docker('start', '-a', 'both')).toEqual({ code: 0, stdout: 'out\n', stderr: 'err\n' });
  await docker('rm', 'both');
});

it('executes with input, user, environment, directory and in the background', async () => {
  await docker('run', '-d', '--name', 'host', 'alpine', 'sleep', '1000');
  expect(await engine.run('docker', ['exec', '-i', 'host', 'cat'], { input: 'through\n' })).toEqual({ code: 0, stdout: 'through\n', stderr: '' });
  expect((await docker('exec', '-u', 'nobody', '-w', '/tmp', '-e', 'CARGO=tea', 'host', 'sh', '-c', 'id -un; pwd; echo $CARGO')).stdout).toBe('nobody\n/tmp\ntea\n');
  expect(await docker('exec', '-d', 'host', 'touch', '/made')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await docker('exec', 'host', 'ls', '/made')).stdout).toBe('/made\n');
  expect(await docker('exec', 'host', 'nosuch')).toMatchObject({ code: 126, stdout: expect.stringContaining('exec: "nosuch": executable file not found in $PATH: unknown') });
  expect(await docker('exec', 'nosuch', 'true')).toMatchObject({ code: 1, stderr: 'Error response from daemon: No such container: nosuch\n' });
  await docker('rm', '-f', 'host');
});

it('logs: tail, streams, timestamps, following to the end', async () => {
  await docker('run', '-d', '--name', 'talker', 'alpine', 'sh', '-c', 'for i in 1 2 3 4; do echo $i; done; echo wrong >&2; read wait');
  await docker('wait', 'talker');
  expect((await docker('logs', '-n', '2', 'talker'))).toEqual({ code: 0, stdout: '4\n', stderr: 'wrong\n' });
  expect((await docker('logs', '-t', '--tail', '1', 'talker')).stderr).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z wrong\n$/);
  expect((await docker('logs', '--until', '2000-01-01', 'talker'))).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await docker('logs', '--since', '2000-01-01', 'talker')).stdout).toBe('1\n2\n3\n4\n');
  await docker('rm', 'talker');
  await docker('run', '-d', '--name', 'slow', 'alpine', 'sh', '-c', 'echo one; sleep 0.2; echo two');
  expect((await docker('logs', '-f', 'slow')).stdout).toBe('one\ntwo\n');
  await docker('rm', 'slow');
});

it('tells what happens while it happens', async () => {
  const until = Math.floor(Date.now() / 1000) + 2;
  const watching = docker('events', '--until', String(until), '--filter', 'event=create', '--filter', 'event=destroy', '--filter', 'type=volume', '--filter', 'type=network', '--format', '{{.Type}} {{.Action}} {{.Actor.Attributes.name}}');
  while ((await docker('info', '-f', '{{.NEventsListener}}')).stdout.trim() === '0');
  await docker('network', 'create', 'seen');
  await docker('volume', 'create', 'seen');
  await docker('network', 'rm', 'seen');
  await docker('volume', 'rm', 'seen');
  expect((await watching).stdout.split('\n').map((line) => line.trim())).toEqual(['network create seen', 'volume create <no value>', 'network destroy seen', 'volume destroy <no value>', '']);
});

it('copies folders both ways, and keeps links and modes', async () => {
  await docker('run', '--name', 'tree', 'alpine', 'sh', '-c', 'mkdir -p /tree/deep; echo leaf > /tree/deep/leaf; chmod 750 /tree/deep; ln -s deep/leaf /tree/link');
  expect((await docker('cp', 'tree:/tree', `${engine.folder}/tree`)).code).toBe(0);
  expect((await engine.run('sh', ['-c', 'cat tree/link; stat -c %a tree/deep; readlink tree/link'])).stdout).toBe('leaf\n750\ndeep/leaf\n');
  await docker('create', '--name', 'other', 'alpine', 'cat', '/copy/link');
  expect((await docker('cp', `${engine.folder}/tree`, 'other:/copy')).code).toBe(0);
  expect((await docker('start', '-a', 'other')).stdout).toBe('leaf\n');
  expect(await docker('cp', 'tree:/nosuch', '-')).toMatchObject({ code: 1, stderr: 'Error response from daemon: Could not find the file /nosuch in container tree\n' });
  await docker('rm', 'tree', 'other');
});
