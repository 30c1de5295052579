import { isEndOfProcess, isSystemError, type Process, type Signal, signalNumbers } from '../../../kernel/uapi/index.ts';
import type { Log } from './log.ts';
import type { Model } from './model.ts';
import type { Sockets } from './sockets.ts';
import { version } from './version.ts';
import { work } from './worker.ts';

/** What a master is started with. */
export interface MasterOptions {
  model: Model;
  sockets: Sockets;
  log: Log;
  pidFile: string;
  /** Reads the configuration anew; undefined when it is not usable. */
  reload(sockets: Sockets): Promise<{ model: Model; sockets: Sockets } | undefined>;
}

/** Runs workers until a signal ends it: the master process. */
export async function runMaster(process: Process, options: MasterOptions): Promise<number> {
  const { log } = options;
  let { model, sockets } = options;
  const workers = new Map<number, { stopping: boolean }>();
  let ending: 'fast' | 'graceful' | undefined;
  const pending: Signal[] = [];
  let wake: (() => void) | undefined;
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGUSR1', 'SIGWINCH', 'SIGCHLD'] as const) {
    process.onSignal(signal, { restart: true, handle: () => {
      pending.push(signal);
      wake?.();
    } });
  }
  const start = async (): Promise<void> => {
    const user = model.user;
    const current = model;
    const listening = sockets;
    const credentials = user && { uid: user.uid, gid: user.gid, euid: user.uid, egid: user.gid, groups: [user.gid], capabilities: new Set<string>() };
    const pid = process.fork((child) => {
      child.setproctitle('nginx: worker process');
      return work(child, current, listening, log.for(child));
    }, credentials && { credentials });
    workers.set(pid, { stopping: false });
    await log.error('notice', `start worker process ${pid}`);
  };
  const startAll = async (): Promise<void> => {
    await log.error('notice', 'start worker processes');
    for (let count = 0; count < model.workers; count++) await start();
  };
  const tell = (signal: Signal, only?: number[]): void => {
    for (const [pid, worker] of workers) {
      if (only && !only.includes(pid)) continue;
      if (signal !== 'SIGUSR1') worker.stopping = true;
      try {
        process.kill(pid, signal);
      } catch (error) {
        if (!isSystemError(error)) throw error;
      }
    }
  };
  const reap = async (): Promise<void> => {
    let told = false;
    for (;;) {
      const status = workers.size === 0 ? undefined : await process.wait(-1, { nohang: true });
      if (!status) return;
      const worker = workers.get(status.pid);
      if (!worker) continue;
      workers.delete(status.pid);
      if (!told) await log.error('notice', `signal 17 (SIGCHLD) received from ${status.pid}`);
      told = true;
      if (status.kind === 'signaled') await log.error('alert', `worker process ${status.pid} exited on signal ${signalNumbers[status.signal]}`);
      else await log.error('notice', `worker process ${status.pid} exited with code ${status.kind === 'exited' ? status.status : 0}`);
      if (!worker.stopping && !ending) await start();
    }
  };
  for (const name of ['using the "epoll" event method', `nginx/${version}`, 'built by gcc 12.2.0 (Debian 12.2.0-14) ', `OS: Linux ${release(process)}`]) await log.error('notice', name);
  const { soft, hard } = process.getrlimit('nofile');
  await log.error('notice', `getrlimit(RLIMIT_NOFILE): ${soft}:${hard}`);
  await startAll();
  for (;;) {
    if (pending.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      wake = undefined;
    }
    const signal = pending.shift();
    if (signal === undefined) continue;
    const number = `signal ${signalNumbers[signal]} (${signal}) received`;
    switch (signal) {
      case 'SIGCHLD':
        await reap();
        break;
      case 'SIGHUP': {
        await log.error('notice', `${number}, reconfiguring`);
        await log.error('notice', 'reconfiguring');
        const next = await options.reload(sockets);
        if (!next) break;
        const before = [...workers.keys()];
        for (const [key, { fd }] of sockets) if (!next.sockets.has(key)) process.close(fd);
        ({ model, sockets } = next);
        await log.error('notice', 'using the "epoll" event method');
        await startAll();
        tell('SIGQUIT', before);
        break;
      }
      case 'SIGUSR1':
        await log.error('notice', `${number}, reopening logs`);
        await log.error('notice', 'reopening logs');
        log.reopen();
        tell('SIGUSR1');
        break;
      case 'SIGWINCH':
        tell('SIGQUIT');
        break;
      default:
        ending = signal === 'SIGQUIT' ? 'graceful' : 'fast';
        await log.error('notice', `${number}, ${ending === 'graceful' ? 'shutting down' : 'exiting'}`);
        tell(ending === 'graceful' ? 'SIGQUIT' : 'SIGTERM');
    }
    if (!ending || workers.size > 0) continue;
    try {
      process.unlink(options.pidFile);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
    await log.error('notice', 'exit');
    return 0;
  }
}

function release(process: Process): string {
  try {
    return process.readTextFile('/proc/sys/kernel/osrelease').trim();
  } catch (error) {
    if (isEndOfProcess(error) || !isSystemError(error)) throw error;
    return '';
  }
}
