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
}

/** A network interface as `ip link` and `ip addr` show it. */
export interface NetworkInterface {
  index: number;
  name: string;
  kind: 'loopback' | 'ethernet' | 'bridge' | 'veth';
  /** Colon-separated, lower case. */
  mac: string;
  mtu: number;
  up: boolean;
  addresses: InterfaceAddress[];
  /** Name of the bridge it is a port of. */
  master: string | undefined;
  /** Index of the veth's other end (it may be in another namespace). */
  peerIndex: number | undefined;
  rxBytes: number;
  txBytes: number;
  rxPackets: number;
  txPackets: number;
}

/** A route: `destination` in CIDR (`0.0.0.0/0` is the default route); `gateway` is absent for what is on the link. */
export interface Route {
  destination: string;
  gateway: IpAddress | undefined;
  device: string;
  source: IpAddress | undefined;
}

/** A rule that sends what arrives for `address:port` (any own address when absent) on to another address: `docker run -p`. */
export interface DestinationNat {
  protocol: 'tcp' | 'udp';
  address: IpAddress | undefined;
  port: number;
  toAddress: IpAddress;
  toPort: number;
}

/** A socket as `ss` shows it. */
export interface SocketEntry {
  protocol: 'tcp' | 'udp' | 'unix';
  state: 'LISTEN' | 'ESTAB' | 'CLOSE-WAIT' | 'FIN-WAIT-1' | 'FIN-WAIT-2' | 'TIME-WAIT' | 'UNCONN' | 'SYN-SENT' | 'LAST-ACK';
  local: SocketAddress;
  peer: SocketAddress | undefined;
  inode: number;
  uid: number;
  pid: number | undefined;
}

/** What rtnetlink(7) and nftables do to one network namespace. Failures are SystemErrors with the kernel's codes. Needs CAP_NET_ADMIN (root), else EPERM. */
export interface NetworkControl {
  interfaces(): NetworkInterface[];
  routes(): Route[];
  sockets(): SocketEntry[];
  addBridge(name: string, options?: { mac?: string }): void;
  /** A veth pair: one end here, the other in `peer.namespace`, the network namespace of that process (by pid as this process sees it). */
  addVeth(name: string, peer: { name: string; namespacePid: number; mac?: string }): void;
  removeInterface(name: string): void;
  setUp(name: string, up: boolean): void;
  setMaster(name: string, bridge: string | undefined): void;
  addAddress(name: string, address: InterfaceAddress): void;
  removeAddress(name: string, address: InterfaceAddress): void;
  addRoute(route: Route): void;
  removeRoute(route: Route): void;
  /** net.ipv4.ip_forward */
  setForwarding(on: boolean): void;
  /** Sources of `subnet` (CIDR) that leave by another interface get that interface's address. */
  addMasquerade(subnet: string): Disposable;
  addDestinationNat(rule: DestinationNat): Disposable;
}
