import type { Filters, NetworkInspect } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { labelMatches } from '../event/event-filter.ts';
import { filterMatches } from '../filter-match.ts';
import { booleanFilter } from '../image/list.ts';
import { type NetworkRecord, predefinedNetworks } from './network-store.ts';

/** `GET /networks/{id}` */
export function inspectNetwork(daemon: Daemon, network: NetworkRecord): NetworkInspect {
  const containers: NonNullable<NetworkInspect['Containers']> = {};
  for (const container of daemon.containers.all()) {
    const endpoint = container.networks[network.name];
    if (!container.isRunning || !endpoint?.EndpointID) continue;
    containers[container.id] = {
      Name: container.name, EndpointID: endpoint.EndpointID, MacAddress: endpoint.MacAddress, IPv4Address: endpoint.IPAddress === '' ? '' : `${endpoint.IPAddress}/${endpoint.IPPrefixLen}`,
      IPv6Address: endpoint.GlobalIPv6Address === '' ? '' : `${endpoint.GlobalIPv6Address}/${endpoint.GlobalIPv6PrefixLen}`,
    };
  }
  return daemon.networks.toApi(network, containers);
}

/** Names of running containers on a network. */
export function containersOn(daemon: Daemon, network: NetworkRecord): string[] {
  return daemon.containers.all().filter((container) => container.isRunning && container.networks[network.name]?.EndpointID).map((container) => container.name);
}

/** `GET /networks` */
export function listNetworks(daemon: Daemon, filters: Filters): NetworkInspect[] {
  for (const key of filters.keys()) if (!['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type'].includes(key)) throw new EngineError('invalidParameter', `invalid filter '${key}'`);
  const any = (key: string, test: (value: string) => boolean): boolean => (filters.get(key) ?? []).length === 0 || (filters.get(key) ?? []).some(test);
  const dangling = booleanFilter(filters, 'dangling');
  return daemon.networks.all().filter((network) =>
    any('driver', (value) => network.driver === value) && filterMatches(filters, 'id', network.id) && filterMatches(filters, 'name', network.name) &&
    any('scope', (value) => value === (network.scope ?? 'local')) && any('type', (value) => predefinedNetworks.includes(network.name) === (value === 'builtin')) &&
    (filters.get('label') ?? []).every((wanted) => labelMatches(network.labels, wanted)) &&
    (dangling === undefined || (!predefinedNetworks.includes(network.name) && (containersOn(daemon, network).length === 0) === dangling)))
    .map((network) => daemon.networks.toApi(network, {}));
}
