import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, EngineProcess } from './engine-process.ts';

let engine: EngineProcess;
let pulled: Answer;

/** Debian's `docker` against the sandbox's engine. */
function docker(...args: string[]): Promise<Answer> {
  return engine.run('docker', args);
}

/** A context with one Dockerfile. */
function context(name: string, dockerfile: string): string {
  const folder = `${engine.folder}/${name}`;
  mkdirSync(folder);
  writeFileSync(`${folder}/Dockerfile`, dockerfile);
  return folder;
}

beforeAll(async () => {
  engine = await EngineProcess.start();
  pulled = await docker('pull', 'alpine');
});

afterAll(() => engine[Symbol.asyncDispose]());

it('tells its version and what it is', async () => {
  expect(await docker('version', '--format', '{{.Client.APIVersion}} {{.Server.APIVersion}} {{.Server.Os}}/{{.Server.Arch}}')).toEqual({ code: 0, stderr: '', stdout: '1.45 1.45 linux/amd64\n' });
  expect(await docker('info', '--format', '{{.Driver}} {{.ServerErrors}}')).toEqual({ code: 0, stderr: '', stdout: 'overlay2 []\n' });
});

it('lists and inspects images', async () => {
  expect((await docker('images', '--format', '{{.Repository}}:{{.Tag}}', 'alpine')).stdout).toBe('alpine:latest\n');
  expect((await docker('inspect', '-f', '{{.Os}}/{{.Architecture}} {{json .Config.Cmd}} {{len .RootFS.Layers}}', 'alpine')).stdout).toBe('linux/amd64 ["/bin/sh"] 1\n');
});

it('pulls', () => {
  expect(pulled).toMatchObject({ code: 0, stderr: '' });
  expect(pulled.stdout).toMatch(/^Using default tag: latest\nlatest: Pulling from library\/alpine\n(.*\n)*Digest: sha256:[0-9a-f]{64}\nStatus: Downloaded newer image for alpine:latest\ndocker\.io\/library\/alpine:latest\n$/);
});

it('pulls again, and says no as Docker Hub does', async () => {
  expect((await docker('pull', '-q', 'alpine:latest')).stdout).toBe('docker.io/library/alpine:latest\n');
  expect(await docker('pull', 'nosuch/image')).toMatchObject({ code: 1, stderr: "Error response from daemon: pull access denied for nosuch/image, repository does not exist or may require 'docker login': denied: requested access to the resource is denied\n" });
});

it('runs with both outputs apart and the status of the program', async () => {
  expect(await docker('run', '--rm', 'alpine', 'sh', '-c', 'echo out; echo err >&2; exit 3')).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
  expect(await docker('run', '--rm', 'alpine', 'nosuch')).toMatchObject({ code: 127, stdout: '' });
});

it('hands input on and its end', async () => {
  const input = Array.from({ length: 20_000 }, (_, line) => `line ${line}\n`).join('');
  expect(await engine.run('docker', ['run', '--rm', '-i', 'alpine', 'cat'], { input })).toEqual({ code: 0, stderr: '', stdout: input });
});

it('keeps a container: ps, logs, exec, inspect, stop, rm', async () => {
  expect((await docker('run', '-d', '--name', 'web', 'alpine', 'sh', '-c', 'echo started; echo trouble >&2; exec sleep 1000')).stdout).toMatch(/^[0-9a-f]{64}\n$/);
  expect((await docker('ps', '--format', '{{.Names}} {{.Image}} {{.Command}}')).stdout).toBe('web alpine "sh -c \'echo started…"\n');
  expect(await docker('exec', 'web', 'sh', '-c', 'echo inside; exit 4')).toEqual({ code: 4, stdout: 'inside\n', stderr: '' });
  expect(await docker('logs', 'web')).toEqual({ code: 0, stdout: 'started\n', stderr: 'trouble\n' });
  expect((await docker('inspect', '-f', '{{.State.Status}} {{.Config.Image}} {{.Name}}', 'web')).stdout).toBe('running alpine /web\n');
  expect((await docker('top', 'web')).stdout).toContain('sleep 1000');
  expect((await docker('stop', '-t', '0', 'web')).stdout).toBe('web\n');
  expect((await docker('ps', '-a', '--filter', 'name=web', '--format', '{{.State}}')).stdout).toBe('exited\n');
  expect((await docker('rm', 'web')).stdout).toBe('web\n');
  expect(await docker('inspect', 'web')).toMatchObject({ code: 1, stdout: '[]\n', stderr: 'Error: No such object: web\n' });
});

