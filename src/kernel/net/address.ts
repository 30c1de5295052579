import { type InterfaceAddress, type IpAddress, type MacAddress, type SocketAddress, SystemError } from '../uapi/index.ts';

/** An IPv4 address as a number; undefined for anything else. */
export function parseIpv4(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!parts) return undefined;
  let value = 0;
  for (const part of parts.slice(1)) {
    if (Number(part) > 255) return undefined;
    value = value * 256 + Number(part);
  }
  return value;
}

/** Dotted decimal of a number. */
export function formatIpv4(value: number): IpAddress {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/** The eight groups of an IPv6 address; undefined for anything else. */
export function parseIpv6(text: string): number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const value = parseIpv4(dotted[2] ?? '');
    return value === undefined ? undefined : parseIpv6(`${dotted[1]}${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/i.test(text)) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : undefined;
}

/** The one right spelling of an IPv6 address: RFC 5952. */
export function formatIpv6(groups: readonly number[]): IpAddress {
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  return best.at < 0 ? hex(groups) : `${hex(groups.slice(0, best.at))}::${hex(groups.slice(best.at + best.length))}`;
}

/** Whether the text is an address at all. */
export function isIpAddress(text: string): boolean {
  return parseIpv4(text) !== undefined || parseIpv6(text.replace(/%.*$/, '')) !== undefined;
}

/** Whether an address is one of IPv6. */
export function isV6(address: IpAddress): boolean {
  return address.includes(':');
}

/** One spelling for each address: IPv4-mapped ones are IPv4, a zone (`%eth0`) is left out. */
export function normalizeAddress(address: IpAddress): IpAddress {
  if (!isV6(address)) return address;
  const groups = parseIpv6(address.replace(/%.*$/, ''));
  if (!groups) return address.toLowerCase();
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return formatIpv4((groups[6] ?? 0) * 65536 + (groups[7] ?? 0));
  return formatIpv6(groups);
}

export function isAny(address: IpAddress): boolean {
  return address === '0.0.0.0' || address === '::' || address === '';
}

export function isLoopback(address: IpAddress): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** Whether a packet for it goes to a group: 224.0.0.0/4, ff00::/8. */
export function isMulticast(address: IpAddress): boolean {
  return isV6(address) ? address.startsWith('ff') : (parseIpv4(address) ?? 0) >>> 28 === 14;
}

/** Of one link only: fe80::/10. */
export function isLinkLocal(address: IpAddress): boolean {
  return /^fe[89ab]/.test(address);
}

/** The bits of an address as one number. */
function bits(address: IpAddress): bigint | undefined {
  if (!isV6(address)) {
    const value = parseIpv4(address);
    return value === undefined ? undefined : BigInt(value);
  }
  return parseIpv6(address)?.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
}

/** An address range: `172.17.0.0/16`, `fd00::/8`. EINVAL when it is none. */
export function parseCidr(text: string): InterfaceAddress {
  const [address = '', length] = text.split('/');
  const full = isV6(address) ? 128 : 32;
  const prefixLength = length === undefined ? full : Number(length);
  if (bits(address) === undefined || !(prefixLength >= 0 && prefixLength <= full)) throw new SystemError('EINVAL');
  return { address, prefixLength };
}

/** Whether an address lies in a range. */
export function inRange(address: IpAddress, range: InterfaceAddress): boolean {
  if (isV6(address) !== isV6(range.address)) return false;
  const value = bits(address);
  const base = bits(range.address);
  if (value === undefined || base === undefined) return false;
  const shift = BigInt((isV6(address) ? 128 : 32) - range.prefixLength);
  return value >> shift === base >> shift;
}

function maskOf(prefixLength: number): number {
  return prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
}

/** The range that an interface's address is in: `172.17.0.1/16` → `172.17.0.0/16`. */
export function networkOf({ address, prefixLength }: InterfaceAddress): string {
  const groups = parseIpv6(address);
  if (groups) {
    const kept = groups.map((group, i) => group & (0xffff << (16 - Math.max(0, Math.min(16, prefixLength - i * 16)))) & 0xffff);
    return `${formatIpv6(kept)}/${prefixLength}`;
  }
  return `${formatIpv4(((parseIpv4(address) ?? 0) & maskOf(prefixLength)) >>> 0)}/${prefixLength}`;
}

/** The last address of an IPv4 network, which means all of it. */
export function broadcastOf({ address, prefixLength }: InterfaceAddress): IpAddress | undefined {
  const value = parseIpv4(address);
  return value === undefined || prefixLength > 30 ? undefined : formatIpv4((value | ~maskOf(prefixLength)) >>> 0);
}

/** The order in which tables list ranges: by address, longer prefixes first. */
export function compareRanges(a: string, b: string): number {
  const [one, two] = [parseCidr(a), parseCidr(b)];
  const difference = (bits(one.address) ?? 0n) - (bits(two.address) ?? 0n);
  return Number(isV6(a)) - Number(isV6(b)) || (difference < 0n ? -1 : difference > 0n ? 1 : 0) || two.prefixLength - one.prefixLength;
}

/** The link-local address that goes with a hardware address: RFC 4291, appendix A. */
export function linkLocalOf(mac: MacAddress): IpAddress {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = mac.split(':').map((byte) => Number.parseInt(byte, 16));
  return formatIpv6([0xfe80, 0, 0, 0, ((a ^ 2) << 8) | b, (c << 8) | 0xff, 0xfe00 | d, (e << 8) | f]);
}

/** `address:port` for tables and logs. */
export function endpoint(address: IpAddress, port: number): string {
  return isV6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The internet form of a socket address; EAFNOSUPPORT for unix paths. */
export function requireInet(address: SocketAddress): InetAddress {
  if (address.family !== 'inet') throw new SystemError('EAFNOSUPPORT');
  return { ...address, address: normalizeAddress(address.address) };
}

/** The internet form of a socket address. */
export type InetAddress = Extract<SocketAddress, { family: 'inet' }>;
