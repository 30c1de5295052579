import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, EngineProcess } from './engine-process.ts';

let engine: EngineProcess;

beforeAll(async () => {
  engine = await EngineProcess.start();
  writeFileSync(`${engine.folder}/compose.yaml`, `name: harbour
services:
  web:
    image: alpine
    command: ["sh", "-c", "echo $$GREETING; exec sleep 1000"]
    environment: { GREETING: ahoy }
    networks: [quay]
    volumes: ["hold:/hold"]
  visitor:
    image: alpine
    depends_on: [web]
    command: ["sh", "-c", "echo crate > /hold/crate"]
    volumes: ["hold:/hold"]
networks: { quay: {} }
volumes: { hold: {} }
`);
});

afterAll(() => engine[Symbol.asyncDispose]());

function compose(...args: string[]): Promise<Answer> {
  return engine.run('docker', ['compose', ...args]);
}

it('brings a project up and down', async () => {
  const up = await compose('up', '-d');
  expect(up.code).toBe(0);
  expect(up.stderr).toMatch(/ Network harbour_quay {2}Created\n(.*\n)* Container harbour-web-1 {2}Started\n/);
  expect((await engine.run('docker', ['wait', 'harbour-visitor-1'])).stdout).toBe('0\n');
  expect((await compose('ps', '-a', '--format', '{{.Name}} {{.State}}')).stdout.trimEnd().split('\n').sort()).toEqual(['harbour-visitor-1 exited', 'harbour-web-1 running']);
  expect((await compose('exec', '-T', 'web', 'cat', '/hold/crate')).stdout).toBe('crate\n');
  expect((await compose('logs', '--no-log-prefix', 'web')).stdout).toContain('ahoy\n');
  expect((await compose('up', '-d')).stderr).toContain(' Container harbour-web-1  Running\n');
  expect((await compose('down', '-v', '-t', '0')).code).toBe(0);
  expect((await engine.run('docker', ['ps', '-aq'])).stdout).toBe('');
  expect((await engine.run('docker', ['volume', 'ls', '-q'])).stdout).toBe('');
});
