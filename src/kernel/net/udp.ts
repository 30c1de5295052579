import { type IcmpMessage, type IpAddress, type IpPacket, SystemError, type UdpDatagram } from '../uapi/index.ts';
import { endpoint, type InetAddress, isAny, isMulticast } from './address.ts';
import type { DatagramSocket } from './datagram-socket.ts';
import type { Interface } from './interface.ts';
import type { Stack } from './stack.ts';

const maxDatagram = 65507;

function sourceOf(namespace: Stack, socket: DatagramSocket, to: InetAddress): IpAddress {
  if (!isAny(socket.local.address)) return socket.local.address;
  const way = namespace.wayTo(to.address);
  if ('error' in way) throw new SystemError(way.error, endpoint(to.address, to.port));
  return way.source;
}

/** sendto(2) on a datagram socket. Nobody there: the refusal comes back by ICMP, later. Gives the time on the packet. */
export function sendDatagram(namespace: Stack, socket: DatagramSocket, data: Uint8Array, to: InetAddress, sequence = 0): number {
  socket.throwPending();
  if (data.length > maxDatagram) throw new SystemError('EMSGSIZE');
  const target = isAny(to.address) ? { ...to, address: to.address === '::' ? '::1' : '127.0.0.1' } : to;
  if (!socket.broadcast && namespace.broadcastDevice(target.address)) throw new SystemError('EACCES');
  const body: UdpDatagram | IcmpMessage = socket.protocol === 'udp'
    ? { protocol: 'udp', sourcePort: socket.local.port, destinationPort: target.port, data: data.slice() }
    : { protocol: 'icmp', message: 'echo-request', code: 0, identifier: socket.local.port, sequence, target: undefined, about: undefined, mtu: undefined, data: data.slice() };
  const time = namespace.system.stamp();
  const failure = namespace.send(namespace.packet(sourceOf(namespace, socket, target), target.address, body, { ttl: socket.ttl }), socket.owner);
  if (failure) throw new SystemError(failure, endpoint(target.address, target.port));
  return time;
}

/** A datagram came to a stack. */
export function receiveUdp(namespace: Stack, packet: IpPacket, body: UdpDatagram, from: Interface): void {
  const { source, destination } = packet;
  const toAll = isMulticast(destination) || destination === '255.255.255.255' || namespace.broadcastDevice(destination) === from;
  const sockets = toAll ? namespace.ports.datagramsFor(body.destinationPort) : [namespace.ports.datagram(destination, body.destinationPort, source, body.sourcePort)];
  const datagram = { data: body.data, from: { family: 'inet', address: source, port: body.sourcePort } as const, ttl: packet.ttl, sequence: 0, time: namespace.system.stamp() };
  for (const socket of sockets) socket?.deliver(datagram);
  if (!toAll && !sockets[0]) namespace.sendError(packet, 'unreachable', 3);
}

