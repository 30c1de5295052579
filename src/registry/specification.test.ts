// What the OCI distribution specification 1.1 asks beside what distribution 2.8 does; the whole is measured by the conformance suite (test/clients/README.md).
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestOf, mediaTypes } from '../oci/index.ts';
import { createRegistry, memoryStorage, type Registry, type RegistryOptions } from './index.ts';

const origin = 'http://registry.test:5000';
const make = (options: Partial<RegistryOptions> = {}): Registry => createRegistry({ storage: memoryStorage(), ...options });
const ask = (registry: Registry, method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Response> =>
  registry.fetch(new Request(new URL(path, origin), { method, headers, ...(body !== undefined && { body }) }));
const sha512 = (text: string): string => `sha512:${createHash('sha512').update(text).digest('hex')}`;
const octets = { 'content-type': 'application/octet-stream' };

async function push(registry: Registry, text: string): Promise<string> {
  const response = await ask(registry, 'POST', `/v2/r/blobs/uploads/?digest=${digestOf(text)}`, octets, text);
  expect(response.status).toBe(201);
  return digestOf(text);
}

async function pushManifest(registry: Registry, reference: string, more: object = {}): Promise<{ digest: string; headers: Headers; status: number }> {
  const config = await push(registry, '{}');
  const text = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.ociManifest, config: { mediaType: 'application/vnd.test.config', digest: config, size: 2 }, layers: [], ...more });
  const response = await ask(registry, 'PUT', `/v2/r/manifests/${reference === '' ? digestOf(text) : reference}`, { 'content-type': mediaTypes.ociManifest }, text);
  return { digest: digestOf(text), headers: response.headers, status: response.status };
}

describe('the OCI distribution specification 1.1', () => {
  it('takes a blob whole in one POST, and digests of other algorithms', async () => {
    const registry = make();
    await push(registry, 'whole');
    const long = await ask(registry, 'POST', `/v2/r/blobs/uploads/?digest=${sha512('long')}`, octets, 'long');
    expect([long.status, long.headers.get('docker-content-digest')]).toEqual([201, sha512('long')]);
    expect(await (await ask(registry, 'GET', `/v2/r/blobs/${sha512('long')}`)).text()).toBe('long');
    expect((await ask(registry, 'POST', `/v2/r/blobs/uploads/?digest=${sha512('other')}`, octets, 'long')).status).toBe(400);
  });

  it('refuses chunks out of order, and says where it stands', async () => {
    const registry = make();
    const where = (response: Response): string => response.headers.get('location') ?? '';
    let at = where(await ask(registry, 'POST', '/v2/r/blobs/uploads/'));
    at = where(await ask(registry, 'PATCH', at, { ...octets, 'content-range': '0-3' }, 'abcd'));
    const wrong = await ask(registry, 'PATCH', at, { ...octets, 'content-range': '8-9' }, 'ij');
    expect([wrong.status, wrong.headers.get('range')]).toEqual([416, '0-3']);
    at = where(await ask(registry, 'PATCH', where(wrong), { ...octets, 'content-range': '4-5' }, 'ef'));
    expect((await ask(registry, 'PUT', `${at}&digest=${digestOf('abcdef')}`)).status).toBe(201);
  });

  it('lists what refers to a manifest, by the kind of artifact too', async () => {
    const registry = make();
    const subject = await pushManifest(registry, '1');
    const about = { subject: { mediaType: mediaTypes.ociManifest, digest: subject.digest, size: 1 } };
    const signature = await pushManifest(registry, '', { ...about, artifactType: 'application/vnd.test.signature', annotations: { by: 'me' } });
    const plain = await pushManifest(registry, '', about);
    expect([signature.headers.get('oci-subject'), subject.headers.get('oci-subject')]).toEqual([subject.digest, null]);
    const all = (await (await ask(registry, 'GET', `/v2/r/referrers/${subject.digest}`)).json()) as { manifests: { digest: string; artifactType: string; annotations?: object }[] };
    expect(new Map(all.manifests.map(({ digest, artifactType }) => [digest, artifactType]))).toEqual(new Map([[signature.digest, 'application/vnd.test.signature'], [plain.digest, 'application/vnd.test.config']]));
    const some = await ask(registry, 'GET', `/v2/r/referrers/${subject.digest}?artifactType=application/vnd.test.signature`);
    expect([some.headers.get('oci-filters-applied'), await some.json()]).toEqual(['artifactType', expect.objectContaining({ manifests: [expect.objectContaining({ digest: signature.digest, annotations: { by: 'me' } })] })]);
    expect(await (await ask(registry, 'GET', `/v2/r/referrers/${digestOf('none')}`)).json()).toMatchObject({ schemaVersion: 2, manifests: [] });
  });

  it('pages tags, and deletes one', async () => {
    const registry = make();
    for (const tag of ['a', 'b', 'c']) await pushManifest(registry, tag);
    const page = await ask(registry, 'GET', '/v2/r/tags/list?n=2');
    expect([await page.json(), page.headers.get('link')]).toEqual([{ name: 'r', tags: ['a', 'b'] }, '</v2/r/tags/list?last=b&n=2>; rel="next"']);
    expect(await (await ask(registry, 'GET', '/v2/r/tags/list?n=2&last=b')).json()).toEqual({ name: 'r', tags: ['c'] });
    expect([(await ask(registry, 'DELETE', '/v2/r/manifests/b')).status, (await ask(registry, 'DELETE', '/v2/r/manifests/b')).status]).toEqual([202, 404]);
    expect(await (await ask(registry, 'GET', '/v2/r/tags/list')).json()).toEqual({ name: 'r', tags: ['a', 'c'] });
  });

  it('knows none of it as distribution 2.8', async () => {
    const registry = make({ specification: '1.0' });
    expect((await ask(registry, 'GET', `/v2/r/referrers/${digestOf('x')}`)).status).toBe(404);
    expect((await ask(registry, 'POST', `/v2/r/blobs/uploads/?digest=${digestOf('x')}`, octets, 'x')).status).toBe(202);
    expect((await ask(registry, 'DELETE', '/v2/r/manifests/b')).status).toBe(400);
  });
});

describe('how a registry can be', () => {
  it('names itself as it is told, or as a proxy says', async () => {
    const started = async (options: Partial<RegistryOptions>, headers: Record<string, string> = {}): Promise<string> => {
      const response = await ask(make(options), 'POST', `${options.url?.prefix ?? ''}/v2/r/blobs/uploads/`, headers);
      return response.headers.get('location')?.replace(/\/blobs.*/, '') ?? '';
    };
    expect(await started({})).toBe(`${origin}/v2/r`);
    expect(await started({ url: { host: 'https://outside.test' } })).toBe('https://outside.test/v2/r');
    expect(await started({ url: { relative: true, prefix: '/below' } })).toBe('/below/v2/r');
    expect(await started({}, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'front.test' })).toBe('https://front.test/v2/r');
  });

  it('only reads, or only takes what it fetches itself', async () => {
    expect([(await ask(make({ readOnly: true }), 'POST', '/v2/r/blobs/uploads/')).status, (await ask(make({ noPush: true }), 'POST', '/v2/r/blobs/uploads/')).status]).toEqual([405, 405]);
  });
});
