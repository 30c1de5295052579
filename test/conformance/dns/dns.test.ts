import { execFile } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { bootLabHosts, type Host } from '../../../src/host/index.ts';
import { createZone } from '../../../src/host/internet/name-server.ts';

interface Case {
  script: string;
  stdout?: string;
  stderr?: string;
  status?: number;
}

const file = join(import.meta.dirname, 'cases.yaml');
const cases = parse(readFileSync(file, 'utf8')) as Case[];
const server = { sandbox: '10.0.2.3', real: '127.0.0.53' };

/** Without what differs from run to run. */
function steady(text: string): string {
  return text
    .replaceAll(server.real, '$S').replaceAll(server.sandbox, '$S')
    .replace(/id: \d+/g, 'id: N').replace(/Query time: \d+/g, 'Query time: N').replace(/in \d+ ms/g, 'in N ms').replace(/WHEN: .*/g, 'WHEN: N').replace(/COOKIE: .*/g, 'COOKIE: N').replace(/DiG [\w.~-]+/g, 'DiG N');
}

function outcome(stdout: string, stderr: string, status: number): Omit<Case, 'script'> {
  return { ...(stdout && { stdout: steady(stdout) }), ...(stderr && { stderr: steady(stderr) }), ...(status && { status }) };
}

const withServer = (script: string, address: string): string => script.replaceAll('$S', address);

describe('in the sandbox', () => {
  let host: Host;
  let hosts: Map<string, Host>;
  beforeAll(async () => {
    hosts = await bootLabHosts(['web1', 'web2']);
    host = hosts.get('web1') as Host;
  });
  afterAll(async () => {
    for (const each of hosts.values()) await each.dispose();
  });

  it.each(cases)('$script', async ({ script, ...expected }) => {
    const { stdout, stderr, exitCode } = await host.exec(withServer(script, server.sandbox), { user: 'learner' });
    expect(outcome(stdout, stderr, exitCode)).toEqual(expected);
  });
});

describe.skipIf(!existsSync('/usr/bin/dig'))('the real ones', () => {
  let socket: Socket;
  beforeAll(async () => {
    const zone = createZone([], [{ name: 'web1.test', address: '10.0.2.15' }, { name: 'web2.test', address: '10.0.2.16' }]);
    socket = createSocket('udp4');
    socket.on('message', (query, peer) => {
      const answer = zone.answer(query);
      if (answer) socket.send(answer, peer.port, peer.address);
    });
    await new Promise<void>((resolve) => socket.bind(53, server.real, resolve));
  });
  afterAll(() => socket.close());

  const run = (script: string): Promise<Omit<Case, 'script'>> => new Promise((resolve) => {
    execFile('/bin/bash', ['--norc', '-c', withServer(script, server.real)], { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, timeout: 30_000 }, (error, stdout, stderr) => resolve(outcome(stdout, stderr, typeof error?.code === 'number' ? error.code : 0)));
  });

  it('do what is recorded', async () => {
    const seen: Case[] = [];
    for (const { script } of cases) seen.push({ script, ...(await run(script)) });
    if (process.env['RECORD']) writeFileSync(file, stringify(seen, { lineWidth: 0 }));
    expect(seen).toEqual(process.env['RECORD'] ? seen : cases);
  });
});
