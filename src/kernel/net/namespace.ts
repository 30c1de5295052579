import type { RandomBytes } from '../../base/index.ts';
import { type DestinationNat, type InterfaceAddress, type IpAddress, type NetworkInterface, type Route, SystemError } from '../uapi/index.ts';
import { inRange, isAny, isLoopback, networkOf, parseCidr } from './address.ts';
import type { Internet } from './internet.ts';
import { PortTable } from './port-table.ts';
import type { Segment } from './segment.ts';

/** An interface of one namespace. */
export class Interface {
  namespace: NetworkNamespace;
  readonly index: number;
  readonly name: string;
  readonly kind: NetworkInterface['kind'];
  readonly mac: string;
  readonly mtu: number;
  up = false;
  addresses: InterfaceAddress[] = [];
  master: Interface | undefined;
  /** A veth's other end. */
  peer: Interface | undefined;
  /** The world behind an ethernet interface. */
  internet: Internet | undefined;
  /** The switch that an ethernet interface is plugged into. */
  segment: Segment | undefined;
  rxBytes = 0;
  txBytes = 0;
  rxPackets = 0;
  txPackets = 0;

  constructor(namespace: NetworkNamespace, index: number, name: string, kind: NetworkInterface['kind'], mac: string) {
    this.namespace = namespace;
    this.index = index;
    this.name = name;
    this.kind = kind;
    this.mac = mac;
    this.mtu = kind === 'loopback' ? 65536 : 1500;
  }

  /** The first IPv4 address. */
  get address(): string | undefined {
    return this.addresses.find(({ address }) => !address.includes(':'))?.address;
  }

  /** Interfaces on the same link that may answer for an address: veth ends, bridges, cards of other machines. */
  neighbours(): Interface[] {
    if (!this.up) return [];
    if (this.kind === 'bridge') return this.#ports(undefined);
    if (this.segment) return this.segment.others(this);
    const { peer } = this;
    if (!peer?.up) return [];
    const bridge = peer.master;
    if (!bridge) return [peer];
    return bridge.up ? [bridge, ...bridge.#ports(peer)] : [];
  }

  #ports(except: Interface | undefined): Interface[] {
    const ends: Interface[] = [];
    for (const port of this.namespace.interfaces.values()) {
      if (port.master === this && port !== except && port.up && port.peer?.up) ends.push(port.peer);
    }
    return ends;
  }

  count(direction: 'rx' | 'tx', bytes: number): void {
    const packets = Math.max(1, Math.ceil(bytes / 1448));
    if (direction === 'rx') {
      this.rxBytes += bytes + packets * 66;
      this.rxPackets += packets;
    } else {
      this.txBytes += bytes + packets * 66;
      this.txPackets += packets;
    }
  }

  describe(): NetworkInterface {
    const { index, name, kind, mac, mtu, up, addresses, rxBytes, txBytes, rxPackets, txPackets } = this;
    return { index, name, kind, mac, mtu, up, addresses: addresses.map((each) => ({ ...each })), master: this.master?.name, peerIndex: this.peer?.index, rxBytes, txBytes, rxPackets, txPackets };
  }
}

/** One network stack: network_namespaces(7). */
export class NetworkNamespace {
  readonly id: number;
  readonly interfaces = new Map<string, Interface>();
  readonly ports = new PortTable();
  readonly destinationNats: DestinationNat[] = [];
  readonly masquerades: string[] = [];
  forwarding = false;
  /** net.ipv4.ip_unprivileged_port_start */
  unprivilegedPortStart = 1024;
  readonly loopback: Interface;
  readonly #random: RandomBytes;
  readonly #routes: Route[] = [];
  #lastIndex = 0;
  #users = 0;

  constructor(id: number, random: RandomBytes) {
    this.id = id;
    this.#random = random;
    this.loopback = this.add('lo', 'loopback', '00:00:00:00:00:00');
    this.loopback.addresses.push({ address: '127.0.0.1', prefixLength: 8 }, { address: '::1', prefixLength: 128 });
  }

