import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootLabHosts, type Host } from '../../../host/index.ts';
import { clientCommand, clients, inContainer, possible, publications, type Question, reach, serverCommand, servers, targets } from './reach.ts';

const setups = servers.flatMap((server) => (inContainer(server) ? publications : (['none'] as const)).map((publication) => ({ server, publication })));

/** The verdict that the tools' exit status and words amount to, else those. */
function verdictOf({ exitCode, stderr }: { exitCode: number; stderr: string }): string {
  if (exitCode === 0) return 'connected';
  if (exitCode === 28 || /timed out/.test(stderr)) return 'timeout';
  if (exitCode === 56 || /reset by peer/.test(stderr)) return 'reset';
  return /refused|Could not connect to server|Failed to connect/.test(stderr) && !/No route/.test(stderr) ? 'refused' : `${exitCode}: ${stderr}`;
}

/** The sandbox's router answers for addresses that it does not know; a router mostly is silent. */
const inSandbox = ({ client, target }: Question): boolean => client !== 'other-host' || target !== 'container';

describe('who reaches the server: the sandbox itself says the same, by the commands that the picture shows', () => {
  let hosts: Map<string, Host>;
  beforeAll(async () => {
    hosts = await bootLabHosts(['web1', 'web2']);
  });
  afterAll(() => Promise.all([...hosts.values()].map((host) => host.dispose())));
  const on = async (name: string, script: string): Promise<{ stdout: string; stderr: string; exitCode: number }> => {
    const host = hosts.get(name);
    if (!host) throw new Error(name);
    return host.exec(script, { user: 'root' });
  };

  test.each(setups)('$server, published: $publication', async (setup) => {
    const first = { ...setup, client: 'host', target: 'loopback' } as const;
    expect(await on('web1', serverCommand(first))).toMatchObject({ exitCode: 0, stderr: expect.not.stringContaining('rror') });
    const questions: Question[] = clients.flatMap((client) => targets.map((target) => ({ ...setup, client, target }))).filter(possible).filter(inSandbox);
    // Docker does not wait until the server listens.
    await on('web1', "until docker exec web netstat -ltn | grep -qE ':(80|8088) '; do sleep 0.1; done");
    const answers = await Promise.all(questions.map((question) => on(question.client === 'other-host' ? 'web2' : 'web1', clientCommand(question))));
    await on('web1', 'docker rm -f web');
    const said = (verdicts: readonly string[]): string[] => questions.map(({ client, target }, index) => `${client} > ${target}: ${verdicts[index]}`);
    expect(said(answers.map(verdictOf))).toEqual(said(questions.map((question) => reach(question).verdict)));
  });

  test('a way ends where the verdict falls', () => {
    for (const setup of setups) {
      for (const question of clients.flatMap((client) => targets.map((target) => ({ ...setup, client, target }))).filter(possible)) {
        const { path, verdict } = reach(question);
        expect(path[0]).toBe(question.client);
        expect([question, /server$/.test(path.at(-1) ?? '')]).toEqual([question, verdict === 'connected']);
      }
    }
  });
});
