import { decodeDns, type DnsMessage, dnsMessage, type DnsRecord, encodeDns } from './message.ts';
import { dnsCodes, dnsTypes } from './type-names.ts';

/** A record of a zone: `data` as zone files write it. */
export interface ZoneRecord {
  type: string;
  data: string;
  /** Seconds; default 600. */
  ttl?: number;
}

/** The domain that a server answers for when it has no such name, and the record that says how long that holds. */
const authorities: readonly DnsRecord[] = [
  { name: 'test.', type: 6, ttl: 600, data: 'ns.test. hostmaster.test. 1 10800 3600 604800 600' },
  { name: '.', type: 6, ttl: 86400, data: 'a.root-servers.net. nstld.verisign-grs.com. 2026112400 1800 900 604800 86400' },
];

const qualified = (name: string): string => (name.endsWith('.') ? name : `${name}.`).toLowerCase();

/** The name that has the PTR record of an IPv4 address: `16.2.0.10.in-addr.arpa.` */
export function reverseName(address: string): string {
  return `${address.split('.').toReversed().join('.')}.in-addr.arpa.`;
}

/** Names and their records: what a name server knows. Names are taken without regard to case, with or without the final dot. */
export class DnsZone {
  readonly #names = new Map<string, ZoneRecord[]>();

  /** Replaces what a name has. */
  set(name: string, records: readonly ZoneRecord[]): void {
    this.#names.set(qualified(name), [...records]);
  }

  add(name: string, record: ZoneRecord): void {
    this.#names.set(qualified(name), [...(this.#names.get(qualified(name)) ?? []), record]);
  }

  delete(name: string): void {
    this.#names.delete(qualified(name));
  }

  /** What a name has; undefined when there is no such name. */
  get(name: string): readonly ZoneRecord[] | undefined {
    const records = this.#names.get(qualified(name));
    if (records) return records;
    // A name with others below it exists, though it has nothing.
    return [...this.#names.keys()].some((each) => each.endsWith(`.${qualified(name)}`)) ? [] : undefined;
  }

  /** A recursive server's answer to the bytes of a query; undefined for what is none. `udp`: the answer must fit in a datagram. */
  answer(query: Uint8Array, udp = true): Uint8Array | undefined {
    const asked = decodeDns(query);
    if (!asked || asked.response || asked.questions.length !== 1) return undefined;
    const answer = this.#resolve(asked);
    const bytes = encodeDns(answer);
    if (!udp || bytes.length <= (asked.udpSize ?? 512)) return bytes;
    return encodeDns({ ...answer, truncated: true, answers: [], authorities: [] });
  }

  #resolve({ id, questions, recursionDesired, udpSize }: DnsMessage): DnsMessage {
    const [question] = questions;
    const answers: DnsRecord[] = [];
    let name = qualified(question?.name ?? '.');
    let exists = false;
    for (let alias = 0; alias < 8; alias++) {
      const records = this.get(name);
      if (!records) break;
      exists = true;
      const owner = alias === 0 ? (question?.name ?? name) : name;
      const matching = records.filter(({ type }) => question?.type === dnsTypes['ANY'] || dnsTypes[type] === question?.type);
      for (const { type, data, ttl = 600 } of matching) answers.push({ name: owner, type: dnsTypes[type] ?? 0, ttl, data });
      const target = records.find(({ type }) => type === 'CNAME');
      if (matching.length > 0 || !target) break;
      answers.push({ name: owner, type: dnsTypes['CNAME'] ?? 0, ttl: target.ttl ?? 600, data: target.data });
      name = qualified(target.data);
      exists = false;
    }
    const soa = authorities.find((each) => name === each.name || name.endsWith(`.${each.name}`) || each.name === '.');
    const none = answers.length === 0 || !exists;
    return dnsMessage({
      id, response: true, recursionDesired, recursionAvailable: true, code: exists ? 0 : (dnsCodes['NXDOMAIN'] ?? 3), questions, answers,
      authorities: none && soa ? [soa] : [], udpSize: udpSize === undefined ? undefined : 1232,
    });
  }
}
