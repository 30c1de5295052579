import type { Errno, IpAddress, IpPacket, SocketEntry, SocketOwner, SocketState, TcpSegment } from '../uapi/index.ts';
import { type InetAddress, isV6 } from './address.ts';
import type { NetworkSystem } from './network-system.ts';
import { ConnectedSocket } from './stream-socket.ts';

/** One end of a TCP connection, as its stack knows it. */
export abstract class TcpConnection extends ConnectedSocket {
  abstract override readonly local: InetAddress;
  abstract override peer: InetAddress;
  abstract readonly host: TcpHost;
  abstract readonly state: SocketState | 'CLOSED';
  /** When a TIME-WAIT or an orphan goes. */
  abstract readonly expires: number;
  /** A segment came in. */
  abstract receive(segment: TcpSegment): void;
  /** ICMP told that a packet did not arrive. */
  abstract unreachable(error: Errno): void;
  /** What ss shows. */
  abstract entry(): Pick<SocketEntry, 'receiveQueue' | 'sendQueue' | 'timer'>;
}

/** Who takes connections that come in: a listening socket, a server of the internet. */
export interface Acceptor {
  readonly owner: SocketOwner | undefined;
  /** No more of them now. */
  readonly full: boolean;
  nextIno(): number;
  /** The three-way handshake is complete. */
  established(socket: TcpConnection): void;
}

/** A network stack as TCP needs it. */
export interface TcpHost {
  readonly system: NetworkSystem;
  readonly connections: Connections;
  packet(source: IpAddress, destination: IpAddress, body: IpPacket['body'], options?: { ttl?: number | undefined; retransmissionOf?: number | undefined }): IpPacket;
  /** An errno when there is no way. */
  send(packet: IpPacket, owner: SocketOwner | undefined): Errno | undefined;
  acceptor(address: IpAddress, port: number): Acceptor | undefined;
  /** The most data in one segment to a destination, by the MTU of the way. */
  segmentSize(source: IpAddress, destination: IpAddress): number;
  /** A file of /proc/sys/net/ipv4, if it was written. */
  setting(name: string): string | undefined;
}

function keyOf(address: IpAddress, port: number, peer: IpAddress, peerPort: number): string {
  return `${address} ${port} ${peer} ${peerPort}`;
}

/** The connections of a stack by their two ends. */
export class Connections {
  readonly #sockets = new Map<string, TcpConnection>();
  readonly #waiting: TcpConnection[] = [];

  add(socket: TcpConnection): void {
    this.purge(socket.host.system.clock.now());
    this.#sockets.set(keyOf(socket.local.address, socket.local.port, socket.peer.address, socket.peer.port), socket);
  }

  delete(socket: TcpConnection): void {
    const key = keyOf(socket.local.address, socket.local.port, socket.peer.address, socket.peer.port);
    if (this.#sockets.get(key) === socket) this.#sockets.delete(key);
  }

  /** A socket has begun its TIME-WAIT. */
  waits(socket: TcpConnection): void {
    this.#waiting.push(socket);
  }

  find(address: IpAddress, port: number, peer: IpAddress, peerPort: number): TcpConnection | undefined {
    return this.#sockets.get(keyOf(address, port, peer, peerPort));
  }

  /** Forgets those whose time is over. */
  purge(now: number): void {
    for (let [first] = this.#waiting; first && first.expires <= now; [first] = this.#waiting) {
      this.#waiting.shift();
      this.delete(first);
    }
  }

  list(now: number): TcpConnection[] {
    this.purge(now);
    return [...this.#sockets.values()].filter((socket) => {
      if (socket.expires > now) return true;
      this.delete(socket);
      return false;
    });
  }
}

/** Data in one segment over a link with that MTU: the timestamps option takes 12 bytes. */
export function segmentSizeOf(mtu: number, address: IpAddress): number {
  return Math.min(mtu, 65535) - (isV6(address) ? 60 : 40) - 12;
}
