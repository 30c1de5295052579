import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, EngineProcess } from './engine-process.ts';

let engine: EngineProcess;

beforeAll(async () => {
  engine = await EngineProcess.start();
});

afterAll(() => engine[Symbol.asyncDispose]());

/** A folder with a project's files. */
function project(name: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = `${engine.folder}/${name}/${path}`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Runs the real Compose on a project; the classic builder, since BuildKit's own protocol is not spoken. */
function compose(name: string, ...args: string[]): Promise<Answer> {
  return engine.run('docker', ['compose', '--project-directory', `${engine.folder}/${name}`, ...args], { env: { DOCKER_BUILDKIT: '0' } });
}

async function nothingIsLeft(): Promise<void> {
  expect((await engine.run('docker', ['ps', '-aq'])).stdout).toBe('');
  expect((await engine.run('docker', ['volume', 'ls', '-q'])).stdout).toBe('');
  expect((await engine.run('docker', ['network', 'ls', '--filter', 'type=custom', '-q'])).stdout).toBe('');
}

it('brings a project up and down', async () => {
  project('harbour', { 'compose.yaml': `name: harbour
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
` });
  const up = await compose('harbour', 'up', '-d');
  expect(up.code).toBe(0);
  expect(up.stderr).toMatch(/ Network harbour_quay {2}Created\n(.*\n)* Container harbour-web-1 {2}Started\n/);
  expect((await engine.run('docker', ['wait', 'harbour-visitor-1'])).stdout).toBe('0\n');
  expect((await compose('harbour', 'ps', '-a', '--format', '{{.Name}} {{.State}}')).stdout.trimEnd().split('\n').sort()).toEqual(['harbour-visitor-1 exited', 'harbour-web-1 running']);
  expect((await compose('harbour', 'exec', '-T', 'web', 'cat', '/hold/crate')).stdout).toBe('crate\n');
  expect((await compose('harbour', 'logs', '--no-log-prefix', 'web')).stdout).toContain('ahoy\n');
  expect((await compose('harbour', 'up', '-d')).stderr).toContain(' Container harbour-web-1  Running\n');
  expect((await compose('harbour', 'down', '-v', '-t', '0')).code).toBe(0);
  await nothingIsLeft();
});

it('runs the course’s registry: published, on a volume, restarted always', async () => {
  project('store', { 'compose.yaml': `services:
  registry:
    image: registry:2
    restart: always
    ports: ["127.0.0.1:5055:5000"]
    environment: { REGISTRY_STORAGE_DELETE_ENABLED: "true" }
    volumes: ["blobs:/var/lib/registry"]
volumes: { blobs: {} }
` });
  expect(await compose('store', 'up', '-d', '--quiet-pull')).toMatchObject({ code: 0 });
  expect((await compose('store', 'ps', '--format', '{{.Service}} {{.State}} {{.Ports}}')).stdout).toBe('registry running 127.0.0.1:5055->5000/tcp\n');
  expect((await compose('store', 'port', 'registry', '5000')).stdout).toBe('127.0.0.1:5055\n');
  expect((await engine.run('docker', ['inspect', '-f', '{{.HostConfig.RestartPolicy.Name}} {{range .Mounts}}{{.Name}}{{end}}', 'store-registry-1'])).stdout).toBe('always store_blobs\n');
  expect((await compose('store', 'down')).code).toBe(0);
  expect((await engine.run('docker', ['volume', 'ls', '-q'])).stdout).toBe('store_blobs\n');
  expect((await compose('store', 'down', '-v')).code).toBe(0);
  await nothingIsLeft();
});

it('builds the web service, and starts it when the cache beside it is healthy', async () => {
  project('site', {
    'Dockerfile': 'FROM alpine\nARG GREETING=none\nRUN echo $GREETING > /greeting\nCOPY page /page\nCMD ["sh", "-c", "cat /greeting /page; exec sleep 1000"]\n',
    'page': 'first\n',
    'compose.yaml': `services:
  web:
    build: { context: ., args: { GREETING: hello } }
    depends_on: { redis: { condition: service_healthy } }
  redis:
    image: redis:alpine
    healthcheck: { test: ["CMD", "redis-cli", "ping"], interval: 1s, retries: 30 }
    volumes: ["data:/data"]
volumes: { data: {} }
` });
  const up = await compose('site', 'up', '-d', '--quiet-pull');
  expect(up).toMatchObject({ code: 0 });
  expect(up.stdout).toContain('Successfully tagged site-web:latest\n');
  expect(up.stderr).toMatch(/ Container site-redis-1 {2}Healthy\n(.*\n)* Container site-web-1 {2}Started\n/);
  expect((await compose('site', 'exec', '-T', 'web', 'cat', '/greeting', '/page')).stdout).toBe('hello\nfirst\n');
  project('site', { page: 'second\n' });
  expect((await compose('site', 'up', '-d', '--build')).stderr).toMatch(/ Container site-redis-1 {2}Running\n(.*\n)* Container site-web-1 {2}Recreated\n/);
  expect((await compose('site', 'exec', '-T', 'web', 'cat', '/page')).stdout).toBe('second\n');
  expect((await compose('site', 'down', '-v', '-t', '0', '--rmi', 'local')).code).toBe(0);
  await nothingIsLeft();
});
