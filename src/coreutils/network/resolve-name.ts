import { dnsTypes } from '../../base/dns/index.ts';
import type { Process } from '../../kernel/uapi/index.ts';
import { dnsQuery, exchangeDns, isAddress, pointerName, resolverSettings, searchedNames } from './dns-client.ts';

/** What a name stands for: its first name, further names, addresses in the order in which they are tried: hosts here have no way out over IPv6. */
export interface ResolvedName {
  canonical: string;
  aliases: string[];
  addresses: string[];
}

/** As getaddrinfo(3) sorts them: what can't be reached is last. */
function inOrder(addresses: readonly string[]): string[] {
  const rank = (address: string): number => (address === '::1' ? 0 : address.includes(':') ? 2 : 1);
  return addresses.toSorted((a, b) => rank(a) - rank(b));
}

function hostsLines(process: Process): { address: string; names: string[] }[] {
  if (!process.exists('/etc/hosts')) return [];
  return process.readTextFile('/etc/hosts').split('\n').flatMap((line) => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    return address !== '' && names.length > 0 ? [{ address, names }] : [];
  });
}

/** /etc/hosts, then the name servers. Undefined when nobody knows the name; `again` when no server answered. */
export async function resolveName(process: Process, name: string): Promise<ResolvedName | 'again' | undefined> {
  if (isAddress(name)) return { canonical: name, aliases: [], addresses: [name] };
  const own = hostsLines(process).filter(({ names }) => names.some((each) => each.toLowerCase() === name.toLowerCase()));
  if (own.length > 0) {
    const addresses = own.map(({ address }) => address);
    const [canonical = name, ...aliases] = own[0]?.names ?? [];
    return { canonical, aliases, addresses: inOrder(addresses) };
  }
  const settings = resolverSettings(process);
  for (const candidate of searchedNames(name, settings)) {
    const found = await askServers(process, candidate, settings.servers);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function askServers(process: Process, name: string, servers: readonly string[]): Promise<ResolvedName | 'again' | undefined> {
  for (const server of [...servers, ...servers]) {
    const ask = (type: string): ReturnType<typeof exchangeDns> => exchangeDns(process, { server, port: 53, message: dnsQuery(process, name, dnsTypes[type] ?? 1), timeoutMs: 5000, tcp: false });
    const [ipv4, ipv6] = [await ask('A'), await ask('AAAA')];
    if (!('message' in ipv4)) continue;
    const answers = [...('message' in ipv6 ? ipv6.message.answers : []), ...ipv4.message.answers].filter(({ type }) => type === dnsTypes['A'] || type === dnsTypes['AAAA']);
    if (answers.length === 0) return undefined;
    return { canonical: (answers[0]?.name ?? name).replace(/\.$/, ''), aliases: [], addresses: inOrder(answers.map(({ data }) => data)) };
  }
  return 'again';
}

/** The names that an address has in /etc/hosts or with the name servers; empty when it has none. */
export async function namesOfAddress(process: Process, address: string): Promise<string[]> {
  const own = hostsLines(process).find((line) => line.address === address);
  if (own) return own.names;
  for (const server of resolverSettings(process).servers) {
    const reply = await exchangeDns(process, { server, port: 53, message: dnsQuery(process, pointerName(address), dnsTypes['PTR'] ?? 12), timeoutMs: 5000, tcp: false });
    if (!('message' in reply)) continue;
    return reply.message.answers.filter(({ type }) => type === dnsTypes['PTR']).map(({ data }) => data.replace(/\.$/, ''));
  }
  return [];
}

/** A service of /etc/services. */
export interface Service {
  name: string;
  port: number;
  protocol: string;
  aliases: string[];
}

/** All services of /etc/services, in order. */
export function services(process: Process): Service[] {
  if (!process.exists('/etc/services')) return [];
  return process.readTextFile('/etc/services').split('\n').flatMap((line) => {
    const [name = '', where = '', ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/);
    const [port = '', protocol = ''] = where.split('/');
    return protocol === '' ? [] : [{ name, port: Number(port), protocol, aliases }];
  });
}

/** The name of a port; undefined when it has none. */
export function serviceName(process: Process, port: number, protocol: string): string | undefined {
  return services(process).find((each) => each.port === port && each.protocol === protocol)?.name;
}
