import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bootKernel } from '../../../kernel/testing.ts';
import { readAllText } from '../../../base/index.ts';
import { serveHttp } from '../../../base/http/index.ts';
import recorded from '../recorded/usage.json' with { type: 'json' };
import { docker } from '../main.ts';

const metadata = '{"SchemaVersion":"0.1.0","Vendor":"Docker Inc.","Version":"2.26.1","ShortDescription":"Docker Compose"}\n';

/** Runs docker where the compose plugin is installed, without an engine or with one that answers pings. */
async function run(args: readonly string[], engine = false): Promise<{ stdout: string; stderr: string; status: number }> {
  const kernel = bootKernel({
    docker,
    async plugin(process) {
      await process.write(1, metadata);
      return 0;
    },
  });
  const { init } = kernel;
  init.mkdir('/usr');
  init.mkdir('/usr/libexec');
  init.mkdir('/usr/libexec/docker');
  init.mkdir('/usr/libexec/docker/cli-plugins');
  init.symlink('/bin/plugin', '/usr/libexec/docker/cli-plugins/docker-compose');
  if (engine) {
    const listener = init.listen({ family: 'unix', path: '/tmp/docker.sock' });
    init.fork(async (process) => {
      for (;;) {
        const { fd } = await process.accept(listener);
        void serveHttp(process.stream(fd), () => ({ status: 200, headers: new Headers({ 'api-version': '1.45', swarm: 'inactive' }) }));
      }
    });
  }
  const [outRead, outWrite] = init.pipe();
  const [errRead, errWrite] = init.pipe();
  const [inRead, inWrite] = init.pipe();
  init.close(inWrite);
  const env = { HOME: '/root', DOCKER_HOST: engine ? 'unix:///tmp/docker.sock' : 'unix:///no/such.sock' };
  const pid = init.spawn('/bin/docker', ['docker', ...args], { env, cwd: '/tmp', fds: { 0: inRead, 1: outWrite, 2: errWrite } });
  for (const fd of [inRead, outWrite, errWrite]) init.close(fd);
  const [stdout, stderr, ended] = await Promise.all([readAllText(init.stream(outRead)), readAllText(init.stream(errRead)), init.wait(pid)]);
  return { stdout, stderr, status: ended?.kind === 'exited' ? ended.status : -1 };
}

describe('what docker says before it asks the engine', () => {
  test.each(recorded.map((example) => [example.args.join(' '), example] as const))('docker %s', async (_name, { args, stdout, stderr, status }) => {
    expect(await run(args)).toEqual({ stdout, stderr, status });
  });
});

const helpTexts = readFileSync(new URL('../recorded/help.txt', import.meta.url), 'utf8').split(/^### /m).slice(1).map((part) => {
  const end = part.indexOf('\n');
  return [part.slice(0, end), part.slice(end + 1)] as const;
});

describe('help', () => {
  test.each(helpTexts)('%s --help', async (command, text) => {
    expect((await run([...command.split(' ').slice(1), '--help'], true)).stdout).toBe(text);
  });
});
