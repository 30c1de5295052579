import { formatIpv6 as formatGroups, ipv6Number, ipv6OfNumber, parseIpv6 as parseGroups } from '../../../base/ip/index.ts';

/** A range of IPv6 addresses. */
export interface Subnet6 {
  base: bigint;
  bits: number;
}

/** The number of an IPv6 address; undefined when it is none. */
export function parseIpv6(text: string): bigint | undefined {
  const groups = parseGroups(text);
  return groups && ipv6Number(groups);
}

/** As RFC 5952 writes it. */
export function formatIpv6(address: bigint): string {
  return formatGroups(ipv6OfNumber(address));
}

/** `2001:db8::/64`; undefined when it is none. The base is cut to the network's. */
export function parseSubnet6(text: string): Subnet6 | undefined {
  const [address = '', bits = ''] = text.split('/');
  const base = parseIpv6(address);
  if (base === undefined || !/^\d{1,3}$/.test(bits) || Number(bits) > 128) return undefined;
  const size = size6({ bits: Number(bits) });
  return { base: base - (base % size), bits: Number(bits) };
}

export function formatSubnet6({ base, bits }: Subnet6): string {
  return `${formatIpv6(base)}/${bits}`;
}

function size6({ bits }: { bits: number }): bigint {
  return 1n << BigInt(128 - bits);
}

export function contains6(subnet: Subnet6, address: bigint): boolean {
  return address >= subnet.base && address < subnet.base + size6(subnet);
}

/** The lowest address of a range that is not taken. Nobody gets the first of the subnet. */
export function freeAddress6(range: Subnet6, taken: ReadonlySet<bigint>): bigint | undefined {
  for (let address = range.base; address < range.base + size6(range); address++) if (!taken.has(address)) return address;
  return undefined;
}
