import { type ArpPacket, type Errno, type IcmpMessage, type InterfaceAddress, type IpAddress, type IpPacket, type NetworkInterface, type Neighbour, type SocketOwner, SystemError } from '../uapi/index.ts';
import { broadcastOf, inRange, isAny, isLinkLocal, isLoopback, isMulticast, isV6, linkLocalOf } from './address.ts';
import { Firewall } from './firewall.ts';
import { icmpMessage, receiveIcmp } from './icmp.ts';
import { broadcastMac, type Frame, Interface, noMac } from './interface.ts';
import { neighbourState, receiveArp, receiveNeighbourMessage, sendToNeighbour } from './neighbour.ts';
import { type NetworkSystem, nextPacketId } from './network-system.ts';
import { PortTable } from './port-table.ts';
import { RoutingTable } from './routing-table.ts';
import type { NextHop, Stack } from './stack.ts';
import { receiveTcp } from './tcp.ts';
import { type Acceptor, type Connections, segmentSizeOf } from './tcp-host.ts';
import { Translation } from './translation.ts';
import { receiveUdp } from './udp.ts';

/** One network stack: network_namespaces(7). */
export class NetworkNamespace implements Stack {
  readonly id: number;
  readonly inode: number;
  readonly system: NetworkSystem;
  readonly interfaces = new Map<string, Interface>();
  readonly routes = new RoutingTable(this);
  readonly ports: PortTable;
  readonly firewall = new Firewall();
  readonly translation = new Translation(this, () => this.firewall.active);
  readonly loopback: Interface;
  /** Files of /proc/sys/net that were written. */
  readonly settings = new Map<string, string>();
  forwarding = false;
  /** net.ipv4.ip_unprivileged_port_start */
  unprivilegedPortStart = 1024;
  /** `host`, or the name that `ip netns` gave. */
  name = '';
  #cgroup = '';
  #local: Set<IpAddress> | undefined;
  #lastIndex = 0;
  #users = 0;

  constructor(id: number, inode: number, system: NetworkSystem) {
    this.id = id;
    this.inode = inode;
    this.system = system;
    this.ports = new PortTable(system);
    this.loopback = this.add('lo', 'loopback', noMac);
  }

