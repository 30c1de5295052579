import { expect, it } from 'vitest';
import { answerQuery } from './name-server.ts';

/** What `dig +noedns deb.debian.org` sends, with another type or name. */
function query(name: string, type: number): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([Buffer.from('abcd01000001000000000000', 'hex'), ...labels, Buffer.from([0, 0, type, 0, 1])]);
}

const addresses = (name: string): string | undefined => (name === 'deb.debian.org' ? '10.99.0.2' : undefined);

it('answers a known name with its address', () => {
  const answer = answerQuery(query('DEB.debian.org', 1), addresses);
  expect(answer?.subarray(0, 8).toString('hex')).toBe('abcd858000010001');
  expect(answer?.subarray(-16).toString('hex')).toBe('c00c000100010000003c00040a630002');
});

it('has no IPv6 address of a known name, which is no error', () => {
  expect(answerQuery(query('deb.debian.org', 28), addresses)?.subarray(2, 8).toString('hex')).toBe('858000010000');
});

it('knows no other name', () => {
  expect(answerQuery(query('example.test', 1), addresses)?.subarray(2, 8).toString('hex')).toBe('858300010000');
});

it('is silent about what is no query', () => {
  expect(answerQuery(Buffer.from('abcd8180000100000000000001610000010001', 'hex'), addresses)).toBeUndefined();
  expect(answerQuery(query('a', 1).subarray(0, 16), addresses)).toBeUndefined();
});
