import { Hono } from 'hono';
import { type Clock, type RandomBytes, systemClock, systemRandom } from '../base/index.ts';
import type { Access, RegistryAuth } from './access.ts';
import { blobRoutes } from './blob-routes.ts';
import type { RegistryContext } from './context.ts';
import { errorResponse, RegistryError } from './error-code.ts';
import { listRoutes } from './list-routes.ts';
import { manifestRoutes } from './manifest-routes.ts';
import { referrerRoutes } from './referrer-routes.ts';
import { registryUrl, type RegistryUrlOptions } from './registry-url.ts';
import type { RegistryRequest } from './request.ts';
import { routePath, routeVariables, slashRedirect } from './route-path.ts';
import { schema1Maker } from './schema1/maker.ts';
import type { SigningKey } from './signing-key.ts';
import type { RegistryStorage } from './storage.ts';
import { uploadRoutes } from './upload-routes.ts';

/** How a registry behaves. */
export interface RegistryOptions {
  storage: RegistryStorage;
  /** Absent: everybody may do everything. */
  auth?: RegistryAuth;
  /** For upload ids and keys. Default: the machine's. */
  random?: RandomBytes;
  /** For the time of signatures. Default: the machine's. */
  clock?: Clock;
  /**
   * Of the OCI distribution specification. `1.1` (default): referrers, deleting tags, pages of tags, whole uploads in one POST, chunks only in order. `1.0`: exactly what distribution 2.8 (registry:2) does.
   */
  specification?: '1.0' | '1.1';
  /** Whether DELETE works (`REGISTRY_STORAGE_DELETE_ENABLED`). Default true. */
  allowDelete?: boolean;
  /** Only GET and HEAD are answered (`storage.maintenance.readonly`). */
  readOnly?: boolean;
  /** Uploads are refused as unsupported: a pull-through cache. */
  noPush?: boolean;
  /** Give OCI documents and schema 2 to clients that do not say that they accept them, as Docker Hub does; distribution 2.8 (default) answers 404, and schema 1. */
  lenientAccept?: boolean;
  /** Headers beside the usual ones on manifests (Docker Hub tells its rate limit there). Throwing a RegistryError refuses the request. */
  manifestHeaders?: (request: RegistryRequest) => Record<string, string>;
  /** Headers on all answers below `/v2` (`http.headers`). */
  headers?: Readonly<Record<string, readonly string[]>>;
  /** How Locations are built. */
  url?: RegistryUrlOptions;
  /** Manifests of schema 1 may be pushed (`compatibility.schema1.enabled`). */
  takesSchema1?: boolean;
  /** Signs schema 1. Default: one made at the first need. */
  schema1Key?: SigningKey;
  /** Told of requests that were refused, with the error, before they are answered. */
  onRefusal?: (request: RegistryRequest, error: RegistryError) => void;
}

/** A registry that answers HTTP requests. */
export interface Registry {
  /** Answers one request of the distribution API; never rejects for what the client did. */
  fetch(request: RegistryRequest): Promise<Response>;
}

const apiVersion = 'docker-distribution-api-version';
const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };

