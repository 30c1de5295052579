import { type Disposable, toDisposable } from '../../base/index.ts';
import { type NetworkControl, type NetworkInterface, type Route, type SocketEntry, SystemError } from '../uapi/index.ts';
import { requireCapability } from '../vfs/index.ts';
import type { NetworkNamespace } from '../net/index.ts';
import type { Task } from '../task/index.ts';
import { socketEntries } from './socket-entries.ts';
import type { UnixSockets } from './unix-sockets.ts';

/** What a process may do to its network namespace: rtnetlink(7), iptables(8). */
export class TaskNetworkControl implements NetworkControl {
  readonly #task: Task;
  readonly #unix: UnixSockets;

  constructor(task: Task, unix: UnixSockets) {
    this.#task = task;
    this.#unix = unix;
  }

  get #namespace(): NetworkNamespace {
    return this.#task.namespaces.network;
  }

  /** The namespace, for a change. */
  get #admin(): NetworkNamespace {
    requireCapability(this.#task.credentials, 'CAP_NET_ADMIN');
    return this.#namespace;
  }

  interfaces(): NetworkInterface[] {
    return [...this.#namespace.interfaces.values()].map((each) => each.describe()).sort((a, b) => a.index - b.index);
  }

  routes(): Route[] {
    return this.#namespace.routes();
  }

  sockets(): SocketEntry[] {
    return socketEntries(this.#task, this.#unix);
  }

  addBridge(name: string, options: { mac?: string } = {}): void {
    this.#admin.add(name, 'bridge', options.mac);
  }

  addVeth(name: string, peer: { name: string; namespacePid: number; mac?: string }): void {
    const namespace = this.#admin;
    const other = this.#task.namespaces.pid.task(peer.namespacePid);
    if (!other || other.state === 'Z') throw new SystemError('ESRCH');
    const there = other.namespaces.network;
    if (namespace.interfaces.has(name) || there.interfaces.has(peer.name)) throw new SystemError('EEXIST');
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
    this.#admin.get(name).up = up;
  }

  setMaster(name: string, bridge: string | undefined): void {
    const namespace = this.#admin;
    const port = namespace.get(name);
    const master = bridge === undefined ? undefined : namespace.get(bridge);
    if (master && master.kind !== 'bridge') throw new SystemError('EOPNOTSUPP');
    port.master = master;
  }

  addAddress(name: string, address: { address: string; prefixLength: number }): void {
    this.#admin.addAddress(name, address);
  }

  removeAddress(name: string, address: { address: string; prefixLength: number }): void {
    this.#admin.removeAddress(name, address);
  }

  addRoute(route: Route): void {
    this.#admin.addRoute(route);
  }

  removeRoute(route: Route): void {
    this.#admin.removeRoute(route);
  }

  setForwarding(on: boolean): void {
    this.#admin.forwarding = on;
  }

  addMasquerade(subnet: string): Disposable {
    const { masquerades } = this.#admin;
    masquerades.push(subnet);
    return toDisposable(() => masquerades.splice(masquerades.indexOf(subnet), 1));
  }

  addDestinationNat(rule: Parameters<NetworkControl['addDestinationNat']>[0]): Disposable {
    const { destinationNats } = this.#admin;
    const own = { ...rule };
    destinationNats.push(own);
    return toDisposable(() => destinationNats.splice(destinationNats.indexOf(own), 1));
  }
}
