import { decodeUtf8, encodeUtf8 } from '../bytes.ts';
import type { DnsReader, DnsWriter } from './name.ts';
import { dnsTypes } from './type-names.ts';

/** How the data of a type is laid out: names, numbers, texts, in the order of its presentation. */
const layouts: Readonly<Record<string, readonly ('name' | 'u16' | 'u32')[]>> = {
  NS: ['name'], CNAME: ['name'], PTR: ['name'], MX: ['u16', 'name'], SRV: ['u16', 'u16', 'u16', 'name'], SOA: ['name', 'name', 'u32', 'u32', 'u32', 'u32', 'u32'],
};
const byType = new Map(Object.entries(layouts).map(([name, layout]) => [dnsTypes[name] ?? 0, layout]));

/** Writes data from its presentation, as zone files and dig have it. */
export function writeRecordData(writer: DnsWriter, type: number, text: string): void {
  const layout = byType.get(type);
  if (layout) {
    const words = text.split(/\s+/);
    for (const [index, kind] of layout.entries()) {
      const word = words[index] ?? '';
      if (kind === 'name') writer.name(word);
      else writer[kind](Number(word));
    }
  } else if (type === dnsTypes['A']) for (const part of text.split('.')) writer.u8(Number(part));
  else if (type === dnsTypes['AAAA']) for (const group of expandIpv6(text)) writer.u16(group);
  else {
    for (const [, quoted = ''] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      const bytes = encodeUtf8(quoted.replace(/\\(.)/g, '$1'));
      writer.u8(bytes.length);
      writer.raw(bytes);
    }
  }
}

/** Reads data into its presentation; what has none here is given as RFC 3597 writes it. */
export function readRecordData(reader: DnsReader, type: number, length: number): string {
  const end = reader.at + length;
  const layout = byType.get(type);
  if (layout) return layout.map((kind) => String(reader[kind]())).join(' ');
  if (type === dnsTypes['A'] && length === 4) return [...reader.take(4)].join('.');
  if (type === dnsTypes['AAAA'] && length === 16) return shortIpv6(Array.from({ length: 8 }, () => reader.u16()));
  if (type === dnsTypes['TXT']) {
    const texts: string[] = [];
    while (reader.at < end) texts.push(`"${decodeUtf8(reader.take(reader.u8())).replace(/["\\]/g, '\\$&')}"`);
    return texts.join(' ');
  }
  return `\\# ${length} ${[...reader.take(length)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}

function expandIpv6(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const groups = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [before, after] = [groups(head), groups(tail ?? '')];
  return tail === undefined ? before : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

/** As inet_ntop(3): the first of the longest runs of two or more zeros becomes `::`. */
function shortIpv6(groups: readonly number[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  return best.length < 2 ? hex(groups) : `${hex(groups.slice(0, best.start))}::${hex(groups.slice(best.start + best.length))}`;
}
