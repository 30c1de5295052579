import type { ContainerCreateRequest, EndpointSettings } from '../../api/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { containerName } from './names.ts';

/** What of a container's place in its networks is not in the service. */
export interface NetworkingOptions {
  number: number;
  separator: string;
  /** Whether it answers to the service's name and aliases. */
  aliases: boolean;
  links: readonly string[];
}

/** Keys of a service's networks: by priority, then by name. */
export function networksByPriority(service: ServiceConfig): string[] {
  return Object.entries(service.networks ?? {}).toSorted(([a, left], [b, right]) => (right?.priority ?? 0) - (left?.priority ?? 0) || (a < b ? -1 : 1)).map(([key]) => key);
}

/** The network mode, and the endpoints in all networks of the service. */
export function networking(project: Project, service: ServiceConfig, options: NetworkingOptions): { mode: string; config: ContainerCreateRequest['NetworkingConfig'] } {
  if (service.network_mode) return { mode: service.network_mode, config: undefined };
  if (Object.keys(project.networks).length === 0) return { mode: 'none', config: undefined };
  const given = networksByPriority(service);
  const keys = given.length > 0 ? given : ['default'];
  const names = keys.map((key) => project.networks[key]?.name ?? key);
  const endpoints = keys.map((key, i): [string, Partial<EndpointSettings>] => [names[i] ?? key, endpoint(project, service, key, i === 0, options)]);
  return { mode: names[0] ?? 'default', config: { EndpointsConfig: Object.fromEntries(endpoints) } };
}

function endpoint(project: Project, service: ServiceConfig, key: string, isMain: boolean, options: NetworkingOptions): Partial<EndpointSettings> {
  const config = service.networks?.[key];
  const aliases = [containerName(project.name, service, options.number, options.separator)];
  if (options.aliases) aliases.push(service.name, ...(config?.aliases ?? []));
  const mac = config?.mac_address ?? (isMain ? service.mac_address : undefined);
  return {
    Aliases: aliases,
    ...(options.links.length > 0 && { Links: [...options.links] }),
    ...(config && {
      IPAMConfig: {
        ...(config.ipv4_address && { IPv4Address: config.ipv4_address }),
        ...(config.ipv6_address && { IPv6Address: config.ipv6_address }),
        ...(config.link_local_ips && { LinkLocalIPs: config.link_local_ips }),
      },
    }),
    ...(config?.ipv4_address && { IPAddress: config.ipv4_address }),
    ...(mac && { MacAddress: mac }),
  };
}

/** Ports that are exposed and published. */
export function portsOf(service: ServiceConfig): Required<Pick<ContainerCreateRequest, 'ExposedPorts'>> & { PortBindings: Record<string, { HostIp: string; HostPort: string }[]> } {
  const exposed: Record<string, Record<string, never>> = {};
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of service.expose ?? []) exposed[port] = {};
  for (const { target, protocol = 'tcp', host_ip: address = '', published = '' } of service.ports ?? []) {
    const key = `${target}/${protocol}`;
    exposed[key] = {};
    (bindings[key] ??= []).push({ HostIp: address, HostPort: published });
  }
  return { ExposedPorts: exposed, PortBindings: bindings };
}
