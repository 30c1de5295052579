import type { Segment } from '../live/connection.ts';

/** The layers from the top to the wire. */
export const layers = ['application', 'transport', 'internet', 'link'] as const;
export type Layer = (typeof layers)[number];

/** A packet with all that its headers hold. */
export interface Packet {
  sender: string;
  receiver: string;
  /** Interfaces on its way. */
  way: readonly string[];
  source: string;
  destination: string;
  sourcePort: number;
  destinationPort: number;
  sourceMac: string;
  destinationMac: string;
  ttl: number;
  /** From the IP header on. */
  length: number;
  flags: readonly string[];
  sequence: number;
  acknowledgment: number;
  window: number;
  dataLength: number;
  /** The data's beginning as text, a line each. */
  lines: readonly string[];
}

/** A field of a header: the key of its name and sense, and its value. */
export interface Field {
  name: 'destinationMac' | 'sourceMac' | 'ethertype' | 'version' | 'length' | 'ttl' | 'hopLimit' | 'protocol' | 'nextHeader' | 'source' | 'destination' | 'sourcePort' | 'destinationPort' | 'sequence' | 'acknowledgment' | 'flags' | 'window' | 'text';
  value: string;
}

/** What a layer puts in front (the application: what it has to say). */
export interface Header {
  layer: Layer;
  /** The protocol's name. */
  name: string;
  bytes: number;
  fields: readonly Field[];
}

/** The worked example: the request of the lesson, from the host to its container. */
export const example: Packet = {
  sender: 'curl', receiver: 'httpd', way: ['docker0', 'eth0'],
  source: '172.17.0.1', destination: '172.17.0.2', sourcePort: 37940, destinationPort: 80, sourceMac: '02:42:35:12:5d:4e', destinationMac: '02:42:ac:11:00:02',
  ttl: 64, length: 126, flags: ['PSH', 'ACK'], sequence: 1579312847, acknowledgment: 1116260171, window: 63, dataLength: 74,
  lines: ['GET / HTTP/1.1', 'Host: 172.17.0.2', 'User-Agent: curl/8.14.1', 'Accept: */*'],
};

/** A packet that the learner's host has seen. */
export function packetOf({ event, receiver, way }: Segment): Packet {
  const { source, destination, sourcePort = 0, destinationPort = 0, sourceMac, destinationMac, ttl = 0, length, tcp, dataLength, data, process, application } = event;
  const { flags, sequence, acknowledgment, window } = tcp ?? { flags: [], sequence: 0, acknowledgment: 0, window: 0 };
  const text = application?.protocol === 'tls' ? application.text : new TextDecoder().decode(data);
  return { sender: process?.name ?? '', receiver: receiver ?? '', way, source, destination, sourcePort, destinationPort, sourceMac, destinationMac, ttl, length, flags, sequence, acknowledgment, window, dataLength, lines: printable(text) };
}

/** The first lines of a text; what is none is shown as dots. */
function printable(text: string): string[] {
  const lines = text.replace(/[^\P{C}\r\n\t]|\uFFFD/gu, '·').split(/\r?\n/).map((line) => line.trimEnd()).filter(Boolean);
  return lines.length > 8 ? [...lines.slice(0, 8), '…'] : lines;
}

/** The envelopes of a packet, the innermost first. */
export function headersOf(packet: Packet): Header[] {
  const six = packet.source.includes(':');
  const ip = six ? 40 : 20;
  const field = (name: Field['name'], value: string | number): Field => ({ name, value: String(value) });
  return [
    { layer: 'application', name: /HTTP\/\d/.test(packet.lines[0] ?? '') ? 'HTTP' : '', bytes: packet.dataLength, fields: packet.lines.length > 0 ? [field('text', packet.lines.join('\n'))] : [] },
    {
      layer: 'transport', name: 'TCP', bytes: packet.length - ip - packet.dataLength,
      fields: [field('sourcePort', packet.sourcePort), field('destinationPort', packet.destinationPort), field('sequence', packet.sequence), field('acknowledgment', packet.acknowledgment), field('flags', packet.flags.join(', ')), field('window', packet.window)],
    },
    {
      layer: 'internet', name: six ? 'IPv6' : 'IP', bytes: ip,
      fields: [field('version', six ? 6 : 4), field('length', six ? packet.length - ip : packet.length), field(six ? 'hopLimit' : 'ttl', packet.ttl), field(six ? 'nextHeader' : 'protocol', 6), field('source', packet.source), field('destination', packet.destination)],
    },
    { layer: 'link', name: 'Ethernet', bytes: 14, fields: [field('destinationMac', packet.destinationMac), field('sourceMac', packet.sourceMac), field('ethertype', six ? '0x86dd' : '0x0800')] },
  ];
}

/** The packet's way: down through the sender's layers, over the wire, up through the receiver's. */
export const steps = [
  { side: 'sender', layer: 'application' }, { side: 'sender', layer: 'transport' }, { side: 'sender', layer: 'internet' }, { side: 'sender', layer: 'link' },
  { side: 'wire', layer: 'link' },
  { side: 'receiver', layer: 'link' }, { side: 'receiver', layer: 'internet' }, { side: 'receiver', layer: 'transport' }, { side: 'receiver', layer: 'application' },
] as const;
export type Step = (typeof steps)[number];

/** The layers whose envelope is still on (or about to be read) at a step, the innermost first. */
export function wrapped({ side, layer }: Step): readonly Layer[] {
  return layers.slice(0, side === 'wire' ? 4 : layers.indexOf(layer) + 1);
}
