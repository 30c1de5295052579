import { type IpAddress, type SocketAddress, SystemError } from '../uapi/index.ts';
import { type Waiter, WaitQueue } from '../vfs/index.ts';
import { endpoint } from './address.ts';
import { SocketFile } from './stream-socket.ts';

/** A datagram that arrived. */
export interface Datagram {
  data: Uint8Array;
  from: SocketAddress;
}

/** Datagrams that wait to be read; more are dropped. */
const capacity = 256;
/** Peers whose way back is remembered, as connection tracking does. */
const trackedPeers = 1024;

/** A UDP socket: udp(7). */
export class DatagramSocket extends SocketFile {
  override readonly local: { family: 'inet'; address: IpAddress; port: number };
  readonly #queue: Datagram[] = [];
  readonly #arrived = new WaitQueue();
  readonly #replies = new Map<string, (data: Uint8Array) => void>();
  onRelease: (() => void) | undefined;

  constructor(ino: number, local: { family: 'inet'; address: IpAddress; port: number }) {
    super(ino, local);
    this.local = local;
  }

  override get readable(): boolean {
    return this.#queue.length > 0;
  }

  override get readableQueue(): WaitQueue {
    return this.#arrived;
  }

  /** A datagram comes in; `reply` is its way back through any NAT. */
  deliver(datagram: Datagram, reply: ((data: Uint8Array) => void) | undefined): void {
    if (this.#queue.length >= capacity) return;
    if (reply && datagram.from.family === 'inet') {
      const key = endpoint(datagram.from.address, datagram.from.port);
      this.#replies.delete(key);
      this.#replies.set(key, reply);
      const [oldest] = this.#replies.keys();
      if (this.#replies.size > trackedPeers && oldest !== undefined) this.#replies.delete(oldest);
    }
    this.#queue.push(datagram);
    this.#arrived.wake();
  }

  replyTo(address: IpAddress, port: number): ((data: Uint8Array) => void) | undefined {
    return this.#replies.get(endpoint(address, port));
  }

  async receive(waiter: Waiter, timeoutMs?: number): Promise<Datagram> {
    for (;;) {
      const next = this.#queue.shift();
      if (next) return next;
      if (this.flags.nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([this.#arrived], timeoutMs);
      if (timeoutMs !== undefined && this.#queue.length === 0) throw new SystemError('EAGAIN');
    }
  }

  override async read(waiter: Waiter): Promise<Uint8Array> {
    return (await this.receive(waiter)).data;
  }

  override async write(): Promise<void> {
    throw new SystemError('ENOTCONN');
  }

  protected override release(): void {
    this.onRelease?.();
  }
}
