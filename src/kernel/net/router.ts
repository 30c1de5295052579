import type { ByteStream } from '../../base/index.ts';
import { type Errno, type IcmpMessage, type IpAddress, type IpPacket, SystemError } from '../uapi/index.ts';
import { icmpMessage } from './icmp.ts';
import type { Frame } from './interface.ts';
import { broadcastMac } from './interface.ts';
import { type Internet, outsideOf, socketStream } from './internet.ts';
import { type NetworkSystem, nextPacketId } from './network-system.ts';
import { receiveTcp } from './tcp.ts';
import { type Acceptor, Connections, segmentSizeOf, type TcpHost } from './tcp-host.ts';
import { TcpSocket } from './tcp-socket.ts';

const routerMac = '52:55:0a:00:02:02';
/** Routers between a segment and the servers of the internet, as traceroute finds them: addresses of the block for documentation. */
const hops = ['192.0.2.1', '192.0.2.9'];
/** How long an echo takes to come back from outside, in milliseconds. */
const echoTime = 8;
/** Ports that the router connects from: IANA's for such use. */
const ephemeral = { first: 49152, count: 16384 };

/** The router of a segment, and what is behind it: the servers of the internet. Each machine of the segment has connections of its own to them. */
export class Router {
  readonly #internet: Internet;
  readonly #gateway: IpAddress;
  readonly #deliver: (frame: Frame, system: NetworkSystem) => void;
  readonly #hosts = new WeakMap<NetworkSystem, World>();
  readonly #macs = new Map<IpAddress, string>();

  constructor(internet: Internet, gateway: IpAddress, deliver: (frame: Frame, system: NetworkSystem) => void) {
    this.#internet = internet;
    this.#gateway = gateway;
    this.#deliver = deliver;
  }

  /** A frame of the segment, sent by a machine. */
  receive({ contents, source, destination }: Frame, system: NetworkSystem): void {
    if (contents.protocol === 'arp') {
      const asked = contents.targetAddress;
      if (contents.operation !== 'request' || !(asked === this.#gateway || this.#isServed(asked))) return;
      this.#deliver({ source: routerMac, destination: source, contents: { protocol: 'arp', id: nextPacketId(), operation: 'reply', senderMac: routerMac, senderAddress: asked, targetMac: source, targetAddress: contents.senderAddress } }, system);
      return;
    }
    this.#macs.set(contents.source, source);
    if (destination !== routerMac) return;
    const receiver = this.#worldOf(system);
    system.run(() => receiver.receive(contents));
  }

  /** Connects to a machine of the segment, as somebody behind the router whose connections it forwards. Throws SystemErrors as connect(2). */
  connect(system: NetworkSystem, address: IpAddress, port: number, timeoutMs: number): Promise<ByteStream> {
    return this.#worldOf(system).connect(address, port, timeoutMs);
  }

  #worldOf(system: NetworkSystem): World {
    let world = this.#hosts.get(system);
    if (!world) {
      world = new World(system, this.#internet, this.#gateway, (packet) => this.#deliver({ source: routerMac, destination: this.#macs.get(packet.destination) ?? broadcastMac, contents: packet }, system));
      this.#hosts.set(system, world);
    }
    return world;
  }

  #isServed(address: IpAddress): boolean {
    return this.#internet.has(address) && address.slice(0, address.lastIndexOf('.')) === this.#gateway.slice(0, this.#gateway.lastIndexOf('.'));
  }
}

/** The internet as one machine sees it. */
class World implements TcpHost {
  readonly system: NetworkSystem;
  readonly connections = new Connections();
  readonly #internet: Internet;
  readonly #gateway: IpAddress;
  readonly #back: (packet: IpPacket) => void;
  #lastPort = 0;

  constructor(system: NetworkSystem, internet: Internet, gateway: IpAddress, back: (packet: IpPacket) => void) {
    this.system = system;
    this.#internet = internet;
    this.#gateway = gateway;
    this.#back = back;
  }

