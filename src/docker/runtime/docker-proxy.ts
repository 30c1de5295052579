import { type ByteStream, type Disposable, toDisposable } from '../../base/index.ts';
import { type Fd, isEndOfProcess, isSystemError, type Process, type SocketAddress } from '../../kernel/index.ts';
import type { PortForward } from '../engine/index.ts';

/** How long a client gets to say something to a container that does not listen, in milliseconds. */
const firstBytes = 50;
/** How long a client of a UDP port is remembered after its last datagram. */
const quietTime = 90_000;

/**
 * The process that holds a published port open on the host: docker-proxy. What address translation does not catch (connections to loopback, over IPv6, from the same bridge) goes
 * through it; all see in `ss` and `ps` who has the port. Throws EADDRINUSE.
 */
export function startDockerProxy(daemon: Process, forward: PortForward): Disposable {
  const { protocol, hostAddress, hostPort, containerAddress, containerPort } = forward;
  const at: SocketAddress = { family: 'inet', address: hostAddress, port: hostPort };
  const to: SocketAddress = { family: 'inet', address: containerAddress, port: containerPort };
  const socket = protocol === 'tcp' ? daemon.listen(at, { v6Only: true }) : daemon.bindDatagram(at, { v6Only: true });
  let child: number;
  try {
    child = daemon.fork((proxy) => (protocol === 'tcp' ? forwardStreams(proxy, 4, to) : forwardDatagrams(proxy, 4, to)), {
      fds: { 4: socket }, processGroup: 'new', argv0: `/usr/sbin/docker-proxy -proto ${protocol} -host-ip ${hostAddress} -host-port ${hostPort} -container-ip ${containerAddress} -container-port ${containerPort}`, defaultSignals: ['SIGTERM', 'SIGINT'],
    });
  } finally {
    daemon.close(socket);
  }
  const ended = daemon.wait(child).catch(ignoreEnd);
  return toDisposable(() => {
    try {
      daemon.kill(child, 'SIGKILL');
    } catch (error) {
      if (!isEndOfProcess(error) && !isSystemError(error, 'ESRCH')) throw error;
    }
    void ended;
  });
}

function ignoreEnd(error: unknown): void {
  if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
}

async function forwardStreams(proxy: Process, listener: Fd, to: SocketAddress): Promise<number> {
  for (;;) {
    const { fd } = await proxy.accept(listener);
    join(proxy, fd, to).catch(ignoreEnd);
  }
}

async function join(proxy: Process, fd: Fd, to: SocketAddress): Promise<void> {
  const client = proxy.stream(fd);
  let server: ByteStream;
  try {
    server = proxy.stream(await proxy.connect(to));
  } catch (error) {
    // On a real machine the client's first bytes are there before this connection has failed: closing with bytes unread is the reset that the client sees.
    await proxy.poll([fd], firstBytes);
    client.close();
    throw error;
  }
  try {
    await Promise.all([pump(client, server), pump(server, client)]);
  } finally {
    client.close();
    server.close();
  }
}

async function pump(from: ByteStream, to: ByteStream): Promise<void> {
  for (let bytes = await from.read(); bytes.length > 0; bytes = await from.read()) await to.write(bytes);
  to.closeWrite();
}

async function forwardDatagrams(proxy: Process, socket: Fd, to: SocketAddress): Promise<number> {
  const clients = new Map<string, Fd>();
  for (;;) {
    const { data, from } = await proxy.receiveFrom(socket);
    const key = JSON.stringify(from);
    let out = clients.get(key);
    if (out === undefined) {
      out = proxy.bindDatagram({ family: 'inet', address: '0.0.0.0', port: 0 });
      proxy.connectDatagram(out, to);
      clients.set(key, out);
      const own = out;
      answer(proxy, socket, own, from).catch(ignoreEnd).finally(() => {
        clients.delete(key);
        proxy.close(own);
      }).catch(ignoreEnd);
    }
    try {
      proxy.sendTo(out, data, to);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}

async function answer(proxy: Process, socket: Fd, out: Fd, client: SocketAddress): Promise<void> {
  for (;;) proxy.sendTo(socket, (await proxy.receiveFrom(out, quietTime)).data, client);
}
