import { parseIpv6 } from '../../base/ip/index.ts';
import { type ArpPacket, type IpAddress, type IpPacket, type MacAddress, type SocketOwner } from '../uapi/index.ts';
import { isV6 } from './address.ts';
import { broadcastMac, type Interface, type NeighbourEntry, noMac } from './interface.ts';
import { nextPacketId } from './network-system.ts';

/** How long an answer counts as fresh, and how long a stale one is used before it is checked: neigh_table.reachable_time, delay_probe_time. */
const reachableTime = 30_000;
const delayProbeTime = 5000;
const probes = 3;
const probeInterval = 1000;

/** The state of an entry now. */
export function neighbourState(entry: NeighbourEntry, now: number): NeighbourEntry['state'] {
  return entry.state === 'REACHABLE' && now - entry.confirmed > reachableTime ? 'STALE' : entry.state;
}

/** Sends a packet to a neighbour on an interface; asks for its hardware address first when that is not known. */
export function sendToNeighbour(device: Interface, next: IpAddress, packet: IpPacket, owner: SocketOwner | undefined): void {
  const { system } = device.namespace;
  let entry = device.neighbours.get(next);
  if (!entry) device.neighbours.set(next, (entry = { mac: undefined, state: 'FAILED', confirmed: 0, waiting: [] }));
  const known = entry;
  if (known.mac !== undefined && known.state !== 'FAILED') {
    device.transmit({ source: device.mac, destination: known.mac, contents: packet }, owner);
    if (neighbourState(known, system.clock.now()) !== 'STALE') return;
    known.state = 'DELAY';
    system.after(delayProbeTime, () => {
      if (known.state === 'DELAY') ask(device, next, known, probes);
    });
    return;
  }
  known.waiting.push({ packet, owner });
  if (known.waiting.length > 100) known.waiting.shift();
  if (known.state === 'INCOMPLETE') return;
  known.state = 'INCOMPLETE';
  known.mac = undefined;
  ask(device, next, known, probes);
}

function ask(device: Interface, next: IpAddress, entry: NeighbourEntry, left: number): void {
  if (device.neighbours.get(next) !== entry || !device.up) return;
  if (left === 0) {
    entry.state = 'FAILED';
    entry.mac = undefined;
    for (const { packet, owner } of entry.waiting.splice(0)) {
      device.drop({ source: device.mac, destination: noMac, contents: packet }, 'no-neighbour', 'tx', owner);
      device.namespace.unreachable(packet, device);
    }
    return;
  }
  solicit(device, next, entry.mac);
  device.namespace.system.after(probeInterval, () => {
    if (entry.state === 'INCOMPLETE' || entry.state === 'DELAY') ask(device, next, entry, left - 1);
  });
}

/** Asks who has an address: ARP, or a neighbour solicitation of IPv6. */
export function solicit(device: Interface, target: IpAddress, mac?: MacAddress): void {
  if (!isV6(target)) {
    sendArp(device, { operation: 'request', senderAddress: device.namespace.sourceOn(device, target), targetMac: noMac, targetAddress: target }, mac ?? broadcastMac);
    return;
  }
  const groups = parseIpv6(target) ?? [];
  const [high = 0, low = 0] = groups.slice(6);
  const group = `ff02::1:ff${(high & 0xff).toString(16).padStart(2, '0')}:${low.toString(16)}`;
  const groupMac = `33:33:ff:${(high & 0xff).toString(16).padStart(2, '0')}:${(low >> 8).toString(16).padStart(2, '0')}:${(low & 0xff).toString(16).padStart(2, '0')}`;
  device.transmit({ source: device.mac, destination: mac ?? groupMac, contents: neighbourMessage('neighbour-solicitation', device.namespace.sourceOn(device, target), mac === undefined ? group : target, target) });
}

function neighbourMessage(message: 'neighbour-solicitation' | 'neighbour-advertisement', source: IpAddress, destination: IpAddress, target: IpAddress): IpPacket {
  return {
    protocol: 'ip', id: nextPacketId(), retransmissionOf: undefined, source, destination, ttl: 255, identification: 0,
    body: { protocol: 'icmp', message, code: 0, identifier: 0, sequence: 0, target, about: undefined, mtu: undefined, data: new Uint8Array() },
  };
}

/** Sends an ARP packet with the interface's own hardware address. */
export function sendArp(device: Interface, packet: Pick<ArpPacket, 'operation' | 'senderAddress' | 'targetMac' | 'targetAddress'>, destination: MacAddress): void {
  device.transmit({ source: device.mac, destination, contents: { protocol: 'arp', id: nextPacketId(), senderMac: device.mac, ...packet } });
}

/** An ARP packet came in: answers for own addresses and learns. */
export function receiveArp(device: Interface, packet: ArpPacket): void {
  const own = device.namespace.isLocal(packet.targetAddress);
  learn(device, packet.senderAddress, packet.senderMac, own && packet.operation === 'request', packet.operation === 'reply');
  if (packet.operation === 'request' && own) sendArp(device, { operation: 'reply', senderAddress: packet.targetAddress, targetMac: packet.senderMac, targetAddress: packet.senderAddress }, packet.senderMac);
}

/** A neighbour message of IPv6 came in. */
export function receiveNeighbourMessage(device: Interface, packet: IpPacket, mac: MacAddress): void {
  const { body } = packet;
  if (body.protocol !== 'icmp' || body.target === undefined) return;
  const { target } = body;
  if (body.message === 'neighbour-advertisement') {
    learn(device, target, mac, false, true);
    return;
  }
  if (!device.namespace.isLocal(target)) return;
  learn(device, packet.source, mac, true, false);
  device.transmit({ source: device.mac, destination: mac, contents: neighbourMessage('neighbour-advertisement', target, packet.source, target) });
}

/** Takes note of who has an address; `create` also makes a new entry, `confirms` tells that it is there now. */
function learn(device: Interface, address: IpAddress, mac: MacAddress, create: boolean, confirms: boolean): void {
  if (address === '0.0.0.0' || address === '::' || device.namespace.isLocal(address)) return;
  let entry = device.neighbours.get(address);
  if (!entry && !create) return;
  if (entry?.state === 'PERMANENT') return;
  if (!entry) device.neighbours.set(address, (entry = { mac, state: 'STALE', confirmed: 0, waiting: [] }));
  const changed = entry.mac !== mac;
  entry.mac = mac;
  if (confirms) {
    entry.state = 'REACHABLE';
    entry.confirmed = device.namespace.system.clock.now();
  } else if (changed) entry.state = 'STALE';
  for (const { packet, owner } of entry.waiting.splice(0)) device.transmit({ source: device.mac, destination: mac, contents: packet }, owner);
}
