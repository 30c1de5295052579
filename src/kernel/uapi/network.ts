import type { Disposable } from '../../base/index.ts';

/** An IPv4 address in dotted decimal, or an IPv6 address. */
export type IpAddress = string;

/** A hardware address: six bytes in lower-case hexadecimal with colons. */
export type MacAddress = string;

/** Where a socket is or goes: a unix path, or an address and port. */
export type SocketAddress = { family: 'unix'; path: string } | { family: 'inet'; address: IpAddress; port: number };

/** An address on an interface, with its prefix length. */
export interface InterfaceAddress {
  address: IpAddress;
  prefixLength: number;
  /** What is shown as broadcast address; it works without. */
  broadcast?: IpAddress;
}

/** What `tc … netem` does to packets that leave an interface. */
export interface Netem {
  /** Milliseconds. */
  delay: number;
  /** Milliseconds that the delay varies by, both ways. */
  jitter: number;
  /** Percent of packets that are lost. */
  loss: number;
  /** Percent of packets that arrive twice. */
  duplicate: number;
}

/** A network interface as `ip link` and `ip addr` show it. */
export interface NetworkInterface {
  index: number;
  name: string;
  kind: 'loopback' | 'ethernet' | 'bridge' | 'veth' | 'dummy';
  /** Colon-separated, lower case. */
  mac: MacAddress;
  mtu: number;
  up: boolean;
  /** Whether packets can pass: a bridge has a port that is up, the other end of a veth is up. */
  carrier: boolean;
  addresses: InterfaceAddress[];
  /** Name of the bridge it is a port of. */
  master: string | undefined;
  /** Index of the veth's other end (it may be in another namespace). */
  peerIndex: number | undefined;
  /** The other end's network namespace, when it is not this one: its inode number. */
  peerNamespace: number | undefined;
  netem: Netem | undefined;
  queueLength: number;
  rxBytes: number;
  txBytes: number;
  rxPackets: number;
  txPackets: number;
  rxDropped: number;
  txDropped: number;
}

/** A route: `destination` in CIDR (`0.0.0.0/0` and `::/0` are default routes); `gateway` is absent for what is on the link. */
export interface Route {
  destination: string;
  gateway: IpAddress | undefined;
  /** Empty for those that lead nowhere. */
  device: string;
  source: IpAddress | undefined;
  /** Smaller ones are preferred. Default 0, for IPv6 1024. */
  metric?: number;
  /** Default `unicast`; the others refuse: without a word, with EHOSTUNREACH, with EACCES. */
  type?: 'unicast' | 'blackhole' | 'unreachable' | 'prohibit';
  /** Who made it; default `boot`. */
  protocol?: 'kernel' | 'boot' | 'static' | 'dhcp' | 'ra';
  scope?: 'global' | 'link' | 'host';
  /** The device has no carrier. */
  linkDown?: boolean;
}

/** How a destination would be reached: `ip route get`. */
export interface RouteResult {
  gateway: IpAddress | undefined;
  device: string;
  source: IpAddress;
  /** Whether it is an own address. */
  local: boolean;
}

/** Which hardware address an address on the link has: arp(7). */
export interface Neighbour {
  address: IpAddress;
  device: string;
  /** Undefined while it is asked for and when nobody answered. */
  mac: MacAddress | undefined;
  state: 'REACHABLE' | 'STALE' | 'DELAY' | 'INCOMPLETE' | 'FAILED' | 'PERMANENT';
}

/** A rule that sends what arrives for `address:port` (any own address when absent) on to another address: `docker run -p`. */
export interface DestinationNat {
  protocol: 'tcp' | 'udp';
  address: IpAddress | undefined;
  port: number;
  toAddress: IpAddress;
  toPort: number;
}

/** A network namespace of another process, or one bound to a path (`/run/netns/NAME`). */
export type NetworkNamespaceReference = { pid: number } | { path: string };

/** A rule of a chain: iptables(8). What is undefined matches all. */
export interface FirewallRule {
  protocol: 'tcp' | 'udp' | 'icmp' | undefined;
  source: { range: string; not: boolean } | undefined;
  destination: { range: string; not: boolean } | undefined;
  inInterface: { name: string; not: boolean } | undefined;
  outInterface: { name: string; not: boolean } | undefined;
  sourcePort: number | undefined;
  destinationPort: number | undefined;
  /** Of connection tracking. */
  states: readonly ('NEW' | 'ESTABLISHED' | 'RELATED')[] | undefined;
  /** ACCEPT, DROP, REJECT, RETURN, or a chain of the user's. */
  target: string;
  packets: number;
  bytes: number;
}

