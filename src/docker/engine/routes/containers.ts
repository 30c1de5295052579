import { readTarStream } from '../../../base/index.ts';
import type { ContainerCreateRequest, ContainerUpdateRequest } from '../../api/index.ts';
import { type AttachOptions, attachContainer } from '../container/attach.ts';
import { exportContainer, getArchive, putArchive, statPath } from '../container/archive.ts';
import type { Container } from '../container/container.ts';
import { createContainer } from '../container/create.ts';
import { removeLink } from '../container/links.ts';
import { inspectContainer } from '../container/inspect.ts';
import { killContainer } from '../container/kill.ts';
import { listContainers } from '../container/list.ts';
import { containerLogs, logsOptions } from '../container/logs.ts';
import { pauseContainer, unpauseContainer } from '../container/pause.ts';
import { pruneContainers } from '../container/prune.ts';
import { removeContainer } from '../container/remove.ts';
import { renameContainer } from '../container/rename.ts';
import { resizeContainer } from '../container/resize.ts';
import { restartContainer } from '../container/restart.ts';
import { startContainer } from '../container/start.ts';
import { containerStats } from '../container/stats.ts';
import { stopContainer } from '../container/stop.ts';
import { topContainer } from '../container/top.ts';
import { updateContainer } from '../container/update.ts';
import { waitContainer, type WaitCondition } from '../container/wait.ts';
import { EngineError } from '../engine-error.ts';
import { hijack, rawStreamType, upgradeToWebSocket } from './hijack.ts';
import { empty, json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';
import { LineQueue, sourceOfChunks, streamAnswer } from './stream-answer.ts';

const named = (request: RouteRequest): Container => request.daemon.containers.get(request.param('name'));

/** `/containers` */
export const containerRoutes: readonly Route[] = [
  { method: 'GET', path: '/containers/json', handle: (request) => json(listContainers(request.daemon, { all: request.flag('all'), limit: Math.max(request.integer('limit') ?? 0, 0), size: request.flag('size'), filters: request.filters() })) },
  { method: 'POST', path: '/containers/create', handle: async (request) => json(await createContainer(request.daemon, await request.json<ContainerCreateRequest>(), request.query('name') ?? '', request.query('platform')), 201) },
  { method: 'POST', path: '/containers/prune', handle: async (request) => json(await pruneContainers(request.daemon, request.filters())) },
  { method: 'GET', path: '/containers/:name/json', handle: (request) => json(inspectContainer(request.daemon, named(request), request.flag('size'))) },
  { method: 'GET', path: '/containers/:name/top', handle: (request) => json(topContainer(request.daemon, named(request), request.query('ps_args') ?? '')) },
  { method: 'GET', path: '/containers/:name/logs', handle: logs },
  { method: 'GET', path: '/containers/:name/changes', handle: ({ daemon, ...request }) => json(orNull(daemon.snapshotter.changes(daemon.containers.get(request.param('name')).mountId))) },
  { method: 'GET', path: '/containers/:name/stats', handle: stats },
  { method: 'GET', path: '/containers/:name/export', handle: (request) => streamAnswer(sourceOfChunks(exportContainer(request.daemon, named(request))), 'application/octet-stream', request.signal) },
  { method: 'POST', path: '/containers/:name/start', handle: async (request) => done(startContainer(request.daemon, named(request))) },
  { method: 'POST', path: '/containers/:name/stop', handle: async (request) => done(stopContainer(request.daemon, named(request), request.integer('t'), signalOf(request))) },
  { method: 'POST', path: '/containers/:name/restart', handle: async (request) => done(restartContainer(request.daemon, named(request), request.integer('t'), signalOf(request))) },
  { method: 'POST', path: '/containers/:name/kill', handle: async (request) => done(killContainer(request.daemon, request.param('name'), request.query('signal') ?? '')) },
  { method: 'POST', path: '/containers/:name/pause', handle: (request) => done(pauseContainer(request.daemon, named(request))) },
  { method: 'POST', path: '/containers/:name/unpause', handle: (request) => done(unpauseContainer(request.daemon, named(request))) },
  { method: 'POST', path: '/containers/:name/rename', handle: (request) => done(renameContainer(request.daemon, named(request), request.query('name') ?? '')) },
  { method: 'POST', path: '/containers/:name/update', handle: async (request) => json(updateContainer(request.daemon, named(request), (await request.json<ContainerUpdateRequest>()) ?? {})) },
  { method: 'POST', path: '/containers/:name/resize', handle: async (request) => done(resizeContainer(request.daemon, named(request), dimension(request, 'h'), dimension(request, 'w')), 200) },
  { method: 'POST', path: '/containers/:name/wait', handle: wait },
  { method: 'POST', path: '/containers/:name/attach', handle: attach },
  { method: 'GET', path: '/containers/:name/attach/ws', handle: attachWebSocket },
  { method: 'GET', path: '/containers/:name/checkpoints', handle: checkpoints },
  { method: 'POST', path: '/containers/:name/checkpoints', handle: checkpoints },
  { method: 'DELETE', path: '/containers/:name/checkpoints/:checkpoint', handle: checkpoints },
  { method: 'DELETE', path: '/containers/:name{.+}', handle: remove },
  { method: 'HEAD', path: '/containers/:name/archive', handle: archiveHead },
  { method: 'GET', path: '/containers/:name/archive', handle: archiveGet },
  { method: 'PUT', path: '/containers/:name/archive', handle: archivePut },
];

async function done(work: void | Promise<void>, status = 204): Promise<RouteAnswer> {
  await work;
  return empty(status);
}

function orNull<T>(items: T[]): T[] | null {
  return items.length > 0 ? items : null;
}

function dimension(request: RouteRequest, name: 'h' | 'w'): number {
  const text = request.query(name) ?? '';
  if (!/^\d+$/.test(text)) throw new EngineError('invalidParameter', `strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}

function checkpoints(): never {
  throw new EngineError('notImplemented', 'This experimental feature is disabled by default. Start the Docker daemon in experimental mode in order to enable it.');
}

function signalOf(request: RouteRequest): string | undefined {
  return request.query('signal') || undefined;
}

function logs(request: RouteRequest): RouteAnswer {
  const container = named(request);
  return streamAnswer(containerLogs(request.daemon, container, logsOptions((name) => request.query(name))), rawStreamType(container.config.Tty), request.signal);
}

function stats(request: RouteRequest): RouteAnswer {
  const { daemon, signal } = request;
  const container = named(request);
  const first = containerStats(daemon, container, undefined);
  if (!request.flag('stream', true)) return json(first);
  const lines = new LineQueue();
  let previous = first;
  lines.push(first, '\n');
  const tick = (): void => {
    if (signal.aborted) return lines.close();
    previous = containerStats(daemon, container, previous);
    lines.push(previous, '\n');
    timer = daemon.clock.setTimeout(tick, 1000);
  };
  let timer = daemon.clock.setTimeout(tick, 1000);
  signal.addEventListener('abort', () => timer.dispose(), { once: true });
  const removed = container.changes.event((change) => {
    if (change !== 'removed') return;
    removed.dispose();
    timer.dispose();
    lines.close();
  });
  return streamAnswer(lines, 'application/json', signal);
}

function wait(request: RouteRequest): RouteAnswer {
  const condition = request.query('condition') ?? 'not-running';
  if (!['', 'not-running', 'next-exit', 'removed'].includes(condition)) throw new EngineError('invalidParameter', `invalid condition: ${JSON.stringify(condition)}`);
  const waiting = waitContainer(named(request), (condition || 'not-running') as WaitCondition, request.signal);
  const lines = new LineQueue();
  void waiting.then((result) => {
    lines.push(result, '\n');
    lines.close();
  });
  return streamAnswer(lines, 'application/json', request.signal);
}

function attachOptions(request: RouteRequest): AttachOptions {
  return { stdin: request.flag('stdin'), stdout: request.flag('stdout'), stderr: request.flag('stderr'), stream: request.flag('stream'), logs: request.flag('logs'), detachKeys: request.query('detachKeys') ?? '' };
}

async function attach(request: RouteRequest): Promise<RouteAnswer> {
  const container = named(request);
  await attachContainer(request.daemon, container, attachOptions(request), () => hijack(request, rawStreamType(container.config.Tty, request.version)));
  return undefined;
}

/** The same by WebSocket: bytes without stdcopy's frames, whether there is a terminal or not. */
async function attachWebSocket(request: RouteRequest): Promise<RouteAnswer> {
  await attachContainer(request.daemon, named(request), { ...attachOptions(request), raw: true }, () => upgradeToWebSocket(request));
  return undefined;
}

async function remove(request: RouteRequest): Promise<RouteAnswer> {
  if (request.flag('link')) {
    removeLink(request.daemon, request.param('name'));
    return empty();
  }
  await removeContainer(request.daemon, named(request), { force: request.flag('force'), volumes: request.flag('v') });
  return empty();
}

function pathOf(request: RouteRequest): string {
  const path = request.query('path') ?? '';
  if (path === '') throw new EngineError('invalidParameter', 'bad parameter: pathcannot be empty');
  return path;
}

function statHeader(stat: unknown): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(stat))));
}

async function archiveHead(request: RouteRequest): Promise<RouteAnswer> {
  const stat = await statPath(request.daemon, named(request), request.param('name'), pathOf(request));
  return { status: 200, headers: new Headers({ 'x-docker-container-path-stat': statHeader(stat) }) };
}

async function archiveGet(request: RouteRequest): Promise<RouteAnswer> {
  const { stat, archive } = await getArchive(request.daemon, named(request), request.param('name'), pathOf(request));
  return { status: 200, headers: new Headers({ 'content-type': 'application/x-tar', 'x-docker-container-path-stat': statHeader(stat) }), body: sourceOfChunks(archive) };
}

async function archivePut(request: RouteRequest): Promise<RouteAnswer> {
  const container = named(request);
  const options = { noOverwriteDirNonDir: request.flag('noOverwriteDirNonDir'), copyUidGid: request.flag('copyUIDGID') };
  await putArchive(request.daemon, container, request.param('name'), pathOf(request), readTarStream(request.body), options);
  return empty(200);
}

