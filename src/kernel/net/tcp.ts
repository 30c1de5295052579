import { noBytes } from '../../base/index.ts';
import type { IpPacket, TcpSegment } from '../uapi/index.ts';
import type { TcpHost } from './tcp-host.ts';
import { TcpSocket } from './tcp-socket.ts';

/** A segment came to a stack. */
export function receiveTcp(host: TcpHost, packet: IpPacket, segment: TcpSegment): void {
  const { source, destination } = packet;
  const has = (flag: TcpSegment['flags'][number]): boolean => segment.flags.includes(flag);
  const known = host.connections.find(destination, segment.destinationPort, source, segment.sourcePort);
  const opens = has('SYN') && !has('ACK');
  if (known && !(opens && known.state === 'TIME-WAIT')) {
    known.receive(segment);
    return;
  }
  const acceptor = opens ? host.acceptor(destination, segment.destinationPort) : undefined;
  if (acceptor) {
    if (acceptor.full) return;
    new TcpSocket(acceptor.nextIno(), host, { family: 'inet', address: destination, port: segment.destinationPort }, { family: 'inet', address: source, port: segment.sourcePort }, acceptor, acceptor.owner).accept(segment);
    return;
  }
  if (has('RST')) return;
  const length = segment.data.length + (has('SYN') ? 1 : 0) + (has('FIN') ? 1 : 0);
  host.send(host.packet(destination, source, {
    protocol: 'tcp', sourcePort: segment.destinationPort, destinationPort: segment.sourcePort,
    sequence: has('ACK') ? segment.acknowledgment : 0, acknowledgment: has('ACK') ? 0 : (segment.sequence + length) >>> 0,
    flags: has('ACK') ? ['RST'] : ['RST', 'ACK'], window: 0, options: undefined, timestamps: undefined, data: noBytes,
  }), undefined);
}
