import { type Disposable, toDisposable } from '../base/index.ts';
import { type Fd, isEndOfProcess, type Process } from '../kernel/index.ts';
import { dockerGid } from './disk/accounts.ts';

const socketPath = '/run/docker.sock';

/** So many starts that failed within their first second make the socket refuse, as systemd's StartLimitBurst. */
const startLimit = 5;

/**
 * Starts dockerd when the first client connects, as systemd's docker.socket does: the listening socket is there from boot on and handed to the
 * daemon as descriptor 3 (sd_listen_fds(3)), so that a host which never uses Docker never loads an engine. A daemon that ends is started again by the
 * next client; one that fails again and again is given up, and clients are refused. Where there are containers it starts at boot: some may have a
 * restart policy.
 */
export function activateDockerd(init: Process, options: { frozen: boolean }): Disposable {
  const socket = init.listen({ family: 'unix', path: socketPath }, { mode: 0o660 });
  init.chown(socketPath, 0, dockerGid);
  let open = true;
  let waits = options.frozen || !hasContainers(init);
  const serve = async (): Promise<void> => {
    for (let failures = 0; failures < startLimit; ) {
      if (waits) await init.poll([socket]);
      waits = true;
      if (!open) return;
      const start = init.clock.now();
      const status = await init.wait(spawnDockerd(init, socket, options.frozen));
      failures = status?.kind === 'exited' && status.status !== 0 && init.clock.now() - start < 1000 ? failures + 1 : 0;
    }
    init.close(socket);
  };
  serve().catch((error: unknown) => {
    if (!isEndOfProcess(error)) throw error;
  });
  return toDisposable(() => {
    open = false;
  });
}

function hasContainers(init: Process): boolean {
  const folder = '/var/lib/docker/containers';
  return init.exists(folder) && init.readdir(folder).length > 0;
}

function spawnDockerd(init: Process, socket: Fd, frozen: boolean): number {
  const input = init.open('/dev/null');
  const log = init.open('/var/log/docker.log', 'a', 0o640);
  try {
    return init.spawn('/usr/sbin/dockerd', ['/usr/sbin/dockerd', '-H', 'fd://', ...(frozen ? ['--restore=frozen'] : [])], {
      fds: { 0: input, 1: log, 2: log, 3: socket },
      env: { ...init.env, LISTEN_FDS: '1' },
      newSession: true,
      cgroup: '/system.slice/docker.service',
    });
  } finally {
    init.close(input);
    init.close(log);
  }
}
