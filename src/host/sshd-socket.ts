import { isEndOfProcess, type Process } from '../kernel/index.ts';

/** Starts sshd with the first client, as systemd's ssh.socket does: port 22 listens from boot on, and nothing of ssh is loaded on a host where nobody logs in. */
export function activateSshd(init: Process): void {
  const socket = init.listen({ family: 'inet', address: '0.0.0.0', port: 22 });
  const serve = async (): Promise<void> => {
    for (;;) {
      await init.poll([socket]);
      const nowhere = init.open('/dev/null', 'r+');
      const pid = init.spawn('/usr/sbin/sshd', ['/usr/sbin/sshd', '-D'], { fds: { 0: nowhere, 1: nowhere, 2: nowhere, 3: socket }, env: { ...init.env, LISTEN_FDS: '1' }, newSession: true, cgroup: '/system.slice/ssh.service' });
      init.close(nowhere);
      await init.wait(pid);
    }
  };
  serve().catch((error: unknown) => {
    if (!isEndOfProcess(error)) throw error;
  });
}
