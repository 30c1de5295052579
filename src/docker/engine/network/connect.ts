import { DisposableStore, toDisposable } from '../../../base/index.ts';
import type { EndpointSettings, PortBinding } from '../../api/index.ts';
import type { Container } from '../container/container.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { randomId, shortId } from '../identifier.ts';
import type { EndpointSpec } from '../ports/network-driver.ts';
import { formatIpv4, freeAddress, macOf, parseIpv4, subnetContains, subnetSize } from './ipv4.ts';
import type { NetworkRecord } from './network-store.ts';
import { planPorts, type PublishedPort } from './ports.ts';

/** An endpoint that is not connected, with what was asked for it. */
export function emptyEndpoint(asked: Partial<EndpointSettings> = {}): EndpointSettings {
  return {
    IPAMConfig: asked.IPAMConfig ?? null, Links: asked.Links ?? null, Aliases: asked.Aliases ?? null, MacAddress: '', NetworkID: '', EndpointID: '', Gateway: '', IPAddress: '', IPPrefixLen: 0,
    IPv6Gateway: '', GlobalIPv6Address: '', GlobalIPv6PrefixLen: 0, DriverOpts: asked.DriverOpts ?? null, DNSNames: null,
  };
}

/** The address that was asked for on a network; undefined when none was. One outside its subnet is refused when the container is made. */
export function askedAddress(daemon: Daemon, name: string, network: NetworkRecord, endpoint: EndpointSettings): number | undefined {
  const asked = endpoint.IPAMConfig?.IPv4Address;
  const subnet = daemon.networks.subnetOf(network);
  if (!asked || !subnet) return undefined;
  const wanted = parseIpv4(asked);
  if (wanted !== undefined && subnetContains(subnet, wanted)) return wanted;
  throw new EngineError('invalidParameter', `invalid config for network ${name}: invalid endpoint settings:\nno configured subnet or ip-range contain the IP address ${asked}`);
}

/** Chooses addresses for a container that starts, before its process exists: its /etc/hosts needs them. Returns the undoing. */
export function allocateEndpoint(daemon: Daemon, container: Container, name: string, network: NetworkRecord): void {
  const endpoint = (container.networks[name] ??= emptyEndpoint());
  endpoint.NetworkID = network.id;
  endpoint.EndpointID = randomId(daemon.random);
  const userDefined = !['bridge', 'host', 'none'].includes(network.name);
  endpoint.DNSNames = userDefined ? [...new Set([container.name, ...(endpoint.Aliases ?? []), shortId(container.id), ...(container.config.Hostname === shortId(container.id) ? [] : [container.config.Hostname])])] : null;
  const subnet = daemon.networks.subnetOf(network);
  const [config] = network.ipam.config;
  if (network.driver !== 'bridge' || !subnet || !config) return;
  const taken = new Set<number>([parseIpv4(config.Gateway ?? '') ?? 0, ...daemon.networks.reserved]);
  for (const other of daemon.containers.all()) {
    const address = other === container ? undefined : other.networks[name]?.IPAddress;
    if (address) taken.add(parseIpv4(address) ?? 0);
  }
  // Nobody gets the network's own address and the one for broadcast.
  for (const reserved of [subnet.base, subnet.base + subnetSize(subnet) - 1]) taken.add(reserved);
  const wanted = askedAddress(daemon, name, network, endpoint);
  if (wanted !== undefined && taken.has(wanted)) throw new EngineError('forbidden', 'Address already in use');
  const address = wanted ?? freeAddress(subnet, taken);
  if (address === undefined) throw new EngineError('system', 'no available IPv4 addresses on this network\'s address pools: ' + `${network.name} (${network.id})`);
  endpoint.IPAddress = formatIpv4(address);
  endpoint.IPPrefixLen = subnet.bits;
  endpoint.Gateway = network.internal ? '' : (config.Gateway ?? '');
  endpoint.MacAddress = container.config.MacAddress || macOf(address);
}

