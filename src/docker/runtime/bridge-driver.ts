import { type Disposable, DisposableStore } from '../../base/index.ts';
import { broadcastOf, isEndOfProcess, isSystemError, type NetworkControl, type Process } from '../../kernel/index.ts';
import type { BridgeSpec, EndpointSpec, InterfaceTraffic, NameResolver, NetworkDriver, PortForward } from '../engine/index.ts';
import { startDockerProxy } from './docker-proxy.ts';
import { serveEmbeddedDns } from './embedded-dns.ts';

/** Bridges, veth pairs and address translation by system calls of a process in the host's network namespace. */
export class BridgeDriver implements NetworkDriver {
  readonly #process: Process;
  readonly #masquerades = new Map<string, Disposable>();

  constructor(process: Process) {
    this.#process = process;
  }

  hostAddresses(): { device: string; address: string }[] {
    return this.#process.network.interfaces().filter(({ name }) => name !== 'lo').flatMap(({ name: device, addresses }) => addresses.map(({ address }) => ({ device, address })));
  }

  createBridge(bridge: BridgeSpec): void {
    const { network } = this.#process;
    const known = network.interfaces().find((each) => each.name === bridge.name);
    if (!known) network.addBridge(bridge.name);
    if (!known?.addresses.some((each) => each.address === bridge.gateway)) network.addAddress(bridge.name, withBroadcast(bridge.gateway, bridge.prefixLength));
    if (bridge.ipv6 && !known?.addresses.some((each) => each.address === bridge.ipv6?.gateway)) {
      network.setSetting(`ipv6/conf/${bridge.name}/disable_ipv6`, '0');
      network.setSetting('ipv6/conf/all/forwarding', '1');
      network.addAddress(bridge.name, { address: bridge.ipv6.gateway, prefixLength: bridge.ipv6.prefixLength });
    }
    network.setUp(bridge.name, true);
    network.setForwarding(true);
    if (bridge.masquerade && !this.#masquerades.has(bridge.name)) this.#masquerades.set(bridge.name, network.addMasquerade(bridge.subnet));
  }

  removeBridge(bridge: BridgeSpec): void {
    this.#masquerades.get(bridge.name)?.dispose();
    this.#masquerades.delete(bridge.name);
    this.#removeInterface(bridge.name);
  }

  async prepareNamespace(pid: number): Promise<void> {
    await this.#within(pid, (network) => {
      network.setSetting('ipv6/conf/default/disable_ipv6', '1');
      network.setSetting('ipv6/conf/lo/disable_ipv6', '0');
      network.setUp('lo', true);
    });
  }

  async connect(pid: number, endpoint: EndpointSpec): Promise<void> {
    const { network } = this.#process;
    network.addVeth(endpoint.hostInterface, { name: endpoint.containerInterface, namespacePid: pid, mac: endpoint.mac });
    network.setMaster(endpoint.hostInterface, endpoint.bridge);
    network.setUp(endpoint.hostInterface, true);
    await this.#within(pid, (inside) => {
      inside.addAddress(endpoint.containerInterface, withBroadcast(endpoint.address, endpoint.prefixLength));
      if (endpoint.ipv6) {
        inside.setSetting(`ipv6/conf/${endpoint.containerInterface}/disable_ipv6`, '0');
        inside.addAddress(endpoint.containerInterface, { address: endpoint.ipv6.address, prefixLength: endpoint.ipv6.prefixLength });
      }
      inside.setUp(endpoint.containerInterface, true);
      if (endpoint.ipv6?.gateway !== undefined) inside.addRoute({ destination: '::/0', gateway: endpoint.ipv6.gateway, device: endpoint.containerInterface, source: undefined });
      if (endpoint.gateway !== undefined) inside.addRoute({ destination: '0.0.0.0/0', gateway: endpoint.gateway, device: endpoint.containerInterface, source: undefined });
    });
  }

  traffic(hostInterface: string): InterfaceTraffic | undefined {
    const found = this.#process.network.interfaces().find(({ name }) => name === hostInterface);
    // What the host's end takes in, the container sent.
    return found && { rxBytes: found.txBytes, rxPackets: found.txPackets, txBytes: found.rxBytes, txPackets: found.rxPackets };
  }

  disconnect(endpoint: EndpointSpec): void {
    this.#removeInterface(endpoint.hostInterface);
  }

  #removeInterface(name: string): void {
    try {
      this.#process.network.removeInterface(name);
    } catch (error) {
      if (!isSystemError(error, 'ENODEV', 'ENOENT', 'ENXIO') && !isEndOfProcess(error)) throw error;
    }
  }

  isBound(protocol: 'tcp' | 'udp', address: string, port: number): boolean {
    return this.#process.network.sockets().some((socket) => {
      if (socket.protocol !== protocol || socket.local.family !== 'inet' || socket.local.port !== port) return false;
      if (protocol === 'tcp' && socket.state !== 'LISTEN') return false;
      return address === '0.0.0.0' || socket.local.address === '0.0.0.0' || socket.local.address === address;
    });
  }

  publish(forward: PortForward): Disposable {
    const opened = new DisposableStore();
    opened.add(startDockerProxy(this.#process, forward));
    if (!forward.hostAddress.includes(':')) {
      opened.add(this.#process.network.addDestinationNat({
        protocol: forward.protocol, address: forward.hostAddress === '0.0.0.0' ? undefined : forward.hostAddress, port: forward.hostPort, toAddress: forward.containerAddress, toPort: forward.containerPort,
      }));
    }
    return opened;
  }

  serveDns(pid: number, resolve: NameResolver, servers: readonly string[]): Disposable {
    return serveEmbeddedDns(this.#process, pid, resolve, servers);
  }

  /** Runs `task` in the network namespace of a process. */
  async #within(pid: number, task: (network: NetworkControl) => void): Promise<void> {
    let failure: unknown;
    const child = this.#process.fork((helper) => {
      try {
        task(helper.network);
      } catch (error) {
        failure = error;
      }
      return 0;
    }, { fds: {}, namespaces: { network: pid } });
    await this.#process.wait(child);
    if (failure !== undefined) throw failure;
  }
}

function withBroadcast(address: string, prefixLength: number): { address: string; prefixLength: number; broadcast?: string } {
  const broadcast = broadcastOf({ address, prefixLength });
  return { address, prefixLength, ...(broadcast !== undefined && { broadcast }) };
}
