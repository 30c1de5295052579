import type { IpAddress, MacAddress, SocketAddress } from './network.ts';

/** Flags of a TCP segment, in the order of the header's bits from FIN on. */
export type TcpFlag = 'FIN' | 'SYN' | 'RST' | 'PSH' | 'ACK' | 'URG';

/** A TCP segment: RFC 9293. */
export interface TcpSegment {
  protocol: 'tcp';
  sourcePort: number;
  destinationPort: number;
  /** Of the first byte of `data` (or of SYN, FIN); modulo 2^32, begins at a random number. */
  sequence: number;
  /** The next byte that the sender expects, when ACK is set; else 0. */
  acknowledgment: number;
  flags: readonly TcpFlag[];
  /** As in the header: in units of 2^windowScale bytes, but for SYN. */
  window: number;
  /** Of SYN segments. */
  options: { mss: number; windowScale: number } | undefined;
  /** Timestamps option: milliseconds of the sender, and the last that it had from the other side. */
  timestamps: readonly [value: number, echo: number] | undefined;
  data: Uint8Array;
}

/** A UDP datagram. */
export interface UdpDatagram {
  protocol: 'udp';
  sourcePort: number;
  destinationPort: number;
  data: Uint8Array;
}

/** A message of ICMP or, between IPv6 addresses, of ICMPv6. */
export interface IcmpMessage {
  protocol: 'icmp';
  /** What it says; `code` tells unreachable ones apart. */
  message: 'echo-request' | 'echo-reply' | 'unreachable' | 'time-exceeded' | 'neighbour-solicitation' | 'neighbour-advertisement';
  /** Of ICMP (RFC 792) for unreachable: 0 network, 1 host, 3 port, 4 fragmentation needed, 10 and 13 prohibited. Else 0. */
  code: number;
  /** Identifier and sequence number of echoes; 0 else. */
  identifier: number;
  sequence: number;
  /** The address asked for, of neighbour messages. */
  target: IpAddress | undefined;
  /** The packet that an error is about. */
  about: IpPacket | undefined;
  /** Of the next link, with code 4. */
  mtu: number | undefined;
  data: Uint8Array;
}

/** A packet of IPv4 or IPv6. Never changed once it is sent. */
export interface IpPacket {
  protocol: 'ip';
  /** The same number wherever the packet is seen, also after address translation and on other hosts. */
  id: number;
  /** For bytes that are sent again: `id` of the packet that carried them first. */
  retransmissionOf: number | undefined;
  source: IpAddress;
  destination: IpAddress;
  ttl: number;
  /** Identification field of IPv4. */
  identification: number;
  body: TcpSegment | UdpDatagram | IcmpMessage;
}

/** A packet of the Address Resolution Protocol: RFC 826. */
export interface ArpPacket {
  protocol: 'arp';
  id: number;
  operation: 'request' | 'reply';
  senderMac: MacAddress;
  senderAddress: IpAddress;
  /** Zeros in a request. */
  targetMac: MacAddress;
  targetAddress: IpAddress;
}

/** Which process has a socket. */
export interface SocketOwner {
  /** As seen from the host. */
  pid: number;
  comm: string;
  /** Path of the control group: `/docker/ID` for processes of containers (or below it). */
  cgroup: string;
}

/** Why a packet went no further. */
export type DropReason =
  /** Lost on the way, as `tc … netem loss` asks. */
  | 'loss'
  | 'no-route'
  | 'blackhole'
  /** A router that does not forward. */
  | 'no-forwarding'
  /** A rule of the firewall. */
  | 'filtered'
  | 'ttl-exceeded'
  /** Nobody answered for the next hop's address. */
  | 'no-neighbour'
  /** The listener's queue is full. */
  | 'backlog';

/**
 * A packet seen at one interface: what `tcpdump` shows there and a page draws. One that passes several interfaces is seen at each, `out` where it leaves and
 * `in` where it arrives, always with the same `contents.id`; through address translation with other addresses. Over loopback it is seen twice on `lo`.
 * A connection that is refused is a SYN answered by a RST, an unreachable host an ARP request without an answer and then (to a router's client) an ICMP message,
 * a filtered port a SYN with retransmissions. Lookups of names are UDP datagrams to port 53.
 */
export interface PacketEvent {
  kind: 'out' | 'in' | 'drop';
  /** Milliseconds since the epoch with fractions; later events of a machine never have a smaller one. */
  time: number;
  /** Where: an interface of a network namespace. `name` is `host`, the name of `ip netns`, else the hexadecimal id of the container, else empty. */
  interface: string;
  interfaceIndex: number;
  namespace: { inode: number; name: string };
  /** With kind `drop`. */
  reason: DropReason | undefined;
  /** Who sent or will get it, where the packet starts or ends its way; undefined on its way, and outside. */
  owner: SocketOwner | undefined;
  /** Of the Ethernet frame. All zeros on loopback. */
  sourceMac: MacAddress;
  destinationMac: MacAddress;
  contents: IpPacket | ArpPacket;
}

/** What came in on a datagram socket: data, or an error of ICMP about something that was sent. `time` is that of the packet. */
export type DatagramMessage =
  | { kind: 'data'; data: Uint8Array; from: SocketAddress; ttl: number; sequence: number; time: number }
  | { kind: 'error'; from: IpAddress; message: IcmpMessage['message']; code: number; mtu: number | undefined; about: IpPacket; time: number };