/** Makes a registry that speaks the distribution API v2. */
export function createRegistry(options: RegistryOptions): Registry {
  const prefix = (options.url?.prefix ?? '').replace(/\/$/, '');
  const specification = options.specification ?? '1.1';
  const pathOf = (url: string): string => routePath(url, prefix, specification);
  const app = new Hono({ getPath: (request) => pathOf(request.url) });
  const check = async (request: RegistryRequest, access: Access[]): Promise<void> => {
    const refusal = await options.auth?.authorize(request, access);
    if (!refusal) return;
    const detail = access.length ? access.flatMap(({ type, name, actions }) => actions.map((action) => ({ Type: type, Class: '', Name: name, Action: action }))) : null;
    throw new RegistryError(refusal.denied ? 'DENIED' : 'UNAUTHORIZED', { detail, headers: { 'www-authenticate': refusal.challenge } });
  };
  const random = options.random ?? systemRandom;
  const clock = options.clock ?? systemClock;
  const context: RegistryContext = {
    storage: options.storage,
    random,
    clock,
    specification,
    allowDelete: options.allowDelete ?? true,
    noPush: options.noPush ?? false,
    lenientAccept: options.lenientAccept ?? false,
    manifestHeaders: options.manifestHeaders ?? (() => ({})),
    urlOf: (request, path) => registryUrl(request, path, options.url ?? {}),
    schema1: schema1Maker({ storage: options.storage, random, clock, key: options.schema1Key }),
    takesSchema1: options.takesSchema1 ?? false,
    authorize: (request, name, actions, from) =>
      check(request, [{ type: 'repository', name, actions }, ...(from === undefined ? [] : [{ type: 'repository', name: from, actions: ['pull' as const] }])]),
    authorizeCatalog: (request) => check(request, [{ type: 'registry', name: 'catalog', actions: ['*'] }]),
  };

  app.use(async ({ req }, next) => {
    const allow = allowedMethods(pathOf(req.url), options.readOnly ?? false);
    if (allow === undefined || allow.split(', ').includes(req.method)) return next();
    await check(req.raw, accessOf(req.method, req.url));
    if (req.method === 'OPTIONS' && specification === '1.0') return new Response(null, { headers: { allow } });
    return new Response('Method not allowed\n', { status: 405, headers: { ...plain, allow } });
  });
  app.all('/v2/', async ({ req }) => {
    await check(req.raw, []);
    return new Response('{}', { headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': '2' } });
  });
  app.get('/v2', ({ req }) => redirect(req.method, `${prefix}/v2/`));
  listRoutes(app, context);
  uploadRoutes(app, context);
  blobRoutes(app, context);
  manifestRoutes(app, context);
  if (specification === '1.1') referrerRoutes(app, context);

  app.notFound(() => new Response('404 page not found\n', { status: 404, headers: plain }));
  app.onError((error, { req }) => {
    const refusal = error instanceof RegistryError ? error : new RegistryError('UNKNOWN', { detail: error.message });
    options.onRefusal?.(req.raw, refusal);
    return errorResponse(refusal, req.method === 'HEAD');
  });

  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/') return new Response(null, { headers: { 'cache-control': 'no-cache', 'content-length': '0' } });
      const moved = specification === '1.0' ? slashRedirect(request.url, prefix) : undefined;
      const response = moved === undefined ? await app.fetch(request as Request) : redirect(request.method, moved);
      response.headers.set(apiVersion, 'registry/2.0');
      if ((response.status !== 404 && response.status !== 301) || response.headers.get('content-type')?.startsWith('application/json')) {
        for (const [name, values] of Object.entries(options.headers ?? {})) for (const value of values) setOrAppend(response.headers, name, value);
      }
      return response;
    },
  };
}

/** http.Redirect of Go: words only for GET. */
function redirect(method: string, location: string): Response {
  const reading = method === 'GET' || method === 'HEAD';
  return new Response(method === 'GET' ? `<a href="${location}">Moved Permanently</a>.\n\n` : null, { status: 301, headers: { location, ...(reading && { 'content-type': 'text/html; charset=utf-8' }) } });
}

function setOrAppend(headers: Headers, name: string, value: string): void {
  if (headers.get(name) !== value) headers.append(name, value);
}

/** What a method needs on a route, whether the route knows the method or not. */
function accessOf(method: string, url: string): Access[] {
  const { name } = routeVariables(url);
  if (name === undefined) return [{ type: 'registry', name: 'catalog', actions: ['*'] }];
  return [{ type: 'repository', name, actions: method === 'DELETE' ? ['delete'] : method === 'GET' || method === 'HEAD' ? ['pull'] : ['pull', 'push'] }];
}

/** The methods of the route that a path belongs to; undefined when none does, or all do. */
function allowedMethods(path: string, readOnly: boolean): string | undefined {
  const only = (reading: string, all: string): string => (readOnly ? reading : all);
  if (/^\/v2\/[^/]+\/(?:tags$|referrers\/)/.test(path) || path === '/v2/_catalog') return 'GET';
  if (/^\/v2\/[^/]+\/manifests\//.test(path)) return only('GET, HEAD', 'DELETE, GET, HEAD, PUT');
  if (/^\/v2\/[^/]+\/blobs\//.test(path)) return only('GET, HEAD', 'DELETE, GET, HEAD');
  return /^\/v2\/[^/]+\/uploads(?:\/|$)/.test(path) ? only('GET, HEAD', 'DELETE, GET, HEAD, PATCH, POST, PUT') : undefined;
}
