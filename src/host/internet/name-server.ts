import { DnsZone, reverseName } from '../../base/dns/index.ts';

/** A name and the address it has. */
export interface NamedAddress {
  name: string;
  address: string;
}

/** The zone of a simulated internet: every name with its address, the hosts of the lab also by address, and a few names with records of other types to look at. */
export function createZone(addresses: Iterable<NamedAddress>, hosts: Iterable<NamedAddress>): DnsZone {
  const zone = new DnsZone();
  for (const { name, address } of addresses) zone.add(name, { type: 'A', data: address });
  for (const { name, address } of hosts) {
    zone.add(name, { type: 'A', data: address });
    zone.set(reverseName(address), [{ type: 'PTR', data: `${name}.` }]);
  }
  zone.add('test', { type: 'SOA', data: 'ns.test. hostmaster.test. 1 10800 3600 604800 600' });
  zone.add('test', { type: 'NS', data: 'ns.test.' });
  zone.add('ns.test', { type: 'A', data: '10.0.2.3' });
  zone.set(reverseName('10.0.2.3'), [{ type: 'PTR', data: 'ns.test.' }]);
  zone.add('example.test', { type: 'A', data: '203.0.113.80' });
  zone.add('example.test', { type: 'AAAA', data: '2001:db8::80' });
  zone.add('example.test', { type: 'MX', data: '10 mail.example.test.' });
  zone.add('example.test', { type: 'TXT', data: '"v=spf1 mx -all"' });
  zone.add('mail.example.test', { type: 'A', data: '203.0.113.25' });
  zone.add('www.example.test', { type: 'CNAME', data: 'example.test.' });
  return zone;
}
