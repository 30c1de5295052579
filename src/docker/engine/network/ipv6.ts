/** A range of IPv6 addresses. */
export interface Subnet6 {
  base: bigint;
  bits: number;
}

/** The number of an IPv6 address; undefined when it is none. */
export function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
}

/** As RFC 5952 writes it: the longest run of zeros is `::`. */
export function formatIpv6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => Number((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)).join(':');
  const [longest] = [...groups.matchAll(/\b0(?::0)+\b/g)].map(([run]) => run).sort((a, b) => b.length - a.length);
  if (longest === undefined) return groups;
  const at = groups.search(new RegExp(`\\b${longest}\\b`));
  return `${groups.slice(0, at).replace(/:$/, '')}::${groups.slice(at + longest.length).replace(/^:/, '')}`;
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
