import { noBytes } from '../../base/index.ts';
import { type Errno, type SocketEntry, type SocketOwner, SystemError, type TcpFlag, type TcpSegment } from '../uapi/index.ts';
import { type Waiter, WaitQueue } from '../vfs/index.ts';
import type { InetAddress } from './address.ts';
import type { Acceptor, TcpHost } from './tcp-host.ts';
import { resetAck, resetFlag, syn, synAck, TcpSender, windowScale } from './tcp-sender.ts';

/** Bytes that wait to be sent before the writer blocks: net.ipv4.tcp_wmem. */
const sendCapacity = 262144;
const timeWait = 60_000;

/** One end of a TCP connection: RFC 9293. */
export class TcpSocket extends TcpSender {
  override expires = Infinity;
  /** The connection is made, or could not be. */
  readonly connected = new WaitQueue();
  /** Where it goes when it is made, for one that somebody else began. */
  readonly #acceptor: Acceptor | undefined;
  readonly #early = new Map<number, Uint8Array>();
  readonly #arrived = new WaitQueue();
  readonly #room = new WaitQueue();
  #finAt = -1;
  /** No descriptor is left. */
  #orphan = false;
  #error: Errno | undefined;
  #duplicates = 0;

  constructor(ino: number, host: TcpHost, local: InetAddress, peer: InetAddress, acceptor: Acceptor | undefined, owner: SocketOwner | undefined) {
    super(ino, host, local, peer);
    this.owner = owner;
    this.#acceptor = acceptor;
  }

  // What the process does.

  /** Sends the first SYN; an errno when there is no way. */
  open(): Errno | undefined {
    this.host.connections.add(this);
    let failure: Errno | undefined;
    this.host.system.run(() => {
      failure = this.sendNew(syn, noBytes, 1);
      if (failure) this.#end();
    });
    return failure;
  }

  /** Waits until the connection is made; throws what made it fail. */
  async established(waiter: Waiter, timeoutMs?: number): Promise<void> {
    while (this.state === 'SYN-SENT') {
      await waiter.wait([this.connected], timeoutMs);
      if (timeoutMs !== undefined && this.state === 'SYN-SENT') throw new SystemError('ETIMEDOUT');
    }
    this.#throwError();
  }

