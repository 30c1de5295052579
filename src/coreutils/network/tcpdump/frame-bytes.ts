import { concatBytes } from '../../../base/index.ts';
import type { ArpPacket, IcmpMessage, IpAddress, IpPacket, MacAddress, TcpFlag, TcpSegment } from '../../../kernel/uapi/index.ts';

/** What tcpdump looks at: a frame with the time it was seen. */
export interface Captured {
  time: number;
  sourceMac: MacAddress;
  destinationMac: MacAddress;
  contents: IpPacket | ArpPacket;
  /** Where it was seen, for `-i any`. */
  interface?: { name: string; kind: 'in' | 'out' | 'drop'; index: number };
}

const flagBits: readonly TcpFlag[] = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'];
const echoTypes: Readonly<Record<string, readonly [v4: number, v6: number]>> = {
  'echo-request': [8, 128], 'echo-reply': [0, 129], unreachable: [3, 1], 'time-exceeded': [11, 3], 'neighbour-solicitation': [0, 135], 'neighbour-advertisement': [0, 136],
};

function addressBytes(address: IpAddress): number[] {
  if (!address.includes(':')) return address.split('.').map(Number);
  const [head = '', tail] = address.split('::');
  const groups = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const all = tail === undefined ? first : [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
  return all.flatMap((group) => [group >> 8, group & 255]);
}

function addressText(bytes: Uint8Array): IpAddress {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[i * 2] ?? 0) << 8) | (bytes[i * 2 + 1] ?? 0));
  const text = groups.map((group) => group.toString(16)).join(':');
  const longest = text.match(/(?:^|:)0(?::0)+(?=:|$)/g)?.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return text;
  const at = text.indexOf(longest);
  return `${text.slice(0, at)}::${text.slice(at + longest.length).replace(/^:/, '')}`;
}

const macBytes = (mac: MacAddress): number[] => mac.split(':').map((byte) => Number.parseInt(byte, 16));
const macText = (bytes: Uint8Array): MacAddress => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
const word = (value: number): number[] => [(value >>> 8) & 255, value & 255];
const long = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** The checksum of RFC 1071. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

function withChecksum(packet: IpPacket, protocol: number, bytes: Uint8Array, at: number): Uint8Array {
  const v6 = packet.source.includes(':');
  const pseudo = protocol === 1 ? [] : [...addressBytes(packet.source), ...addressBytes(packet.destination), ...(v6 ? [...long(bytes.length), 0, 0, 0, protocol] : [0, protocol, ...word(bytes.length)])];
  const sum = checksum(concatBytes([Uint8Array.from(pseudo), bytes]));
  bytes.set(word(protocol === 17 && sum === 0 ? 0xffff : sum), at);
  return bytes;
}

function tcpBytes(segment: TcpSegment): Uint8Array {
  const stamps = segment.timestamps ? [8, 10, ...long(segment.timestamps[0]), ...long(segment.timestamps[1])] : [];
  const options = segment.options ? [2, 4, ...word(segment.options.mss), 4, 2, ...stamps, 1, 3, 3, segment.options.windowScale] : stamps.length > 0 ? [1, 1, ...stamps] : [];
  while (options.length % 4 !== 0) options.push(0);
  const flags = segment.flags.reduce((bits, flag) => bits | (1 << flagBits.indexOf(flag)), 0);
  const header = [...word(segment.sourcePort), ...word(segment.destinationPort), ...long(segment.sequence), ...long(segment.acknowledgment), (5 + options.length / 4) << 4, flags, ...word(segment.window), 0, 0, 0, 0, ...options];
  return concatBytes([Uint8Array.from(header), segment.data]);
}

function icmpBytes(message: IcmpMessage, v6: boolean): Uint8Array {
  const type = echoTypes[message.message]?.[v6 ? 1 : 0] ?? 0;
  if (message.target !== undefined) return Uint8Array.from([type, 0, 0, 0, ...(message.message === 'neighbour-advertisement' ? [0x60, 0, 0, 0] : [0, 0, 0, 0]), ...addressBytes(message.target), message.message === 'neighbour-advertisement' ? 2 : 1, 1, 0, 0, 0, 0, 0, 0]);
  const code = v6 && message.message === 'unreachable' ? { 0: 0, 1: 3, 3: 4, 13: 1 }[message.code] ?? 3 : message.code;
  const rest = message.about ? [0, 0, ...word(message.mtu ?? 0)] : [...word(message.identifier), ...word(message.sequence)];
  return concatBytes([Uint8Array.from([type, code, 0, 0, ...rest]), message.about ? ipBytes(message.about).subarray(0, 548) : message.data]);
}

/** An IP packet as it is on the wire. */
export function ipBytes(packet: IpPacket): Uint8Array {
  const { body, source, destination } = packet;
  const v6 = source.includes(':');
  const protocol = body.protocol === 'tcp' ? 6 : body.protocol === 'udp' ? 17 : v6 ? 58 : 1;
  const plain = body.protocol === 'tcp' ? tcpBytes(body) : body.protocol === 'udp' ? concatBytes([Uint8Array.from([...word(body.sourcePort), ...word(body.destinationPort), ...word(8 + body.data.length), 0, 0]), body.data]) : icmpBytes(body, v6);
  const payload = withChecksum(packet, protocol, plain, body.protocol === 'tcp' ? 16 : body.protocol === 'udp' ? 6 : 2);
  if (v6) return concatBytes([Uint8Array.from([0x60, 0, 0, 0, ...word(payload.length), protocol, packet.ttl, ...addressBytes(source), ...addressBytes(destination)]), payload]);
  const header = Uint8Array.from([0x45, 0, ...word(20 + payload.length), ...word(packet.identification), 0x40, 0, packet.ttl, protocol, 0, 0, ...addressBytes(source), ...addressBytes(destination)]);
  header.set(word(checksum(header)), 10);
  return concatBytes([header, payload]);
}

