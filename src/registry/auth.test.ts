import { expect, it } from 'vitest';
import { seededRandom } from '../base/index.ts';
import { basicAuth, bearerAuth, createRegistry, createSigningKey, ellipticTokenKey, memoryStorage, parseScope, secretTokenKey, signToken, verifyToken } from './index.ts';

const request = (path: string, headers: Record<string, string> = {}): Request => new Request(`http://registry.test:5000${path}`, { headers });

it('asks for a password with every request', async () => {
  const registry = createRegistry({ storage: memoryStorage(), auth: basicAuth({ realm: 'Registry Realm', check: (user, password) => user === 'ann' && password === 'пароль:1' }) });
  const refused = await registry.fetch(request('/v2/'));
  // As Debian's docker-registry 2.8 with `auth: htpasswd` answers.
  expect([refused.status, refused.headers.get('www-authenticate'), await refused.text()])
    .toEqual([401, 'Basic realm="Registry Realm"', '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":null}]}\n']);
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode('ann:пароль:1')));
  expect((await registry.fetch(request('/v2/', { authorization: `Basic ${encoded}` }))).status).toBe(200);
  expect((await registry.fetch(request('/v2/', { authorization: `Basic ${btoa('ann:no')}` }))).status).toBe(401);
  expect((await registry.fetch(request('/v2/', { authorization: 'Basic %%%' }))).status).toBe(401);
});

it('asks for the scope that a route needs', async () => {
  const clock = { now: () => 1e12, setTimeout: () => ({ dispose: () => {} }) };
  const registry = createRegistry({ storage: memoryStorage(), auth: bearerAuth({ realm: 'https://auth.test/token', service: 's', key: secretTokenKey(seededRandom(1)(32)), clock }) });
  const scope = async (method: string, path: string): Promise<string | undefined> => {
    const response = await registry.fetch(new Request(`http://registry.test:5000${path}`, { method }));
    return /scope="([^"]*)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1];
  };
  const digest = `sha256:${'a'.repeat(64)}`;
  expect(await scope('GET', '/v2/')).toBeUndefined();
  expect(await scope('GET', '/v2/_catalog')).toBe('registry:catalog:*');
  expect(await scope('HEAD', '/v2/r/a/manifests/x')).toBe('repository:r/a:pull');
  expect(await scope('PUT', '/v2/r/a/manifests/x')).toBe('repository:r/a:pull,push');
  expect(await scope('DELETE', '/v2/r/a/manifests/x')).toBe('repository:r/a:delete');
  expect(await scope('POST', `/v2/r/a/blobs/uploads/?mount=${digest}&from=r/b`)).toBe('repository:r/a:pull,push repository:r/b:pull');
});

it.each([['a secret', (seed: number) => secretTokenKey(seededRandom(seed)(32))], ['a P-256 key', (seed: number) => ellipticTokenKey(createSigningKey(seededRandom(seed)), {})]])('signs tokens with %s that only the same key opens, in time and for the right service', (_kind, make) => {
  const key = make(1);
  const claims = { iss: 'i', sub: 'ann', aud: 's', exp: 1000, nbf: 700, iat: 700, jti: 'x', access: [{ type: 'repository', name: 'r', actions: ['pull' as const] }] };
  const token = signToken(claims, key);
  expect(verifyToken(token, key, 's', 800_000)).toEqual(claims);
  expect(verifyToken(token, make(2), 's', 800_000)).toBeUndefined();
  expect(verifyToken(token, key, 'other', 800_000)).toBeUndefined();
  expect(verifyToken(token, key, 's', 1_100_000)).toBeUndefined();
  expect(verifyToken('a.b', key, 's', 800_000)).toBeUndefined();
});

it('reads scopes with ports in them', () => {
  expect(parseScope('repository:host:5000/a/b:pull,push')).toEqual({ type: 'repository', name: 'host:5000/a/b', actions: ['pull', 'push'] });
  expect(parseScope('repository')).toBeUndefined();
});
