import { formatIpv4, parseIpv4 } from '../../../base/ip/index.ts';
import type { IpamConfig, NetworkCreateRequest } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import { formatSubnet, freeAddress, parseSubnet, type Subnet, subnetContains, subnetSize, subnetsOverlap } from './ipv4.ts';
import { contains6, formatIpv6, formatSubnet6, freeAddress6, parseIpv6, parseSubnet6, type Subnet6 } from './ipv6.ts';

/** A pool of a network, as it is kept: the gateway is always in it. */
export interface Pool extends IpamConfig {
  /** The gateway was not asked for: the API leaves it out. */
  hideGateway?: boolean;
  /** Nobody asked for this subnet. */
  chosen?: boolean;
}

/** The pools that a request asks for, checked. `used` are those of the other networks, `choose` gives a free one of IPv4. */
export function planPools(request: NetworkCreateRequest, used: readonly Pool[], choose: () => Subnet): Pool[] {
  const given = (request.IPAM?.Config ?? []).filter((config) => Object.values(config).some((value) => value !== '' && value !== null));
  checkPools(given, request.EnableIPv6 ?? false);
  for (const family of [isV4, isV6]) if (given.filter((config) => family(config.Subnet ?? '')).length > 1) throw new EngineError('forbidden', "bridge driver doesn't support multiple subnets");
  const pools = given.map((config) => (isV6(config.Subnet ?? '') ? pool6(config, used) : pool4(config, used)));
  if (request.EnableIPv6 && !pools.some((pool) => isV6(pool.Subnet ?? ''))) throw new EngineError('system', 'could not find an available, non-overlapping IPv6 address pool among the defaults to assign to the network');
  if (pools.some((pool) => isV4(pool.Subnet ?? ''))) return pools;
  const subnet = choose();
  return [...pools, { Subnet: formatSubnet(subnet), Gateway: formatIpv4(subnet.base + 1), chosen: true }];
}

const isV6 = (text: string): boolean => text.includes(':');
const isV4 = (text: string): boolean => !isV6(text);

/** All that is wrong with the pools, in one message. */
function checkPools(pools: readonly IpamConfig[], ipv6: boolean): void {
  const errors = pools.flatMap((pool) => {
    // Clients send null for what they do not say.
    const text = pool.Subnet || '';
    const range = pool.IPRange || '';
    const gateway = pool.Gateway || '';
    const subnet = parseAny(text);
    if (!subnet) return [`invalid subnet ${text}: invalid CIDR block notation`];
    if (isV6(text) && !ipv6) return [];
    const shown = formatAny(subnet);
    return [
      ...(normal(text) === shown ? [] : [`invalid subnet ${normal(text)}: it should be ${shown}`]),
      ...rangeErrors(range, subnet).map((why) => `invalid ip-range ${range}: ${why}`),
      ...addressErrors(gateway, subnet).map((why) => `invalid gateway ${gateway}: ${why}`),
      ...Object.entries(pool.AuxiliaryAddresses ?? {}).flatMap(([name, address]) => addressErrors(address, subnet).map((why) => `invalid auxiliary address ${name}: ${why}`)),
    ];
  });
  if (errors.length > 0) throw new EngineError('invalidParameter', `invalid network config:\n${joinErrors(errors)}`);
}

function rangeErrors(range: string, subnet: Subnet | Subnet6): string[] {
  if (range === '') return [];
  const parsed = parseAny(range);
  if (!parsed) return ['invalid CIDR block notation'];
  if (typeof parsed.base !== typeof subnet.base) return [familyError(subnet)];
  const first = range.split('/')[0] ?? '';
  return [
    ...(parsed.bits < subnet.bits ? [`CIDR block is bigger than its parent subnet ${formatAny(subnet)}`] : []),
    ...(normal(range) === formatAny(parsed) ? [] : [`it should be ${formatAny(parsed)}`]),
    ...(anyContains(subnet, parseAddress(first) ?? -1) || anyContains(parsed, subnet.base) ? [] : [`parent subnet ${formatAny(subnet)} doesn't contain ip-range`]),
  ];
}

