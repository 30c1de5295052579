import type { ExecCreateRequest, ExecStartRequest } from '../../api/index.ts';
import { createExec, inspectExec, resizeExec, startExec } from '../container/exec.ts';
import { hijack, rawStreamType } from './hijack.ts';
import { empty, json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** `/exec` */
export const execRoutes: readonly Route[] = [
  { method: 'POST', path: '/containers/:name/exec', handle: create },
  { method: 'POST', path: '/exec/:id/start', handle: start },
  { method: 'POST', path: '/exec/:id/resize', handle: resize },
  { method: 'GET', path: '/exec/:id/json', handle: (request) => json(inspectExec(request.daemon.execs.get(request.param('id')))) },
];

async function create(request: RouteRequest): Promise<RouteAnswer> {
  const name = request.param('name');
  const container = request.daemon.containers.get(name);
  return json({ Id: createExec(request.daemon, container, name, (await request.json<ExecCreateRequest>()) ?? {}) }, 201);
}

async function start(request: RouteRequest): Promise<RouteAnswer> {
  const instance = request.daemon.execs.get(request.param('id'));
  const body = (await request.json<ExecStartRequest>()) ?? {};
  await startExec(request.daemon, instance, body, () => hijack(request, rawStreamType(body.Tty ?? false, request.version)));
  return body.Detach ? empty(200) : undefined;
}

function resize(request: RouteRequest): RouteAnswer {
  resizeExec(request.daemon, request.daemon.execs.get(request.param('id')), request.integer('h') ?? 0, request.integer('w') ?? 0);
  return empty(200);
}
