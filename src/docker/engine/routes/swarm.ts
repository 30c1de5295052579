import { EngineError } from '../engine-error.ts';
import { json, type Route, type RouteRequest } from './route.ts';

const notManager = 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';

function refuse(kind: 'unavailable' | 'notImplemented', message: string): () => never {
  return () => {
    throw new EngineError(kind, message);
  };
}

const outside = refuse('unavailable', notManager);
const unsupported = refuse('notImplemented', 'swarm mode is not part of this sandbox: it is one engine; use docker compose for several containers');

/** Everything of a swarm, as an engine that is in none answers; entering one is refused. */
export const swarmRoutes: readonly Route[] = [
  { method: 'POST', path: '/swarm/init', handle: unsupported },
  { method: 'POST', path: '/swarm/join', handle: unsupported },
  { method: 'POST', path: '/swarm/leave', handle: refuse('unavailable', 'This node is not part of a swarm') },
  ...['/swarm', '/swarm/unlockkey', '/nodes', '/nodes/:id', '/services', '/services/:id', '/services/:id/logs', '/tasks', '/tasks/:id', '/tasks/:id/logs', '/secrets', '/secrets/:id', '/configs', '/configs/:id']
    .map((path): Route => ({ method: 'GET', path, handle: outside })),
  ...['/swarm/update', '/swarm/unlock', '/nodes/:id/update', '/services/create', '/services/:id/update', '/secrets/create', '/secrets/:id/update', '/configs/create', '/configs/:id/update']
    .map((path): Route => ({ method: 'POST', path, handle: outside })),
  ...['/nodes/:id', '/services/:id', '/secrets/:id', '/configs/:id'].map((path): Route => ({ method: 'DELETE', path, handle: outside })),
];

const pluginMissing = (request: RouteRequest): never => {
  throw new EngineError('notFound', `plugin "${request.param('name')}" not found`);
};

/** Plugins: none is installed, and none can be. */
export const pluginRoutes: readonly Route[] = [
  { method: 'GET', path: '/plugins', handle: () => json([]) },
  { method: 'GET', path: '/plugins/privileges', handle: () => json([]) },
  { method: 'POST', path: '/plugins/pull', handle: refuse('notImplemented', 'plugins are not part of this sandbox') },
  { method: 'POST', path: '/plugins/create', handle: refuse('notImplemented', 'plugins are not part of this sandbox') },
  { method: 'GET', path: '/plugins/:name/json', handle: pluginMissing },
  ...['enable', 'disable', 'upgrade', 'push', 'set'].map((verb): Route => ({ method: 'POST', path: `/plugins/:name/${verb}`, handle: pluginMissing })),
  { method: 'DELETE', path: '/plugins/:name', handle: pluginMissing },
];
