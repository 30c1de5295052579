import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAllText } from '../../base/index.ts';
import { bootKernel } from '../../kernel/testing.ts';
import { dockerCompose } from './main.ts';

/** Runs the program without a terminal, without an engine, in an empty directory. */
async function run(...args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number }> {
  const { init } = bootKernel({ compose: dockerCompose });
  const [outRead, outWrite] = init.pipe();
  const [errRead, errWrite] = init.pipe();
  const [inRead, inWrite] = init.pipe();
  init.close(inWrite);
  const pid = init.spawn('/bin/compose', ['docker-compose', ...args], { env: { HOME: '/root', DOCKER_HOST: 'unix:///no/such.sock' }, cwd: '/tmp', fds: { 0: inRead, 1: outWrite, 2: errWrite } });
  for (const fd of [inRead, outWrite, errWrite]) init.close(fd);
  const [stdout, stderr, ended] = await Promise.all([readAllText(init.stream(outRead)), readAllText(init.stream(errRead)), init.wait(pid)]);
  return { stdout, stderr, status: ended?.kind === 'exited' ? ended.status : -1 };
}

const helpTexts = readFileSync(new URL('recorded/help.txt', import.meta.url), 'utf8').split(/^### /m).slice(1).map((part) => {
  const end = part.indexOf('\n');
  return [part.slice(0, end), part.slice(end + 1)] as const;
});

test.each(helpTexts)('%s --help is as recorded', async (command, text) => {
  expect(await run(...command.split(' ').slice(2), '--help')).toEqual({ stdout: text, stderr: '', status: 0 });
});

test('as docker’s plugin it takes docker’s options before its name', async () => {
  expect((await run('-H', 'unix:///other.sock', 'compose', 'ls')).stderr).toBe('Cannot connect to the Docker daemon at unix:///other.sock. Is the docker daemon running?\n');
  expect((await run('compose', 'ls')).stderr).toBe('Cannot connect to the Docker daemon at unix:///no/such.sock. Is the docker daemon running?\n');
  expect(JSON.parse((await run('docker-cli-plugin-metadata')).stdout)).toEqual({ SchemaVersion: '0.1.0', Vendor: 'Docker Inc.', Version: '2.26.1-4', ShortDescription: 'Docker Compose' });
});

test.each([
  [['up'], 14, 'no configuration file provided: not found\n'],
  [['up', '--nosuch'], 16, 'unknown flag: --nosuch\n'],
  [['exec', 'web'], 1, 'requires at least 2 arg(s), only received 1\n'],
  [['-p', 'Bad', 'ps'], 1, 'invalid project name "Bad": must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number\n'],
] as const)('%j ends with %i', async (args, status, stderr) => {
  expect(await run(...args)).toEqual({ stdout: '', stderr, status });
});
