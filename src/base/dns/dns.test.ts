import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeDns, dnsMessage, DnsZone, encodeDns, reverseName } from './index.ts';

const zone = new DnsZone();
zone.set('web.test', [{ type: 'A', data: '10.0.2.15' }, { type: 'AAAA', data: '2001:db8::1' }, { type: 'MX', data: '10 mail.web.test.' }, { type: 'TXT', data: '"v=spf1 -all" "say \\"hi\\""' }]);
zone.set('www.web.test', [{ type: 'CNAME', data: 'web.test.' }]);
zone.set('test', [{ type: 'SOA', data: 'ns.test. hostmaster.test. 1 10800 3600 604800 600' }, { type: 'NS', data: 'ns.test.' }]);
zone.set('_http._tcp.web.test', [{ type: 'SRV', data: '0 5 80 web.test.' }]);
zone.set(reverseName('10.0.2.15'), [{ type: 'PTR', data: 'web.test.' }]);
zone.set('many.test', Array.from({ length: 60 }, (_, index) => ({ type: 'A', data: `10.1.0.${index}` })));

describe('messages', () => {
  it('come back as they were, names compressed', () => {
    const query = dnsMessage({ id: 7, questions: [{ name: 'www.web.test.', type: 1 }], udpSize: 1232, cookie: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) });
    expect(decodeDns(encodeDns(query))).toEqual(query);
    const answer = decodeDns(zone.answer(encodeDns(query)) ?? new Uint8Array());
    expect(answer?.answers.map(({ name, type, data }) => [name, type, data])).toEqual([['www.web.test.', 5, 'web.test.'], ['web.test.', 1, '10.0.2.15']]);
  });

  it('that are none, or end early, are no messages; an answer too long for a datagram is cut', () => {
    const query = encodeDns(dnsMessage({ questions: [{ name: 'many.test.', type: 1 }] }));
    expect(decodeDns(query.subarray(0, query.length - 1))).toBeUndefined();
    expect(zone.answer(Uint8Array.of(1, 2, 3))).toBeUndefined();
    expect(decodeDns(zone.answer(query) ?? query)).toMatchObject({ truncated: true, answers: [] });
    expect(decodeDns(zone.answer(query, false) ?? query)?.answers).toHaveLength(60);
  });

  it('no such name is NXDOMAIN, a name without such a record is empty; both say whose they are', () => {
    const ask = (name: string, type: number): unknown => decodeDns(zone.answer(encodeDns(dnsMessage({ questions: [{ name, type }] }))) ?? new Uint8Array());
    expect(ask('nope.test.', 1)).toMatchObject({ code: 3, answers: [], authorities: [{ name: 'test.', type: 6 }] });
    expect(ask('web.test.', 99)).toMatchObject({ code: 0, answers: [], authorities: [{ name: 'test.' }] });
    expect(ask('_tcp.web.test.', 1)).toMatchObject({ code: 0, answers: [] });
    expect(ask('WEB.Test.', 1)).toMatchObject({ code: 0, answers: [{ name: 'WEB.Test.' }] });
  });
});

describe.skipIf(!existsSync('/usr/bin/dig'))('the real dig', () => {
  const server = createSocket('udp4');
  afterAll(() => server.close());

  it('reads every type', async () => {
    server.on('message', (query, peer) => {
      const answer = zone.answer(query);
      if (answer) server.send(answer, peer.port, peer.address);
    });
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
    const dig = async (...args: string[]): Promise<string> => (await promisify(execFile)('dig', ['@127.0.0.1', '-p', String(server.address().port), '+short', ...args])).stdout;
    expect(await dig('www.web.test')).toBe('web.test.\n10.0.2.15\n');
    expect(await dig('web.test', 'AAAA')).toBe('2001:db8::1\n');
    expect(await dig('web.test', 'MX')).toBe('10 mail.web.test.\n');
    expect(await dig('web.test', 'TXT')).toBe('"v=spf1 -all" "say \\"hi\\""\n');
    expect(await dig('test', 'SOA')).toBe('ns.test. hostmaster.test. 1 10800 3600 604800 600\n');
    expect(await dig('_http._tcp.web.test', 'SRV')).toBe('0 5 80 web.test.\n');
    expect(await dig('-x', '10.0.2.15')).toBe('web.test.\n');
  });
});
