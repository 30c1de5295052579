import { formatIpv4, parseIpv4 } from '../../../base/ip/index.ts';
import { DisposableStore, toDisposable } from '../../../base/index.ts';
import type { EndpointSettings, PortBinding } from '../../api/index.ts';
import type { Container } from '../container/container.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { randomId, shortId } from '../identifier.ts';
import type { EndpointSpec } from '../ports/network-driver.ts';
import { emptyEndpoint, type Endpoint, hostInterfaceOf } from './endpoint.ts';
import { freeAddress, macOf, parseSubnet, subnetSize } from './ipv4.ts';
import { formatIpv6, freeAddress6, parseIpv6, parseSubnet6 } from './ipv6.ts';
import type { NetworkRecord } from './network-store.ts';
import { planPorts, type PublishedPort } from './ports.ts';

/** Chooses addresses for a container that starts, before its process exists: its /etc/hosts needs them. */
export function allocateEndpoint(daemon: Daemon, container: Container, name: string, network: NetworkRecord): void {
  if (network.configOnly) throw new EngineError('forbidden', 'cannot create endpoint on configuration-only network');
  if (network.scope === 'swarm' && !network.attachable) throw new EngineError('system', `Could not attach to network ${name}: rpc error: code = PermissionDenied desc = network ${network.name} not manually attachable`);
  const endpoint = (container.networks[name] ??= emptyEndpoint());
  endpoint.NetworkID = network.id;
  endpoint.EndpointID = randomId(daemon.random);
  const userDefined = !['bridge', 'host', 'none'].includes(network.name);
  endpoint.DNSNames = userDefined ? [...new Set([container.name, ...(endpoint.Aliases ?? []), shortId(container.id), ...(container.config.Hostname === shortId(container.id) ? [] : [container.config.Hostname])])] : null;
  const others = daemon.containers.all().filter((other) => other !== container).flatMap((other) => other.networks[name] ?? []);
  allocateIpv4(daemon, network, endpoint, others);
  allocateIpv6(daemon, network, endpoint, others);
}

function allocateIpv4(daemon: Daemon, network: NetworkRecord, endpoint: Endpoint, others: readonly Endpoint[]): void {
  const subnet = daemon.networks.subnetOf(network);
  const pool = daemon.networks.poolOf(network, 4);
  if (!subnet || !pool || !daemon.networks.bridgeOf(network)) return;
  const taken = new Set<number>(daemon.networks.reserved);
  for (const used of [pool.Gateway ?? '', ...Object.values(pool.AuxiliaryAddresses ?? {}), ...others.map(({ IPAddress }) => IPAddress)]) if (used !== '') taken.add(parseIpv4(used) ?? 0);
  // Nobody gets the network's own address and the one for broadcast.
  for (const reserved of [subnet.base, subnet.base + subnetSize(subnet) - 1]) taken.add(reserved);
  const wanted = parseIpv4(endpoint.IPAMConfig?.IPv4Address ?? '');
  if (wanted !== undefined && taken.has(wanted)) throw new EngineError('forbidden', 'Address already in use');
  const address = wanted ?? freeAddress(subnet, taken, parseSubnet(pool.IPRange ?? '') ?? subnet);
  if (address === undefined) throw new EngineError('system', 'no available IPv4 addresses on this network\'s address pools: ' + `${network.name} (${network.id})`);
  endpoint.IPAddress = formatIpv4(address);
  endpoint.IPPrefixLen = subnet.bits;
  endpoint.Gateway = network.internal ? '' : (pool.Gateway ?? '');
  endpoint.MacAddress = endpoint.DesiredMacAddress || macOf(address);
}

function allocateIpv6(daemon: Daemon, network: NetworkRecord, endpoint: Endpoint, others: readonly Endpoint[]): void {
  const subnet = daemon.networks.subnet6Of(network);
  const pool = daemon.networks.poolOf(network, 6);
  if (!subnet || !pool || !daemon.networks.bridgeOf(network)) return;
  const used = [pool.Gateway ?? '', ...Object.values(pool.AuxiliaryAddresses ?? {}), ...others.map(({ GlobalIPv6Address }) => GlobalIPv6Address)];
  const taken = new Set<bigint>([subnet.base, ...used.flatMap((text) => parseIpv6(text) ?? [])]);
  const wanted = parseIpv6(endpoint.IPAMConfig?.IPv6Address ?? '');
  if (wanted !== undefined && taken.has(wanted)) throw new EngineError('forbidden', 'Address already in use');
  const address = wanted ?? freeAddress6(parseSubnet6(pool.IPRange ?? '') ?? subnet, taken);
  if (address === undefined) throw new EngineError('system', 'no available IPv6 addresses on this network\'s address pools: ' + `${network.name} (${network.id})`);
  endpoint.GlobalIPv6Address = formatIpv6(address);
  endpoint.GlobalIPv6PrefixLen = subnet.bits;
  endpoint.IPv6Gateway = network.internal ? '' : (pool.Gateway ?? '');
}