/** A frame as it is on the wire. */
export function frameBytes({ sourceMac, destinationMac, contents }: Captured): Uint8Array {
  const ethernet = (type: number): Uint8Array => Uint8Array.from([...macBytes(destinationMac), ...macBytes(sourceMac), ...word(type)]);
  if (contents.protocol === 'arp') return concatBytes([ethernet(0x806), Uint8Array.from([0, 1, 8, 0, 6, 4, 0, contents.operation === 'request' ? 1 : 2, ...macBytes(contents.senderMac), ...addressBytes(contents.senderAddress), ...macBytes(contents.targetMac), ...addressBytes(contents.targetAddress)])]);
  return concatBytes([ethernet(contents.source.includes(':') ? 0x86dd : 0x800), ipBytes(contents)]);
}

const noData = new Uint8Array();

function readTcp(bytes: Uint8Array): TcpSegment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = (view.getUint8(12) >> 4) * 4;
  let mss: number | undefined;
  let windowScale = 0;
  let timestamps: readonly [number, number] | undefined;
  for (let at = 20; at < header; ) {
    const kind = view.getUint8(at);
    if (kind === 0) break;
    if (kind === 1) {
      at++;
      continue;
    }
    if (kind === 2) mss = view.getUint16(at + 2);
    else if (kind === 3) windowScale = view.getUint8(at + 2);
    else if (kind === 8) timestamps = [view.getUint32(at + 2), view.getUint32(at + 6)];
    at += Math.max(2, view.getUint8(at + 1));
  }
  return {
    protocol: 'tcp', sourcePort: view.getUint16(0), destinationPort: view.getUint16(2), sequence: view.getUint32(4), acknowledgment: view.getUint32(8), flags: flagBits.filter((_, bit) => (view.getUint8(13) & (1 << bit)) !== 0), window: view.getUint16(14),
    options: mss === undefined ? undefined : { mss, windowScale }, timestamps, data: bytes.subarray(header),
  };
}

function readIcmp(bytes: Uint8Array, v6: boolean): IcmpMessage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = view.getUint8(0);
  const message = (Object.keys(echoTypes).find((name) => echoTypes[name]?.[v6 ? 1 : 0] === type && (v6 || !name.startsWith('neighbour'))) ?? 'unreachable') as IcmpMessage['message'];
  const about = message === 'unreachable' || message === 'time-exceeded' ? readIp(bytes.subarray(8)) : undefined;
  const code = v6 && message === 'unreachable' ? [0, 13, 1, 1, 3][view.getUint8(1)] ?? 1 : view.getUint8(1);
  return { protocol: 'icmp', message, code, identifier: about ? 0 : view.getUint16(4), sequence: about ? 0 : view.getUint16(6), target: message.startsWith('neighbour') ? addressText(bytes.subarray(8, 24)) : undefined, about, mtu: undefined, data: about ? noData : bytes.subarray(8) };
}

function readIp(bytes: Uint8Array): IpPacket | undefined {
  const v6 = (bytes[0] ?? 0) >> 4 === 6;
  if (bytes.length < (v6 ? 40 : 20) || (!v6 && (bytes[0] ?? 0) >> 4 !== 4)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = v6 ? 40 : ((bytes[0] ?? 0) & 15) * 4;
  const protocol = bytes[v6 ? 6 : 9];
  const payload = bytes.subarray(header, v6 ? 40 + view.getUint16(4) : view.getUint16(2));
  const common = { protocol: 'ip' as const, id: 0, retransmissionOf: undefined, source: addressText(v6 ? bytes.subarray(8, 24) : bytes.subarray(12, 16)), destination: addressText(v6 ? bytes.subarray(24, 40) : bytes.subarray(16, 20)), ttl: bytes[v6 ? 7 : 8] ?? 0, identification: v6 ? 0 : view.getUint16(4) };
  if (protocol === 6 && payload.length >= 20) return { ...common, body: readTcp(payload) };
  if (protocol === 17 && payload.length >= 8) return { ...common, body: { protocol: 'udp', sourcePort: ((payload[0] ?? 0) << 8) | (payload[1] ?? 0), destinationPort: ((payload[2] ?? 0) << 8) | (payload[3] ?? 0), data: payload.subarray(8) } };
  return (protocol === 1 || protocol === 58) && payload.length >= 8 ? { ...common, body: readIcmp(payload, v6) } : undefined;
}

/** Reads a frame; undefined for protocols that are not known here. */
export function readFrame(bytes: Uint8Array): Omit<Captured, 'time'> | undefined {
  const type = ((bytes[12] ?? 0) << 8) | (bytes[13] ?? 0);
  const macs = { destinationMac: macText(bytes.subarray(0, 6)), sourceMac: macText(bytes.subarray(6, 12)) };
  if (type === 0x806) {
    const at = (from: number, to: number): Uint8Array => bytes.subarray(14 + from, 14 + to);
    return { ...macs, contents: { protocol: 'arp', id: 0, operation: bytes[21] === 1 ? 'request' : 'reply', senderMac: macText(at(8, 14)), senderAddress: addressText(at(14, 18)), targetMac: macText(at(18, 24)), targetAddress: addressText(at(24, 28)) } };
  }
  const contents = type === 0x800 || type === 0x86dd ? readIp(bytes.subarray(14)) : undefined;
  return contents && { ...macs, contents };
}
