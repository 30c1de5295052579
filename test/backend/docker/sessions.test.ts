import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend, SessionKey } from '../../../src/backend/index.ts';
import { type DockerServer, removeOwnDisks, startDockerServer } from '../docker-server.ts';
import { waitForOutput } from '../terminal-output.ts';

const size = { rows: 24, columns: 80 };
const params = { hosts: ['lab'], user: 'learner' };
const docker = (...args: string[]): string => execFileSync('docker', args, { encoding: 'utf8' }).trim();

describe('sessions on real hosts', () => {
  let server: DockerServer;
  beforeAll(async () => {
    server = await startDockerServer({ sessions: { limits: { disk: '300m', memory: '1g', cpus: 1, pids: 500 } } });
    await server.server.ready();
  }, 240_000);
  afterAll(async () => {
    await server.close();
    removeOwnDisks();
  }, 60_000);

  /** A page's backend with hosts that run. */
  async function begin(): Promise<{ backend: Backend; key: SessionKey; cut: () => void }> {
    const { backend, key, socket } = await server.open();
    expect(await backend.boot(params)).toEqual({ resumed: false });
    return { backend, key, cut: () => socket.terminate() };
  }

  async function comeBack(key: SessionKey): Promise<Backend> {
    const { backend } = await server.open({ session: key });
    expect(await backend.boot(params)).toEqual({ resumed: true });
    return backend;
  }

  /** The container of the host that a backend has, by its short id. */
  async function containerOf(backend: Backend): Promise<string> {
    await backend.exec('echo $RANDOM$RANDOM$RANDOM > /etc/host-mark');
    const { stdout: mark } = await backend.exec('cat /etc/host-mark');
    const all = docker('ps', '-q', '--filter', `label=drydock.owner=${process.pid}`).split('\n');
    const found = all.find((id) => {
      try {
        return docker('exec', id, 'cat', '/etc/host-mark') === mark.trim();
      } catch {
        return false;
      }
    });
    if (found === undefined) throw new Error('no container is this host');
    return found;
  }

  test('a connection that is cut: the same shell goes on, what it said meanwhile is seen, one without a name is ended', async () => {
    const first = await begin();
    const named = await first.backend.openTerminal({ size, name: 'main' });
    expect(named.joined).toBe(false);
    await waitForOutput(named, '$ ');
    const unnamed = await first.backend.openTerminal({ size });
    await waitForOutput(unnamed, '$ ');
    unnamed.write('echo $$ > unnamed; echo done\r');
    await waitForOutput(unnamed, 'done\r\n');
    const begun = waitForOutput(named, 'begun\r\n');
    named.write('KEPT=value; echo begun; until [ -e go ]; do sleep 0.05; done; seq 1 60000; echo E""ND\r');
    await begun;
    first.cut();

    const second = await comeBack(first.key);
    // More than is let through unseen, while nobody looks.
    await second.exec('touch go; until ! pgrep -u learner -x seq > /dev/null && ! kill -0 $(cat unnamed) 2> /dev/null; do sleep 0.05; done', { user: 'learner' });
    const joined = await second.openTerminal({ size, name: 'main' });
    expect(joined.joined).toBe(true);
    expect(await waitForOutput(joined, 'END\r\n')).toContain('\r\n59999\r\n60000\r\n');
    const answer = waitForOutput(joined, 'it is value');
    joined.write('echo it is $KEPT\r');
    await answer;
    // Closed for good, the shell ends.
    joined.dispose();
    const other = await second.openTerminal({ size, name: 'main' });
    expect(other.joined).toBe(false);
    second.dispose();
  });

  test('a page that went away before the lab was set up leaves nothing: the next one gets a fresh host', async () => {
    const first = await begin();
    await first.backend.exec('touch half-done', { user: 'learner' });
    first.cut();
    const { backend } = await server.open({ session: first.key });
    expect(await backend.boot(params)).toEqual({ resumed: false });
    expect((await backend.exec('ls half-done', { user: 'learner' })).exitCode).not.toBe(0);
    backend.dispose();
  });

  test('a host that is ended by somebody else: the page hears of it, and its files, images and containers are back with it', async () => {
    const first = await begin();
    (await first.backend.openTerminal({ size })).dispose();
    await first.backend.files.write('/home/learner/work/note', 'kept\n');
    expect(await first.backend.exec('docker pull -q busybox && docker run -d --name stays --restart always busybox sleep 1000 && sync', { user: 'learner' })).toMatchObject({ exitCode: 0 });
    const lost = new Promise((resolve) => first.backend.onClose(resolve));
    docker('rm', '-f', await containerOf(first.backend));
    expect(await lost).toMatchObject({ code: 'connection-lost' });
    const second = await comeBack(first.key);
    const { stdout } = await second.exec('cat work/note; docker images --format "{{.Repository}}"; docker ps --format "{{.Names}} {{.State}}"', { user: 'learner' });
    expect(stdout).toBe('kept\nbusybox\nstays running\n');
    second.dispose();
  });

  test('limits: memory, processors, processes; a disk that is full says so, and loses nothing', async () => {
    const { backend } = await begin();
    const container = await containerOf(backend);
    expect(docker('inspect', '-f', '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}', container)).toBe('1073741824 1000000000 500');
    await backend.files.write('/home/learner/precious', 'precious\n');
    const filled = await backend.exec('head -c 400M /dev/zero > big; echo status $?; df --output=pcent / | tail -n 1', { user: 'learner' });
    expect(filled.stdout).toMatch(/status 1\n *100%/);
    expect(filled.stderr).toContain('No space left on device');
    await expect(backend.files.write('/home/learner/precious', 'x'.repeat(2 ** 20))).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(backend.files.write('/home/learner/other', 'x'.repeat(2 ** 20))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect((await backend.exec('cat precious; ls; docker pull -q debian 2>&1 | grep -o "no space left on device"; docker ps -q | wc -l', { user: 'learner' })).stdout).toBe('precious\nbig\nprecious\nno space left on device\n0\n');
    // The disk of the machine itself has room.
    expect(Number(docker('exec', container, 'bash', '-c', 'df --output=avail /etc/hosts | tail -n 1'))).toBeGreaterThan(2 ** 20);
    await backend.exec('rm big', { user: 'learner' });
    await backend.files.write('/home/learner/precious', 'x'.repeat(2 ** 20));
    expect((await backend.exec('wc -c < precious; docker pull -q alpine', { user: 'learner' })).stdout).toBe('1048576\ndocker.io/library/alpine:latest\n');
    backend.dispose();
  });

  test('a reset takes no longer than it takes to start a host, and nothing of the old one is left', async () => {
    const { backend } = await begin();
    const container = await containerOf(backend);
    const volume = docker('inspect', '-f', '{{range .Mounts}}{{if eq .Destination "/run/lab"}}{{.Name}}{{end}}{{end}}', container);
    await backend.files.write('/home/learner/old', 'x');
    await backend.reset();
    expect((await backend.exec('ls old; docker images -q', { user: 'learner' })).stdout).toBe('');
    expect(docker('ps', '-aq', '--filter', `id=${container}`)).toBe('');
    expect(docker('volume', 'ls', '-q', '--filter', `name=^${volume}$`)).toBe('');
    backend.dispose();
  });
});
