/** An IPv4 address as a whole number from 0 to 2^32 - 1. */
export type Ipv4 = number;

/** Reads four decimal numbers with dots; undefined for anything else, leading zeros too (some programs take them for octal). */
export function parseIpv4(text: string): Ipv4 | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Dotted decimal. */
export function formatIpv4(address: Ipv4): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** The mask with `prefix` ones. */
export function maskOf(prefix: number): Ipv4 {
  return prefix === 0 ? 0 : (0xffffffff << (32 - prefix)) >>> 0;
}

/** How many ones a mask begins with; undefined when ones follow a zero. */
export function prefixOf(mask: Ipv4): number | undefined {
  const prefix = Math.clz32(~mask >>> 0);
  return maskOf(prefix) === mask ? prefix : undefined;
}

/** The first address of the network. */
export function networkOf(address: Ipv4, prefix: number): Ipv4 {
  return (address & maskOf(prefix)) >>> 0;
}

/** The last address of the network. */
export function broadcastOf(address: Ipv4, prefix: number): Ipv4 {
  return (networkOf(address, prefix) | ~maskOf(prefix)) >>> 0;
}

/** 32 bits, a dot between octets. */
export function bitsOf(address: Ipv4): string {
  return [24, 16, 8, 0].map((shift) => ((address >>> shift) & 255).toString(2).padStart(8, '0')).join('.');
}
