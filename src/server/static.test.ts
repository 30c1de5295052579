import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveStatic, type StaticServer } from './static.ts';

const folder = mkdtempSync(join(tmpdir(), 'drydock-static-'));
const root = join(folder, 'dist');
let server: StaticServer;

beforeAll(async () => {
  mkdirSync(join(root, 'en'), { recursive: true });
  mkdirSync(join(root, '_astro'));
  writeFileSync(join(root, 'en/index.html'), '<p>en</p>');
  writeFileSync(join(root, '404.html'), '<p>gone</p>');
  writeFileSync(join(root, '_astro/a.js'), 'x()\n'.repeat(500));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await serveStatic({ root, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ port: server.port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });
}

test('pages, folders without a slash, and what is not there', async () => {
  expect(await get('/en/')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } });
  expect(await get('/en?q=1')).toMatchObject({ status: 301, headers: { location: '/en/?q=1' } });
  const missing = await get('/nowhere/');
  expect([missing.status, missing.body.toString()]).toEqual([404, '<p>gone</p>']);
});

test('nothing outside the folder is served', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/en/..%2f..%2fsecret.txt', '/%00', '/%zz']) expect([path, (await get(path)).status]).toEqual([path, 404]);
});

test('scripts are compressed, cached for ever, and not sent again', async () => {
  const answer = await get('/_astro/a.js', { 'accept-encoding': 'gzip' });
  expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' });
  expect(gunzipSync(answer.body).toString()).toBe('x()\n'.repeat(500));
  expect((await get('/_astro/a.js', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
  expect((await get('/_astro/a.js', { 'accept-encoding': 'gzip', 'if-none-match': String(answer.headers.etag) })).status).toBe(304);
});

test('a compressed copy from the build is handed out, an older one is not', async () => {
  const script = join(root, '_astro/b.js');
  const body = async (): Promise<string> => (await get('/_astro/b.js', { 'accept-encoding': 'br' })).body.toString();
  writeFileSync(script, 'y()\n'.repeat(500));
  writeFileSync(`${script}.br`, 'the copy');
  expect(await body()).toBe('the copy');
  utimesSync(`${script}.br`, 1, 1);
  utimesSync(script, 2, 2);
  expect(await body()).not.toBe('the copy');
});

test('a taken port: the next one', async () => {
  const second = await serveStatic({ root, port: server.port });
  expect(second.port).toBeGreaterThan(server.port);
  await second.close();
});

test('what is added to the head of pages is in each, packed or not, and in nothing else', async () => {
  writeFileSync(join(root, 'en/page.html'), `<head><title>t</title></head>${'<p>text</p>'.repeat(100)}`);
  writeFileSync(join(root, 'en/page.js'), '"</head>"');
  const other = await serveStatic({ root, port: 0, head: ({ headers }) => (headers['x-who'] === 'us' ? '<meta name="added">' : undefined) });
  const ask = async (path: string, headers: Record<string, string> = {}): Promise<{ text: string; tag: string | null }> => {
    const response = await fetch(other.url + path, { headers });
    return { text: await response.text(), tag: response.headers.get('etag') };
  };
  const plain = await ask('en/page.html');
  expect(plain.text).not.toContain('added');
  for (const encoding of ['identity', 'gzip', 'br']) {
    const page = await ask('en/page.html', { 'x-who': 'us', 'accept-encoding': encoding });
    expect(page.text).toContain('<title>t</title><meta name="added"></head>');
    expect(page.tag).not.toBe(plain.tag);
  }
  expect((await ask('en/page.js', { 'x-who': 'us' })).text).toBe('"</head>"');
  await other.close();
});

test('pages that ask for it are isolated from other origins, and workers may be theirs; no other page is', async () => {
  const both = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
  mkdirSync(join(root, 'webcontainer'));
  writeFileSync(join(root, 'webcontainer/index.html'), '<p>frame</p>');
  expect((await get('/en/?webcontainer')).headers).toMatchObject(both);
  expect((await get('/webcontainer/')).headers).toMatchObject(both);
  expect((await get('/_astro/a.js')).headers).toMatchObject({ 'cross-origin-embedder-policy': 'require-corp' });
  for (const path of ['/en/', '/en/?q=webcontainer']) expect(Object.keys((await get(path)).headers).filter((name) => name.startsWith('cross-origin'))).toEqual([]);
});
