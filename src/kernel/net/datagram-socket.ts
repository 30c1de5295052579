import { type Errno, type IcmpMessage, type IpAddress, type IpPacket, type SocketAddress, SystemError } from '../uapi/index.ts';
import { type Waiter, WaitQueue } from '../vfs/index.ts';
import type { InetAddress } from './address.ts';
import { SocketFile } from './stream-socket.ts';

/** A datagram that arrived. */
export interface Datagram {
  data: Uint8Array;
  from: SocketAddress;
  /** Hops that were left to it. */
  ttl: number;
  /** Number of an echo reply. */
  sequence: number;
  /** When it came, on the clock of packets. */
  time: number;
}

/** An error of ICMP about something that the socket sent. */
export interface DatagramError {
  /** Who reports it. */
  from: IpAddress;
  message: IcmpMessage['message'];
  code: number;
  mtu: number | undefined;
  about: IpPacket;
  time: number;
}

/** Datagrams that wait to be read; more are dropped. */
const capacity = 256;

/** A socket for datagrams: udp(7), and for echoes of ICMP (icmp(7)), where the port is the identifier. */
export class DatagramSocket extends SocketFile {
  override readonly local: InetAddress;
  readonly protocol: 'udp' | 'icmp';
  peer: InetAddress | undefined;
  ttl: number | undefined;
  broadcast = false;
  readonly #queue: Datagram[] = [];
  readonly #errors: DatagramError[] = [];
  readonly #arrived = new WaitQueue();
  /** A refusal of a connected socket's peer that the next call tells. */
  #pending: Errno | undefined;
  /** Sends to the peer of a connected socket. */
  onSend: ((data: Uint8Array) => void) | undefined;
  onRelease: (() => void) | undefined;

  constructor(ino: number, protocol: 'udp' | 'icmp', local: InetAddress) {
    super(ino, local);
    this.protocol = protocol;
    this.local = local;
  }

  override get readable(): boolean {
    return this.#queue.length > 0 || this.#errors.length > 0 || this.#pending !== undefined;
  }

  override get readableQueue(): WaitQueue {
    return this.#arrived;
  }

  /** Bytes that wait to be read. */
  get waiting(): number {
    return this.#queue.reduce((sum, { data }) => sum + data.length, 0);
  }

  /** A datagram comes in. */
  deliver(datagram: Datagram): void {
    if (this.#queue.length >= capacity) return;
    this.#queue.push(datagram);
    this.#arrived.wake();
  }

  /** ICMP reports that something did not arrive. */
  fail(error: DatagramError, code: Errno | undefined): void {
    this.#errors.push(error);
    if (this.#errors.length > capacity) this.#errors.shift();
    if (this.peer && code) this.#pending = code;
    this.#arrived.wake();
  }

  throwPending(): void {
    const code = this.#pending;
    this.#pending = undefined;
    if (code) throw new SystemError(code);
  }

  /** The next datagram; EAGAIN after `timeoutMs`. Of a connected socket also its errors. */
  async receive(waiter: Waiter, timeoutMs?: number): Promise<Datagram> {
    for (;;) {
      this.throwPending();
      const next = this.#queue.shift();
      if (next) return next;
      if (this.flags.nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([this.#arrived], timeoutMs);
      if (timeoutMs !== undefined && this.#queue.length === 0 && !this.#pending) throw new SystemError('EAGAIN');
    }
  }

  /** The next datagram or error, whichever came first: recvmsg(2) with and without MSG_ERRQUEUE; undefined after `timeoutMs`. */
  async receiveAny(waiter: Waiter, timeoutMs?: number): Promise<Datagram | DatagramError | undefined> {
    this.#pending = undefined;
    if (this.#errors.length === 0 && this.#queue.length === 0) await waiter.wait([this.#arrived], timeoutMs);
    this.#pending = undefined;
    const [error] = this.#errors;
    const [datagram] = this.#queue;
    return error && (!datagram || error.time <= datagram.time) ? this.#errors.shift() : this.#queue.shift();
  }

  override async read(waiter: Waiter): Promise<Uint8Array> {
    return (await this.receive(waiter)).data;
  }

  override async write(_waiter: Waiter, bytes: Uint8Array): Promise<void> {
    if (!this.onSend) throw new SystemError('EDESTADDRREQ');
    this.onSend(bytes);
  }

  protected override release(): void {
    this.onRelease?.();
  }
}
