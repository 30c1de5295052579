import type { EndpointSettings } from '../../api/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import { CliError } from '../command/status-error.ts';
import type { ContainerFlagValues } from './container-flags.ts';
import { attachmentTo, type NetworkAttachment } from './network-flag.ts';

/** What the network flags ask for, by network. */
export function endpointsOf(flags: ContainerFlagValues, networks: readonly NetworkAttachment[]): Record<string, Partial<EndpointSettings>> {
  if (networks.length === 0) return { default: endpointOf(withContainerFlags(attachmentTo('default'), flags)) };
  const endpoints: Record<string, Partial<EndpointSettings>> = {};
  const seen = new Set<string>();
  for (const [i, network] of networks.entries()) {
    const endpoint = endpointOf(i === 0 ? withContainerFlags(network, flags) : network);
    if (seen.has(network.target)) throw new CliError(`network ${goQuote(network.target)} is specified multiple times`);
    seen.add(network.target);
    if (networks.length === 1 && Object.values(endpoint).every((value) => value === null)) continue;
    endpoints[network.target] = endpoint;
  }
  const userDefined = networks.filter(({ target }) => isUserDefined(target)).length;
  if (userDefined > 0 && userDefined < networks.length) {
    throw new CliError('conflicting options: cannot attach both user-defined and non-user-defined network-modes');
  }
  return endpoints;
}

/** Whether a network mode names a network of the user's. */
export function isUserDefined(mode: string): boolean {
  return !['default', 'bridge', 'host', 'none'].includes(mode) && !mode.startsWith('container:');
}

/** Flags such as --ip and --network-alias go to the first network. */
function withContainerFlags(network: NetworkAttachment, flags: ContainerFlagValues): NetworkAttachment {
  const aliases = [...flags['network-alias'], ...flags['net-alias']];
  const conflict = (what: string): CliError => new CliError(`conflicting options: cannot specify both ${what}`);
  if (network.aliases.length > 0 && aliases.length > 0) throw conflict('--network-alias and per-network alias');
  if (flags.link.length > 0 && network.target !== 'default' && !isUserDefined(network.target)) throw new CliError('links are only supported for user-defined networks');
  if (network.ipv4 !== '' && flags.ip !== '') throw conflict('--ip and per-network IPv4 address');
  if (network.ipv6 !== '' && flags.ip6 !== '') throw conflict('--ip6 and per-network IPv6 address');
  if (network.mac !== '' && flags['mac-address'] !== '') throw conflict('--mac-address and per-network MAC address');
  if (network.linkLocalIps.length > 0 && flags['link-local-ip'].length > 0) throw conflict('--link-local-ip and per-network link-local IP addresses');
  return {
    ...network,
    aliases: aliases.length > 0 ? aliases : network.aliases,
    ipv4: flags.ip || network.ipv4,
    ipv6: flags.ip6 || network.ipv6,
    mac: flags['mac-address'] || network.mac,
    linkLocalIps: flags['link-local-ip'].length > 0 ? [...flags['link-local-ip']] : network.linkLocalIps,
  };
}

function endpointOf(network: NetworkAttachment): Partial<EndpointSettings> {
  if (network.target.trim() === '') throw new CliError('no name set for network');
  if (!isUserDefined(network.target) && network.aliases.length > 0) throw new CliError('network-scoped aliases are only supported for user-defined networks');
  const addressed = network.ipv4 !== '' || network.ipv6 !== '' || network.linkLocalIps.length > 0;
  return {
    IPAMConfig: addressed ? { IPv4Address: network.ipv4, IPv6Address: network.ipv6, LinkLocalIPs: network.linkLocalIps } : null,
    Aliases: network.aliases.length > 0 ? network.aliases : null,
    ...(Object.keys(network.driverOpts).length > 0 && { DriverOpts: network.driverOpts }),
    ...(network.mac !== '' && { MacAddress: network.mac }),
  };
}
