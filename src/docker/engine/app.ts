import { Hono } from 'hono';
import { readAllText } from '../../base/index.ts';
import type { HttpContext, HttpHandler, HttpRequest, HttpResponse } from '../../base/http/index.ts';
import { apiVersion, compareApiVersions, minApiVersion } from '../api/index.ts';
import type { Daemon } from './daemon.ts';
import { EngineError, httpStatusOf, messageOf } from './engine-error.ts';
import { buildRoutes } from './routes/build.ts';
import { containerRoutes } from './routes/containers.ts';
import { execRoutes } from './routes/exec.ts';
import { imageRoutes } from './routes/images.ts';
import { networkRoutes } from './routes/networks.ts';
import { empty, json, parseFilters, parseJsonBody, type Route, type RouteRequest } from './routes/route.ts';
import { pluginRoutes, swarmRoutes } from './routes/swarm.ts';
import { systemRoutes } from './routes/system.ts';
import { volumeRoutes } from './routes/volumes.ts';
import { engineVersion } from './system/version.ts';

/** Every endpoint that the engine has. */
export const routes: readonly Route[] = [...systemRoutes, ...containerRoutes, ...execRoutes, ...imageRoutes, ...buildRoutes, ...networkRoutes, ...volumeRoutes, ...swarmRoutes, ...pluginRoutes];

type AppEnv = { Bindings: { request: HttpRequest; context: HttpContext; version: string; settle(answer: HttpResponse | undefined): void } };

/** The Engine API as a handler of HTTP requests. */
export function createApp(daemon: Daemon): HttpHandler {
  const app = new Hono<AppEnv>({ getPath: (request) => unversioned(new URL(request.url).pathname).path });
  for (const route of routes) {
    app.on(route.method, route.path, async (c) => {
      const { request, context, version, settle } = c.env;
      const routed = routeRequest(daemon, request, context, version, (name) => decodeURIComponent(c.req.param(name) ?? ''));
      settle(await route.handle(routed));
      // Hono wants a Response; the real answer has gone through `settle`.
      return new Response(null);
    });
  }
  app.notFound((c) => {
    c.env.settle(json({ message: 'page not found' }, 404));
    return new Response(null);
  });
  app.onError((error, c) => {
    c.env.settle(failure(daemon, error));
    return new Response(null);
  });
  return (request, context) => answer(app, request, context);
}

/** Takes the version off a path: `/v1.45/info`. */
function unversioned(path: string): { path: string; version: string | undefined } {
  const [, version, rest] = /^\/v(\d+\.\d+)(\/.*)$/.exec(path) ?? [];
  return version === undefined || rest === undefined ? { path, version: undefined } : { path: rest, version };
}

async function answer(app: Hono<AppEnv>, request: HttpRequest, context: HttpContext): Promise<HttpResponse | undefined> {
  const { version } = unversioned(new URL(request.url).pathname);
  const refused = version === undefined ? undefined : versionProblem(version);
  if (refused) return withHeaders(json({ message: refused }, 400), false);
  let settled: HttpResponse | undefined;
  // HEAD is a route of its own here; Hono would make GETs of them.
  await app.fetch(request as Request, { request, context, version: version ?? apiVersion, settle: (response) => { settled = response; } });
  return settled && withHeaders(settled, true);
}

function versionProblem(version: string): string | undefined {
  if (compareApiVersions(version, apiVersion) > 0) return `client version ${version} is too new. Maximum supported API version is ${apiVersion}`;
  if (compareApiVersions(version, minApiVersion) < 0) return `client version ${version} is too old. Minimum supported API version is ${minApiVersion}, please upgrade your client to a newer version`;
  return undefined;
}

function withHeaders(response: HttpResponse, experimental: boolean): HttpResponse {
  const headers = new Headers(response.headers);
  headers.set('api-version', apiVersion);
  if (experimental) headers.set('docker-experimental', 'false');
  headers.set('ostype', 'linux');
  headers.set('server', `Docker/${engineVersion} (linux)`);
  return { ...response, headers };
}

function failure(daemon: Daemon, error: unknown): HttpResponse {
  const status = httpStatusOf(error);
  if (status === 304) return empty(304);
  if (!(error instanceof EngineError)) daemon.log('error', `Handler returned error: ${messageOf(error)}`, daemon.config.debug && error instanceof Error ? { stack: error.stack ?? '' } : {});
  return json({ message: messageOf(error) }, status);
}

function routeRequest(daemon: Daemon, request: HttpRequest, context: HttpContext, version: string, param: (name: string) => string): RouteRequest {
  const { searchParams } = new URL(request.url);
  const query = (name: string): string | undefined => searchParams.get(name) ?? undefined;
  return {
    daemon, headers: request.headers, version, signal: request.signal, body: context.bodySource, context, param, query,
    queries: (name) => searchParams.getAll(name),
    flag: (name, fallback = false) => {
      const value = query(name);
      return value === undefined ? fallback : !['', '0', 'no', 'false', 'none'].includes(value.trim().toLowerCase());
    },
    integer: (name) => {
      const value = query(name);
      if (value === undefined || value === '') return undefined;
      if (!/^-?\d+$/.test(value)) throw new EngineError('system', `strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
      return Number(value);
    },
    filters: () => parseFilters(query('filters')),
    json: async <T>() => parseJsonBody<T>(await readAllText(context.bodySource), request.headers.get('content-type')),
  };
}
