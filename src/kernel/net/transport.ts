import { type Credentials, type IpAddress, type SocketOwner, SystemError } from '../uapi/index.ts';
import { capable, type Waiter } from '../vfs/index.ts';
import { endpoint, type InetAddress, isAny, isMulticast, isV6 } from './address.ts';
import { DatagramSocket } from './datagram-socket.ts';
import type { NetworkNamespace } from './namespace.ts';
import { ListenSocket } from './stream-socket.ts';
import { TcpSocket } from './tcp-socket.ts';
import { sendDatagram } from './udp.ts';

/** Who makes a socket, and where. */
export interface SocketContext {
  namespace: NetworkNamespace;
  credentials: Credentials;
  owner: SocketOwner;
  nextIno(): number;
}

/** connect(2) over TCP. `from` is what bind(2) asked for before. */
export async function connectTcp(context: SocketContext, waiter: Waiter, to: InetAddress, options: { from?: InetAddress | undefined; timeoutMs?: number | undefined } = {}): Promise<TcpSocket> {
  const { namespace } = context;
  const { from } = options;
  const target = isAny(to.address) ? { ...to, address: to.address === '::' ? '::1' : '127.0.0.1' } : to;
  const failed = (code: ConstructorParameters<typeof SystemError>[0]): SystemError => new SystemError(code, endpoint(to.address, to.port));
  if (isMulticast(target.address) || namespace.broadcastDevice(target.address)) throw failed('ENETUNREACH');
  if (from) requireBindable(context, 'tcp', from, true);
  const way = namespace.wayTo(target.address);
  if ('error' in way) throw failed(way.error);
  const address = from && !isAny(from.address) ? from.address : way.source;
  const port = from?.port ? from.port : namespace.ports.portTo(address, target);
  if (from?.port && namespace.connections.find(address, port, target.address, target.port)) throw failed('EADDRNOTAVAIL');
  const socket = new TcpSocket(context.nextIno(), namespace, { family: 'inet', address, port }, target, undefined, context.owner);
  socket.uid = context.credentials.euid;
  const error = socket.open();
  if (error) throw failed(error);
  try {
    await socket.established(waiter, options.timeoutMs);
  } catch (reason) {
    socket.abort();
    throw reason instanceof SystemError && reason.path === undefined ? reason.at(endpoint(to.address, to.port)) : reason;
  }
  return socket;
}

function requireBindable({ namespace, credentials }: SocketContext, protocol: 'tcp' | 'udp', { address, port }: InetAddress, reuse: boolean, v6Only = false): void {
  if (port < 0 || port > 65535) throw new SystemError('EINVAL');
  if (port !== 0 && port < namespace.unprivilegedPortStart && !capable(credentials, 'CAP_NET_BIND_SERVICE')) throw new SystemError('EACCES', endpoint(address, port));
  const special = protocol === 'udp' && (isMulticast(address) || namespace.broadcastDevice(address) !== undefined);
  if (!isAny(address) && !special && !namespace.isLocal(address)) throw new SystemError('EADDRNOTAVAIL', endpoint(address, port));
  if (port !== 0) namespace.ports.requireFree(protocol, { address, v6Only }, port, reuse);
}

/** bind(2) and listen(2) over TCP. `reuseAddress`: SO_REUSEADDR, as servers set it. */
export function listenTcp(context: SocketContext, at: InetAddress, backlog: number, { reuseAddress = true, v6Only = false }: { reuseAddress?: boolean; v6Only?: boolean } = {}): ListenSocket {
  requireBindable(context, 'tcp', at, reuseAddress, v6Only);
  const { ports } = context.namespace;
  const port = at.port === 0 ? ports.ephemeralPort() : at.port;
  const socket = new ListenSocket(context.nextIno(), { ...at, port }, Math.min(backlog, 4096), () => context.nextIno());
  socket.owner = context.owner;
  socket.v6Only = v6Only;
  socket.onRelease = ports.bindListener(socket, port);
  return socket;
}

/** bind(2) over UDP. */
export function bindUdp(context: SocketContext, at: InetAddress, { v6Only = false }: { v6Only?: boolean } = {}): DatagramSocket {
  requireBindable(context, 'udp', at, true, v6Only);
  const { ports } = context.namespace;
  const port = at.port === 0 ? ports.ephemeralPort() : at.port;
  const socket = new DatagramSocket(context.nextIno(), 'udp', { ...at, port });
  socket.owner = context.owner;
  socket.v6Only = v6Only;
  socket.onRelease = ports.bindDatagram(socket, port);
  return socket;
}

/** A socket for echoes of ICMP: icmp(7), whose identifier is its port. */
export function bindEcho(context: SocketContext, address: IpAddress): DatagramSocket {
  const { namespace } = context;
  if (!isAny(address) && !namespace.isLocal(address)) throw new SystemError('EADDRNOTAVAIL', address);
  const port = namespace.ports.ephemeralPort();
  const socket = new DatagramSocket(context.nextIno(), 'icmp', { family: 'inet', address, port });
  socket.owner = context.owner;
  socket.onRelease = namespace.ports.bindEcho(socket, port);
  return socket;
}

/** connect(2) on a datagram socket: only the peer's datagrams come in, and its refusals are errors of the next call. */
export function connectDatagram(namespace: NetworkNamespace, socket: DatagramSocket, to: InetAddress): void {
  const way = namespace.wayTo(to.address);
  if ('error' in way) throw new SystemError(way.error, endpoint(to.address, to.port));
  if (isAny(socket.local.address)) socket.local.address = way.source;
  else if (isV6(socket.local.address) !== isV6(to.address)) throw new SystemError('EAFNOSUPPORT');
  socket.peer = to;
  socket.onSend = (data) => void sendDatagram(namespace, socket, data, to);
}
