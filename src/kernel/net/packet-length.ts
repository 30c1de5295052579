import type { ArpPacket, IpPacket } from '../uapi/index.ts';

/** Length of what follows the IP header. */
function bodyLength({ body }: IpPacket): number {
  if (body.protocol === 'udp') return 8 + body.data.length;
  if (body.protocol === 'tcp') return 20 + (body.options ? (body.timestamps ? 20 : 8) : body.timestamps ? 12 : 0) + body.data.length;
  if (body.message === 'neighbour-solicitation' || body.message === 'neighbour-advertisement') return 32;
  return 8 + (body.about ? Math.min(packetLength(body.about), 548) : body.data.length);
}

/** Length of an IP packet with its header, in bytes. */
export function packetLength(packet: IpPacket): number {
  return (packet.source.includes(':') ? 40 : 20) + bodyLength(packet);
}

/** Length of an Ethernet frame, in bytes. */
export function frameLength(contents: IpPacket | ArpPacket): number {
  return 14 + (contents.protocol === 'arp' ? 28 : packetLength(contents));
}
