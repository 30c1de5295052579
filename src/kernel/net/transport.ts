import { type Credentials, type IpAddress, SystemError } from '../uapi/index.ts';
import { capable } from '../vfs/index.ts';
import { endpoint, isAny } from './address.ts';
import { DatagramSocket } from './datagram-socket.ts';
import { Internet, socketStream } from './internet.ts';
import type { NetworkNamespace } from './namespace.ts';
import { countBytes, findPath, type Path } from './route.ts';
import { ListenSocket, socketPair, type StreamSocket } from './stream-socket.ts';

type InetAddress = { family: 'inet'; address: IpAddress; port: number };

function requirePath(namespace: NetworkNamespace, protocol: 'tcp' | 'udp', source: IpAddress | undefined, to: InetAddress): Path {
  const path = findPath(namespace, { protocol, source, destination: to.address, port: to.port });
  if ('error' in path) throw new SystemError(path.error, endpoint(to.address, to.port));
  return path;
}

/** connect(2) over TCP. The server's side is in the listener's queue, or with a handler of the internet, when this returns. */
export function connectTcp(namespace: NetworkNamespace, to: InetAddress, nextIno: () => number): StreamSocket {
  const path = requirePath(namespace, 'tcp', undefined, to);
  const port = namespace.ports.ephemeralPort();
  const local: InetAddress = { family: 'inet', address: path.source, port };
  const seen: InetAddress = { family: 'inet', address: path.seenSource, port };
  const there: InetAddress = { family: 'inet', address: path.destination, port: path.port };
  const [client, server] = socketPair([nextIno(), nextIno()], local, there);
  const refused = new SystemError('ECONNREFUSED', endpoint(to.address, to.port));
  if (path.receiver instanceof Internet) {
    if (!path.receiver.has(path.destination)) throw new SystemError('EHOSTUNREACH', endpoint(to.address, to.port));
    const handler = path.receiver.streamHandler(path.destination, path.port);
    if (!handler) throw refused;
    handler(socketStream(server), seen);
  } else {
    const listener = path.receiver.ports.listener(path.destination, path.port);
    if (!listener) throw refused;
    track(path.receiver, server);
    server.peer = seen;
    listener.enqueue(server, seen);
  }
  client.peer = { family: 'inet', address: to.address, port: to.port };
  track(namespace, client);
  if (path.hops.length > 0) {
    client.outgoing.onBytes = (count) => countBytes(path.hops, 'forth', count);
    client.incoming.onBytes = (count) => countBytes(path.hops, 'back', count);
    // SYN, SYN-ACK, ACK
    for (const direction of ['forth', 'back', 'forth'] as const) countBytes(path.hops, direction, 0);
  } else {
    const local = namespace.loopback;
    client.outgoing.onBytes = client.incoming.onBytes = (count) => {
      local.count('tx', count);
      local.count('rx', count);
    };
  }
  return client;
}

function track(namespace: NetworkNamespace, socket: StreamSocket): void {
  namespace.ports.streams.add(socket);
  socket.onRelease = () => namespace.ports.streams.delete(socket);
}

function requireBindable(namespace: NetworkNamespace, credentials: Credentials, protocol: 'tcp' | 'udp', { address, port }: InetAddress): void {
  if (port < 0 || port > 65535) throw new SystemError('EINVAL');
  if (port !== 0 && port < namespace.unprivilegedPortStart && !capable(credentials, 'CAP_NET_BIND_SERVICE')) throw new SystemError('EACCES', endpoint(address, port));
  if (!isAny(address) && !namespace.isLocal(address)) throw new SystemError('EADDRNOTAVAIL', endpoint(address, port));
  if (port !== 0) namespace.ports.requireFree(protocol, address, port);
}

/** bind(2) and listen(2) over TCP. */
export function listenTcp(namespace: NetworkNamespace, credentials: Credentials, at: InetAddress, backlog: number, ino: number): ListenSocket {
  requireBindable(namespace, credentials, 'tcp', at);
  const port = at.port === 0 ? namespace.ports.ephemeralPort() : at.port;
  const socket = new ListenSocket(ino, { ...at, port }, backlog);
  socket.onRelease = namespace.ports.bindListener(socket, port);
  return socket;
}

/** bind(2) over UDP. */
export function bindUdp(namespace: NetworkNamespace, credentials: Credentials, at: InetAddress, ino: number): DatagramSocket {
  requireBindable(namespace, credentials, 'udp', at);
  const port = at.port === 0 ? namespace.ports.ephemeralPort() : at.port;
  const socket = new DatagramSocket(ino, { ...at, port });
  socket.onRelease = namespace.ports.bindDatagram(socket, port);
  return socket;
}

/** sendto(2) over UDP. Who is not there answers with ECONNREFUSED at once, as ICMP would. */
export function sendUdp(namespace: NetworkNamespace, socket: DatagramSocket, data: Uint8Array, to: InetAddress): void {
  if (data.length > 65507) throw new SystemError('EMSGSIZE');
  const bytes = data.slice();
  const back = socket.replyTo(to.address, to.port);
  if (back) {
    back(bytes);
    return;
  }
  const path = requirePath(namespace, 'udp', socket.local.address, to);
  const seen: InetAddress = { family: 'inet', address: path.seenSource, port: socket.local.port };
  countBytes(path.hops, 'forth', bytes.length);
  const reply = (answer: Uint8Array): void => {
    countBytes(path.hops, 'back', answer.length);
    socket.deliver({ data: answer, from: to }, undefined);
  };
  if (path.receiver instanceof Internet) {
    const handler = path.receiver.datagramHandler(path.destination, path.port);
    if (!handler) throw new SystemError(path.receiver.has(path.destination) ? 'ECONNREFUSED' : 'EHOSTUNREACH');
    void Promise.resolve(handler(bytes, seen)).then((answer) => {
      if (answer && socket.references > 0) reply(answer);
    });
    return;
  }
  const receiver = path.receiver.ports.datagram(path.destination, path.port);
  if (!receiver) throw new SystemError('ECONNREFUSED');
  receiver.deliver({ data: bytes, from: seen }, reply);
}
