import { noBytes } from '../../base/index.ts';
import type { Errno, IcmpMessage, IpPacket } from '../uapi/index.ts';
import type { Stack } from './stack.ts';

/** A message with what is given, the rest empty. */
export function icmpMessage(message: IcmpMessage['message'], options: { code?: number; about?: IpPacket; mtu?: number | undefined; identifier?: number; sequence?: number; data?: Uint8Array }): IcmpMessage {
  return { protocol: 'icmp', message, code: options.code ?? 0, identifier: options.identifier ?? 0, sequence: options.sequence ?? 0, target: undefined, about: options.about, mtu: options.mtu, data: options.data ?? noBytes };
}

/** What a socket's calls fail with for an unreachable destination: icmp_err_convert of the kernel. */
function errnoOf({ message, code }: IcmpMessage): Errno | undefined {
  if (message !== 'unreachable') return message === 'time-exceeded' ? 'EHOSTUNREACH' : undefined;
  return code === 0 ? 'ENETUNREACH' : code === 3 ? 'ECONNREFUSED' : code === 4 ? 'EMSGSIZE' : 'EHOSTUNREACH';
}

/** A message came to a stack. */
export function receiveIcmp(namespace: Stack, packet: IpPacket, body: IcmpMessage): void {
  const { system, ports } = namespace;
  if (body.message === 'echo-request') {
    if (namespace.setting('icmp_echo_ignore_all') === '1' || !namespace.isLocal(packet.destination)) return;
    namespace.send(namespace.packet(packet.destination, packet.source, { ...body, message: 'echo-reply' }), undefined);
    return;
  }
  if (body.message === 'echo-reply') {
    ports.echo(body.identifier)?.deliver({ data: body.data, from: { family: 'inet', address: packet.source, port: 0 }, ttl: packet.ttl, sequence: body.sequence, time: system.stamp() });
    return;
  }
  const { about } = body;
  if (!about) return;
  const code = errnoOf(body);
  const error = { from: packet.source, message: body.message, code: body.code, mtu: body.mtu, about, time: system.stamp() };
  if (about.body.protocol === 'tcp') {
    if (code) namespace.connections.find(about.source, about.body.sourcePort, about.destination, about.body.destinationPort)?.unreachable(code);
  } else if (about.body.protocol === 'udp') ports.datagram(about.source, about.body.sourcePort, about.destination, about.body.destinationPort)?.fail(error, body.message === 'unreachable' ? code : undefined);
  else ports.echo(about.body.identifier)?.fail(error, undefined);
}
