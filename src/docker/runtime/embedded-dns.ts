import type { Disposable } from '../../base/index.ts';
import { decodeDnsQuery, dnsCode, dnsType, encodeDnsAnswer, type Fd, isEndOfProcess, isSystemError, type Process, type SocketAddress } from '../../kernel/index.ts';
import type { NameResolver } from '../engine/index.ts';

const address: SocketAddress = { family: 'inet', address: '127.0.0.11', port: 53 };
/** How long a server outside is waited for. */
const forwardTimeout = 2000;

/**
 * The name server that a container of a user-defined network finds at 127.0.0.11: names of containers are answered here, all others by the `servers` outside. It runs in a
 * process of its own in the container's network namespace, until it is disposed of.
 */
export function serveEmbeddedDns(daemon: Process, pid: number, resolve: NameResolver, servers: readonly string[]): Disposable {
  const child = daemon.fork(async (server) => {
    const socket = server.bindDatagram(address);
    for (;;) {
      const { data, from } = await server.receiveFrom(socket);
      answer(server, socket, data, from, resolve, servers).catch((error: unknown) => {
        if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
      });
    }
  }, { fds: {}, namespaces: { network: pid } });
  const ended = daemon.wait(child).catch((error: unknown) => {
    if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
  });
  return {
    dispose: () => {
      try {
        daemon.kill(child, 'SIGKILL');
      } catch (error) {
        if (!isEndOfProcess(error) && !isSystemError(error, 'ESRCH')) throw error;
      }
      void ended;
    },
  };
}

async function answer(server: Process, socket: Fd, data: Uint8Array, from: SocketAddress, resolve: NameResolver, servers: readonly string[]): Promise<void> {
  const query = decodeDnsQuery(data);
  if (!query) return;
  const found = resolve(query.name.replace(/\.$/, ''));
  const reply = found ? encodeDnsAnswer(query, dnsCode.noError, query.type === dnsType.A ? found : []) : ((await forward(server, data, servers)) ?? encodeDnsAnswer(query, dnsCode.serverFailure));
  server.sendTo(socket, reply, from);
}

/** The first answer of the servers; undefined when none answers. */
async function forward(server: Process, data: Uint8Array, servers: readonly string[]): Promise<Uint8Array | undefined> {
  for (const each of servers) {
    const socket = server.bindDatagram({ family: 'inet', address: '0.0.0.0', port: 0 });
    try {
      server.connectDatagram(socket, { family: 'inet', address: each, port: 53 });
      server.sendTo(socket, data, { family: 'inet', address: each, port: 53 });
      return (await server.receiveFrom(socket, forwardTimeout)).data;
    } catch (error) {
      if (!isSystemError(error)) throw error;
    } finally {
      server.close(socket);
    }
  }
  return undefined;
}
