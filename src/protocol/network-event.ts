import type { TlsEvent } from './tls-event.ts';

/** What a packet carries above TCP and UDP, as far as its first bytes tell, in one line: `GET / HTTP/1.1`, `A? web.test`, `ClientHello web.test`. */
export interface ApplicationData {
  protocol: 'dns' | 'http' | 'tls';
  text: string;
}

/**
 * A packet seen at one interface of a host. A packet that passes several interfaces gives an event at each, `out` where it leaves and `in` where it arrives, all with the same `packet`
 * number: in order they are its way. `drop` says that it went no further there. A connection that is refused is a SYN and a RST; an unreachable host an ARP request without a reply; a
 * filtered port a SYN that is sent again; DNS is UDP with `application`.
 */
export interface NetworkEvent {
  kind: 'out' | 'in' | 'drop';
  /** Milliseconds since the epoch, with fractions; never smaller than the one before. */
  time: number;
  packet: number;
  /** The packet that carried the same bytes first, when they are sent again. */
  retransmissionOf?: number;
  /** Name of the interface, such as `eth0`, `docker0`, `lo`. */
  interface: string;
  /** `host`, the name of `ip netns`, else the id of the container (64 digits), else empty. */
  namespace: string;
  /** Of `drop`: `loss`, `filtered`, `no-route`, `no-neighbour`, `no-forwarding`, `ttl-exceeded`, `blackhole`. */
  reason?: string;
  /** Who has the socket, where the packet starts or ends; `container` is its id, absent for processes of the host itself. */
  process?: { pid: number; name: string; container?: string };
  protocol: 'arp' | 'icmp' | 'tcp' | 'udp';
  /** IP addresses; of ARP: who asks or answers, and the address asked for. */
  source: string;
  destination: string;
  sourceMac: string;
  destinationMac: string;
  /** Of TCP and UDP. */
  sourcePort?: number;
  destinationPort?: number;
  ttl?: number;
  /** Bytes of the whole packet from the IP header on. */
  length: number;
  /** `sequence` and `acknowledgment` as on the wire (random beginnings); flags such as `SYN`, `ACK`. */
  tcp?: { flags: readonly string[]; sequence: number; acknowledgment: number; window: number };
  /** `echo-request`, `echo-reply`, `unreachable`, `time-exceeded`, `neighbour-solicitation`, `neighbour-advertisement`; code 3 of unreachable is: port. */
  icmp?: { message: string; code: number; sequence: number };
  arp?: 'request' | 'reply';
  /** Bytes of data that TCP, UDP or an echo carries. */
  dataLength: number;
  /** The first of them, at most 512. */
  data: Uint8Array;
  application?: ApplicationData;
}

/** Packets of a host, and what its processes tell of their TLS, each in order (`time` tells which came first); sent every few milliseconds while somebody watches. */
export interface NetworkEvents {
  host: string;
  events: readonly NetworkEvent[];
  tls: readonly TlsEvent[];
  /** How many more there were at once than are told. */
  missed: number;
}
