import type { EndpointSettings } from '../../api/index.ts';

/** A container's place in a network, as it is kept. */
export interface Endpoint extends EndpointSettings {
  /** The hardware address that was asked for; the API does not show it. */
  DesiredMacAddress?: string;
}

/** An endpoint that is not connected, with what was asked for it. */
export function emptyEndpoint(asked: Partial<Endpoint> = {}): Endpoint {
  const mac = asked.DesiredMacAddress || asked.MacAddress;
  return {
    IPAMConfig: asked.IPAMConfig ?? null, Links: asked.Links ?? null, Aliases: asked.Aliases ?? null, MacAddress: mac ?? '', NetworkID: '', EndpointID: '', Gateway: '', IPAddress: '', IPPrefixLen: 0,
    IPv6Gateway: '', GlobalIPv6Address: '', GlobalIPv6PrefixLen: 0, DriverOpts: asked.DriverOpts ?? null, DNSNames: null, ...(mac && { DesiredMacAddress: mac }),
  };
}

/** Forgets the addresses of an endpoint; what was asked for stays. */
export function clearEndpoint(endpoint: Endpoint): void {
  const { NetworkID } = endpoint;
  Object.assign(endpoint, emptyEndpoint({ ...endpoint, MacAddress: '' }), { MacAddress: '', NetworkID });
}

/** As the API shows endpoints. */
export function shownEndpoints(networks: Readonly<Record<string, Endpoint>>): Record<string, EndpointSettings> {
  return Object.fromEntries(Object.entries(networks).map(([name, { DesiredMacAddress: _kept, ...endpoint }]) => [name, endpoint]));
}

/** The name of the host's end of an endpoint's pair of interfaces. */
export function hostInterfaceOf({ EndpointID: id }: Endpoint): string {
  return `veth${id.slice(0, 7)}`;
}
