/** An address and how many of its bits are the network's. */
export interface Masked {
  /** 32 bits, unsigned. */
  address: number;
  prefix: number;
}

/** What is wrong with what was typed; the key of a text, and what it speaks of. */
export interface AddressFault {
  fault: 'empty' | 'letters' | 'ipv6' | 'parts' | 'emptyPart' | 'range' | 'zeros' | 'prefix' | 'maskGap';
  what: string;
}

/** What the mask makes of an address. */
export interface Split {
  mask: number;
  network: number;
  broadcast: number;
  /** The first and last address a host may have. */
  first: number;
  last: number;
  addresses: number;
  hosts: number;
}

const all = 2 ** 32;

/** The four bytes of an address. */
export function octets(address: number): number[] {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
}

/** The 32 bits of an address, the highest first. */
export function bits(address: number): number[] {
  return Array.from({ length: 32 }, (_, index) => (address >>> (31 - index)) & 1);
}

/** Splits an address. A /31 has two hosts and no broadcast (RFC 3021), a /32 is one host. */
export function split({ address, prefix }: Masked): Split {
  const addresses = 2 ** (32 - prefix);
  const mask = (all - addresses) >>> 0;
  const network = (address & mask) >>> 0;
  const broadcast = network + addresses - 1;
  const small = prefix >= 31;
  return { mask, network, broadcast, first: small ? network : network + 1, last: small ? broadcast : broadcast - 1, addresses, hosts: small ? addresses : addresses - 2 };
}

/** Reads an address with or without a prefix or a dotted mask (`10.0.2.15/24`, `10.0.2.15 255.255.255.0`); without one `prefix` holds. */
export function readMasked(text: string, prefix: number): Masked | AddressFault {
  const typed = text.trim();
  if (typed === '') return { fault: 'empty', what: '' };
  const [, before = '', after] = /^([^/\s]*)(?:\s*[/\s]\s*(.*))?$/.exec(typed) ?? [];
  const address = readDotted(before);
  if (typeof address === 'object') return address;
  if (after === undefined) return { address, prefix };
  if (after.includes('.')) {
    const mask = readDotted(after);
    if (typeof mask === 'object') return mask;
    const ones = bits(mask).lastIndexOf(1) + 1;
    return split({ address: 0, prefix: ones }).mask === mask ? { address, prefix: ones } : { fault: 'maskGap', what: after };
  }
  return /^\d{1,2}$/.test(after) && Number(after) <= 32 ? { address, prefix: Number(after) } : { fault: 'prefix', what: after };
}

function readDotted(text: string): number | AddressFault {
  if (text.includes(':')) return { fault: 'ipv6', what: text };
  const [letter] = /[^\d.]/.exec(text) ?? [];
  if (letter !== undefined) return { fault: 'letters', what: letter };
  const parts = text.split('.');
  if (parts.length !== 4) return { fault: 'parts', what: String(parts.length) };
  let address = 0;
  for (const part of parts) {
    if (part === '') return { fault: 'emptyPart', what: text };
    if (Number(part) > 255) return { fault: 'range', what: part };
    if (part.length > 1 && part.startsWith('0')) return { fault: 'zeros', what: part };
    address = address * 256 + Number(part);
  }
  return address;
}
