import type { NetworkConnectRequest, NetworkCreateRequest, NetworkDisconnectRequest } from '../../api/index.ts';
import { checkNetworkShape } from '../container/request-shape.ts';
import { EngineError } from '../engine-error.ts';
import { connectContainer, disconnectContainer } from '../network/change-endpoints.ts';
import { containersOn, inspectNetwork, listNetworks } from '../network/inspect.ts';
import { pruneNetworks } from '../network/prune.ts';
import { createSwarmNetwork } from '../swarm/network.ts';
import { empty, json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** `/networks` */
export const networkRoutes: readonly Route[] = [
  { method: 'GET', path: '/networks', handle: (request) => json(listNetworks(request.daemon, request.filters())) },
  { method: 'POST', path: '/networks/create', handle: create },
  { method: 'POST', path: '/networks/prune', handle: (request) => json(pruneNetworks(request.daemon, request.filters())) },
  { method: 'GET', path: '/networks/:id', handle: ({ daemon, ...request }) => json(inspectNetwork(daemon, daemon.networks.get(request.param('id'), request.query('scope')))) },
  { method: 'DELETE', path: '/networks/:id', handle: remove },
  { method: 'POST', path: '/networks/:id/connect', handle: connect },
  { method: 'POST', path: '/networks/:id/disconnect', handle: disconnect },
];

async function create({ daemon, ...request }: RouteRequest): Promise<RouteAnswer> {
  const body = (await request.json<NetworkCreateRequest>()) ?? { Name: '' };
  checkNetworkShape(body);
  if (body.Scope === 'swarm' || body.Driver === 'overlay') return json({ Id: createSwarmNetwork(daemon, body).id, Warning: '' }, 201);
  return json({ Id: daemon.networks.create(body).id, Warning: '' }, 201);
}

function remove({ daemon, ...request }: RouteRequest): RouteAnswer {
  const network = daemon.networks.get(request.param('id'));
  daemon.networks.remove(network, containersOn(daemon, network));
  return empty();
}

async function connect({ daemon, ...request }: RouteRequest): Promise<RouteAnswer> {
  const body = await request.json<NetworkConnectRequest>();
  await connectContainer(daemon, daemon.networks.get(request.param('id')), daemon.containers.get(body?.Container ?? ''), body?.EndpointConfig ?? {});
  return empty(200);
}

async function disconnect({ daemon, ...request }: RouteRequest): Promise<RouteAnswer> {
  const body = await request.json<NetworkDisconnectRequest>();
  const network = daemon.networks.get(request.param('id'));
  const name = body?.Container ?? '';
  if (body?.Force && !daemon.containers.find(name)) throw new EngineError('notFound', `endpoint ${name} not found`);
  disconnectContainer(daemon, network, daemon.containers.get(name));
  return empty(200);
}
