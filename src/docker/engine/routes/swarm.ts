import type { NodeSpec, SwarmInitRequest } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import { currentSwarm } from '../swarm/current-swarm.ts';
import { initSwarm, leaveSwarm } from '../swarm/membership.ts';
import { findNode, ownNode, updateNode } from '../swarm/node.ts';
import { empty, json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

function refuse(message: string): () => never {
  return () => {
    throw new EngineError('notImplemented', message);
  };
}

const unsupported = refuse('services, secrets and configs of a swarm are not part of this sandbox: use docker compose for several containers');

/** What only a manager may be asked; there is nothing of that kind. */
function managed(path: string, kind: string): Route[] {
  const missing = (request: RouteRequest): never => {
    currentSwarm(request.daemon);
    throw new EngineError('notFound', `${kind} ${request.param('id')} not found`);
  };
  return [
    { method: 'GET', path, handle: ({ daemon }) => (currentSwarm(daemon), json([])) },
    { method: 'GET', path: `${path}/:id`, handle: missing },
    { method: 'GET', path: `${path}/:id/logs`, handle: missing },
    { method: 'POST', path: `${path}/create`, handle: ({ daemon }) => (currentSwarm(daemon), unsupported()) },
    { method: 'POST', path: `${path}/:id/update`, handle: missing },
    { method: 'DELETE', path: `${path}/:id`, handle: missing },
  ];
}

/** A swarm of one node: enough for its networks and for looking at it. */
export const swarmRoutes: readonly Route[] = [
  { method: 'GET', path: '/swarm', handle: ({ daemon }) => json({ ...currentSwarm(daemon).cluster, JoinTokens: currentSwarm(daemon).tokens }) },
  { method: 'POST', path: '/swarm/init', handle: async ({ daemon, ...request }) => json(initSwarm(daemon, (await request.json<SwarmInitRequest>()) ?? {})) },
  { method: 'POST', path: '/swarm/join', handle: refuse('a sandbox is one engine: there is no other node to join') },
  { method: 'POST', path: '/swarm/leave', handle: ({ daemon, ...request }) => (leaveSwarm(daemon, request.flag('force')), empty(200)) },
  { method: 'GET', path: '/swarm/unlockkey', handle: ({ daemon }) => (currentSwarm(daemon), json({ UnlockKey: '' })) },
  { method: 'POST', path: '/swarm/update', handle: ({ daemon }) => (currentSwarm(daemon), unsupported()) },
  { method: 'POST', path: '/swarm/unlock', handle: ({ daemon }) => (currentSwarm(daemon), unsupported()) },
  { method: 'GET', path: '/nodes', handle: ({ daemon }) => json([ownNode(daemon)]) },
  { method: 'GET', path: '/nodes/:id', handle: ({ daemon, ...request }) => json(findNode(daemon, request.param('id'))) },
  { method: 'POST', path: '/nodes/:id/update', handle: update },
  { method: 'DELETE', path: '/nodes/:id', handle: removeNode },
  ...managed('/services', 'service'), ...managed('/tasks', 'task'), ...managed('/secrets', 'secret'), ...managed('/configs', 'config'),
];

async function update({ daemon, ...request }: RouteRequest): Promise<RouteAnswer> {
  updateNode(daemon, request.param('id'), request.integer('version'), (await request.json<NodeSpec>()) ?? { Labels: {}, Role: 'manager', Availability: 'active' });
  return empty(200);
}

function removeNode({ daemon, ...request }: RouteRequest): never {
  const node = findNode(daemon, request.param('id'));
  throw new EngineError('system', `rpc error: code = FailedPrecondition desc = node ${node.ID} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal`);
}

const pluginMissing = (request: RouteRequest): never => {
  throw new EngineError('notFound', `plugin "${request.param('name')}" not found`);
};

/** Plugins: none is installed, and none can be. */
export const pluginRoutes: readonly Route[] = [
  { method: 'GET', path: '/plugins', handle: () => json([]) },
  { method: 'GET', path: '/plugins/privileges', handle: () => json([]) },
  { method: 'POST', path: '/plugins/pull', handle: refuse('plugins are not part of this sandbox') },
  { method: 'POST', path: '/plugins/create', handle: refuse('plugins are not part of this sandbox') },
  { method: 'GET', path: '/plugins/:name/json', handle: pluginMissing },
  ...['enable', 'disable', 'upgrade', 'push', 'set'].map((verb): Route => ({ method: 'POST', path: `/plugins/:name/${verb}`, handle: pluginMissing })),
  { method: 'DELETE', path: '/plugins/:name', handle: pluginMissing },
];
