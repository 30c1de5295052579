import { formatIpv4, formatIpv6, ipv6Number, maskOf, parseIpv4, parseIpv6 } from '../../base/ip/index.ts';
import { type InterfaceAddress, type IpAddress, type MacAddress, type SocketAddress, SystemError } from '../uapi/index.ts';

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
  const groups = parseIpv6(address);
  return groups && ipv6Number(groups);
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
