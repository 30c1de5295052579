import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, sha256Bytes } from '../../base/index.ts';
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

  it('has the modules that it is given in the place of its own, under the same metadata', async () => {
    const given = createPackageIndex(async (module, version) => (module === 'flask' && version === '3.1.1' ? { 'flask/given.py': encodeUtf8('x = 1\n') } : undefined));
    const listed = async (from: typeof index, file: string): Promise<string[]> => Object.keys(unzipSync(new Uint8Array(await (await from.fetch({ url: `https://pypi.org/packages/${file}` })).arrayBuffer())));
    expect(await listed(given, 'Flask-3.1.1-py3-none-any.whl')).toEqual(['flask/given.py', ...['METADATA', 'WHEEL', 'entry_points.txt', 'top_level.txt', 'RECORD'].map((name) => `Flask-3.1.1.dist-info/${name}`)]);
    expect(await listed(given, 'Flask-3.0.3-py3-none-any.whl')).toEqual(await listed(index, 'Flask-3.0.3-py3-none-any.whl'));
  });

  it('leads from pypi.org to where the files are', async () => {
    const page = await (await index.fetch({ url: 'https://pypi.org/simple/idna/' })).text();
    expect(page).toContain('<a href="//files.pythonhosted.org/packages/idna-3.10-py3-none-any.whl"');
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
