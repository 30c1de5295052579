import type { NetworkConnectRequest, NetworkCreateRequest, NetworkDisconnectRequest } from '../../api/index.ts';
import { connectContainer, disconnectContainer } from '../network/change-endpoints.ts';
import { containersOn, inspectNetwork, listNetworks } from '../network/inspect.ts';
import { pruneNetworks } from '../network/prune.ts';
import { empty, json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** `/networks` */
export const networkRoutes: readonly Route[] = [
  { method: 'GET', path: '/networks', handle: (request) => json(listNetworks(request.daemon, request.filters())) },
  { method: 'POST', path: '/networks/create', handle: create },
  { method: 'POST', path: '/networks/prune', handle: (request) => json(pruneNetworks(request.daemon, request.filters())) },
  { method: 'GET', path: '/networks/:id', handle: ({ daemon, ...request }) => json(inspectNetwork(daemon, daemon.networks.get(request.param('id')))) },
  { method: 'DELETE', path: '/networks/:id', handle: remove },
  { method: 'POST', path: '/networks/:id/connect', handle: connect },
  { method: 'POST', path: '/networks/:id/disconnect', handle: disconnect },
];

async function create({ daemon, ...request }: RouteRequest): Promise<RouteAnswer> {
  const network = daemon.networks.create((await request.json<NetworkCreateRequest>()) ?? { Name: '' });
  return json({ Id: network.id, Warning: '' }, 201);
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
  disconnectContainer(daemon, daemon.networks.get(request.param('id')), daemon.containers.get(body?.Container ?? ''));
  return empty(200);
}
