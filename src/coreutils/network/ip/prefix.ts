import type { InterfaceAddress } from '../../../kernel/uapi/index.ts';

/** The number of an IPv4 address; iproute2 takes short forms (`10.1`) too. */
export function ipv4Number(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length > 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return [0, 1, 2, 3].reduce((sum, i) => sum * 256 + Number(parts[i] ?? 0), 0);
}

/** Dotted decimal. */
export function ipv4Text(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** An address with its prefix; without one the whole address. Undefined when it is none. */
export function parsePrefix(text: string): InterfaceAddress | undefined {
  const [address = '', length, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const v6 = address.includes(':');
  const full = v6 ? 128 : 32;
  const netmask = length !== undefined && !v6 && length.includes('.') ? maskLength(length) : undefined;
  const prefixLength = netmask ?? (length === undefined ? full : /^\d+$/.test(length) ? Number(length) : -1);
  if (prefixLength < 0 || prefixLength > full) return undefined;
  if (v6) return /^[0-9a-f:.]+$/i.test(address) && address.split(':').length > 2 ? { address: address.toLowerCase(), prefixLength } : undefined;
  const value = ipv4Number(address);
  return value === undefined ? undefined : { address: ipv4Text(value), prefixLength };
}

/** The length of a netmask: 255.255.0.0 → 16. */
export function maskLength(mask: string): number | undefined {
  const value = ipv4Number(mask);
  if (value === undefined || mask.split('.').length !== 4) return undefined;
  const ones = value.toString(2).padStart(32, '0').replace(/0+$/, '');
  return ones.includes('0') ? undefined : ones.length;
}

/** The netmask of a length. */
export function maskText(length: number): string {
  return ipv4Text(2 ** 32 - 2 ** (32 - length));
}

/** The broadcast address of an address's network. */
export function broadcastOf({ address, prefixLength }: InterfaceAddress): { broadcast?: string } {
  const value = ipv4Number(address);
  if (value === undefined || prefixLength > 30) return {};
  const size = 2 ** (32 - prefixLength);
  return { broadcast: ipv4Text(Math.floor(value / size) * size + size - 1) };
}

/** Whether an address lies in a prefix. */
export function liesIn(address: string, prefix: string): boolean {
  const range = parsePrefix(prefix);
  const [value, start] = [ipv4Number(address), ipv4Number(range?.address ?? '')];
  if (!range || address.includes(':') || value === undefined || start === undefined) return range?.address === address;
  const size = 2 ** (32 - range.prefixLength);
  return Math.floor(value / size) === Math.floor(start / size);
}
