import { formatIpv4, formatIpv6, maskOf, parseIpv4, parseIpv6, prefixOf } from '../base/ip/index.ts';
import type { EntryKind } from './quiz.ts';

/** A typed answer in the one form in which answers are compared; undefined when it is not of its kind (and so is no answer yet). */
export function normalizeEntry(kind: EntryKind, text: string): string | undefined {
  const bare = text.normalize('NFKC').trim().replace(/^[`'"«“]+|[`'"»”]+$/g, '').trim();
  return bare === '' ? undefined : readers[kind](bare);
}

const readers: Readonly<Record<EntryKind, (text: string) => string | undefined>> = {
  text: (text) => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').replace(/[.!]+$/, '') || undefined,
  number: (text) => {
    const digits = /^\d{1,3}([\s'_,]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text.replace(/\s/g, '');
    return /^\d{1,15}$/.test(digits) ? String(Number(digits)) : undefined;
  },
  ipv4: (text) => {
    const address = parseIpv4(dotted(text));
    return address === undefined ? undefined : formatIpv4(address);
  },
  ipv6: (text) => {
    const groups = parseIpv6(text.replace(/^\[(.*)\]$/, '$1'));
    return groups && formatIpv6(groups);
  },
  cidr: (text) => {
    const [, left = '', right = ''] = /^(\S+?)\s*[/\s]\s*(\S+)$/.exec(text) ?? [];
    const address = parseIpv4(dotted(left));
    const prefix = prefixLength(right) ?? lengthOfMask(right);
    return address === undefined || prefix === undefined ? undefined : `${formatIpv4(address)}/${prefix}`;
  },
  mask: (text) => {
    const prefix = lengthOfMask(text);
    return prefix === undefined ? undefined : formatIpv4(maskOf(prefix));
  },
  prefix: (text) => {
    const prefix = prefixLength(text.replace(/^\//, '').trim());
    return prefix === undefined ? undefined : String(prefix);
  },
  binary: (text) => {
    const bits = text.replace(/^0b/i, '').replace(/[\s._]/g, '');
    return /^[01]{1,32}$/.test(bits) ? bits.padStart(Math.ceil(bits.length / 8) * 8, '0') : undefined;
  },
};

/** A comma, or the letter that stands on its key in the Russian layout, is meant as a dot. */
function dotted(text: string): string {
  return text.replace(/\s*[,юЮ.]\s*/g, '.');
}

function prefixLength(text: string): number | undefined {
  return /^([0-9]|[12][0-9]|3[0-2])$/.test(text) ? Number(text) : undefined;
}

function lengthOfMask(text: string): number | undefined {
  const mask = parseIpv4(dotted(text));
  return mask === undefined ? undefined : prefixOf(mask);
}
