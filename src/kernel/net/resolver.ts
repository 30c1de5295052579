import { type IpAddress, LookupError } from '../uapi/index.ts';
import { isIpAddress } from './address.ts';
import { decodeDnsAnswer, dnsCode, dnsType, encodeDnsQuery } from './dns.ts';

/** What resolv.conf(5) says, with its defaults. */
export interface ResolvConf {
  nameservers: IpAddress[];
  search: string[];
  ndots: number;
  timeoutMs: number;
  attempts: number;
}

/** Reads resolv.conf(5); no file is an empty one. */
export function parseResolvConf(text: string): ResolvConf {
  const conf: ResolvConf = { nameservers: [], search: [], ndots: 1, timeoutMs: 5000, attempts: 2 };
  for (const line of text.split('\n')) {
    const [keyword, ...values] = line.replace(/[#;].*/, '').trim().split(/\s+/);
    if (keyword === 'nameserver' && values[0] !== undefined && conf.nameservers.length < 3) conf.nameservers.push(values[0]);
    else if (keyword === 'search' || keyword === 'domain') conf.search = values;
    else if (keyword === 'options') {
      for (const option of values) {
        const [name, value = ''] = option.split(':');
        if (name === 'ndots') conf.ndots = Number(value);
        else if (name === 'timeout') conf.timeoutMs = Number(value) * 1000;
        else if (name === 'attempts') conf.attempts = Number(value);
      }
    }
  }
  if (conf.nameservers.length === 0) conf.nameservers.push('127.0.0.1');
  return conf;
}

/** Addresses that hosts(5) has for a name, IPv4 first. */
export function findInHosts(text: string, name: string): IpAddress[] {
  const found: IpAddress[] = [];
  for (const line of text.split('\n')) {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (address !== undefined && isIpAddress(address) && names.some((each) => each.toLowerCase() === name.toLowerCase())) found.push(address);
  }
  return [...found.filter((address) => !address.includes(':')), ...found.filter((address) => address.includes(':'))];
}

/** What a resolver needs of the process that asks. */
export interface ResolverContext {
  hosts: string;
  resolvConf: string;
  /** Sends a query to a name server; undefined when no answer came. */
  exchange(server: IpAddress, query: Uint8Array, timeoutMs: number): Promise<Uint8Array | undefined>;
  newId(): number;
}

/** getaddrinfo(3): a literal, /etc/hosts, then the name servers with the search list. */
export async function lookupName(name: string, context: ResolverContext): Promise<IpAddress[]> {
  if (isIpAddress(name)) return [name];
  const written = findInHosts(context.hosts, name.replace(/\.$/, ''));
  if (written.length > 0) return written;
  const conf = parseResolvConf(context.resolvConf);
  for (const candidate of candidates(name, conf)) {
    const addresses = await askServers(candidate, conf, context);
    if (addresses === 'again') throw new LookupError('AGAIN', name);
    if (addresses.length > 0) return addresses;
  }
  throw new LookupError('NOTFOUND', name);
}

function candidates(name: string, { search, ndots }: ResolvConf): string[] {
  if (name.endsWith('.')) return [name.slice(0, -1)];
  const dots = name.split('.').length - 1;
  const searched = search.filter((domain) => domain !== '.').map((domain) => `${name}.${domain}`);
  return dots >= ndots ? [name, ...searched] : [...searched, name];
}

async function askServers(name: string, conf: ResolvConf, context: ResolverContext): Promise<IpAddress[] | 'again'> {
  for (let attempt = 0; attempt < conf.attempts; attempt++) {
    for (const server of conf.nameservers) {
      const id = context.newId();
      const bytes = await context.exchange(server, encodeDnsQuery({ id, name, type: dnsType.A }), conf.timeoutMs);
      const answer = bytes && decodeDnsAnswer(bytes);
      if (!answer || answer.id !== id) continue;
      if (answer.code === dnsCode.noError || answer.code === dnsCode.nameError) return answer.addresses;
    }
  }
  return 'again';
}
