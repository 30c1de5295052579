import { formatIpv4, parseIpv4 } from '../../base/ip/index.ts';
import { decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import type { IpAddress } from '../uapi/index.ts';

/** What a name has. */
export interface DnsRecords {
  addresses: readonly IpAddress[];
}

/** Record types of RFC 1035 that the model knows by name. */
export const dnsType = { A: 1, CNAME: 5, PTR: 12, AAAA: 28 } as const;
/** Response codes of RFC 1035. */
export const dnsCode = { noError: 0, serverFailure: 2, nameError: 3, refused: 5 } as const;

/** A question: a name without its final dot. */
export interface DnsQuery {
  id: number;
  name: string;
  type: number;
}

/** An answer as a resolver sees it. */
export interface DnsAnswer {
  id: number;
  code: number;
  addresses: IpAddress[];
}

function encodeName(name: string): Uint8Array {
  const parts: number[] = [];
  for (const label of name.split('.').filter((part) => part !== '')) {
    const bytes = encodeUtf8(label);
    parts.push(bytes.length, ...bytes);
  }
  return Uint8Array.from([...parts, 0]);
}

/** Reads a name; compression pointers are followed. */
function decodeName(message: Uint8Array, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  let end = -1;
  for (let jumps = 0; jumps < 64; ) {
    const length = message[at] ?? 0;
    if (length === 0) return { name: labels.join('.'), end: end < 0 ? at + 1 : end };
    if ((length & 0xc0) === 0xc0) {
      if (end < 0) end = at + 2;
      at = ((length & 0x3f) << 8) | (message[at + 1] ?? 0);
      jumps++;
      continue;
    }
    labels.push(decodeUtf8(message.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at };
}

function message(id: number, flags: number, question: DnsQuery, records: Uint8Array[]): Uint8Array {
  const name = encodeName(question.name);
  const length = 12 + name.length + 4 + records.reduce((sum, record) => sum + record.length, 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  [id, flags, 1, records.length, 0, 0].forEach((value, i) => view.setUint16(i * 2, value));
  bytes.set(name, 12);
  view.setUint16(12 + name.length, question.type);
  view.setUint16(14 + name.length, 1);
  let at = 16 + name.length;
  for (const record of records) {
    bytes.set(record, at);
    at += record.length;
  }
  return bytes;
}

/** A query as RFC 1035 writes it, recursion desired. */
export function encodeDnsQuery(query: DnsQuery): Uint8Array {
  return message(query.id, 0x0100, query, []);
}

/** The question of a query; undefined when the bytes are none. */
export function decodeDnsQuery(bytes: Uint8Array): DnsQuery | undefined {
  if (bytes.length < 17) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint16(4) !== 1 || (view.getUint16(2) & 0x8000) !== 0) return undefined;
  const { name, end } = decodeName(bytes, 12);
  return end + 2 > bytes.length ? undefined : { id: view.getUint16(0), name, type: view.getUint16(end) };
}

/** An answer with A records, or a response code alone. */
export function encodeDnsAnswer(query: DnsQuery, code: number, addresses: readonly IpAddress[] = [], ttl = 600): Uint8Array {
  const records = addresses.flatMap((address) => {
    const value = parseIpv4(address);
    if (value === undefined) return [];
    const record = new Uint8Array(16);
    const view = new DataView(record.buffer);
    view.setUint16(0, 0xc00c);
    view.setUint16(2, dnsType.A);
    view.setUint16(4, 1);
    view.setUint32(6, ttl);
    view.setUint16(10, 4);
    view.setUint32(12, value);
    return [record];
  });
  return message(query.id, 0x8180 | code, query, records);
}

/** What a resolver takes from an answer. */
export function decodeDnsAnswer(bytes: Uint8Array): DnsAnswer | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const addresses: IpAddress[] = [];
  let at = 12;
  for (let i = view.getUint16(4); i > 0; i--) at = decodeName(bytes, at).end + 4;
  for (let i = view.getUint16(6); i > 0; i--) {
    at = decodeName(bytes, at).end;
    if (at + 10 > bytes.length) return undefined;
    const length = view.getUint16(at + 8);
    if (view.getUint16(at) === dnsType.A && length === 4) addresses.push(formatIpv4(view.getUint32(at + 10)));
    at += 10 + length;
  }
  return { id: view.getUint16(0), code: view.getUint16(2) & 15, addresses };
}

/** A name server's answer to a query: A records, nothing for other types of a known name, NXDOMAIN for unknown names. */
export function answerDns(bytes: Uint8Array, find: (name: string) => DnsRecords | undefined): Uint8Array | undefined {
  const query = decodeDnsQuery(bytes);
  if (!query) return undefined;
  const records = find(query.name.toLowerCase());
  if (!records) return encodeDnsAnswer(query, dnsCode.nameError);
  return encodeDnsAnswer(query, dnsCode.noError, query.type === dnsType.A ? records.addresses : []);
}
