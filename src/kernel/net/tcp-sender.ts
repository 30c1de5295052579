import { ByteQueue, type Disposable, noBytes } from '../../base/index.ts';
import type { Errno, IpPacket, SocketState, TcpFlag } from '../uapi/index.ts';
import type { InetAddress } from './address.ts';
import type { Settling } from './network-system.ts';
import { TcpConnection, type TcpHost } from './tcp-host.ts';

/** Bytes that wait to be read before the sender has to wait: net.ipv4.tcp_rmem. */
const receiveCapacity = 262144;
export const windowScale = 7;
const maxWindow = 65535;
/** Segments that leave as one: what the card cuts up later, as tcpdump shows it too. */
const segmentsAtOnce = 10;
const minRetransmitTime = 200;
const initialRetransmitTime = 1000;
const synRetries = 6;
const dataRetries = 15;

const ack: readonly TcpFlag[] = ['ACK'];
const push: readonly TcpFlag[] = ['PSH', 'ACK'];
const finAck: readonly TcpFlag[] = ['FIN', 'ACK'];
export const syn: readonly TcpFlag[] = ['SYN'];
export const synAck: readonly TcpFlag[] = ['SYN', 'ACK'];
export const resetFlag: readonly TcpFlag[] = ['RST'];
export const resetAck: readonly TcpFlag[] = ['RST', 'ACK'];

/** A segment that nobody acknowledged yet. */
interface Flight {
  sequence: number;
  length: number;
  data: Uint8Array;
  flags: readonly TcpFlag[];
  packet: number;
  sentAt: number;
  sent: number;
}

/** The half of a connection's end that sends: segments in the peer's window, again when they are not acknowledged. Sequence numbers are counted from 0 here and moved by the initial one on the wire. */
export abstract class TcpSender extends TcpConnection implements Settling {
  override readonly local: InetAddress;
  override peer: InetAddress;
  override readonly host: TcpHost;
  override state: SocketState | 'CLOSED' = 'SYN-SENT';
  protected readonly incoming = new ByteQueue();
  protected readonly unsent = new ByteQueue();
  protected readonly flight: Flight[] = [];
  protected readonly initial: number;
  protected peerInitial = 0;
  protected unacknowledged = 0;
  protected next = 0;
  protected expected = 0;
  protected peerWindow = maxWindow;
  protected advertised = 0;
  protected mss: number;
  protected finWanted = false;
  protected finSent = false;
  protected finReceived = false;
  /** What was sent when something was found lost: up to here each partial acknowledgement asks for the next segment again (RFC 6582). */
  protected recover = -1;
  protected roundTrip = 0;
  protected timer: Disposable | undefined;
  protected timerAt = 0;
  protected echo = 0;

  constructor(ino: number, host: TcpHost, local: InetAddress, peer: InetAddress) {
    super(ino, local);
    this.local = local;
    this.peer = peer;
    this.host = host;
    this.initial = new DataView(host.system.random(4).buffer).getUint32(0);
    this.mss = host.segmentSize(local.address, peer.address);
  }

  /** The connection is over for a reason. */
  abstract fail(error: Errno): void;

  protected transmit(): void {
    const { system } = this.host;
    const most = system.impaired ? this.mss : Math.max(this.mss, Math.min(segmentsAtOnce * this.mss, 65160));
    while (this.unsent.length > 0 && this.state !== 'SYN-RECV') {
      const window = this.peerWindow - (this.next - this.unacknowledged);
      if (window <= 0) break;
      const data = this.unsent.take(Math.min(window, most));
      this.sendNew(this.unsent.length === 0 ? push : ack, data, data.length);
    }
    if (this.finWanted && !this.finSent && this.unsent.length === 0) {
      this.finSent = true;
      this.sendNew(finAck, noBytes, 1);
    }
    if (this.unsent.length > 0) system.settle(this);
  }

