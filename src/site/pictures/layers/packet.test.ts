import { expect, test } from 'vitest';
import type { Segment } from '../live/connection.ts';
import { example, headersOf, packetOf, steps, wrapped } from './packet.ts';

test('the example’s envelopes add up to the packet of the lesson', () => {
  const headers = headersOf(example);
  expect(headers.map(({ name, bytes }) => [name, bytes])).toEqual([['HTTP', 74], ['TCP', 32], ['IP', 20], ['Ethernet', 14]]);
  expect(headers.slice(0, 3).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(example.length);
  expect(new TextEncoder().encode(`${example.lines.join('\r\n')}\r\n\r\n`)).toHaveLength(example.dataLength);
});

test('the way goes down, over the wire, and up', () => {
  expect(steps.map((step) => wrapped(step).length)).toEqual([1, 2, 3, 4, 4, 4, 3, 2, 1]);
});

test('a packet of the host: IPv6, binary data and TLS', () => {
  const segment: Segment = {
    from: 'client', way: ['lo'], receiver: 'nc',
    event: {
      kind: 'out', time: 0, packet: 1, interface: 'lo', namespace: 'host', protocol: 'tcp', source: '::1', destination: '::1', sourceMac: '00:00:00:00:00:00', destinationMac: '00:00:00:00:00:00', sourcePort: 5, destinationPort: 6,
      ttl: 64, length: 40 + 20 + 4, tcp: { flags: ['ACK'], sequence: 1, acknowledgment: 2, window: 3 }, dataLength: 4, data: new Uint8Array([1, 65, 255, 10]), process: { pid: 1, name: 'nc' },
    },
  };
  const packet = packetOf(segment);
  expect(packet).toMatchObject({ sender: 'nc', receiver: 'nc', lines: ['·A·'] });
  expect(headersOf(packet).map(({ name, bytes }) => [name, bytes])).toEqual([['', 4], ['TCP', 20], ['IPv6', 40], ['Ethernet', 14]]);
  expect(packetOf({ ...segment, event: { ...segment.event, application: { protocol: 'tls', text: 'ClientHello web.test' } } }).lines).toEqual(['ClientHello web.test']);
});
