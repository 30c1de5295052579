import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import { compressible, contentTypes } from './content-types.mjs';

const gzip = promisify(gzipCallback);

/**
 * Serves a folder as a plain static host does: index.html of folders, 404.html, gzip, entity tags, unchangeable caching of hashed files.
 * @param {{ folder: string, host?: string, port?: number, tries?: number }} options `tries`: how many ports after `port` may be tried.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serveFolder({ folder, host = '127.0.0.1', port = 4321, tries = 1 }) {
  /** @type {Map<string, { stamp: string, plain: Buffer, zipped?: Buffer, tag: string }>} */
  const cache = new Map();

  async function load(path) {
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs}-${size}`;
    const known = cache.get(path);
    if (known?.stamp === stamp) return known;
    const plain = await readFile(path);
    const entry = { stamp, plain, tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`, zipped: undefined };
    if (compressible.has(extname(path)) && plain.length > 512) entry.zipped = await gzip(plain, { level: 9 });
    cache.set(path, entry);
    return entry;
  }

  async function find(urlPath) {
    const path = normalize(join(folder, decodeURIComponent(urlPath)));
    if (path !== folder && !path.startsWith(folder + sep)) return undefined;
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return { path };
    if (!found?.isDirectory()) return undefined;
    if (!urlPath.endsWith('/')) return { redirect: `${urlPath}/` };
    const index = join(path, 'index.html');
    return (await stat(index).catch(() => undefined))?.isFile() ? { path: index } : undefined;
  }

  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const found = await find(pathname).catch(() => undefined);
    if (found?.redirect) return void response.writeHead(308, { location: found.redirect + search }).end();
    const missing = !found?.path;
    const path = found?.path ?? join(folder, '404.html');
    const entry = await load(path).catch(() => undefined);
    if (!entry) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    const headers = {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      'cache-control': pathname.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: entry.tag,
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    };
    if (!missing && request.headers['if-none-match'] === entry.tag) return void response.writeHead(304, headers).end();
    const zipped = entry.zipped && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? entry.zipped : undefined;
    const body = zipped ?? entry.plain;
    response.writeHead(missing ? 404 : 200, { ...headers, ...(zipped && { 'content-encoding': 'gzip' }), 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.headersSent ? response.destroy(error) : response.writeHead(500).end());
  });
  const used = await listen(server, host, port, tries);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${used}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function listen(server, host, port, tries) {
  for (let attempt = 0; ; attempt++) {
    try {
      await new Promise((resolve, reject) => server.once('error', reject).listen(port === 0 ? 0 : port + attempt, host, () => resolve(server.off('error', reject))));
      return server.address().port;
    } catch (error) {
      if (error.code === 'EADDRINUSE' && attempt + 1 < tries) continue;
      if (error.code === 'EADDRINUSE') throw new Error(`Port ${port}${tries > 1 ? ` and the ${tries - 1} after it are` : ' is'} in use on ${host}. Choose another one: npm start -- --port NUMBER`);
      throw new Error(`Cannot listen on ${host} port ${port}: ${error.message}`);
    }
  }
}
