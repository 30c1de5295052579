import { decodeUtf8 } from '../../base/index.ts';
import { decodeDnsAnswer, decodeDnsQuery, dnsCode, dnsType, type PacketEvent, packetLength, type SocketAddress, type SocketOwner, type TlsEvent as KernelTlsEvent } from '../../kernel/index.ts';
import type { ApplicationData, NetworkEvent, TlsEvent } from '../../protocol/index.ts';

const shownBytes = 512;
const typeNames = new Map<number, string>(Object.entries(dnsType).map(([name, type]) => [type, name]));
const codeNames = new Map<number, string>([[dnsCode.nameError, 'NXDOMAIN'], [dnsCode.serverFailure, 'SERVFAIL'], [dnsCode.refused, 'REFUSED']]);

function describeDns(data: Uint8Array): ApplicationData | undefined {
  const query = decodeDnsQuery(data);
  if (query) return { protocol: 'dns', text: `${typeNames.get(query.type) ?? `TYPE${query.type}`}? ${query.name}` };
  const answer = decodeDnsAnswer(data);
  if (!answer) return undefined;
  return { protocol: 'dns', text: codeNames.get(answer.code) ?? (answer.addresses.length > 0 ? answer.addresses.join(', ') : 'no data') };
}

/** The name that a ClientHello asks for: RFC 6066, section 3. */
function serverName(data: Uint8Array): string {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  let at = 43;
  const skip = (size: 1 | 2): void => {
    at += size + (size === 1 ? view.getUint8(at) : view.getUint16(at));
  };
  try {
    skip(1);
    skip(2);
    skip(1);
    for (at += 2; at + 4 < data.length; at += 4 + view.getUint16(at + 2)) {
      if (view.getUint16(at) === 0) return decodeUtf8(data.subarray(at + 9, at + 9 + view.getUint16(at + 7)));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return '';
}

function describeTls(data: Uint8Array): ApplicationData | undefined {
  const [type = 0, major = 0, , , , handshake = 0] = data;
  if (major !== 3 || type < 20 || type > 23) return undefined;
  const names: Record<number, string> = { 1: `ClientHello ${serverName(data)}`.trim(), 2: 'ServerHello', 11: 'Certificate', 16: 'ClientKeyExchange', 20: 'Finished' };
  const text = type === 22 ? names[handshake] ?? 'Handshake' : type === 23 ? 'Application Data' : type === 21 ? 'Alert' : 'Change Cipher Spec';
  return { protocol: 'tls', text };
}

function describeHttp(data: Uint8Array): ApplicationData | undefined {
  const [line = ''] = decodeUtf8(data.subarray(0, 300)).split('\r\n');
  return /^(?:[A-Z]{3,7} \S+ HTTP\/1\.[01]|HTTP\/1\.[01] \d{3}.*)$/.test(line) ? { protocol: 'http', text: line } : undefined;
}

function describeOwner({ pid, comm, cgroup }: SocketOwner): TlsEvent['process'] {
  const container = /\/docker[/-]([0-9a-f]{12,64})/.exec(cgroup)?.[1];
  return { pid, name: comm, ...(container !== undefined && { container }) };
}

/** A step of TLS in the words of the protocol; undefined for one that is not on TCP. */
export function describeTlsEvent({ time, namespace, owner, socket, local, peer, step }: KernelTlsEvent): TlsEvent | undefined {
  const at = (address: SocketAddress): TlsEvent['local'] | undefined => (address.family === 'inet' ? { address: address.address, port: address.port } : undefined);
  const here = at(local);
  const there = at(peer);
  return here && there && { time, namespace: namespace.name, process: describeOwner(owner), socket, local: here, peer: there, step };
}

/** A packet in the words of the protocol between page and host. */
export function describePacket({ kind, time, interface: device, namespace, reason, owner, sourceMac, destinationMac, contents }: PacketEvent): NetworkEvent {
  const common = {
    kind, time, packet: contents.id, interface: device, namespace: namespace.name, sourceMac, destinationMac,
    ...(reason && { reason }), ...(owner && { process: describeOwner(owner) }),
  };
  if (contents.protocol === 'arp') return { ...common, protocol: 'arp', source: contents.senderAddress, destination: contents.targetAddress, length: 28, arp: contents.operation, dataLength: 0, data: new Uint8Array() };
  const { body, source, destination, ttl, retransmissionOf } = contents;
  const packet = { ...common, protocol: body.protocol, source, destination, ttl, length: packetLength(contents), dataLength: body.data.length, data: body.data.slice(0, shownBytes), ...(retransmissionOf !== undefined && { retransmissionOf }) };
  if (body.protocol === 'icmp') return { ...packet, icmp: { message: body.message, code: body.code, sequence: body.sequence } };
  const { sourcePort, destinationPort, data } = body;
  const application = data.length === 0 ? undefined : body.protocol === 'udp' ? (sourcePort === 53 || destinationPort === 53 ? describeDns(data) : undefined) : describeHttp(data) ?? describeTls(data);
  return {
    ...packet, sourcePort, destinationPort, ...(application && { application }),
    ...(body.protocol === 'tcp' && { tcp: { flags: body.flags, sequence: body.sequence, acknowledgment: body.acknowledgment, window: body.window } }),
  };
}
