import { expect, test } from 'vitest';
import { portFailures } from '../../protocol/index.ts';
import { readAddress, redirected, shownAddress, writeAddress } from './address.ts';
import { CookieJar } from './cookies.ts';
import { failurePage } from './failure-page.ts';
import { previewHeaders, previewPolicy } from './policy.ts';
import { Visits } from './visits.ts';

const hosts = ['web', 'db'];

test.each([
  ['http://localhost:5000/', { host: 'web', port: 5000, path: '/' }],
  ['localhost:5000/a?b=c', { host: 'web', port: 5000, path: '/a?b=c' }],
  ['127.0.0.1', { host: 'web', port: 80, path: '/' }],
  ['8080', { host: 'web', port: 8080, path: '/' }],
  [':8080/x', { host: 'web', port: 8080, path: '/x' }],
  ['db:9000', { host: 'db', port: 9000, path: '/' }],
  ['http://db.test/', { host: 'db', port: 80, path: '/' }],
  ['https://web/', undefined],
  ['http://example.com/', undefined],
  ['http://[', undefined],
])('the address bar takes %s', (typed, address) => {
  expect(readAddress(typed, hosts, 'web')).toEqual(address);
});

test('addresses are written as browsers do', () => {
  expect(writeAddress({ host: 'web', port: 80, path: '/a' })).toBe('http://web/a');
  expect(writeAddress({ host: 'web', port: 5000, path: '/' })).toBe('http://web:5000/');
});

test('what the frame shows', () => {
  expect(shownAddress('http://site/preview/ab-1/web/5000/a/b?c')).toMatchObject({ host: 'web', port: 5000, path: '/a/b?c' });
  expect(shownAddress('about:blank')).toBeUndefined();
  expect(shownAddress('http://site/preview/ab-1/web/70000/')).toBeUndefined();
});

test('redirects stay within the hosts of the lab', () => {
  const from = { client: 'c', host: 'web', port: 5000, path: '/a/b' };
  expect(redirected('../x', from, hosts)).toEqual({ client: 'c', host: 'web', port: 5000, path: '/x' });
  expect(redirected('http://db:9000/', from, hosts)).toEqual({ client: 'c', host: 'db', port: 9000, path: '/' });
  expect(redirected('https://elsewhere.test/', from, hosts)).toBeUndefined();
});

test('an answer brings its type, no cookies and no policy of its own, and a policy of ours', () => {
  const headers = new Headers(previewHeaders([['Content-Type', 'text/html'], ['Set-Cookie', 'a=1'], ['Content-Security-Policy', "script-src 'unsafe-inline'"], ['Location', '/x'], ['Clear-Site-Data', '"*"']], (location) => `/preview${location}`));
  expect(Object.fromEntries(headers)).toEqual({ 'content-type': 'text/html', location: '/preview/x', 'content-security-policy': previewPolicy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cache-control': 'no-store', 'cross-origin-embedder-policy': 'require-corp' });
  expect(previewPolicy).not.toContain('script');
});

test('cookies go back to their host and path, until they are over', () => {
  const jar = new CookieJar();
  jar.take('web', '/a/b?c', ['x=1; Path=/', 'y=2', 'z=3; Path=/other']);
  expect(jar.line('web', '/a/c')).toBe('y=2; x=1');
  expect(jar.line('web', '/other/')).toBe('z=3; x=1');
  expect(jar.line('db', '/')).toBeUndefined();
  jar.take('web', '/', ['x=; Path=/; Max-Age=0']);
  expect(jar.line('web', '/a/c')).toBe('y=2');
});

test('a failure says in the page’s language what is wrong, and nothing of it is markup', () => {
  const failure = { code: portFailures.refused, message: '', host: '<web>', port: 81, published: [{ port: 80, container: 'front' }], dark: false };
  expect(failurePage('en', failure)).toMatch(/&#60;web&#62; refused to connect.*80 \(front\).*ERR_CONNECTION_REFUSED/s);
  expect(failurePage('ru', { ...failure, port: 80 })).toMatch(/отказал в соединении.*front.*127\.0\.0\.1/s);
});

test('Back and Forward', () => {
  const visits = new Visits();
  const at = (path: string) => ({ host: 'web', port: 80, path });
  visits.add(at('/1'));
  visits.add(at('/1'));
  visits.add(at('/2'));
  expect(visits.back()).toEqual(at('/1'));
  expect([visits.hasBack, visits.hasForward]).toEqual([false, true]);
  visits.replace(at('/3'));
  expect(visits.forward()).toEqual(at('/2'));
  visits.back();
  visits.add(at('/4'));
  expect([visits.current, visits.hasForward]).toEqual([at('/4'), false]);
});