/** Puts a started container's process on a network. Disposing of the result takes it off; the event of that is the caller's. */
export async function connectEndpoint(daemon: Daemon, container: Container, name: string, network: NetworkRecord, pid: number, interfaceIndex: number): Promise<DisposableStore> {
  const undo = new DisposableStore();
  const endpoint = container.networks[name];
  const bridge = daemon.networks.bridgeOf(network);
  if (endpoint && bridge) {
    const spec: EndpointSpec = {
      bridge: bridge.name, hostInterface: `veth${endpoint.EndpointID.slice(0, 7)}`, containerInterface: `eth${interfaceIndex}`, mac: endpoint.MacAddress, address: endpoint.IPAddress,
      prefixLength: endpoint.IPPrefixLen, gateway: interfaceIndex === 0 && endpoint.Gateway !== '' ? endpoint.Gateway : undefined,
    };
    await daemon.networkDriver.connect(pid, spec);
    undo.add(toDisposable(() => daemon.networkDriver.disconnect(spec)));
  }
  daemon.events.emit('network', 'connect', network.id, { container: container.id, name: network.name, type: network.driver });
  undo.add(toDisposable(() => daemon.events.emit('network', 'disconnect', network.id, { container: container.id, name: network.name, type: network.driver })));
  return undo;
}

/** Forgets the addresses of an endpoint; what was asked for stays. */
export function clearEndpoint(endpoint: EndpointSettings): void {
  Object.assign(endpoint, emptyEndpoint({ IPAMConfig: endpoint.IPAMConfig, Links: endpoint.Links, Aliases: endpoint.Aliases, DriverOpts: endpoint.DriverOpts }), { NetworkID: endpoint.NetworkID });
}

/** Publishes the container's ports on the endpoint's address and fills `container.ports`. */
export function publishPorts(daemon: Daemon, container: Container, endpoint: EndpointSettings): DisposableStore {
  const undo = new DisposableStore();
  const { hostConfig, config } = container;
  const shown: Record<string, PortBinding[] | null> = {};
  for (const key of Object.keys(config.ExposedPorts ?? {})) shown[key] = null;
  try {
    for (const port of planPorts(hostConfig.PortBindings, config.ExposedPorts, hostConfig.PublishAllPorts)) {
      const hostPort = chooseHostPort(daemon, container, port, endpoint);
      const hostAddress = port.hostAddress || '0.0.0.0';
      const bindings = port.hostAddress === '' ? [hostAddress, '::'] : [hostAddress];
      for (const address of bindings) undo.add(daemon.networkDriver.publish({ protocol: port.protocol, hostAddress: address, hostPort, containerAddress: endpoint.IPAddress, containerPort: port.containerPort }));
      const key = `${port.containerPort}/${port.protocol}`;
      shown[key] = [...(shown[key] ?? []), ...bindings.map((HostIp) => ({ HostIp, HostPort: String(hostPort) }))];
      container.ports = shown;
    }
  } catch (error) {
    undo.dispose();
    throw error;
  }
  container.ports = shown;
  return undo;
}

/** Where Docker looks for a free port when none is asked for: net.ipv4.ip_local_port_range. */
const ephemeral = { first: 32768, last: 60999 };

function chooseHostPort(daemon: Daemon, container: Container, port: PublishedPort, endpoint: EndpointSettings): number {
  const [asked, askedLast] = port.hostPorts;
  const address = port.hostAddress || '0.0.0.0';
  const [first, last] = asked === 0 ? [ephemeral.first, ephemeral.last] : [asked, askedLast];
  const fail = (why: string): never => {
    throw new EngineError('system', `driver failed programming external connectivity on endpoint ${container.name} (${endpoint.EndpointID}): ${why}`);
  };
  for (let candidate = first; candidate <= last; candidate++) {
    if (isAllocated(daemon, port.protocol, address, candidate)) {
      if (first === last) return fail(`Bind for ${address}:${candidate} failed: port is already allocated`);
    } else if (daemon.networkDriver.isBound(port.protocol, address, candidate)) {
      if (first === last) return fail(`Error starting userland proxy: listen ${port.protocol}4 ${address}:${candidate}: bind: address already in use`);
    } else return candidate;
  }
  return fail(asked === 0 ? 'all ports are allocated' : `Bind for ${address}:${first} failed: port is already allocated`);
}

function isAllocated(daemon: Daemon, protocol: string, address: string, port: number): boolean {
  return daemon.containers.all().some((container) => container.release !== undefined && Object.entries(container.ports).some(([key, bindings]) =>
    key.endsWith(`/${protocol}`) && (bindings ?? []).some((binding) => Number(binding.HostPort) === port && (binding.HostIp === address || binding.HostIp === '0.0.0.0' || address === '0.0.0.0'))));
}
