import { type Fd, isEndOfProcess, isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { serveConnection } from './connection.ts';
import type { Connection } from './exchange.ts';
import type { Listen } from './listen.ts';
import type { Log } from './log.ts';
import type { Model } from './model.ts';
import { endpointOf, type Sockets } from './sockets.ts';

/** All connections of this nginx are numbered together. */
const counters = new WeakMap<Model, { last: number }>();

/** A worker process: takes connections and serves them until it is told to stop. */
export async function work(process: Process, model: Model, sockets: Sockets, log: Log): Promise<number> {
  let active = 0;
  let graceful = false;
  const stopped = new Promise<'fast' | 'graceful'>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.onSignal(signal, { restart: true, handle: () => resolve('fast') });
    process.onSignal('SIGQUIT', { restart: true, handle: () => {
      graceful = true;
      resolve('graceful');
    } });
  });
  for (const signal of ['SIGHUP', 'SIGWINCH', 'SIGCHLD'] as const) process.onSignal(signal, 'ignore');
  process.onSignal('SIGUSR1', { restart: true, handle: () => void log.error('notice', 'reopening logs') });
  let idle: (() => void) | undefined;
  const busy = (on: boolean): boolean => {
    active += on ? 1 : -1;
    if (active === 0) idle?.();
    return !graceful;
  };
  for (const { fd, listen } of sockets.values()) void accept(process, fd, listen, model, log, busy).catch(letEnd);
  const how = await stopped;
  if (how === 'graceful') {
    await log.error('notice', 'gracefully shutting down');
    for (const { fd } of sockets.values()) process.close(fd);
    if (active > 0) await new Promise<void>((resolve) => {
      idle = resolve;
    });
  }
  await log.error('notice', 'exiting');
  await log.error('notice', 'exit');
  return 0;
}

async function accept(process: Process, fd: Fd, listen: Listen, model: Model, log: Log, busy: (on: boolean) => boolean): Promise<void> {
  const counter = counters.get(model) ?? { last: 0 };
  counters.set(model, counter);
  for (;;) {
    const { fd: socket, peer } = await process.accept(fd);
    const connection: Connection = { number: ++counter.last, requests: 0, listen, client: endpointOf(peer), local: endpointOf(process.socketName(socket)) };
    serveConnection(process, model, log, connection, process.stream(socket), listen.ssl ? process.traceTls(socket) : () => undefined, busy).catch(letEnd);
  }
}

/** A peer that has gone, and a socket that was closed, are no news. */
function letEnd(error: unknown): void {
  if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
}
