import { formatIpv4, parseIpv4 } from '../../../base/ip/index.ts';

/** A range of IPv4 addresses. */
export interface Subnet {
  base: number;
  bits: number;
}

/** `172.17.0.0/16`; undefined when it is none. The base is cut to the network's. */
export function parseSubnet(text: string): Subnet | undefined {
  const [address = '', bits = ''] = text.split('/');
  const base = parseIpv4(address);
  if (base === undefined || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return undefined;
  const size = 2 ** (32 - Number(bits));
  return { base: Math.floor(base / size) * size, bits: Number(bits) };
}

export function formatSubnet({ base, bits }: Subnet): string {
  return `${formatIpv4(base)}/${bits}`;
}

export function subnetSize({ bits }: Subnet): number {
  return 2 ** (32 - bits);
}

export function subnetContains(subnet: Subnet, address: number): boolean {
  return address >= subnet.base && address < subnet.base + subnetSize(subnet);
}

export function subnetsOverlap(a: Subnet, b: Subnet): boolean {
  return subnetContains(a, b.base) || subnetContains(b, a.base);
}

/** The lowest host address of a subnet, or of a `range` in it, that is not taken; undefined when all are. */
export function freeAddress(subnet: Subnet, taken: ReadonlySet<number>, range = subnet): number | undefined {
  const last = subnet.base + subnetSize(subnet) - 1;
  for (let address = range.base; address < range.base + subnetSize(range); address++) if (address !== subnet.base && address !== last && !taken.has(address)) return address;
  return undefined;
}

/** The hardware address that Docker derives from an IPv4 address. */
export function macOf(address: number): string {
  return ['02', '42', ...[24, 16, 8, 0].map((shift) => (Math.floor(address / 2 ** shift) % 256).toString(16).padStart(2, '0'))].join(':');
}
