import type { DropReason, ArpPacket, InterfaceAddress, IpAddress, IpPacket, MacAddress, Neighbour, Netem, NetworkInterface, SocketOwner } from '../uapi/index.ts';
import { isV6 } from './address.ts';
import type { NetworkSystem } from './network-system.ts';
import { frameLength } from './packet-length.ts';

/** What goes over a link. */
export interface Frame {
  readonly source: MacAddress;
  readonly destination: MacAddress;
  readonly contents: IpPacket | ArpPacket;
}

/** The network stack that an interface belongs to. */
export interface InterfaceOwner {
  readonly system: NetworkSystem;
  readonly interfaces: ReadonlyMap<string, Interface>;
  readonly loopback: Interface;
  /** What events call it. */
  title(): { inode: number; name: string };
  /** A frame has come in by an interface. */
  input(frame: Frame, from: Interface): void;
  /** Who gets what came in, as far as it is for a socket here. */
  ownerOf(contents: IpPacket | ArpPacket): SocketOwner | undefined;
  isLocal(address: IpAddress): boolean;
  /** The own address that goes with a destination on a link. */
  sourceOn(device: Interface, target: IpAddress): IpAddress;
  /** Nobody answered for the next hop of a packet. */
  unreachable(packet: IpPacket, device: Interface): void;
  remove(gone: Interface): void;
  /** Takes an interface out of the tables. */
  unlist(gone: Interface): void;
}

/** Where an Ethernet card is plugged in. */
export interface Link {
  unplug(card: Interface): void;
  carry(frame: Frame, from: Interface): void;
}

/** What an interface knows of an address on its link. */
export interface NeighbourEntry {
  mac: MacAddress | undefined;
  state: Neighbour['state'];
  /** When it last answered. */
  confirmed: number;
  /** What waits for the answer. */
  waiting: { packet: IpPacket; owner: SocketOwner | undefined }[];
}

export const noMac = '00:00:00:00:00:00';
export const broadcastMac = 'ff:ff:ff:ff:ff:ff';

/** Whether a frame is for more than one. */
function isGroup(mac: MacAddress): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1;
}

/** An interface of one namespace. */
export class Interface {
  namespace: InterfaceOwner;
  index: number;
  name: string;
  readonly kind: NetworkInterface['kind'];
  mac: MacAddress;
  mtu: number;
  up = false;
  queueLength: number;
  addresses: InterfaceAddress[] = [];
  master: Interface | undefined;
  /** A veth's other end. */
  peer: Interface | undefined;
  /** What an ethernet interface is plugged into. */
  link: Link | undefined;
  netem: Netem | undefined;
  readonly neighbours = new Map<string, NeighbourEntry>();
  rxBytes = 0;
  txBytes = 0;
  rxPackets = 0;
  txPackets = 0;
  rxDropped = 0;
  txDropped = 0;
  /** Of a bridge: the port behind which a card is. */
  readonly #forwarding = new Map<MacAddress, Interface>();

  constructor(namespace: InterfaceOwner, index: number, name: string, kind: NetworkInterface['kind'], mac: MacAddress) {
    this.namespace = namespace;
    this.index = index;
    this.name = name;
    this.kind = kind;
    this.mac = mac;
    this.queueLength = kind === 'bridge' || kind === 'veth' ? 0 : 1000;
    this.mtu = kind === 'loopback' ? 65536 : 1500;
  }

  /** The first IPv4 address. */
  get address(): string | undefined {
    return this.addresses.find(({ address }) => !isV6(address))?.address;
  }

  get carrier(): boolean {
    if (this.kind === 'veth') return this.up && (this.peer?.up ?? false);
    if (this.kind === 'bridge') return this.up && this.ports().some((port) => port.carrier);
    return this.up;
  }

  /** Of a bridge. */
  ports(): Interface[] {
    return [...this.namespace.interfaces.values()].filter((each) => each.master === this);
  }