  async connect(address: IpAddress, port: number, timeoutMs: number): Promise<ByteStream> {
    const socket = new TcpSocket(0, this, { family: 'inet', address: this.#gateway, port: this.#freePort(address, port) }, { family: 'inet', address, port }, undefined, undefined);
    const stream = socketStream(socket);
    try {
      const failure = socket.open();
      if (failure) throw new SystemError(failure);
      await socket.established(outsideOf(this.system), timeoutMs);
      return stream;
    } catch (error) {
      stream.close();
      throw error;
    }
  }

  #freePort(address: IpAddress, port: number): number {
    this.connections.purge(this.system.clock.now());
    for (let tried = 0; tried < ephemeral.count; tried++) {
      const own = ephemeral.first + (this.#lastPort++ % ephemeral.count);
      if (!this.connections.find(this.#gateway, own, address, port)) return own;
    }
    throw new SystemError('EADDRNOTAVAIL');
  }

  setting(): undefined {
    return undefined;
  }

  segmentSize(source: IpAddress): number {
    return segmentSizeOf(1500, source);
  }

  packet(source: IpAddress, destination: IpAddress, body: IpPacket['body'], options: { ttl?: number | undefined; retransmissionOf?: number | undefined } = {}): IpPacket {
    const id = nextPacketId();
    const near = this.#isNear(source);
    return { protocol: 'ip', id, retransmissionOf: options.retransmissionOf, source, destination, ttl: options.ttl ?? (near ? 64 : 64 - hops.length - 1), identification: (id * 40503) & 0xffff, body };
  }

  send(packet: IpPacket): Errno | undefined {
    this.system.run(() => this.#back(packet));
    return undefined;
  }

  acceptor(address: IpAddress, port: number): Acceptor | undefined {
    const handler = this.#internet.streamHandler(address, port);
    return handler && {
      owner: undefined, full: false, nextIno: () => 0,
      established: (socket) => handler(socketStream(socket), socket.peer),
    };
  }

  /** Whether an address is on the segment itself. */
  #isNear(address: IpAddress): boolean {
    return address.slice(0, address.lastIndexOf('.')) === this.#gateway.slice(0, this.#gateway.lastIndexOf('.'));
  }

  receive(packet: IpPacket): void {
    const { destination, body } = packet;
    const way = destination === this.#gateway ? [] : this.#isNear(destination) ? [] : [this.#gateway, ...hops];
    const expired = way[packet.ttl - 1];
    if (expired !== undefined) {
      this.#later(expired === this.#gateway ? 0 : echoTime / 2, () => this.#error(expired, packet, 'time-exceeded', 0));
      return;
    }
    if (destination !== this.#gateway && !this.#internet.has(destination)) {
      this.#error(way.at(-1) ?? this.#gateway, packet, 'unreachable', 1);
      return;
    }
    if (body.protocol === 'tcp') receiveTcp(this, packet, body);
    else if (body.protocol === 'udp') this.#answer(packet, body);
    else if (body.message === 'echo-request') this.#later(way.length > 0 ? echoTime : 0, () => this.send(this.packet(destination, packet.source, { ...body, message: 'echo-reply' })));
  }

  #later(milliseconds: number, work: () => void): void {
    if (milliseconds === 0) work();
    else this.system.after(milliseconds + this.system.chance() * 2, work);
  }

  #error(from: IpAddress, about: IpPacket, message: IcmpMessage['message'], code: number): void {
    if (about.body.protocol === 'icmp' && about.body.message !== 'echo-request') return;
    this.send(this.packet(from, about.source, icmpMessage(message, { code, about })));
  }

  #answer(packet: IpPacket, body: Extract<IpPacket['body'], { protocol: 'udp' }>): void {
    const handler = this.#internet.datagramHandler(packet.destination, body.destinationPort);
    if (!handler) {
      this.#error(packet.destination, packet, 'unreachable', 3);
      return;
    }
    const reply = (data: Uint8Array | undefined): void => {
      if (data) this.send(this.packet(packet.destination, packet.source, { protocol: 'udp', sourcePort: body.destinationPort, destinationPort: body.sourcePort, data }));
    };
    const answer = handler(body.data, { family: 'inet', address: packet.source, port: body.sourcePort });
    if (answer instanceof Promise) void answer.then(reply);
    else reply(answer);
  }
}

