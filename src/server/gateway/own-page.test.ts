import { expect, test } from 'vitest';
import { isOwnHost, isOwnPage } from './own-page.ts';

const hostnames = new Set(['workshop']);

test.each(['localhost:4321', '127.0.0.1:4321', '[::1]:4321', '192.168.0.7:4321', '[fd00::7]:80', 'workshop:4321', 'Workshop', 'LOCALHOST'])('%s is a name of its own', (host) => {
  expect(isOwnHost(host, hostnames)).toBe(true);
});

test.each(['evil.test:4321', 'localhost.evil.test', '127.0.0.1.evil.test', 'workshop.evil.test', '', undefined])('%s is none', (host) => {
  expect(isOwnHost(host, hostnames)).toBe(false);
});

test('a page is its own if its origin is where the request goes', () => {
  const from = (origin: string | undefined, host = '127.0.0.1:4321'): boolean => isOwnPage({ host, ...(origin !== undefined && { origin }) }, hostnames);
  expect(from('http://127.0.0.1:4321')).toBe(true);
  expect(from('https://127.0.0.1:4321')).toBe(true);
  expect(from('http://WORKSHOP:4321', 'Workshop:4321')).toBe(true);
  for (const other of [undefined, 'null', 'http://127.0.0.1', 'http://127.0.0.1:4322', 'http://localhost:4321', 'http://evil.test', 'nonsense']) expect(from(other)).toBe(false);
  expect(from('http://evil.test:4321', 'evil.test:4321')).toBe(false);
});
