import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8, readAllText } from '../../src/base/index.ts';
import { requestHttp } from '../../src/base/http/index.ts';
import type { LabHost, LabHostDriver, LabHostGroup, LabTerminal } from '../../src/server/index.ts';

/** Resolves when a terminal's output, from its beginning, holds `text`. */
function shows(terminal: LabTerminal): (text: string) => Promise<void> {
  let seen = '';
  let check: () => void = () => undefined;
  terminal.onData((bytes) => {
    seen += decodeUtf8(bytes);
    check();
    return undefined;
  });
  return (text) => new Promise((resolve) => {
    check = () => {
      const at = seen.indexOf(text);
      if (at < 0) return;
      seen = seen.slice(at + text.length);
      resolve();
    };
    check();
  });
}

/** What every LabHostDriver does. `disk` names a disk that is nobody else's. */
export function driverSuite(name: string, create: () => Promise<LabHostDriver>, disk: (name: string) => string): void {
  describe(`driver of lab hosts: ${name}`, () => {
    let driver: LabHostDriver;
    let group: LabHostGroup;
    let host: LabHost;
    const disks = { first: disk('first'), copy: disk('copy') };
    beforeAll(async () => {
      driver = await create();
      group = await driver.createGroup({ hostnames: ['lab'], memory: '1g', cpus: 1, pids: 500, disks: { lab: { name: disks.first, size: '400m' } }, awaitEngine: false });
      const found = group.hosts.get('lab');
      if (!found) throw new Error('the group lacks its host');
      host = found;
    });
    afterAll(async () => {
      await driver?.removeDisks([disks.first, disks.copy]).catch(() => undefined);
      await driver?.dispose();
    });

    test('a host is listed, has its name and its disk, and an engine that answers', async () => {
      expect(driver.list()).toContain(host);
      expect((await host.exec('hostname; df --output=size -m / | tail -n 1 | xargs')).stdout).toMatch(/^lab\n3\d\d\n$/);
      await host.engineAnswers();
      expect((await host.exec('docker info --format "{{.Driver}} {{.NCPU}}"')).stdout).toMatch(/^overlay2 \d+\n$/);
    });

    test('a terminal: a login shell of its user, sizes, a hang-up that ends all it runs', async () => {
      const terminal = await host.openTerminal({ user: 'learner', size: { rows: 30, columns: 100 }, env: { EXTRA: 'extra' } });
      const until = shows(terminal);
      // Typed before the shell is there.
      terminal.write(encodeUtf8('echo "$(id -un) $PWD $EXTRA $TERM $0 $(stty size)"\r'));
      await until('learner /home/learner extra xterm-256color -bash 30 100\r\n');
      terminal.resize({ rows: 20, columns: 60 });
      terminal.write(encodeUtf8('stty size\r'));
      await until('20 60\r\n');
      terminal.write(encodeUtf8('sleep 12345 & sleep 12346\r'));
      await host.exec('until pgrep -f "sleep 12346" > /dev/null; do sleep 0.05; done');
      await terminal.close();
      expect(await terminal.ended).toBe(129);
      expect((await host.exec('pgrep -f "sleep 1234[56]"')).stdout).toBe('');
    });

    test('a watch tells what changes below a folder, in folders too that are made meanwhile, and when the engine is started', async () => {
      const told = new Set<string>();
      let wake: () => void = () => undefined;
      let engines = 0;
      const watch = await host.watch('/home/learner', {
        paths: (paths) => {
          for (const path of paths) told.add(path);
          wake();
        },
        engine: () => {
          engines++;
          wake();
        },
      });
      const until = async (holds: () => boolean): Promise<void> => {
        while (!holds()) await new Promise<void>((resolve) => (wake = resolve));
      };
      await host.exec('mkdir -p a/b/c && echo x > a/b/c/file && ln -s file a/b/c/link', { user: 'learner' });
      await until(() => told.has('/home/learner/a/b/c/file'));
      await host.exec('mv a/b moved && echo more >> moved/c/file', { user: 'learner' });
      await until(() => told.has('/home/learner/moved/c/file') && told.has('/home/learner/a/b'));
      expect(told.has('/home/learner/a/b/c/link')).toBe(false);
      told.clear();
      await host.exec('mkdir many && cd many && touch $(seq 300)', { user: 'learner' });
      await until(() => told.has('/home/learner') || told.size >= 300);
      await host.exec('service docker restart');
      await until(() => engines === 1);
      watch.close();
      await watch.ended;
      await host.engineAnswers();
    });

    test('ports are reached from outside; what listens on the loopback, or nowhere, refuses', async () => {
      await host.exec('mkdir -p /srv/www && echo served > /srv/www/index.html && busybox httpd -p 8000 -h /srv/www && busybox httpd -p 127.0.0.1:8001 -h /srv/www');
      const answer = await requestHttp(await host.connectPort(8000, 5000), { path: '/', headers: { connection: 'close' } });
      expect(await answer.text()).toBe('served\n');
      for (const port of [8001, 8002]) await expect(host.connectPort(port, 5000)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      const stream = await host.open(['tr', 'a-z', 'A-Z']);
      await stream.write(encodeUtf8('through'));
      stream.closeWrite();
      expect(await readAllText(stream)).toBe('THROUGH');
    });

    test('a snapshot is restored as after a power cut, while the host goes on', async () => {
      await host.exec('echo before > /home/learner/state; echo root > /etc/mark; docker volume create kept');
      await host.snapshot(disks.copy);
      await host.exec('echo after > /home/learner/state');
      const restored = await driver.createGroup({ hostnames: ['lab'], disks: { lab: { name: disks.copy, size: '400m' } } });
      const look = 'cat /home/learner/state /etc/mark; docker volume ls -q';
      expect((await restored.hosts.get('lab')?.exec(look))?.stdout).toBe('before\nroot\nkept\n');
      expect((await host.exec(look)).stdout).toBe('after\nroot\nkept\n');
      await restored.dispose();
      expect((await driver.listDisks()).map(({ name }) => name)).toEqual(expect.arrayContaining([disks.first, disks.copy]));
    });

    test('what is disposed of is gone; its disk gives another host all it had', async () => {
      await host.exec('sync');
      await group.dispose();
      expect(driver.list()).not.toContain(host);
      group = await driver.createGroup({ hostnames: ['lab'], disks: { lab: { name: disks.first, size: '400m' } }, awaitEngine: false });
      expect((await group.hosts.get('lab')?.exec('cat /home/learner/state'))?.stdout).toBe('after\n');
      await group.dispose();
      await driver.removeDisks([disks.first]);
      expect((await driver.listDisks()).map(({ name }) => name)).not.toContain(disks.first);
    });
  });
}
