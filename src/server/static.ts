import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
const compressible = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.txt', '.xml', '.webmanifest', '.wasm']);
/** Files whose name holds a hash of their content. */
const immutable = /[/\\]_astro[/\\]|[/\\]pagefind[/\\](?:fragment|index)[/\\]/;

/** A page that may share memory, for which browsers want both: a lesson with its hosts in a WebContainer, and the page that holds that. */
const isolation = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** What is served and where. */
export interface StaticOptions {
  /** The folder that is served. */
  root: string;
  /** Default 4321; when it is taken, the next free one of the following twenty. 0: any free one. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** What is put at the end of the head of every page, for that request. Such pages are compressed anew. */
  head?: (request: IncomingMessage) => string | undefined;
  /** Who takes connections that ask to become something else. Default: nobody. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** A running server. */
export interface StaticServer {
  /** Address of the first page, such as `http://127.0.0.1:4321/`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

type Encoding = 'br' | 'gzip' | undefined;

/** Serves a folder of finished files: right types, compressed once and remembered, cached for ever where the name says so, /404.html for what is not there. */
export async function serveStatic(options: StaticOptions): Promise<StaticServer> {
  const root = await realpath(options.root);
  const host = options.host ?? '127.0.0.1';
  const compressed = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => {
    void answer(root, compressed, request, response, options.head?.(request) ?? '').catch(() => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('500\n');
    });
  });
  const { upgrade } = options;
  if (upgrade) server.on('upgrade', upgrade);
  const port = await listen(server, host, options.port ?? 4321);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; ; port++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(port, host, () => {
        server.off('error', resolve);
        resolve(undefined);
      });
    });
    if (!error) return (server.address() as AddressInfo).port;
    if (error.code !== 'EADDRINUSE' || first === 0 || port >= first + 20) throw error;
  }
}

async function answer(root: string, compressed: Map<string, Promise<Buffer>>, request: IncomingMessage, response: ServerResponse, head: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const found = await find(root, url.pathname);
  if (found.redirect !== undefined) {
    response.writeHead(301, { location: found.redirect + url.search }).end();
    return;
  }
  const path = found.path ?? join(root, '404.html');
  const info = await stat(path).catch(() => undefined);
  if (!info) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404\n');
    return;
  }
  const kind = extname(path);
  const encoding = compressible.has(kind) && info.size > 512 ? preferred(request.headers['accept-encoding'] ?? '') : undefined;
  const added = kind === '.html' ? head : '';
  const tag = `"${info.size.toString(36)}-${info.mtimeMs.toString(36)}${encoding ? `-${encoding}` : ''}${added && `-${createHash('sha256').update(added).digest('hex').slice(0, 8)}`}"`;
  response.setHeader('content-type', types[kind] ?? 'application/octet-stream');
  response.setHeader('cache-control', immutable.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('etag', tag);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('vary', 'accept-encoding');
  if (kind === '.html' && (url.searchParams.has('webcontainer') || url.pathname.startsWith('/webcontainer/'))) for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
  // An isolated page starts no worker without it; to a script of a page it says nothing.
  if (kind === '.js' || kind === '.mjs') response.setHeader('cross-origin-embedder-policy', 'require-corp');
  if (found.path !== undefined && request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.statusCode = found.path === undefined ? 404 : 200;
  if (!encoding && added) {
    const page = withHead(await readFile(path), added);
    response.setHeader('content-length', page.length);
    response.end(request.method === 'HEAD' ? undefined : page);
    return;
  }
  if (!encoding) {
    response.setHeader('content-length', info.size);
    if (request.method === 'HEAD') response.end();
    else createReadStream(path).pipe(response);
    return;
  }
  const body = await compress(compressed, path, info.mtimeMs, tag, encoding, added);
  response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The file for a path of the URL; a folder without its slash is redirected, what is outside the root is not found. */
async function find(root: string, pathname: string): Promise<{ path?: string; redirect?: string }> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return {};
  }
  if (decoded.includes('\0')) return {};
  const path = join(root, decoded);
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || (real !== root && !real.startsWith(root + sep))) return {};
  const info = await stat(real);
  if (info.isFile()) return decoded.endsWith('/') ? {} : { path: real };
  if (!decoded.endsWith('/')) return { redirect: `${pathname}/`.replace(/^\/+/, '/') };
  const index = join(real, 'index.html');
  return (await stat(index).catch(() => undefined))?.isFile() ? { path: index } : {};
}

function preferred(accepted: string): Encoding {
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** The file's compressed body: the copy that the build put beside it when that is not older, else made now; either is remembered. */
function compress(compressed: Map<string, Promise<Buffer>>, path: string, mtimeMs: number, tag: string, encoding: 'br' | 'gzip', added: string): Promise<Buffer> {
  const key = `${path} ${tag}`;
  let body = compressed.get(key);
  if (!body) {
    body = (encoding === 'br' && !added ? builtCopy(`${path}.br`, mtimeMs) : Promise.resolve(undefined)).then((copy) => copy ?? compressNow(path, encoding, added));
    compressed.set(key, body);
  }
  return body;
}

async function builtCopy(path: string, notBeforeMs: number): Promise<Buffer | undefined> {
  const info = await stat(path).catch(() => undefined);
  return info && info.mtimeMs >= notBeforeMs ? readFile(path) : undefined;
}

function withHead(page: Buffer, added: string): Buffer {
  return Buffer.from(page.toString().replace('</head>', () => `${added}</head>`));
}

async function compressNow(path: string, encoding: 'br' | 'gzip', added: string): Promise<Buffer> {
  const file = await readFile(path);
  const bytes = added ? withHead(file, added) : file;
  // Brotli's highest levels take seconds for the large scripts; 5 is as small as gzip's best and fast.
  return encoding === 'br' ? promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : promisify(gzip)(bytes, { level: 6 });
}
