import { decodeDns, type DnsMessage, dnsMessage, encodeDns } from '../../base/dns/index.ts';
import { concatBytes } from '../../base/index.ts';
import { isSystemError, type Process, strerror } from '../../kernel/uapi/index.ts';

/** How a name server is asked. */
export interface DnsRequest {
  server: string;
  port: number;
  message: DnsMessage;
  timeoutMs: number;
  tcp: boolean;
}

/** What came back, with its size in bytes; or why nothing did, in words. */
export type DnsReply = { message: DnsMessage; size: number } | { failure: string };

/** Asks once. */
export async function exchangeDns(process: Process, request: DnsRequest): Promise<DnsReply> {
  try {
    const bytes = await (request.tcp ? exchangeTcp : exchangeUdp)(process, request);
    const message = bytes && decodeDns(bytes);
    return message && bytes ? { message, size: bytes.length } : { failure: 'timed out' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { failure: strerror(error.code).toLowerCase() };
  }
}

async function exchangeUdp(process: Process, { server, port, message, timeoutMs }: DnsRequest): Promise<Uint8Array | undefined> {
  const socket = process.bindDatagram({ family: 'inet', address: '0.0.0.0', port: 0 });
  try {
    // Connected, so that a refusal is heard.
    process.connectDatagram(socket, { family: 'inet', address: server, port });
    await process.write(socket, encodeDns(message));
    const end = process.clock.now() + timeoutMs;
    for (let left = timeoutMs; left > 0; left = end - process.clock.now()) {
      const { data } = await process.receiveFrom(socket, left);
      if (((data[0] ?? 0) << 8 | (data[1] ?? 0)) === message.id) return data;
    }
    return undefined;
  } catch (error) {
    if (isSystemError(error, 'EAGAIN')) return undefined;
    throw error;
  } finally {
    process.close(socket);
  }
}

async function exchangeTcp(process: Process, { server, port, message }: DnsRequest): Promise<Uint8Array | undefined> {
  const stream = process.stream(await process.connect({ family: 'inet', address: server, port }));
  try {
    const query = encodeDns(message);
    await stream.write(concatBytes([Uint8Array.of(query.length >> 8, query.length & 255), query]));
    let bytes: Uint8Array = new Uint8Array();
    for (;;) {
      const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
      if (bytes.length >= 2 && bytes.length >= length + 2) return bytes.subarray(2, length + 2);
      const part = await stream.read();
      if (part.length === 0) return undefined;
      bytes = concatBytes([bytes, part]);
    }
  } finally {
    stream.close();
  }
}

/** A query for one name, with a number of its own. */
export function dnsQuery(process: Process, name: string, type: number, parts: Partial<DnsMessage> = {}): DnsMessage {
  const [high = 0, low = 0] = process.random(2);
  return dnsMessage({ id: (high << 8) | low, questions: [{ name: name.endsWith('.') ? name : `${name}.`, type }], ...parts });
}

/** What resolv.conf(5) says. */
export interface ResolverSettings {
  servers: string[];
  search: string[];
  ndots: number;
}

/** Reads /etc/resolv.conf; without one the server is this machine. */
export function resolverSettings(process: Process): ResolverSettings {
  const settings: ResolverSettings = { servers: [], search: [], ndots: 1 };
  const text = process.exists('/etc/resolv.conf') ? process.readTextFile('/etc/resolv.conf') : '';
  for (const line of text.split('\n')) {
    const [keyword, ...values] = line.replace(/[#;].*/, '').trim().split(/\s+/);
    if (keyword === 'nameserver' && values[0] !== undefined) settings.servers.push(values[0]);
    else if (keyword === 'search' || keyword === 'domain') settings.search = values.filter((domain) => domain !== '.');
    else if (keyword === 'options') settings.ndots = Number(values.find((value) => value.startsWith('ndots:'))?.slice(6) ?? settings.ndots);
  }
  if (settings.servers.length === 0) settings.servers.push('127.0.0.1');
  return settings;
}

/** The names that are tried for one that was given, in order. */
export function searchedNames(name: string, { search, ndots }: ResolverSettings): string[] {
  if (name.endsWith('.')) return [name];
  const dots = name.split('.').length - 1;
  const searched = search.map((domain) => `${name}.${domain}`);
  return dots >= ndots ? [name, ...searched] : [...searched, name];
}

/** Whether the text is an IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || (text.includes(':') && /^[0-9a-f:.]+$/i.test(text));
}

/** The name that has the PTR record of an address, without its final dot. */
export function pointerName(address: string): string {
  if (!address.includes(':')) return `${address.split('.').toReversed().join('.')}.in-addr.arpa`;
  const [head = '', tail = ''] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail)];
  const all = address.includes('::') ? [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after] : before;
  return `${[...all.map((group) => group.padStart(4, '0')).join('')].toReversed().join('.')}.ip6.arpa`;
}

/** The address of a name server that was named; undefined when the name has none. */
export async function serverAddress(process: Process, server: string): Promise<string | undefined> {
  if (isAddress(server)) return server;
  try {
    return (await process.lookup(server))[0];
  } catch (error) {
    if (error instanceof Error && error.name === 'LookupError') return undefined;
    throw error;
  }
}