  /** What events call it. */
  title(): { inode: number; name: string } {
    return { inode: this.inode, name: this.name || (/\/docker[/-]([0-9a-f]{12,64})/.exec(this.#cgroup)?.[1] ?? '') };
  }

  /** A process more or fewer lives here; with the last one the interfaces go. */
  hold(by: 1 | 0 | -1, cgroup?: string): void {
    if (cgroup !== undefined) this.#cgroup = cgroup;
    this.#users += by;
    if (this.#users === 0) for (const each of [...this.interfaces.values()]) if (each !== this.loopback) this.remove(each);
  }

  add(name: string, kind: NetworkInterface['kind'], mac?: string, index?: number): Interface {
    this.requireName(name);
    const taken = index === undefined || [...this.interfaces.values()].some((each) => each.index === index);
    const added = new Interface(this, taken ? this.nextIndex() : index, name, kind, mac ?? this.#newMac());
    if (!taken) this.#lastIndex = Math.max(this.#lastIndex, index);
    this.interfaces.set(name, added);
    return added;
  }

  requireName(name: string): void {
    if (name === '' || name.length > 15 || /[/:\s]/.test(name)) throw new SystemError('EINVAL');
    if (this.interfaces.has(name)) throw new SystemError('EEXIST');
  }

  nextIndex(): number {
    return ++this.#lastIndex;
  }

  #newMac(): string {
    const bytes = this.system.random(6);
    bytes[0] = ((bytes[0] ?? 0) & 0xfe) | 2;
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
  }

  get(name: string): Interface {
    const found = this.interfaces.get(name);
    if (!found) throw new SystemError('ENODEV');
    return found;
  }

  remove(gone: Interface): void {
    if (gone === this.loopback) throw new SystemError('EOPNOTSUPP');
    this.unlist(gone);
    gone.up = false;
    gone.link?.unplug(gone);
    const { peer } = gone;
    gone.peer = undefined;
    if (peer?.peer) {
      peer.peer = undefined;
      peer.namespace.remove(peer);
    }
  }

  /** Takes an interface out of the tables. */
  unlist(gone: Interface): void {
    for (const each of this.interfaces.values()) if (each.master === gone) each.master = undefined;
    gone.master = undefined;
    this.interfaces.delete(gone.name);
    this.routes.removeDevice(gone.name);
    this.changed();
  }

  /** Puts an interface of another namespace into this one. */
  take(moved: Interface): void {
    if (moved === moved.namespace.loopback || moved.kind === 'bridge') throw new SystemError('EINVAL');
    if (this.interfaces.has(moved.name)) throw new SystemError('EEXIST');
    moved.namespace.unlist(moved);
    moved.namespace = this;
    moved.master = undefined;
    moved.up = false;
    moved.addresses = [];
    moved.neighbours.clear();
    if ([...this.interfaces.values()].some((each) => each.index === moved.index)) moved.index = this.nextIndex();
    else this.#lastIndex = Math.max(this.#lastIndex, moved.index);
    this.interfaces.set(moved.name, moved);
    this.changed();
  }

  setUp(name: string, up: boolean): void {
    const device = this.get(name);
    if (device.up === up) return;
    device.up = up;
    if (up && device === this.loopback) for (const address of [{ address: '127.0.0.1', prefixLength: 8 }, { address: '::1', prefixLength: 128 }]) if (!device.addresses.some((own) => own.address === address.address)) device.addresses.push(address);
    const local = linkLocalOf(device.mac);
    if (up && device !== this.loopback && this.usesIpv6(name) && !device.addresses.some((own) => isLinkLocal(own.address))) device.addresses.push({ address: local, prefixLength: 64 });
    if (!up) {
      device.addresses = device.addresses.filter(({ address }) => !isV6(address));
      device.neighbours.clear();
      this.routes.removeDevice(name);
    }
    this.changed();
  }

  /** IPv6 was turned off or on somewhere: addresses go or come. */
  applyIpv6(): void {
    for (const device of this.interfaces.values()) {
      if (!this.usesIpv6(device.name)) device.addresses = device.addresses.filter(({ address }) => !isV6(address));
      else if (device.up) {
        const own = device === this.loopback ? { address: '::1', prefixLength: 128 } : { address: linkLocalOf(device.mac), prefixLength: 64 };
        if (!device.addresses.some(({ address }) => address === own.address)) device.addresses.push(own);
      }
    }
    this.changed();
  }

  /** net.ipv6.conf.NAME.disable_ipv6 */
  usesIpv6(name: string): boolean {
    return (this.settings.get(`ipv6/conf/${name}/disable_ipv6`) ?? this.settings.get('ipv6/conf/default/disable_ipv6') ?? '0') === '0' && (this.settings.get('ipv6/conf/all/disable_ipv6') ?? '0') === '0';
  }

  /** Addresses, routes or links are not as they were. */
  changed(): void {
    this.#local = undefined;
    this.routes.changed();
  }

  addAddress(name: string, address: InterfaceAddress): void {
    const to = this.get(name);
    if (to.addresses.some((each) => each.address === address.address && each.prefixLength === address.prefixLength)) throw new SystemError('EEXIST');
    if (isV6(address.address) && !this.usesIpv6(name)) throw new SystemError('EACCES');
    const firstV6 = to.addresses.findIndex((each) => isV6(each.address));
    to.addresses.splice(isV6(address.address) || firstV6 < 0 ? to.addresses.length : firstV6, 0, { ...address });
    this.routes.show(name);
    this.changed();
  }

  removeAddress(name: string, { address, prefixLength }: InterfaceAddress): void {
    const from = this.get(name);
    const index = from.addresses.findIndex((each) => each.address === address && each.prefixLength === prefixLength);
    if (index < 0) throw new SystemError('EADDRNOTAVAIL');
    from.addresses.splice(index, 1);
    this.changed();
    this.routes.removeSource(address);
    this.changed();
  }

  neighbours(): Neighbour[] {
    const now = this.system.clock.now();
    return [...this.interfaces.values()].flatMap((device) => [...device.neighbours].map(([address, entry]) => ({ address, device: device.name, mac: entry.mac, state: neighbourState(entry, now) })));
  }

  /** Whether an address is one of this stack's own. */
  isLocal(address: IpAddress): boolean {
    if (isLoopback(address)) return this.loopback.up;
    this.#local ??= new Set([...this.interfaces.values()].filter((each) => each.up).flatMap((each) => each.addresses.map((own) => own.address)));
    return this.#local.has(address);
  }

  /** Whether a packet for it goes to all on a link. */
  broadcastDevice(address: IpAddress): Interface | undefined {
    for (const each of this.interfaces.values()) if (each.up && each !== this.loopback && each.addresses.some((own) => broadcastOf(own) === address)) return each;
    return address === '255.255.255.255' ? this.routes.find('0.0.0.0')?.device ?? [...this.interfaces.values()].find((each) => each.up && each !== this.loopback) : undefined;
  }

  /** The own address that goes with a destination on a link. */
  sourceOn(device: Interface, target: IpAddress): IpAddress {
    const own = device.addresses.filter(({ address }) => isV6(address) === isV6(target));
    const near = own.find((each) => inRange(target, each)) ?? own.find(({ address }) => !isLinkLocal(address)) ?? own[0];
    if (near) return near.address;
    for (const each of this.interfaces.values()) for (const { address } of each.addresses) if (each !== this.loopback && isV6(address) === isV6(target) && !isLinkLocal(address)) return address;
    return isV6(target) ? '::' : '0.0.0.0';
  }

  /** How a destination is reached, with the source that goes with it; an errno when it is not. */
  wayTo(destination: IpAddress): NextHop | { error: Errno } {
    if (this.isLocal(destination)) return { device: this.loopback, gateway: undefined, source: destination, local: true };
    const broadcast = isV6(destination) ? undefined : this.broadcastDevice(destination);
    if (broadcast) return { device: broadcast, gateway: undefined, source: this.sourceOn(broadcast, destination), local: false };
    const found = this.routes.find(destination);
    if (!found) return { error: 'ENETUNREACH' };
    const { route, device } = found;
    if (!device) return { error: route.type === 'unreachable' ? 'EHOSTUNREACH' : route.type === 'prohibit' ? 'EACCES' : 'EINVAL' };
    return { device, gateway: route.gateway, source: route.source ?? this.sourceOn(device, route.gateway ?? destination), local: false };
  }

  /** Sends a packet that a socket made; an errno when there is no way. */
  send(packet: IpPacket, owner: SocketOwner | undefined): Errno | undefined {
    const out = this.translation.enter(packet, undefined);
    if (!this.firewall.allows('OUTPUT', out.packet, { translation: out })) return 'EPERM';
    const way = this.wayTo(out.packet.destination);
    if ('error' in way) return way.error;
    this.system.run(() => {
      const leaving = this.translation.leave(out, way.device);
      this.#sendOn(leaving, way.device, way.gateway, owner);
    });
    return undefined;
  }

  #sendOn(packet: IpPacket, device: Interface, gateway: IpAddress | undefined, owner: SocketOwner | undefined): void {
    const { destination } = packet;
    if (device === this.loopback || device.kind === 'dummy') device.transmit({ source: device.mac, destination: device.mac, contents: packet }, owner);
    else if (isMulticast(destination) || this.broadcastDevice(destination) === device) device.transmit({ source: device.mac, destination: isV6(destination) ? '33:33:00:00:00:01' : broadcastMac, contents: packet }, owner);
    else sendToNeighbour(device, gateway ?? destination, packet, owner);
  }

  /** A frame has come in by an interface. */
  input(frame: Frame, from: Interface): void {
    const { contents, destination } = frame;
    if (destination !== from.mac && destination !== broadcastMac && !destination.startsWith('33:33') && from !== this.loopback) return;
    if (contents.protocol === 'arp') {
      receiveArp(from, contents);
      return;
    }
    if (contents.body.protocol === 'icmp' && contents.body.target !== undefined) {
      receiveNeighbourMessage(from, contents, frame.source);
      return;
    }
    if (isV6(contents.destination) && !this.usesIpv6(from.name)) return;
    const entered = this.translation.enter(contents, from);
    const { packet } = entered;
    if (this.isLocal(packet.destination) || isMulticast(packet.destination) || this.broadcastDevice(packet.destination) === from || packet.destination === '255.255.255.255') {
      if (this.firewall.allows('INPUT', packet, { in: from, translation: entered })) this.#deliver(this.translation.leave(entered, undefined), from);
      else this.#refuse(frame, packet, from);
    } else this.#route(frame, entered, from);
  }

  #refuse(frame: Frame, packet: IpPacket, from: Interface): void {
    from.drop(frame, 'filtered', 'rx');
    if (this.firewall.rejected) this.sendError(packet, 'unreachable', 3);
  }

  #route(frame: Frame, entered: ReturnType<Translation['enter']>, from: Interface): void {
    const { packet } = entered;
    const v6 = isV6(packet.destination);
    if (v6 ? (this.settings.get('ipv6/conf/all/forwarding') ?? '0') === '0' : !this.forwarding) {
      from.drop(frame, 'no-forwarding', 'rx');
      return;
    }
    if (packet.ttl <= 1) {
      from.drop(frame, 'ttl-exceeded', 'rx');
      this.sendError(packet, 'time-exceeded', 0, { from });
      return;
    }
    const way = this.wayTo(packet.destination);
    if ('error' in way) {
      from.drop(frame, way.error === 'EINVAL' ? 'blackhole' : 'no-route', 'rx');
      if (way.error !== 'EINVAL') this.sendError(packet, 'unreachable', way.error === 'ENETUNREACH' ? 0 : way.error === 'EACCES' ? 13 : 1, { from });
      return;
    }
    if (!this.firewall.allows('FORWARD', packet, { in: from, out: way.device, translation: entered })) {
      this.#refuse(frame, packet, from);
      return;
    }
    const leaving = this.translation.leave({ ...entered, packet: { ...packet, ttl: packet.ttl - 1 } }, way.device);
    this.#sendOn(leaving, way.device, way.gateway, undefined);
  }

  #deliver(packet: IpPacket, from: Interface): void {
    const { body } = packet;
    if (body.protocol === 'tcp') receiveTcp(this, packet, body);
    else if (body.protocol === 'udp') receiveUdp(this, packet, body, from);
    else receiveIcmp(this, packet, body);
  }

