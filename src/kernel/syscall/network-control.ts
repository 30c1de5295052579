import { type Disposable, toDisposable } from '../../base/index.ts';
import {
  type FirewallChain, type InterfaceAddress, type IpAddress, type MacAddress, type Neighbour, type Netem, type NetworkControl, type NetworkInterface, type NetworkNamespaceReference, type Route, type RouteResult, type SocketEntry,
  SystemError,
} from '../uapi/index.ts';
import { mknod, requireCapability, resolve, unlink } from '../vfs/index.ts';
import { type Interface, type NetworkNamespace, solicit } from '../net/index.ts';
import type { Task } from '../task/index.ts';
import type { CallEnvironment } from './call-base.ts';
import { socketEntries } from './socket-entries.ts';

/** What a process may do to its network namespace: rtnetlink(7), iptables(8). */
export class TaskNetworkControl implements NetworkControl {
  readonly #task: Task;
  readonly #kernel: Pick<CallEnvironment, 'unixSockets' | 'boundNetworks' | 'newNetwork'>;

  constructor(task: Task, kernel: CallEnvironment) {
    this.#task = task;
    this.#kernel = kernel;
  }

  get #namespace(): NetworkNamespace {
    return this.#task.namespaces.network;
  }

  /** The namespace, for a change. */
  get #admin(): NetworkNamespace {
    requireCapability(this.#task.credentials, 'CAP_NET_ADMIN');
    return this.#namespace;
  }

  #other(reference: NetworkNamespaceReference): NetworkNamespace {
    if ('pid' in reference) {
      const other = this.#task.namespaces.pid.task(reference.pid);
      if (!other || other.state === 'Z') throw new SystemError('ESRCH');
      return other.namespaces.network;
    }
    const bound = this.#kernel.boundNetworks.get(resolve(this.#task, reference.path).dentry.inode);
    if (!bound) throw new SystemError('EINVAL');
    return bound;
  }

  interfaces(): NetworkInterface[] {
    return [...this.#namespace.interfaces.values()].map((each) => each.describe()).sort((a, b) => a.index - b.index);
  }

  routes(): Route[] {
    return this.#namespace.routes.list().map((each) => ({ ...each }));
  }

  sockets(): SocketEntry[] {
    return socketEntries(this.#task, this.#kernel.unixSockets);
  }

  neighbours(): Neighbour[] {
    return this.#namespace.neighbours();
  }

  routeTo(address: IpAddress): RouteResult {
    const way = this.#namespace.wayTo(address);
    if ('error' in way) throw new SystemError(way.error);
    return { gateway: way.gateway, device: way.device.name, source: way.source, local: way.local };
  }

  addBridge(name: string, options: { mac?: string } = {}): void {
    this.#admin.add(name, 'bridge', options.mac);
  }

  addDummy(name: string): void {
    this.#admin.add(name, 'dummy');
  }

  addVeth(name: string, peer: { name: string; namespacePid?: number; mac?: string }): void {
    const namespace = this.#admin;
    const there = peer.namespacePid === undefined ? namespace : this.#other({ pid: peer.namespacePid });
    namespace.requireName(name);
    there.requireName(peer.name);
    if (there === namespace && name === peer.name) throw new SystemError('EEXIST');
    const far = there.add(peer.name, 'veth', peer.mac, namespace.nextIndex());
    const near = namespace.add(name, 'veth');
    near.peer = far;
    far.peer = near;
  }

  removeInterface(name: string): void {
    const namespace = this.#admin;
    namespace.remove(namespace.get(name));
  }

  setUp(name: string, up: boolean): void {
    this.#admin.setUp(name, up);
  }

  setMaster(name: string, bridge: string | undefined): void {
    const namespace = this.#admin;
    const port = namespace.get(name);
    const master = bridge === undefined ? undefined : namespace.get(bridge);
    if (master && (master.kind !== 'bridge' || port.kind === 'bridge')) throw new SystemError(port.kind === 'bridge' ? 'ELOOP' : 'EOPNOTSUPP');
    if (port === namespace.loopback) throw new SystemError('EINVAL');
    port.master = master;
    namespace.changed();
  }

  setMtu(name: string, mtu: number): void {
    const device = this.#admin.get(name);
    if (!(mtu >= 68 && mtu <= 65535)) throw new SystemError('EINVAL');
    device.mtu = mtu;
  }

  setMac(name: string, mac: MacAddress): void {
    const device = this.#admin.get(name);
    if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(mac)) throw new SystemError('EINVAL');
    if ((Number.parseInt(mac.slice(0, 2), 16) & 1) === 1) throw new SystemError('EADDRNOTAVAIL');
    device.mac = mac;
  }

  setQueueLength(name: string, packets: number): void {
    this.#admin.get(name).queueLength = packets;
  }

  rename(name: string, newName: string): void {
    const namespace = this.#admin;
    const device = namespace.get(name);
    if (device.up) throw new SystemError('EBUSY');
    namespace.requireName(newName);
    namespace.interfaces.delete(name);
    device.name = newName;
    namespace.interfaces.set(newName, device);
    namespace.changed();
  }

  moveInterface(name: string, to: NetworkNamespaceReference): void {
    const namespace = this.#admin;
    const device = namespace.get(name);
    const there = this.#other(to);
    if (there !== namespace) there.take(device);
  }

  setNetem(name: string, netem: Netem | undefined): void {
    const namespace = this.#admin;
    namespace.get(name).netem = netem && { ...netem };
    if (netem) namespace.system.impaired = true;
  }

  addAddress(name: string, address: InterfaceAddress): void {
    this.#admin.addAddress(name, address);
  }

  removeAddress(name: string, address: InterfaceAddress): void {
    this.#admin.removeAddress(name, address);
  }

  addRoute(route: Route): void {
    this.#admin.routes.add(route);
  }

  removeRoute(route: Route): void {
    this.#admin.routes.remove(route);
  }

  #device(name: string): Interface {
    return this.#admin.get(name);
  }

  setNeighbour(device: string, address: IpAddress, mac: MacAddress): void {
    this.#device(device).neighbours.set(address, { mac, state: 'PERMANENT', confirmed: 0, waiting: [] });
  }

  removeNeighbour(device: string, address: IpAddress): void {
    if (!this.#device(device).neighbours.delete(address)) throw new SystemError('ENOENT');
  }

  solicit(device: string, address: IpAddress): void {
    requireCapability(this.#task.credentials, 'CAP_NET_RAW');
    const { system, interfaces } = this.#namespace;
    const card = interfaces.get(device);
    if (!card) throw new SystemError('ENODEV');
    system.run(() => solicit(card, address));
  }

  bindNamespace(path: string): void {
    requireCapability(this.#task.credentials, 'CAP_SYS_ADMIN');
    const inode = mknod(this.#task, path, 0o100000, 0);
    const namespace = this.#kernel.newNetwork();
    namespace.name = path.slice(path.lastIndexOf('/') + 1);
    namespace.hold(1);
    inode.hold(1);
    this.#kernel.boundNetworks.set(inode, namespace);
  }

  unbindNamespace(path: string): void {
    requireCapability(this.#task.credentials, 'CAP_SYS_ADMIN');
    const { inode } = resolve(this.#task, path).dentry;
    const namespace = this.#kernel.boundNetworks.get(inode);
    if (!namespace) throw new SystemError('EINVAL');
    this.#kernel.boundNetworks.delete(inode);
    inode.hold(-1);
    unlink(this.#task, path);
    namespace.hold(-1);
  }

  namespaceInode(of?: NetworkNamespaceReference): number {
    return (of ? this.#other(of) : this.#namespace).inode;
  }

  setForwarding(on: boolean): void {
    this.#admin.forwarding = on;
  }

  setting(path: string): string | undefined {
    return this.#namespace.settings.get(path);
  }

  setSetting(path: string, value: string): void {
    this.#admin.settings.set(path, value);
  }

  addMasquerade(subnet: string): Disposable {
    const { translation: { masquerades } } = this.#admin;
    masquerades.push(subnet);
    return toDisposable(() => masquerades.splice(masquerades.indexOf(subnet), 1));
  }

  addDestinationNat(rule: Parameters<NetworkControl['addDestinationNat']>[0]): Disposable {
    const { translation: { destinationNats } } = this.#admin;
    const own = { ...rule };
    destinationNats.push(own);
    return toDisposable(() => destinationNats.splice(destinationNats.indexOf(own), 1));
  }

  translations(): ReturnType<NetworkControl['translations']> {
    const { masquerades, destinationNats } = this.#namespace.translation;
    return { masquerades: [...masquerades], destinationNats: destinationNats.map((each) => ({ ...each })) };
  }

  firewall(): FirewallChain[] {
    return this.#namespace.firewall.chains.map((chain) => ({ ...chain, rules: chain.rules.map((rule) => ({ ...rule })) }));
  }

  setFirewall(chains: readonly FirewallChain[]): void {
    this.#admin.firewall.chains = chains.map((chain) => ({ ...chain, rules: chain.rules.map((rule) => ({ ...rule })) }));
  }
}
