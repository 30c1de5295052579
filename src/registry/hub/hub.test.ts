import { verify, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeUtf8, seededRandom, tarEntry } from '../../base/index.ts';
import { type Descriptor, digestOf, type Manifest, mediaTypes, parseManifest } from '../../oci/index.ts';
import { packLayer } from '../../oci/layer/index.ts';
import type { HubCatalogue, HubImage } from './hub-catalogue.ts';
import { createHub, type Hub } from './hub.ts';

let now = Date.parse('2026-11-23T12:00:00Z');
const clock = { now: () => now, setTimeout: () => ({ dispose: () => {} }) };
const json = (document: object): Uint8Array => encodeUtf8(JSON.stringify(document));
const platformImage = (architecture: string): HubImage['images'][number] => {
  const layer = packLayer([tarEntry('hello', { bytes: encodeUtf8(architecture) })]);
  const configBlob = json({ architecture, os: 'linux', rootfs: { type: 'layers', diff_ids: [layer.diffId] } });
  const manifest: Manifest = { schemaVersion: 2, config: { mediaType: mediaTypes.ociConfig, digest: digestOf(configBlob), size: configBlob.length }, layers: [layer.descriptor] };
  const manifestBlob = json(manifest);
  const descriptor: Descriptor = { mediaType: mediaTypes.ociManifest, digest: digestOf(manifestBlob), size: manifestBlob.length, platform: { architecture, os: 'linux' } };
  return { configBlob, manifest, manifestBlob, descriptor, layers: [layer] };
};
const images = [platformImage('amd64'), platformImage('arm64')];
const indexBlob = json({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: images.map(({ descriptor }) => descriptor) });
const alpine: HubImage = { entry: { tags: ['3.20', 'latest'] }, indexBlob, indexDigest: digestOf(indexBlob), images };
const catalogue: HubCatalogue = {
  repositories: () => ['library/alpine'],
  tags: (repository) => (repository === 'library/alpine' ? ['3.20', 'latest'] : []),
  image: async (repository, tag) => (repository === 'library/alpine' && alpine.entry.tags.includes(tag) ? alpine : undefined),
};
const makeHub = (): Hub =>
  createHub({ catalogue, clock, random: seededRandom(7), check: (user, password) => user === 'learner' && password === 'secret' });

const get = (hub: Hub, path: string, headers: Record<string, string> = {}, method = 'GET', body?: BodyInit): Promise<Response> =>
  hub.fetch(new Request(`https://registry-1.docker.io${path}`, { method, headers, ...(body !== undefined && { body }) }));
async function token(hub: Hub, scope: string, authorization?: string): Promise<string> {
  const response = await hub.fetch(new Request(`https://auth.docker.io/token?service=registry.docker.io&scope=${scope}`, { headers: authorization === undefined ? {} : { authorization } }));
  return ((await response.json()) as { token: string }).token;
}
const basic = (user: string, password: string): string => `Basic ${btoa(`${user}:${password}`)}`;

