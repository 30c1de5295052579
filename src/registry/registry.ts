import { Hono } from 'hono';
import { type RandomBytes, systemRandom } from '../base/index.ts';
import type { Access, RegistryAuth } from './access.ts';
import { blobRoutes } from './blob-routes.ts';
import type { RegistryContext } from './context.ts';
import { errorResponse, RegistryError } from './error-code.ts';
import { listRoutes } from './list-routes.ts';
import { manifestRoutes } from './manifest-routes.ts';
import type { RegistryRequest } from './request.ts';
import { routePath } from './route-path.ts';
import type { RegistryStorage } from './storage.ts';
import { uploadRoutes } from './upload-routes.ts';

/** How a registry behaves. */
export interface RegistryOptions {
  storage: RegistryStorage;
  /** Absent: everybody may do everything. */
  auth?: RegistryAuth;
  /** For upload ids. Default: the machine's. */
  random?: RandomBytes;
  /** Whether DELETE works (`REGISTRY_STORAGE_DELETE_ENABLED`). Default true. */
  allowDelete?: boolean;
  /** Give OCI documents to clients that do not say that they accept them, as Docker Hub does; distribution 2.8 (default) answers 404. */
  lenientAccept?: boolean;
  /** Headers beside the usual ones on manifests (Docker Hub tells its rate limit there). Throwing a RegistryError refuses the request. */
  manifestHeaders?: (request: RegistryRequest) => Record<string, string>;
}

/** A registry that answers HTTP requests. */
export interface Registry {
  /** Answers one request of the distribution API; never rejects for what the client did. */
  fetch(request: RegistryRequest): Promise<Response>;
}

const apiVersion = { 'docker-distribution-api-version': 'registry/2.0' };
const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };

/** Makes a registry that speaks the distribution API v2 (OCI distribution specification 1.0, as distribution 2.8 does). */
export function createRegistry(options: RegistryOptions): Registry {
  const app = new Hono({ getPath: (request) => routePath(request.url) });
  const check = async (request: RegistryRequest, access: Access[]): Promise<void> => {
    const refusal = await options.auth?.authorize(request, access);
    if (!refusal) return;
    const detail = access.length ? access.flatMap(({ type, name, actions }) => actions.map((action) => ({ Type: type, Class: '', Name: name, Action: action }))) : null;
    throw new RegistryError(refusal.denied ? 'DENIED' : 'UNAUTHORIZED', { detail, headers: { 'www-authenticate': refusal.challenge } });
  };
  const context: RegistryContext = {
    storage: options.storage,
    random: options.random ?? systemRandom,
    allowDelete: options.allowDelete ?? true,
    lenientAccept: options.lenientAccept ?? false,
    manifestHeaders: options.manifestHeaders ?? (() => ({})),
    authorize: (request, name, actions, from) =>
      check(request, [{ type: 'repository', name, actions }, ...(from === undefined ? [] : [{ type: 'repository', name: from, actions: ['pull' as const] }])]),
    authorizeCatalog: (request) => check(request, [{ type: 'registry', name: 'catalog', actions: ['*'] }]),
  };

  app.all('/v2/', async ({ req }) => {
    await check(req.raw, []);
    return new Response('{}', { headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': '2' } });
  });
  app.get('/v2', () => new Response('<a href="/v2/">Moved Permanently</a>.\n\n', { status: 301, headers: { location: '/v2/', 'content-type': 'text/html; charset=utf-8' } }));
  app.get('/', () => new Response(null, { headers: { 'cache-control': 'no-cache', 'content-length': '0' } }));
  listRoutes(app, context);
  uploadRoutes(app, context);
  blobRoutes(app, context);
  manifestRoutes(app, context);

  app.notFound(({ req }) => {
    const allow = allowedMethods(routePath(req.url));
    if (allow) return new Response('Method not allowed\n', { status: 405, headers: { ...plain, allow } });
    return new Response('404 page not found\n', { status: 404, headers: plain });
  });
  app.onError((error) => {
    if (error instanceof RegistryError) return errorResponse(error, {});
    return errorResponse(new RegistryError('UNKNOWN', { detail: error.message }), {});
  });

  return {
    async fetch(request) {
      const response = await app.fetch(request as Request);
      if (new URL(request.url).pathname.startsWith('/v2')) for (const [name, value] of Object.entries(apiVersion)) response.headers.set(name, value);
      return response;
    },
  };
}

/** The methods of the route that a path belongs to; undefined when none does. */
function allowedMethods(path: string): string | undefined {
  if (/^\/v2\/[^/]+\/tags$/.test(path) || path === '/v2/_catalog') return 'GET';
  if (/^\/v2\/[^/]+\/manifests\//.test(path)) return 'DELETE, GET, HEAD, PUT';
  if (/^\/v2\/[^/]+\/blobs\//.test(path)) return 'DELETE, GET, HEAD';
  if (/^\/v2\/[^/]+\/uploads$/.test(path)) return 'POST';
  return /^\/v2\/[^/]+\/uploads\//.test(path) ? 'DELETE, GET, HEAD, PATCH, PUT' : undefined;
}