  /** Sends something that must be acknowledged. */
  protected sendNew(flags: readonly TcpFlag[], data: Uint8Array, length: number): Errno | undefined {
    const one: Flight = { sequence: this.next, length, data, flags, packet: 0, sentAt: this.host.system.clock.now(), sent: 1 };
    this.flight.push(one);
    this.next += length;
    this.host.system.settle(this);
    return this.send(flags, one.sequence, data, one);
  }

  protected sendAck(): void {
    this.send(ack, this.next, noBytes);
  }

  protected send(flags: readonly TcpFlag[], sequence: number, data: Uint8Array, flight?: Flight): Errno | undefined {
    return this.sendRaw(flags, (this.initial + sequence) >>> 0, flags === syn ? 0 : (this.peerInitial + this.expected) >>> 0, data, flight);
  }

  protected sendRaw(flags: readonly TcpFlag[], sequence: number, acknowledgment: number, data: Uint8Array, flight?: Flight): Errno | undefined {
    const { host, local, peer } = this;
    const opening = flags === syn || flags === synAck;
    const window = Math.max(0, receiveCapacity - this.incoming.length);
    this.advertised = window;
    const packet: IpPacket = host.packet(local.address, peer.address, {
      protocol: 'tcp', sourcePort: local.port, destinationPort: peer.port, sequence, acknowledgment, flags,
      window: opening ? Math.min(maxWindow, 64240) : flags === resetFlag ? 0 : window >> windowScale,
      options: opening ? { mss: host.segmentSize(local.address, peer.address) + 12, windowScale } : undefined,
      timestamps: flags === resetFlag || flags === resetAck ? undefined : [Math.floor(host.system.clock.now()) >>> 0, this.echo], data,
    }, { retransmissionOf: flight && flight.packet > 0 ? flight.packet : undefined });
    if (flight && flight.packet === 0) flight.packet = packet.id;
    return host.send(packet, this.owner);
  }

  /** Tells the other side that there is room again, when that is much more than it knows. */
  protected updateWindow(): void {
    const window = receiveCapacity - this.incoming.length;
    if (this.advertised > receiveCapacity / 2 || window - this.advertised < receiveCapacity / 2 || this.finReceived || this.state === 'CLOSED') return;
    this.host.system.run(() => this.sendAck());
  }

  settled(): void {
    if (this.state === 'CLOSED' || this.timer || (this.flight.length === 0 && this.unsent.length === 0)) return;
    this.startTimer();
  }

  protected startTimer(): void {
    const { system } = this.host;
    const [first] = this.flight;
    const base = this.state === 'SYN-SENT' || this.state === 'SYN-RECV' ? initialRetransmitTime : Math.max(minRetransmitTime, this.roundTrip * 2 + minRetransmitTime);
    const wait = Math.min(120_000, base * 2 ** ((first?.sent ?? 1) - 1));
    this.timerAt = system.clock.now() + wait;
    this.timer = system.after(wait, () => {
      this.timer = undefined;
      this.timeout();
    });
  }

  protected stopTimer(): void {
    this.timer?.dispose();
    this.timer = undefined;
    if (this.flight.length > 0) this.host.system.settle(this);
  }

  protected timeout(): void {
    const [first] = this.flight;
    if (!first) {
      // The window is closed: ask whether it still is.
      if (this.unsent.length === 0) return;
      const data = this.unsent.take(1);
      this.sendNew(ack, data, 1);
      return;
    }
    if (first.sent > (this.state === 'SYN-SENT' || this.state === 'SYN-RECV' ? Number(this.host.setting('tcp_syn_retries') ?? synRetries) : dataRetries)) {
      this.fail('ETIMEDOUT');
      return;
    }
    this.retransmit();
  }

  protected retransmit(): void {
    const [first] = this.flight;
    if (!first) return;
    first.sent++;
    this.recover = Math.max(this.recover, this.next);
    this.send(first.flags, first.sequence, first.data, first);
    this.host.system.settle(this);
  }
}