  /** A process more or fewer lives here; with the last one the interfaces go. */
  hold(by: 1 | -1): void {
    this.#users += by;
    if (this.#users === 0) for (const each of [...this.interfaces.values()]) if (each !== this.loopback) this.remove(each);
  }

  add(name: string, kind: NetworkInterface['kind'], mac?: string, index?: number): Interface {
    if (name === '' || name.length > 15 || name.includes('/')) throw new SystemError('EINVAL');
    if (this.interfaces.has(name)) throw new SystemError('EEXIST');
    const taken = index === undefined || [...this.interfaces.values()].some((each) => each.index === index);
    const added = new Interface(this, taken ? this.nextIndex() : index, name, kind, mac ?? this.#newMac());
    this.interfaces.set(name, added);
    return added;
  }

  nextIndex(): number {
    return ++this.#lastIndex;
  }

  #newMac(): string {
    const bytes = this.#random(6);
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
    for (const each of this.interfaces.values()) if (each.master === gone) each.master = undefined;
    this.interfaces.delete(gone.name);
    gone.segment?.unplug(gone);
    for (let i = this.#routes.length - 1; i >= 0; i--) if (this.#routes[i]?.device === gone.name) this.#routes.splice(i, 1);
    const { peer } = gone;
    gone.peer = undefined;
    if (peer?.peer) {
      peer.peer = undefined;
      peer.namespace.remove(peer);
    }
  }

  addAddress(name: string, address: InterfaceAddress): void {
    const to = this.get(name);
    if (to.addresses.some((each) => each.address === address.address)) throw new SystemError('EEXIST');
    to.addresses.push({ ...address });
  }

  removeAddress(name: string, { address }: InterfaceAddress): void {
    const from = this.get(name);
    const index = from.addresses.findIndex((each) => each.address === address);
    if (index < 0) throw new SystemError('EADDRNOTAVAIL');
    from.addresses.splice(index, 1);
  }

  addRoute(route: Route): void {
    const device = this.get(route.device);
    if (!device.up) throw new SystemError('ENETUNREACH');
    const { gateway } = route;
    if (gateway !== undefined && !this.#connected().some((each) => inRange(gateway, parseCidr(each.destination)))) throw new SystemError('ENETUNREACH');
    if (this.#routes.some((each) => each.destination === route.destination && each.device === route.device)) throw new SystemError('EEXIST');
    parseCidr(route.destination);
    this.#routes.push({ ...route });
  }

  removeRoute(route: Route): void {
    const index = this.#routes.findIndex((each) => each.destination === route.destination && each.device === route.device);
    if (index < 0) throw new SystemError('ESRCH');
    this.#routes.splice(index, 1);
  }

  /** Routes that follow from the addresses of interfaces that are up. */
  #connected(): Route[] {
    const routes: Route[] = [];
    for (const each of this.interfaces.values()) {
      if (!each.up || each === this.loopback) continue;
      for (const address of each.addresses) {
        const destination = networkOf(address);
        if (destination !== undefined && address.prefixLength < 32) routes.push({ destination, gateway: undefined, device: each.name, source: address.address });
      }
    }
    return routes;
  }

  /** The routing table as `ip route` shows it. */
  routes(): Route[] {
    return [...this.#routes.filter(({ device }) => this.interfaces.get(device)?.up), ...this.#connected()];
  }

  /** The route with the longest prefix. */
  routeTo(address: IpAddress): { route: Route; device: Interface } | undefined {
    let best: Route | undefined;
    let length = -1;
    for (const route of this.routes()) {
      const range = parseCidr(route.destination);
      if (range.prefixLength <= length || !inRange(address, range)) continue;
      best = route;
      length = range.prefixLength;
    }
    return best && { route: best, device: this.get(best.device) };
  }

  /** Whether an address is one of this stack's own. */
  isLocal(address: IpAddress): boolean {
    if (isLoopback(address) || isAny(address)) return this.loopback.up;
    for (const each of this.interfaces.values()) if (each.up && each.addresses.some((own) => own.address === address)) return true;
    return false;
  }

  /** The NAT rule that redirects what arrives for an own address. */
  destinationNat(protocol: 'tcp' | 'udp', address: IpAddress, port: number): DestinationNat | undefined {
    return this.destinationNats.find((rule) => rule.protocol === protocol && rule.port === port && (rule.address === undefined || isAny(rule.address) || rule.address === address));
  }
}