  /** Sends a frame; `owner` is who made it, when that was a process here. */
  transmit(frame: Frame, owner?: SocketOwner): void {
    const { netem, namespace: { system } } = this;
    if (!this.up) return;
    if (!netem) {
      this.#send(frame, owner);
      return;
    }
    if (netem.loss > 0 && system.chance() * 100 < netem.loss) {
      this.drop(frame, 'loss', 'tx', owner);
      return;
    }
    const copies = netem.duplicate > 0 && system.chance() * 100 < netem.duplicate ? 2 : 1;
    for (let i = 0; i < copies; i++) {
      const delay = Math.max(0, netem.delay + (system.chance() * 2 - 1) * netem.jitter);
      if (delay > 0) system.after(delay, () => this.#send(frame, owner));
      else this.#send(frame, owner);
    }
  }

  #send(frame: Frame, owner?: SocketOwner): void {
    if (!this.up) return;
    this.txPackets++;
    this.txBytes += frameLength(frame.contents);
    this.#trace('out', frame, owner);
    if (this.kind === 'loopback') this.receive(frame);
    else if (this.kind === 'veth') this.peer?.receive(frame);
    else if (this.kind === 'bridge') this.#forward(frame, undefined);
    else this.link?.carry(frame, this);
  }

  /** A frame comes in. */
  receive(frame: Frame): void {
    this.namespace.system.run(() => {
      if (!this.up) return;
      this.rxPackets++;
      this.rxBytes += frameLength(frame.contents);
      this.#trace('in', frame, undefined);
      if (this.master) this.master.#bridge(frame, this);
      else this.namespace.input(frame, this);
    });
  }

  /** A frame has come to a bridge through a port. */
  #bridge(frame: Frame, port: Interface): void {
    if (!this.up) return;
    this.#forwarding.set(frame.source, port);
    const own = frame.destination === this.mac;
    if (own || isGroup(frame.destination)) {
      this.rxPackets++;
      this.rxBytes += frameLength(frame.contents) - 14;
    }
    // What passes by is seen too: a card that is looked at takes all frames.
    this.#trace('in', frame, undefined);
    if (!own) this.#forward(frame, port);
    if (own || isGroup(frame.destination)) this.namespace.input(frame, this);
  }

  #forward(frame: Frame, from: Interface | undefined): void {
    const known = this.#forwarding.get(frame.destination);
    if (known && known.master === this && known !== from) known.transmit(frame);
    else if (known !== from || !known) for (const port of this.ports()) if (port !== from) port.transmit(frame);
  }

  drop(frame: Frame, reason: DropReason, direction: 'rx' | 'tx', owner?: SocketOwner): void {
    if (direction === 'rx') this.rxDropped++;
    else this.txDropped++;
    this.#trace('drop', frame, owner, reason);
  }

  #trace(kind: 'in' | 'out' | 'drop', { source, destination, contents }: Frame, owner: SocketOwner | undefined, reason?: DropReason): void {
    const { namespace } = this;
    const { system } = namespace;
    if (!system.traced) return;
    system.emit({
      kind, time: system.stamp(), interface: this.name, interfaceIndex: this.index, namespace: namespace.title(), reason,
      owner: kind === 'in' ? namespace.ownerOf(contents) : owner, sourceMac: source, destinationMac: destination, contents,
    });
  }

  describe(): NetworkInterface {
    const { index, name, kind, mac, mtu, up, carrier, addresses, netem, queueLength, rxBytes, txBytes, rxPackets, txPackets, rxDropped, txDropped, peer } = this;
    return {
      index, name, kind, mac, mtu, up, carrier, addresses: addresses.map((each) => ({ ...each })), master: this.master?.name, peerIndex: peer?.index,
      peerNamespace: peer && peer.namespace !== this.namespace ? peer.namespace.title().inode : undefined, netem, queueLength, rxBytes, txBytes, rxPackets, txPackets, rxDropped, txDropped,
    };
  }
}
