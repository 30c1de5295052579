import { type Fd, isSystemError, type Process, type SocketAddress } from '../../../kernel/uapi/index.ts';
import { failure } from './configuration.ts';
import { Emergency } from './emergency.ts';
import type { Listen } from './listen.ts';
import type { Log } from './log.ts';
import type { Model } from './model.ts';

/** Sockets that are listened on, by address. */
export type Sockets = Map<string, { fd: Fd; listen: Listen }>;

const keyOf = ({ shown }: Listen): string => shown;

/** Listens where the configuration says, keeping what is open already. Tries five times, as nginx does. */
export async function openSockets(process: Process, model: Model, log: Log, old: Sockets): Promise<Sockets> {
  const wanted = model.servers.flatMap(({ listens }) => listens);
  const sockets: Sockets = new Map();
  for (let attempt = 0; attempt < 5; attempt++) {
    let taken = false;
    for (const listen of wanted) {
      const key = keyOf(listen);
      if (sockets.has(key)) continue;
      // One at 0.0.0.0 takes all of IPv4, others of its port are told apart by their local address.
      const known = old.get(key);
      if (known) {
        sockets.set(key, { ...known, listen });
        continue;
      }
      try {
        sockets.set(key, { fd: process.listen(listen.socket, { backlog: 511, v6Only: true }), listen });
      } catch (error) {
        if (!isSystemError(error)) throw error;
        if (listen.socket.family === 'inet' && error.code === 'EADDRINUSE' && wanted.some((other) => other !== listen && other.address === '0.0.0.0' && other.port === listen.port && sockets.has(keyOf(other)))) continue;
        if (error.code === 'EAFNOSUPPORT') throw new Emergency(`socket() ${listen.shown} failed (${failure(error)})`);
        await log.error('emerg', `bind() to ${listen.shown} failed (${failure(error)})`);
        if (error.code !== 'EADDRINUSE') return closeAll(process, sockets, old);
        taken = true;
      }
    }
    if (!taken) return sockets;
    await log.error('notice', 'try again to bind() after 500ms');
    await process.sleep(500);
  }
  await log.error('emerg', 'still could not bind()');
  return closeAll(process, sockets, old);
}

/** An empty result says that it failed. */
function closeAll(process: Process, sockets: Sockets, old: Sockets): Sockets {
  for (const [key, { fd }] of sockets) if (!old.has(key)) process.close(fd);
  return new Map();
}

/** An address and port, also of a unix socket. */
export function endpointOf(address: SocketAddress): { address: string; port: number } {
  return address.family === 'unix' ? { address: 'unix:', port: 0 } : { address: address.address, port: address.port };
}
