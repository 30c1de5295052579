import { type InterfaceAddress, type IpAddress, type SocketAddress, SystemError } from '../uapi/index.ts';

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

/** Whether the text is an address at all; of IPv6 only the shape is checked. */
export function isIpAddress(text: string): boolean {
  return parseIpv4(text) !== undefined || (/^[0-9a-f:.]+$/i.test(text) && text.split(':').length > 2);
}

/** One spelling for each address that the model knows: IPv4-mapped ones are IPv4. */
export function normalizeAddress(address: IpAddress): IpAddress {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address.toLowerCase();
}

export function isAny(address: IpAddress): boolean {
  return address === '0.0.0.0' || address === '::' || address === '';
}

export function isLoopback(address: IpAddress): boolean {
  return address === '::1' || address.startsWith('127.');
}

function maskOf(prefixLength: number): number {
  return prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
}

/** An address range: `172.17.0.0/16`. EINVAL when it is none. */
export function parseCidr(text: string): InterfaceAddress {
  const [address = '', length] = text.split('/');
  const prefixLength = length === undefined ? 32 : Number(length);
  if (parseIpv4(address) === undefined || !(prefixLength >= 0 && prefixLength <= 32)) throw new SystemError('EINVAL');
  return { address, prefixLength };
}

/** Whether an address lies in a range. */
export function inRange(address: IpAddress, range: InterfaceAddress): boolean {
  const value = parseIpv4(address);
  const base = parseIpv4(range.address);
  if (value === undefined || base === undefined) return false;
  const mask = maskOf(range.prefixLength);
  return ((value & mask) >>> 0) === ((base & mask) >>> 0);
}

/** The range that an interface's address is in: `172.17.0.1/16` → `172.17.0.0/16`. */
export function networkOf({ address, prefixLength }: InterfaceAddress): string | undefined {
  const value = parseIpv4(address);
  return value === undefined ? undefined : `${formatIpv4((value & maskOf(prefixLength)) >>> 0)}/${prefixLength}`;
}

/** `address:port` for tables and logs. */
export function endpoint(address: IpAddress, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The internet form of a socket address; EAFNOSUPPORT for unix paths. */
export function requireInet(address: SocketAddress): { family: 'inet'; address: IpAddress; port: number } {
  if (address.family !== 'inet') throw new SystemError('EAFNOSUPPORT');
  return { ...address, address: normalizeAddress(address.address) };
}