function addressErrors(address: string, subnet: Subnet | Subnet6): string[] {
  if (address === '') return [];
  const number = parseAddress(address);
  if (number === undefined) return ['invalid address'];
  if (typeof number !== typeof subnet.base) return [familyError(subnet)];
  return anyContains(subnet, number) ? [] : [`parent subnet ${formatAny(subnet)} doesn't contain this address`];
}

function familyError(subnet: Subnet | Subnet6): string {
  return `parent subnet is an ${typeof subnet.base === 'bigint' ? 'IPv6' : 'IPv4'} block`;
}

function parseAddress(text: string): number | bigint | undefined {
  return isV6(text) ? parseIpv6(text) : parseIpv4(text);
}

/** One message, or a list of several, as moby joins them. */
export function joinErrors(errors: readonly string[]): string {
  return errors.length === 1 ? (errors[0] ?? '') : errors.map((error) => `* ${error}`).join('\n');
}

function parseAny(text: string): Subnet | Subnet6 | undefined {
  return isV6(text) ? parseSubnet6(text) : parseSubnet(text);
}

function formatAny(subnet: Subnet | Subnet6): string {
  return typeof subnet.base === 'bigint' ? formatSubnet6(subnet as Subnet6) : formatSubnet(subnet as Subnet);
}

function anyContains(subnet: Subnet | Subnet6, address: number | bigint): boolean {
  if (typeof subnet.base === 'bigint') return typeof address === 'bigint' && contains6(subnet as Subnet6, address);
  return typeof address === 'number' && subnetContains(subnet as Subnet, address);
}

/** A prefix with its address written as usual, its host bits kept. */
function normal(text: string): string {
  const [address = '', bits = ''] = text.split('/');
  const number = isV6(address) ? parseIpv6(address) : undefined;
  return `${number === undefined ? address : formatIpv6(number)}/${bits}`;
}

const overlaps = (): never => {
  throw new EngineError('forbidden', 'Pool overlaps with other one on this address space');
};

function pool4(asked: IpamConfig, used: readonly Pool[]): Pool {
  const subnet = parseSubnet(asked.Subnet ?? '') ?? { base: 0, bits: 32 };
  if (used.some((pool) => isV4(pool.Subnet ?? '') && subnetsOverlap(parseSubnet(pool.Subnet ?? '') ?? { base: 0, bits: 32 }, subnet))) overlaps();
  const range = parseSubnet(asked.IPRange ?? '') ?? subnet;
  const taken = new Set<number>([subnet.base, subnet.base + subnetSize(subnet) - 1]);
  if (asked.Gateway && taken.has(parseIpv4(asked.Gateway) ?? -1)) throw new EngineError('forbidden', `failed to allocate gateway (${asked.Gateway}): Address already in use`);
  for (const address of Object.values(asked.AuxiliaryAddresses ?? {})) taken.add(parseIpv4(address) ?? 0);
  const first = freeAddress(subnet, taken, range) ?? subnet.base + 1;
  return poolOf(asked, asked.Gateway || formatIpv4(first));
}

function pool6(asked: IpamConfig, used: readonly Pool[]): Pool {
  const subnet = parseSubnet6(asked.Subnet ?? '') ?? { base: 0n, bits: 128 };
  const others = used.flatMap((pool) => parseSubnet6(pool.Subnet ?? '') ?? []);
  if (others.some((other) => contains6(other, subnet.base) || contains6(subnet, other.base))) overlaps();
  const taken = new Set([subnet.base, ...Object.values(asked.AuxiliaryAddresses ?? {}).map((address) => parseIpv6(address) ?? 0n)]);
  const first = freeAddress6(parseSubnet6(asked.IPRange ?? '') ?? subnet, taken) ?? subnet.base + 1n;
  return poolOf(asked, asked.Gateway || formatIpv6(first));
}

function poolOf(asked: IpamConfig, gateway: string): Pool {
  return {
    Subnet: asked.Subnet ?? '', ...(asked.IPRange && { IPRange: asked.IPRange }), Gateway: gateway,
    ...(Object.keys(asked.AuxiliaryAddresses ?? {}).length > 0 && { AuxiliaryAddresses: asked.AuxiliaryAddresses as Record<string, string> }), ...(!asked.Gateway && { hideGateway: true }),
  };
}
