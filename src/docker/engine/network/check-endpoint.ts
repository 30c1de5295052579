import { parseIpv4 } from '../../../base/ip/index.ts';
import type { EndpointSettings } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import { parseSubnet, subnetContains } from './ipv4.ts';
import { contains6, parseIpv6, parseSubnet6 } from './ipv6.ts';
import { joinErrors, type Pool } from './pools.ts';
import { type NetworkRecord, predefinedNetworks } from './network-store.ts';

/** What is wrong with what was asked of an endpoint; undefined when nothing is. `network` is absent when there is none of that name (yet). */
function endpointProblem(daemon: Daemon, name: string, network: NetworkRecord | undefined, { IPAMConfig: asked, Aliases: aliases, MacAddress: mac }: Partial<EndpointSettings>): string | undefined {
  const v4 = asked?.IPv4Address ?? '';
  const v6 = asked?.IPv6Address ?? '';
  const predefined = predefinedNetworks.includes(name) || name === 'default';
  const errors = [
    ...(predefined && (v4 !== '' || v6 !== '') ? ['user specified IP address is supported on user defined networks only'] : []),
    ...(predefined && name !== 'host' && name !== 'none' && aliases?.length ? ['network-scoped alias is supported only for containers in user defined networks'] : []),
    ...(v4 !== '' && parseIpv4(v4) === undefined ? [`invalid IPv4 address: ${v4}`] : []),
    ...(v6 !== '' && parseIpv6(v6) === undefined ? [`invalid IPv6 address: ${v6}`] : []),
    ...(network ? [...rangeProblem(v4, daemon.networks.poolOf(network, 4)), ...rangeProblem(v6, daemon.networks.poolOf(network, 6))] : []),
  ];
  if (errors.length > 0) return `invalid endpoint settings:\n${joinErrors(errors)}`;
  return mac && !/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(mac) ? `invalid MAC address ${mac}` : undefined;
}

function rangeProblem(address: string, pool: Pool | undefined): string[] {
  if (address === '') return [];
  if (!pool || pool.chosen) return ['user specified IP address is supported only when connecting to networks with user configured subnets'];
  return poolContains(pool, address) ? [] : [`no configured subnet or ip-range contain the IP address ${address}`];
}

function poolContains({ Subnet: text = '' }: Pool, address: string): boolean {
  const v6 = parseSubnet6(text);
  if (v6 && text.includes(':')) {
    const number = parseIpv6(address);
    return number !== undefined && contains6(v6, number);
  }
  const v4 = parseSubnet(text);
  const number = parseIpv4(address);
  return v4 !== undefined && number !== undefined && subnetContains(v4, number);
}

/** Throws when what is asked of an endpoint is wrong. */
export function checkEndpoint(daemon: Daemon, name: string, network: NetworkRecord | undefined, asked: Partial<EndpointSettings>, prefix = ''): void {
  const problem = endpointProblem(daemon, name, network, asked);
  if (problem !== undefined) throw new EngineError('invalidParameter', `${prefix}${problem}`);
}