  #throwError(): void {
    const error = this.#error;
    this.#error = undefined;
    if (error) throw new SystemError(error);
  }

  override get readable(): boolean {
    return this.incoming.length > 0 || this.finReceived || this.#error !== undefined || this.state === 'CLOSED';
  }

  override get readableQueue(): WaitQueue {
    return this.#arrived;
  }

  override async read(waiter: Waiter, max: number): Promise<Uint8Array> {
    for (;;) {
      if (this.incoming.length > 0) {
        const bytes = this.incoming.take(max);
        this.updateWindow();
        return bytes;
      }
      this.#throwError();
      if (this.finReceived || this.state === 'CLOSED') return noBytes;
      if (this.flags.nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([this.#arrived]);
    }
  }

  override async write(waiter: Waiter, bytes: Uint8Array): Promise<void> {
    for (let rest = bytes; rest.length > 0; ) {
      if (this.#error !== 'EPIPE') this.#throwError();
      if (this.finWanted || (this.state !== 'ESTAB' && this.state !== 'CLOSE-WAIT')) {
        waiter.raise('SIGPIPE');
        throw new SystemError('EPIPE');
      }
      const room = sendCapacity - this.unsent.length - (this.next - this.unacknowledged);
      if (room > 0) {
        const part = rest.subarray(0, room);
        this.unsent.push(part);
        rest = rest.subarray(part.length);
        this.host.system.run(() => this.transmit());
      } else if (this.flags.nonblock) throw new SystemError('EAGAIN');
      else await waiter.wait([this.#room]);
    }
  }

  override shutdownWrite(): void {
    if (this.finWanted) return;
    if (this.state === 'ESTAB') this.state = 'FIN-WAIT-1';
    else if (this.state === 'CLOSE-WAIT') this.state = 'LAST-ACK';
    else return;
    this.finWanted = true;
    this.host.system.run(() => this.transmit());
  }

  override abort(): void {
    if (this.state === 'CLOSED' || this.state === 'TIME-WAIT') return;
    if (this.state !== 'SYN-SENT') this.host.system.run(() => void this.send(resetAck, this.next, noBytes));
    this.#end();
  }

  protected override release(): void {
    this.#orphan = true;
    this.owner = undefined;
    if (this.incoming.length > 0) this.abort();
    else if (this.state === 'SYN-SENT' || this.state === 'SYN-RECV') this.#end();
    else {
      this.shutdownWrite();
      if (this.state === 'FIN-WAIT-2') this.expires = this.host.system.clock.now() + timeWait;
    }
  }

  override entry(): Pick<SocketEntry, 'receiveQueue' | 'sendQueue' | 'timer'> {
    const now = this.host.system.clock.now();
    const [first] = this.flight;
    const timer = this.state === 'TIME-WAIT' || (this.state === 'FIN-WAIT-2' && this.#orphan)
      ? { kind: 'timewait' as const, milliseconds: Math.max(0, this.expires - now), retransmissions: 0 }
      : this.timer && first ? { kind: 'on' as const, milliseconds: Math.max(0, this.timerAt - now), retransmissions: first.sent - 1 } : undefined;
    const pending = this.state === 'SYN-SENT' || this.state === 'SYN-RECV' ? 1 : this.unsent.length + (this.next - this.unacknowledged);
    return { receiveQueue: this.incoming.length + (this.state === 'CLOSE-WAIT' || this.state === 'LAST-ACK' ? 1 : 0), sendQueue: this.state === 'TIME-WAIT' ? 0 : pending, timer };
  }

  // What the network does.

  /** Answers the SYN of another side. */
  accept(segment: TcpSegment): void {
    this.state = 'SYN-RECV';
    this.#takeSyn(segment);
    this.host.connections.add(this);
    this.sendNew(synAck, noBytes, 1);
  }

  #takeSyn(segment: TcpSegment): void {
    this.peerInitial = segment.sequence;
    this.expected = 1;
    this.peerWindow = segment.window;
    if (segment.options) this.mss = Math.min(this.mss, segment.options.mss - 12);
  }

  /** A number of the other side, counted from its first. */
  #relative(sequence: number): number {
    return this.expected + ((sequence - this.peerInitial - this.expected) | 0);
  }

  override receive(segment: TcpSegment): void {
    const has = (flag: TcpFlag): boolean => segment.flags.includes(flag);
    if (segment.timestamps) this.echo = segment.timestamps[0];
    const acknowledged = this.unacknowledged + ((segment.acknowledgment - this.initial - this.unacknowledged) | 0);
    if (this.state === 'SYN-SENT') {
      if (has('ACK') && acknowledged !== 1) {
        if (!has('RST')) this.sendRaw(resetFlag, segment.acknowledgment, 0, noBytes);
      } else if (has('RST')) {
        if (has('ACK')) this.fail('ECONNREFUSED');
      } else if (has('SYN') && has('ACK')) {
        this.#takeSyn(segment);
        this.#acknowledge(acknowledged);
        this.state = 'ESTAB';
        this.sendAck();
        this.connected.wake();
      }
      return;
    }
    if (has('RST')) {
      if (this.#relative(segment.sequence) >= this.expected - 1) this.#reset();
      return;
    }
    if (has('SYN')) {
      if (this.state === 'SYN-RECV') this.retransmit();
      else this.sendAck();
      return;
    }
    if (!has('ACK')) return;
    if (this.state === 'SYN-RECV') {
      if (acknowledged !== 1) return;
      this.state = 'ESTAB';
      this.#acceptor?.established(this);
    }
    this.peerWindow = segment.window << windowScale;
    this.#takeAcknowledgment(acknowledged, segment);
    if (segment.data.length > 0 || has('FIN')) this.#takeData(segment, has('FIN'));
    if (this.state !== 'CLOSED') this.transmit();
  }

  #takeAcknowledgment(acknowledged: number, segment: TcpSegment): void {
    if (acknowledged > this.next) return;
    if (acknowledged > this.unacknowledged) {
      this.#duplicates = 0;
      this.#acknowledge(acknowledged);
      this.#room.wake();
      if (acknowledged < this.recover) this.retransmit();
      else this.recover = -1;
      if (!this.finSent || acknowledged < this.next) return;
      if (this.state === 'FIN-WAIT-1') {
        this.state = 'FIN-WAIT-2';
        if (this.#orphan) this.expires = this.host.system.clock.now() + timeWait;
      } else if (this.state === 'CLOSING') this.#enterTimeWait();
      else if (this.state === 'LAST-ACK') this.#end();
    } else if (acknowledged === this.unacknowledged && segment.data.length === 0 && this.flight.length > 0 && ++this.#duplicates === 3) this.retransmit();
  }

  #acknowledge(acknowledged: number): void {
    const now = this.host.system.clock.now();
    for (let [first] = this.flight; first && first.sequence + first.length <= acknowledged; [first] = this.flight) {
      this.flight.shift();
      if (first.sent === 1) this.roundTrip = this.roundTrip === 0 ? now - first.sentAt : this.roundTrip * 0.875 + (now - first.sentAt) * 0.125;
    }
    this.unacknowledged = acknowledged;
    this.stopTimer();
  }

  #takeData(segment: TcpSegment, fin: boolean): void {
    const at = this.#relative(segment.sequence);
    const { data } = segment;
    if (this.#orphan && data.length > 0) {
      // Nobody will read it: RFC 1122, 4.2.2.13.
      this.send(resetFlag, this.next, noBytes);
      this.#end();
      return;
    }
    if (fin) this.#finAt = at + data.length;
    if (at > this.expected) this.#early.set(at, data);
    else if (at + data.length > this.expected) {
      this.#take(data.subarray(this.expected - at));
      for (let next = this.#early.get(this.expected); next; next = this.#early.get(this.expected)) {
        this.#early.delete(this.expected);
        this.#take(next);
      }
    }
    if (this.#finAt === this.expected && !this.finReceived) this.#takeFin();
    this.sendAck();
    if (this.state === 'FIN-WAIT-2' && this.finReceived) this.#enterTimeWait();
  }

  #take(data: Uint8Array): void {
    this.expected += data.length;
    this.incoming.push(data);
    this.#arrived.wake();
  }

  #takeFin(): void {
    this.expected++;
    this.finReceived = true;
    this.#arrived.wake();
    if (this.state === 'ESTAB') this.state = 'CLOSE-WAIT';
    else if (this.state === 'FIN-WAIT-1') this.state = 'CLOSING';
  }

  #enterTimeWait(): void {
    this.state = 'TIME-WAIT';
    this.stopTimer();
    this.expires = this.host.system.clock.now() + timeWait;
    this.host.connections.waits(this);
  }

  /** The other side cut the connection. */
  #reset(): void {
    if (this.state === 'SYN-RECV') this.#end();
    else this.fail(this.state === 'CLOSE-WAIT' ? 'EPIPE' : 'ECONNRESET');
  }

  /** The connection is over for a reason. */
  override fail(error: Errno): void {
    if (this.state === 'CLOSED') return;
    if (this.state !== 'TIME-WAIT') this.#error = error;
    this.#end();
  }

  override unreachable(error: Errno): void {
    if (this.state === 'SYN-SENT') this.fail(error);
  }

  #end(): void {
    this.state = 'CLOSED';
    this.stopTimer();
    this.flight.length = 0;
    this.unsent.clear();
    this.host.connections.delete(this);
    for (const queue of [this.connected, this.#arrived, this.#room]) queue.wake();
  }
}
