import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../src/base/index.ts';
import type { LabMachines } from '../../src/lab/index.ts';

/** Machines of the named hosts, booted. */
export type CreateHosts = (names: readonly string[]) => Promise<LabMachines & { dispose(): void | Promise<void> }>;

/** What several hosts of one lab are to each other, wherever they run. */
export function hostsSuite(name: string, create: CreateHosts): void {
  describe(`hosts of one lab: ${name}`, () => {
    let machines: Awaited<ReturnType<CreateHosts>>;
    const on = async (host: string, script: string): Promise<string> => {
      const { stdout, stderr, exitCode } = await machines.exec(script, { host, user: 'learner' });
      // OpenSSH ends its lines as on a raw terminal.
      return `${stdout}${stderr}${exitCode === 0 ? '' : `status ${exitCode}`}`.replaceAll('\r', '');
    };

    beforeAll(async () => {
      machines = await create(['web1', 'web2']);
      await machines.files.write('/home/learner/www/index.html', encodeUtf8('hello from web2\n'), { user: 'learner', host: 'web2' });
      const result = await machines.exec('docker run -d --name site -p 8080:80 -p 127.0.0.1:8081:80 -v ~/www:/www busybox httpd -f -p 80 -h /www', { host: 'web2', user: 'learner' });
      expect(result).toMatchObject({ exitCode: 0 });
    });
    afterAll(() => machines?.dispose());

    test('each has its name, files and engine of its own; the first is the one that is meant', async () => {
      expect(await on('web1', 'hostname; ls; docker ps -q | wc -l')).toBe('web1\n0\n');
      expect(await on('web2', 'hostname; ls; docker ps -q | wc -l')).toBe('web2\nwww\n1\n');
      expect((await machines.exec('hostname')).stdout).toBe('web1\n');
    });

    test('they know each other by short and by whole name; others are not known', async () => {
      expect(await on('web1', 'a=$(getent hosts web2 | cut -d" " -f1); b=$(getent hosts web2.test | cut -d" " -f1); [ -n "$a" ] && [ "$a" = "$b" ] && [ "$a" != "$(hostname -I | cut -d" " -f1)" ] && echo same')).toBe('same\n');
      expect(await on('web2', 'ping -c 1 web1 > /dev/null && echo answered')).toBe('answered\n');
      expect(await on('web1', 'curl -sS nope.test')).toBe('curl: (6) Could not resolve host: nope.test\nstatus 6');
    });

    test('a published port is reached from the other host and from its containers, one on the loopback only from within', async () => {
      expect(await on('web1', 'curl -s web2:8080; curl -s web2.test:8080; docker run --rm busybox wget -qO- web2.test:8080 2> /dev/null')).toBe('hello from web2\n'.repeat(3));
      expect(await on('web1', 'curl -s web2:8081')).toBe('status 7');
      expect(await on('web2', 'curl -s 127.0.0.1:8081')).toBe('hello from web2\n');
    });

    test('ssh and scp with a key, which only its owner may read', async () => {
      const { stdout: key } = await machines.exec('ssh-keygen -q -t ed25519 -N "" -f ~/.ssh/id_ed25519; cat ~/.ssh/id_ed25519.pub', { host: 'web1', user: 'learner' });
      await machines.files.write('/home/learner/.ssh/authorized_keys', encodeUtf8(key), { user: 'learner', host: 'web2', mode: 0o600 });
      expect(await on('web1', 'ssh -o BatchMode=yes web2 hostname 2>&1')).toBe('Host key verification failed.\nstatus 255');
      expect(await on('web1', 'ssh -q -o StrictHostKeyChecking=accept-new web2 "hostname; id -un; pwd; exit 3"')).toBe('web2\nlearner\n/home/learner\nstatus 3');
      expect(await on('web1', 'echo copied > note; scp -q note web2:; echo piped | ssh web2 "cat note -"; scp -q web2:www/index.html got; cat got')).toBe('copied\npiped\nhello from web2\n');
      expect(await on('web1', 'chmod 644 ~/.ssh/id_ed25519; ssh -o BatchMode=yes web2 true 2>&1 | tail -n 2')).toBe('Load key "/home/learner/.ssh/id_ed25519": bad permissions\nlearner@web2: Permission denied (publickey,password).\n');
      expect(await on('web1', 'ssh -p 2222 web2 true; ssh nope.test true')).toBe('ssh: connect to host web2 port 2222: Connection refused\nssh: Could not resolve hostname nope.test: Name or service not known\nstatus 255');
    });

    test('a check on one host sees the others as they run', async () => {
      expect((await machines.exec('curl -s web2:8080', { host: 'web1', sealed: true })).stdout).toBe('hello from web2\n');
      expect((await machines.exec('docker ps --format "{{.Names}}"', { host: 'web2', sealed: true })).stdout).toBe('site\n');
    });
  });
}