it('copies files in and out', async () => {
  await docker('create', '--name', 'files', 'alpine');
  writeFileSync(`${engine.folder}/note`, 'a note\n');
  expect((await docker('cp', `${engine.folder}/note`, 'files:/root/')).code).toBe(0);
  expect((await docker('diff', 'files')).stdout).toBe('C /root\nA /root/note\n');
  expect((await engine.run('sh', ['-c', 'docker cp files:/root/note - | tar -xO'])).stdout).toBe('a note\n');
  await docker('rm', 'files');
});

it('builds with the classic builder', async () => {
  const folder = context('classic', 'FROM alpine\nRUN echo made > /made\nCOPY Dockerfile /\nCMD cat /made\n');
  const built = await engine.run('docker', ['build', '-t', 'classic', folder], { env: { DOCKER_BUILDKIT: '0' } });
  expect(built.code).toBe(0);
  expect(built.stdout).toMatch(/Step 4\/4 : CMD cat \/made\n(.*\n)*Successfully built [0-9a-f]{12}\nSuccessfully tagged classic:latest\n$/);
  expect((await docker('run', '--rm', 'classic')).stdout).toBe('made\n');
  expect((await docker('rmi', 'classic')).stdout).toMatch(/^Untagged: classic:latest\nDeleted: sha256:/);
});

it('tells the client that speaks BuildKit what to do', async () => {
  const folder = context('buildkit', 'FROM alpine\n');
  expect(await docker('build', folder)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining("BuildKit's gRPC is not supported here: set DOCKER_BUILDKIT=0 to build with this client\n") });
});

it('saves an image that the client unpacks, and loads it again', async () => {
  await docker('tag', 'alpine', 'kept:1');
  expect((await docker('save', '-o', `${engine.folder}/kept.tar`, 'kept:1')).code).toBe(0);
  expect((await engine.run('tar', ['-xOf', `${engine.folder}/kept.tar`, 'manifest.json'])).stdout).toContain('"RepoTags":["kept:1"]');
  await docker('rmi', 'kept:1');
  expect((await docker('load', '-i', `${engine.folder}/kept.tar`)).stdout).toBe('Loaded image: kept:1\n');
  await docker('rmi', 'kept:1');
});

it('makes networks and volumes', async () => {
  await docker('network', 'create', 'harbour');
  await docker('volume', 'create', 'hold');
  expect((await docker('run', '--rm', '--network', 'harbour', '-v', 'hold:/hold', 'alpine', 'sh', '-c', 'echo kept > /hold/file')).code).toBe(0);
  expect((await docker('run', '--rm', '-v', 'hold:/hold', 'alpine', 'cat', '/hold/file')).stdout).toBe('kept\n');
  expect((await docker('network', 'rm', 'harbour')).stdout).toBe('harbour\n');
  expect((await docker('volume', 'rm', 'hold')).stdout).toBe('hold\n');
});

it('remembers what happened', async () => {
  await docker('run', '--name', 'told', 'alpine', 'true');
  await docker('rm', 'told');
  const now = (Date.now() / 1000).toFixed(3);
  const { stdout } = await docker('events', '--since', '0', '--until', now, '--filter', 'container=told', '--filter', 'type=container', '--format', '{{.Action}} {{index .Actor.Attributes "exitCode"}}');
  expect(stdout.trimEnd().split('\n').map((line) => line.trim())).toEqual(['create', 'attach', 'start', 'die 0', 'destroy']);
});
