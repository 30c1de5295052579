import type { Errno, IpAddress } from '../uapi/index.ts';
import { inRange, isAny, parseCidr } from './address.ts';
import type { Internet } from './internet.ts';
import type { Interface, NetworkNamespace } from './namespace.ts';

/** One step of a packet's way: out of one interface, into another (undefined: the internet). */
export interface Hop {
  out: Interface;
  in: Interface | undefined;
  /** What answered for the next hop: the router that traceroute shows. */
  via: IpAddress;
}

/** Where a packet goes. */
export interface Flow {
  protocol: 'tcp' | 'udp';
  source: IpAddress | undefined;
  destination: IpAddress;
  port: number;
}

/** A packet's whole way, decided at its start. */
export interface Path {
  hops: Hop[];
  /** Who receives it: a network stack, or the internet. */
  receiver: NetworkNamespace | Internet;
  /** The source as the sender and as the receiver sees it (masquerading). */
  source: IpAddress;
  seenSource: IpAddress;
  /** Where it arrives, after destination NAT. */
  destination: IpAddress;
  port: number;
}

/** Why a packet does not arrive, and how far it came. */
export interface Unreachable {
  error: Errno;
  hops: Hop[];
}

const maxHops = 30;

/** The one place that decides ways: routes, links, forwarding, NAT. */
export function findPath(from: NetworkNamespace, flow: Flow): Path | Unreachable {
  const hops: Hop[] = [];
  let namespace = from;
  let { destination, port } = flow;
  if (isAny(destination)) destination = '127.0.0.1';
  let source = flow.source !== undefined && !isAny(flow.source) ? flow.source : undefined;
  let seenSource = source;
  for (let arrived: Interface | undefined; hops.length < maxHops; ) {
    if (namespace.isLocal(destination)) {
      const rule = namespace.destinationNat(flow.protocol, destination, port);
      if (rule) {
        destination = rule.toAddress;
        port = rule.toPort;
      }
    }
    if (namespace.isLocal(destination)) {
      const own = source ?? destination;
      return { hops, receiver: namespace, source: own, seenSource: seenSource ?? own, destination, port };
    }
    // Without forwarding a router drops silently; the sender waits in vain.
    if (arrived && !namespace.forwarding) return { error: 'ETIMEDOUT', hops };
    const found = namespace.routeTo(destination);
    if (!found) return { error: 'ENETUNREACH', hops };
    const { route, device } = found;
    source ??= route.source ?? device.address ?? '0.0.0.0';
    seenSource ??= source;
    if (arrived) {
      const masked = seenSource;
      const subnet = namespace.masquerades.find((range) => inRange(masked, parseCidr(range)));
      if (subnet !== undefined && !device.addresses.some(({ address }) => inRange(address, parseCidr(subnet)))) seenSource = device.address ?? seenSource;
    }
    const via = route.gateway ?? destination;
    const next = device.neighbours().find((each) => each.addresses.some(({ address }) => address === via));
    if (!next && device.internet) {
      hops.push({ out: device, in: undefined, via });
      return { hops, receiver: device.internet, source, seenSource, destination, port };
    }
    if (!next) return { error: 'EHOSTUNREACH', hops };
    hops.push({ out: device, in: next, via });
    arrived = next;
    namespace = next.namespace;
  }
  return { error: 'EHOSTUNREACH', hops };
}

/** Counts bytes on all interfaces of a way, the ports of bridges among them. */
export function countBytes(hops: readonly Hop[], direction: 'forth' | 'back', bytes: number): void {
  const [leaving, entering] = direction === 'forth' ? (['tx', 'rx'] as const) : (['rx', 'tx'] as const);
  for (const hop of hops) {
    hop.out.count(leaving, bytes);
    if (hop.out.peer?.master) hop.out.peer.count(entering, bytes);
    if (hop.in?.peer?.master) hop.in.peer.count(leaving, bytes);
    hop.in?.count(entering, bytes);
  }
}