/** Puts a started container's process on a network. Disposing of the result takes it off; the event of that is the caller's. */
export async function connectEndpoint(daemon: Daemon, container: Container, name: string, network: NetworkRecord, pid: number, interfaceIndex: number): Promise<DisposableStore> {
  const undo = new DisposableStore();
  const endpoint = container.networks[name];
  const bridge = daemon.networks.bridgeOf(network);
  if (endpoint && bridge) {
    const spec: EndpointSpec = {
      bridge: bridge.name, hostInterface: hostInterfaceOf(endpoint), containerInterface: `eth${interfaceIndex}`, mac: endpoint.MacAddress, address: endpoint.IPAddress,
      prefixLength: endpoint.IPPrefixLen, gateway: interfaceIndex === 0 && endpoint.Gateway !== '' ? endpoint.Gateway : undefined,
      ...(endpoint.GlobalIPv6Address !== '' && { ipv6: { address: endpoint.GlobalIPv6Address, prefixLength: endpoint.GlobalIPv6PrefixLen, gateway: interfaceIndex === 0 && endpoint.IPv6Gateway !== '' ? endpoint.IPv6Gateway : undefined } }),
    };
    await daemon.networkDriver.connect(pid, spec);
    undo.add(toDisposable(() => daemon.networkDriver.disconnect(spec)));
  }
  daemon.events.emit('network', 'connect', network.id, { container: container.id, name: network.name, type: network.driver });
  undo.add(toDisposable(() => daemon.events.emit('network', 'disconnect', network.id, { container: container.id, name: network.name, type: network.driver })));
  return undo;
}

/** Publishes the container's ports on the endpoint's address and fills `container.ports`. */
export function publishPorts(daemon: Daemon, container: Container, endpoint: EndpointSettings): DisposableStore {
  const undo = new DisposableStore();
  const { hostConfig, config } = container;
  const shown: Record<string, PortBinding[] | null> = {};
  for (const key of Object.keys(config.ExposedPorts ?? {})) shown[key.includes('/') ? key : `${key}/tcp`] = null;
  try {
    for (const port of planPorts(hostConfig.PortBindings, config.ExposedPorts, hostConfig.PublishAllPorts)) {
      const hostPort = chooseHostPort(daemon, container, port, endpoint);
      const hostAddress = port.hostAddress || '0.0.0.0';
      const bindings = port.hostAddress === '' ? [hostAddress, '::'] : [hostAddress];
      for (const address of bindings) {
        try {
          undo.add(daemon.networkDriver.publish({ protocol: port.protocol, hostAddress: address, hostPort, containerAddress: endpoint.IPAddress, containerPort: port.containerPort }));
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL')) throw error;
          throw externalFailure(container, endpoint, `Error starting userland proxy: listen ${port.protocol}4 ${address}:${hostPort}: bind: cannot assign requested address`);
        }
      }
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

function externalFailure(container: Container, endpoint: EndpointSettings, why: string): EngineError {
  return new EngineError('system', `driver failed programming external connectivity on endpoint ${container.name} (${endpoint.EndpointID}): ${why}`);
}

/** Where Docker looks for a free port when none is asked for: net.ipv4.ip_local_port_range. */
const ephemeral = { first: 32768, last: 60999 };

function chooseHostPort(daemon: Daemon, container: Container, port: PublishedPort, endpoint: EndpointSettings): number {
  const [asked, askedLast] = port.hostPorts;
  const address = port.hostAddress || '0.0.0.0';
  const [first, last] = asked === 0 ? [ephemeral.first, ephemeral.last] : [asked, askedLast];
  const fail = (why: string): never => {
    throw externalFailure(container, endpoint, why);
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
