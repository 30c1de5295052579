import { fileType, type OpenFlags, type SocketAddress, type SocketOwner, type Stat, SystemError } from '../uapi/index.ts';
import { OpenFile, type Waiter, WaitQueue } from '../vfs/index.ts';
import { Channel } from './channel.ts';

function socketStat(ino: number, uid: number): Stat {
  return { dev: 8, ino, mode: fileType.socket | 0o777, nlink: 1, uid, gid: 0, rdev: 0, size: 0, blocks: 0, atime: 0, mtime: 0, ctime: 0 };
}

/** A socket of any kind: what /proc/net and ss list. */
export abstract class SocketFile extends OpenFile {
  readonly ino: number;
  readonly local: SocketAddress;
  uid = 0;
  /** Of a socket at `::`: takes no IPv4 (IPV6_V6ONLY). */
  v6Only = false;
  /** Who made it or took it over. */
  owner: SocketOwner | undefined;

  constructor(ino: number, local: SocketAddress, flags: OpenFlags = { read: true, write: true }) {
    super(flags, undefined);
    this.ino = ino;
    this.local = local;
  }

  override stat(): Stat {
    return socketStat(this.ino, this.uid);
  }

  override describe(): string {
    return `socket:[${this.ino}]`;
  }
}

/** One end of a stream connection. */
export abstract class ConnectedSocket extends SocketFile {
  abstract peer: SocketAddress;
  /** shutdown(2) with SHUT_WR */
  abstract shutdownWrite(): void;
  /** An IPv4 connection of an IPv6 socket: its addresses are shown as `::ffff:A.B.C.D`. */
  mapped = false;
  /** Cuts the connection for both sides. */
  abstract abort(): void;
}

/** One end of a connection inside the machine: unix(7). */
export class StreamSocket extends ConnectedSocket {
  peer: SocketAddress;
  readonly incoming: Channel;
  readonly outgoing: Channel;
  /** The other end's inode number. */
  readonly peerIno: number;
  /** Called when the last descriptor is closed. */
  onRelease: (() => void) | undefined;

  constructor(inos: readonly [own: number, peer: number], local: SocketAddress, peer: SocketAddress, incoming: Channel, outgoing: Channel) {
    super(inos[0], local);
    this.peerIno = inos[1];
    this.peer = peer;
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  override get readable(): boolean {
    return this.incoming.canRead;
  }

  override get readableQueue(): WaitQueue {
    return this.incoming.readable;
  }

  override read(waiter: Waiter, max: number): Promise<Uint8Array> {
    return this.incoming.receive(waiter, max, this.flags.nonblock ?? false);
  }

  override write(waiter: Waiter, bytes: Uint8Array): Promise<void> {
    return this.outgoing.send(waiter, bytes, this.flags.nonblock ?? false);
  }

  override shutdownWrite(): void {
    this.outgoing.end();
  }

  override abort(): void {
    this.outgoing.cut();
    this.incoming.cut();
  }

  protected override release(): void {
    if (this.incoming.bytes.length > 0) this.outgoing.cut();
    else this.outgoing.end();
    this.incoming.refuse();
    this.onRelease?.();
  }
}

/** Two connected sockets: [client, server]. */
export function socketPair([one, two]: readonly [number, number], client: SocketAddress, server: SocketAddress): [StreamSocket, StreamSocket] {
  const up = new Channel();
  const down = new Channel();
  return [new StreamSocket([one, two], client, server, down, up), new StreamSocket([two, one], server, client, up, down)];
}

/** A listening stream socket with its queue of connections. */
export class ListenSocket extends SocketFile {
  readonly backlog: number;
  readonly arrived = new WaitQueue();
  readonly nextIno: () => number;
  readonly #queue: ConnectedSocket[] = [];
  closed = false;
  onRelease: (() => void) | undefined;

  constructor(ino: number, local: SocketAddress, backlog: number, nextIno: () => number) {
    super(ino, local);
    this.backlog = backlog;
    this.nextIno = nextIno;
  }

  override get readable(): boolean {
    return this.#queue.length > 0;
  }

  override get readableQueue(): WaitQueue {
    return this.arrived;
  }

  override async read(): Promise<Uint8Array> {
    throw new SystemError('ENOTCONN');
  }

  override async write(): Promise<void> {
    throw new SystemError('ENOTCONN');
  }

  /** Connections that nobody took yet. */
  get waiting(): number {
    return this.#queue.length;
  }

  get full(): boolean {
    return this.#queue.length > this.backlog;
  }

  /** A connection has come in; to a socket that was closed meanwhile, it is reset. */
  established(socket: ConnectedSocket): void {
    if (this.closed) {
      socket.abort();
      return;
    }
    socket.hold();
    socket.uid = this.uid;
    socket.mapped = this.local.family === 'inet' && this.local.address === '::';
    this.#queue.push(socket);
    this.arrived.wake();
  }

  /** The next connection. The caller installs the socket and then drops the queue's hold. */
  async accept(waiter: Waiter): Promise<ConnectedSocket> {
    for (;;) {
      const next = this.#queue.shift();
      if (next) return next;
      if (this.closed) throw new SystemError('EINVAL');
      if (this.flags.nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([this.arrived]);
    }
  }

  protected override release(): void {
    this.closed = true;
    for (const socket of this.#queue.splice(0)) {
      socket.abort();
      socket.drop();
    }
    this.arrived.wake();
    this.onRelease?.();
  }
}
