import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, sha256Bytes } from '../../base/index.ts';
import { distributions } from './distributions.ts';
import { createPackageIndex } from './package-index.ts';
import { sources } from './sources.ts';
import { wheelName } from './wheel.ts';

const index = createPackageIndex();
const get = (path: string): Promise<Response> => index.fetch({ url: `https://pypi.test${path}` });

describe('the index', () => {
  it('lists every module there is', () => {
    const folder = fileURLToPath(new URL('./packages/', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py')).sort();
    expect(Object.values(sources).flatMap((each) => Object.keys(each)).sort()).toEqual(files);
    expect(Object.keys(sources).sort()).toEqual(distributions.map(({ module }) => module).sort());
  });

  it('has pages with what a release requires of Python', async () => {
    const page = await (await get('/simple/jinja2/')).text();
    expect(page).toContain('<a href="/packages/Jinja2-3.1.6-py3-none-any.whl" data-requires-python="&gt;=3.7"');
    expect((await get('/simple/Jinja2/')).headers.get('location')).toBe('/simple/jinja2/');
    expect((await get('/simple/nosuch/')).status).toBe(404);
  });

  it.each(distributions.map((distribution) => [distribution.name, distribution] as const))('has wheels of %s that say what is in them', async (_name, distribution) => {
    const release = distribution.releases.at(-1);
    if (!release) throw new Error('no release');
    const files = unzipSync(new Uint8Array(await (await get(`/packages/${wheelName(distribution, release)}`)).arrayBuffer()));
    const record = Object.keys(files).find((path) => path.endsWith('/RECORD')) ?? '';
    const lines = decodeUtf8(files[record] ?? new Uint8Array()).split('\n').filter(Boolean);
    const told = lines.map((line) => line.split(',').slice(0, 2));
    const found = lines.map((line) => line.split(',')[0] ?? '').map((path) => [path, path === record ? '' : `sha256=${Buffer.from(sha256Bytes(files[path] ?? new Uint8Array())).toString('base64url')}`]);
    expect(told).toEqual(found);
    expect(Object.values(files).some((data) => decodeUtf8(data).includes('@VERSION@'))).toBe(false);
    expect(await (await get(`/packages/${wheelName(distribution, release)}.metadata`)).text()).toBe(decodeUtf8(files[record.replace('RECORD', 'METADATA')] ?? new Uint8Array()));
  });
});