/** The chains of the filter table, with their policies; those of users have none. */
export interface FirewallChain {
  name: string;
  policy: 'ACCEPT' | 'DROP' | undefined;
  rules: FirewallRule[];
}

/** States of a socket, in the words of ss(8). */
export type SocketState = 'LISTEN' | 'ESTAB' | 'CLOSE-WAIT' | 'FIN-WAIT-1' | 'FIN-WAIT-2' | 'TIME-WAIT' | 'UNCONN' | 'SYN-SENT' | 'SYN-RECV' | 'LAST-ACK' | 'CLOSING';

/** A socket as `ss` shows it. */
export interface SocketEntry {
  protocol: 'tcp' | 'udp' | 'unix' | 'icmp';
  state: SocketState;
  /** Of IPv6: its IPv4 addresses are shown as `::ffff:A.B.C.D`. */
  v6: boolean;
  /** Of a listener at `::`: takes no IPv4. */
  v6Only: boolean;
  local: SocketAddress;
  peer: SocketAddress | undefined;
  inode: number;
  /** Of a unix socket's other end. */
  peerInode: number | undefined;
  uid: number;
  pid: number | undefined;
  /** All descriptors for it, as far as the asking process may see them. */
  holders: readonly { pid: number; fd: number }[];
  /** Bytes not read yet; for a listener connections not taken yet. */
  receiveQueue: number;
  /** Bytes not acknowledged yet; for a listener the backlog. */
  sendQueue: number;
  /** What it waits for: `ss -o`. */
  timer: { kind: 'on' | 'timewait'; milliseconds: number; retransmissions: number } | undefined;
}

/** What rtnetlink(7) and nftables do to one network namespace. Failures are SystemErrors with the kernel's codes. Changes need CAP_NET_ADMIN (root), else EPERM. */
export interface NetworkControl {
  interfaces(): NetworkInterface[];
  /** IPv4 routes, then IPv6 ones, of the main table. */
  routes(): Route[];
  sockets(): SocketEntry[];
  neighbours(): Neighbour[];
  /** ENETUNREACH, EHOSTUNREACH, EACCES, EINVAL (blackhole). */
  routeTo(address: IpAddress): RouteResult;
  addBridge(name: string, options?: { mac?: string }): void;
  /** An interface that swallows all. */
  addDummy(name: string): void;
  /** A veth pair: one end here, the other in the network namespace of that process (by pid as this process sees it; default: here). */
  addVeth(name: string, peer: { name: string; namespacePid?: number; mac?: string }): void;
  removeInterface(name: string): void;
  setUp(name: string, up: boolean): void;
  setMaster(name: string, bridge: string | undefined): void;
  setMtu(name: string, mtu: number): void;
  setMac(name: string, mac: MacAddress): void;
  setQueueLength(name: string, packets: number): void;
  /** EBUSY while it is up. */
  rename(name: string, newName: string): void;
  /** Puts an interface into another namespace; it is down there and has no addresses. */
  moveInterface(name: string, to: NetworkNamespaceReference): void;
  setNetem(name: string, netem: Netem | undefined): void;
  addAddress(name: string, address: InterfaceAddress): void;
  removeAddress(name: string, address: InterfaceAddress): void;
  addRoute(route: Route): void;
  removeRoute(route: Route): void;
  /** A fixed entry of the neighbour table. */
  setNeighbour(device: string, address: IpAddress, mac: MacAddress): void;
  removeNeighbour(device: string, address: IpAddress): void;
  /** Asks who has an address on a link (ARP), whatever is known. EPERM without CAP_NET_RAW. */
  solicit(device: string, address: IpAddress): void;
  /** A new namespace bound to a path, which becomes an empty file: `ip netns add`. EEXIST. */
  bindNamespace(path: string): void;
  /** EINVAL when nothing is bound there. The namespace goes when no process is left in it. */
  unbindNamespace(path: string): void;
  /** Inode number of a namespace (of this process by default), as /proc/PID/ns/net shows it. */
  namespaceInode(of?: NetworkNamespaceReference): number;
  /** A file below /proc/sys/net (`ipv4/icmp_echo_ignore_all`) as it was written; undefined for its default. */
  setting(path: string): string | undefined;
  setSetting(path: string, value: string): void;
  /** net.ipv4.ip_forward */
  setForwarding(on: boolean): void;
  /** Sources of `subnet` (CIDR) that leave by another interface get that interface's address. */
  addMasquerade(subnet: string): Disposable;
  addDestinationNat(rule: DestinationNat): Disposable;
  /** What addMasquerade and addDestinationNat made. */
  translations(): { masquerades: string[]; destinationNats: DestinationNat[] };
  firewall(): FirewallChain[];
  setFirewall(chains: readonly FirewallChain[]): void;
}
