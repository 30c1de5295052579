import type { VolumeCreateRequest } from '../../api/index.ts';
import { volumeUsers } from '../container/remove.ts';
import { EngineError } from '../engine-error.ts';
import { listVolumes, pruneVolumes } from '../volume/list.ts';
import { checkVolumeOptions } from '../volume/options.ts';
import { empty, json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** `/volumes` */
export const volumeRoutes: readonly Route[] = [
  { method: 'GET', path: '/volumes', handle: (request) => json(listVolumes(request.daemon, request.filters())) },
  { method: 'POST', path: '/volumes/create', handle: create },
  { method: 'POST', path: '/volumes/prune', handle: (request) => json(pruneVolumes(request.daemon, request.filters())) },
  { method: 'GET', path: '/volumes/:name', handle: inspect },
  { method: 'DELETE', path: '/volumes/:name', handle: remove },
];

async function create({ daemon, ...request }: RouteRequest): Promise<RouteAnswer> {
  const body = (await request.json<VolumeCreateRequest>()) ?? {};
  if (body.Driver && body.Driver !== 'local') throw new EngineError('notFound', `create ${body.Name ?? ''}: error looking up volume plugin ${body.Driver}: plugin ${JSON.stringify(body.Driver)} not found`);
  checkVolumeOptions(body.Name ?? '', body.DriverOpts ?? {});
  return json(daemon.volumes.toApi(daemon.volumes.create(body.Name ?? '', body.Labels ?? null, sortedOptions(body.DriverOpts))), 201);
}

/** Go writes maps by key; no options are null. */
function sortedOptions(options: Readonly<Record<string, string>> | null | undefined): Record<string, string> | null {
  const pairs = Object.entries(options ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function inspect({ daemon, ...request }: RouteRequest): RouteAnswer {
  const name = request.param('name');
  const volume = daemon.volumes.get(name);
  if (!volume) throw new EngineError('notFound', `get ${name}: no such volume`);
  return json(daemon.volumes.toApi(volume));
}

function remove({ daemon, ...request }: RouteRequest): RouteAnswer {
  const name = request.param('name');
  daemon.volumes.remove(name, volumeUsers(daemon, name), request.flag('force'));
  return empty();
}