  /** Nobody answered for the next hop of a packet. */
  unreachable(packet: IpPacket, device: Interface): void {
    const about = this.translation.undo(packet);
    if (this.isLocal(about.source) || isAny(about.source)) receiveIcmp(this, { ...packet, source: about.source, destination: about.source }, icmpMessage('unreachable', { code: 1, about }));
    else this.sendError(about, 'unreachable', 1, { from: device });
  }

  /** Answers a packet with an error of ICMP. */
  sendError(about: IpPacket, message: IcmpMessage['message'], code: number, options: { from?: Interface; mtu?: number } = {}): void {
    const { body } = about;
    if (body.protocol === 'icmp' && body.message !== 'echo-request') return;
    if (isMulticast(about.destination) || isAny(about.source) || about.destination === '255.255.255.255') return;
    const way = this.wayTo(about.source);
    if ('error' in way) return;
    const source = this.isLocal(about.destination) ? about.destination : options.from ? this.sourceOn(options.from, about.source) : way.source;
    this.send(this.packet(source, about.source, icmpMessage(message, { code, about, mtu: options.mtu })), undefined);
  }

  /** A new packet. */
  packet(source: IpAddress, destination: IpAddress, body: IpPacket['body'], options: { ttl?: number | undefined; retransmissionOf?: number | undefined } = {}): IpPacket {
    const id = nextPacketId();
    return { protocol: 'ip', id, retransmissionOf: options.retransmissionOf, source, destination, ttl: options.ttl ?? 64, identification: (id * 40503) & 0xffff, body };
  }

  get connections(): Connections {
    return this.ports.connections;
  }

  segmentSize(source: IpAddress, destination: IpAddress): number {
    const way = this.wayTo(destination);
    return segmentSizeOf('error' in way ? 1500 : way.device.mtu, source);
  }

  setting(name: string): string | undefined {
    return this.settings.get(`ipv4/${name}`);
  }

  acceptor(address: IpAddress, port: number): Acceptor | undefined {
    return this.ports.listener(address, port);
  }

  /** Who gets what came in, as far as it is for a socket here. */
  ownerOf(contents: IpPacket | ArpPacket): SocketOwner | undefined {
    return contents.protocol === 'ip' && this.isLocal(contents.destination) ? this.ports.ownerOf(contents) : undefined;
  }
}
