import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootHost } from '../boot-host.ts';
import type { Host } from '../host.ts';

describe('systemctl', () => {
  let host: Host;
  beforeEach(async () => {
    host = await bootHost();
  });
  afterEach(() => host.dispose());
  const run = async (script: string, user = 'root'): Promise<string> => {
    const { stdout, stderr, exitCode } = await host.exec(script, { user });
    return `${stdout}${stderr}[${exitCode}]`;
  };

  it('restarts the engine: containers with a restart policy come back, the others have exited', async () => {
    await host.exec('docker run -d --name stays --stop-timeout 0 --restart always alpine sleep 1000; docker run -d --name goes --stop-timeout 0 alpine sleep 1000');
    const before = (await host.exec('cat /run/docker.pid')).stdout;
    expect(await run('systemctl restart docker')).toBe('[0]');
    expect((await host.exec('cat /run/docker.pid')).stdout).not.toBe(before);
    expect(await run("docker ps -a --format '{{.Names}} {{.State}}' | sort")).toBe('goes exited\nstays running\n[0]');
  });

  it('a broken daemon.json makes the start fail with the words of dockerd in the journal, and a mended one lets it start', async () => {
    await host.exec('docker ps; printf {nonsense > /etc/docker/daemon.json');
    expect(await run('service docker restart')).toContain('Job for docker.service failed because the control process exited with error code.');
    expect(await run('systemctl is-active docker')).toBe('failed\n[3]');
    expect(await run('journalctl -u docker -o cat')).toContain("unable to configure the Docker daemon with file /etc/docker/daemon.json: invalid character 'n' looking for beginning of object key string");
    expect(await run('echo {} > /etc/docker/daemon.json; systemctl start docker; systemctl is-active docker; docker ps -q')).toBe('active\n[0]');
  });

  it('knows what is enabled, and who may change it', async () => {
    expect(await run('systemctl disable docker; systemctl is-enabled docker; systemctl enable -q docker; systemctl is-enabled docker.socket')).toContain('disabled\nenabled\n');
    expect(await run('systemctl restart docker', 'learner')).toContain('Interactive authentication required.');
    expect(await run('systemctl status nosuch')).toBe('Unit nosuch.service could not be found.\n[4]');
  });

  it('starts the daemon with the first client after a stop, unless the socket is closed too', async () => {
    expect(await run('systemctl stop docker; systemctl is-active docker')).toContain('inactive\n');
    expect(await run('docker ps -q')).toBe('[0]');
    expect(await run('systemctl stop docker.socket docker.service; docker ps')).toContain('Cannot connect to the Docker daemon');
  });
});