describe('Docker Hub', () => {
  it('leads a client from the challenge over the token to the layers', async () => {
    const hub = makeHub();
    const refused = await get(hub, '/v2/library/alpine/manifests/3.20');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/alpine:pull"');
    expect(await refused.json()).toEqual({ errors: [{ code: 'UNAUTHORIZED', message: 'authentication required', detail: [{ Type: 'repository', Class: '', Name: 'library/alpine', Action: 'pull' }] }] });

    const authorization = `Bearer ${await token(hub, 'repository:library/alpine:pull')}`;
    const response = await get(hub, '/v2/library/alpine/manifests/3.20', { authorization });
    expect(response.headers.get('content-type')).toBe(mediaTypes.ociIndex);
    expect(response.headers.get('ratelimit-remaining')).toBe('99;w=21600');
    const index = parseManifest(new Uint8Array(await response.arrayBuffer()));
    if (index.kind !== 'index') throw new Error('no index');
    expect(index.index.manifests.map(({ platform }) => platform?.architecture)).toEqual(['amd64', 'arm64']);

    const manifest = (await (await get(hub, `/v2/library/alpine/manifests/${index.index.manifests[0]?.digest}`, { authorization })).json()) as Manifest;
    for (const { digest, size } of [manifest.config, ...manifest.layers]) {
      const blob = new Uint8Array(await (await get(hub, `/v2/library/alpine/blobs/${digest}`, { authorization })).arrayBuffer());
      expect([digestOf(blob), blob.length]).toEqual([digest, size]);
    }
  });

  it('does not tell what does not exist from what is private', async () => {
    const hub = makeHub();
    const response = await get(hub, '/v2/library/nosuch/manifests/latest', { authorization: `Bearer ${await token(hub, 'repository:library/nosuch:pull')}` });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/,error="insufficient_scope"$/);
    const tag = await get(hub, '/v2/library/alpine/manifests/nosuch', { authorization: `Bearer ${await token(hub, 'repository:library/alpine:pull')}` });
    expect(tag.status).toBe(404);
  });

  it('takes no token that is old, changed or for another place', async () => {
    const hub = makeHub();
    const good = await token(hub, 'repository:library/alpine:pull');
    const ask = async (text: string): Promise<[number, string | undefined]> => {
      const response = await get(hub, '/v2/library/alpine/manifests/latest', { authorization: `Bearer ${text}` });
      return [response.status, /error="(\w+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1]];
    };
    const [header, payload, signature] = good.split('.');
    expect(await ask(`${header}.${payload?.replace(/.$/, 'A')}.${signature}`)).toEqual([401, 'invalid_token']);
    expect(await ask(await token(makeHub(), 'repository:library/debian:pull'))).toEqual([401, 'insufficient_scope']);
    expect(await ask(good)).toEqual([200, undefined]);
    now += 400_000;
    expect(await ask(good)).toEqual([401, 'invalid_token']);
  });

  it('signs tokens with a key whose certificate stands in their header', async () => {
    const [header = '', payload = '', signature = ''] = (await token(makeHub(), 'repository:library/alpine:pull')).split('.');
    const { alg, kid, x5c } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string; kid: string; x5c: string[] };
    const certificate = new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64'));
    expect([alg, certificate.subject, certificate.verify(certificate.publicKey)]).toEqual(['ES256', `CN=${kid}`, true]);
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('knows its users, and lets them push to their own names only', async () => {
    const hub = makeHub();
    const wrong = await hub.fetch(new Request('https://auth.docker.io/token?account=learner&service=registry.docker.io', { headers: { authorization: basic('learner', 'bad') } }));
    expect([wrong.status, await wrong.json()]).toEqual([401, { details: 'incorrect username or password' }]);

    const mine = { authorization: `Bearer ${await token(hub, 'repository:learner/app:pull,push', basic('learner', 'secret'))}` };
    const started = await get(hub, '/v2/learner/app/blobs/uploads/', mine, 'POST');
    expect(started.status).toBe(202);
    const done = await get(hub, `${new URL(started.headers.get('location') ?? '').pathname}${new URL(started.headers.get('location') ?? '').search}&digest=${digestOf('x')}`, mine, 'PUT', 'x');
    expect(done.status).toBe(201);
    const theirs = { authorization: `Bearer ${await token(hub, 'repository:library/alpine:pull,push', basic('learner', 'secret'))}` };
    expect((await get(hub, '/v2/library/alpine/blobs/uploads/', theirs, 'POST')).status).toBe(401);
  });

  it('finds repositories by a word', async () => {
    const found = (await (await get(makeHub(), '/v1/search?q=alpine&n=25')).json()) as { num_results: number; results: { name: string; is_official: boolean }[] };
    expect(found).toMatchObject({ num_results: 1, query: 'alpine', results: [{ name: 'alpine', is_official: true }] });
    expect(await (await get(makeHub(), '/v1/search?q=nosuchword')).json()).toMatchObject({ num_results: 0, results: [] });
  });
});
