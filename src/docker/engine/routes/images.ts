import { decodeUtf8 } from '../../../base/index.ts';
import { familiarString, parsePlatform } from '../../../oci/index.ts';
import type { ContainerConfig, RegistryAuth } from '../../api/index.ts';
import { commitContainer } from '../container/commit.ts';
import { EngineError } from '../engine-error.ts';
import { inspectDistribution } from '../image/distribution.ts';
import { deleteImage } from '../image/delete.ts';
import { parseImageName } from '../image/find-image.ts';
import { importImage } from '../image/import.ts';
import { imageHistory, inspectImage } from '../image/inspect.ts';
import { listImages } from '../image/list.ts';
import { loadImages } from '../image/load.ts';
import { pruneImages } from '../image/prune.ts';
import { pullImage } from '../image/pull.ts';
import { pushImage } from '../image/push.ts';
import { saveImages } from '../image/save.ts';
import { searchImages } from '../image/search.ts';
import { tagImage } from '../image/tag.ts';
import { empty, json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';
import { progressAnswer, sourceOfChunks, streamAnswer } from './stream-answer.ts';

/** `/images`. Names may hold slashes. */
export const imageRoutes: readonly Route[] = [
  { method: 'GET', path: '/images/json', handle: list },
  { method: 'GET', path: '/images/get', handle: (request) => save(request, request.queries('names')) },
  { method: 'GET', path: '/images/search', handle: search },
  { method: 'POST', path: '/images/create', handle: create },
  { method: 'POST', path: '/images/load', handle: (request) => progressAnswer((send) => loadImages(request.daemon, request.body, request.flag('quiet'), send), { failInStream: true }) },
  { method: 'POST', path: '/images/prune', handle: (request) => json(pruneImages(request.daemon, request.filters())) },
  { method: 'GET', path: '/images/:name{.+}/get', handle: (request) => save(request, [request.param('name')]) },
  { method: 'GET', path: '/images/:name{.+}/history', handle: (request) => json(imageHistory(request.daemon, request.param('name'))) },
  { method: 'GET', path: '/distribution/:name{.+}/json', handle: async (request) => json(await inspectDistribution(request.daemon, request.param('name'), registryAuth(request.headers))) },
  { method: 'GET', path: '/images/:name{.+}/json', handle: (request) => json(inspectImage(request.daemon, request.param('name'))) },
  { method: 'POST', path: '/images/:name{.+}/push', handle: push },
  { method: 'POST', path: '/images/:name{.+}/tag', handle: tag },
  { method: 'DELETE', path: '/images/:name{.+}', handle: (request) => json(deleteImage(request.daemon, request.param('name'), { force: request.flag('force'), prune: !request.flag('noprune') })) },
  { method: 'POST', path: '/commit', handle: commit },
];

function list(request: RouteRequest): RouteAnswer {
  return json(listImages(request.daemon, { all: request.flag('all'), filters: request.filters(), sharedSize: request.flag('shared-size') }));
}

function save(request: RouteRequest, names: readonly string[]): RouteAnswer {
  return streamAnswer(sourceOfChunks(saveImages(request.daemon, names)), 'application/x-tar', request.signal);
}

async function search(request: RouteRequest): Promise<RouteAnswer> {
  return json(await searchImages(request.daemon, request.query('term') ?? '', request.integer('limit') ?? 0, request.filters()));
}

/** The credentials that a client sent along, base64url of JSON. */
export function registryAuth(headers: Headers, name = 'x-registry-auth'): RegistryAuth | undefined {
  const value = headers.get(name);
  if (value === null || value === '') return undefined;
  try {
    const binary = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(decodeUtf8(Uint8Array.from(binary, (char) => char.charCodeAt(0)))) as RegistryAuth;
  } catch {
    return undefined;
  }
}

/** Why a platform cannot be read, in containerd's words. */
function platformComplaint(text: string): string {
  const parts = text.split('/');
  const bad = parts.find((part) => !/^[A-Za-z0-9_-]+$/.test(part));
  if (bad !== undefined) return `${JSON.stringify(bad)} is an invalid component of ${JSON.stringify(text)}: platform specifier component must match "^[A-Za-z0-9_-]+$": invalid argument`;
  return `${JSON.stringify(text)}: ${parts.length === 1 ? 'unknown operating system or architecture' : 'cannot parse platform specifier'}: invalid argument`;
}

function create(request: RouteRequest): Promise<RouteAnswer> {
  const from = request.query('fromImage') ?? '';
  const tagOrDigest = request.query('tag') ?? '';
  if (from === '') return progressAnswer((send) => importImage(request.daemon, request.body, { source: request.query('fromSrc') ?? '', repository: request.query('repo') ?? '', tag: tagOrDigest, message: request.query('message') ?? '', changes: request.queries('changes') }, send));
  const reference = parseImageName(tagOrDigest === '' ? from : `${from}${tagOrDigest.includes(':') ? '@' : ':'}${tagOrDigest}`);
  const platform = request.query('platform');
  const wanted = platform ? parsePlatform(platform) : undefined;
  if (platform && !wanted) throw new EngineError('invalidParameter', platformComplaint(platform));
  return progressAnswer(async (send) => {
    await pullImage(request.daemon, reference, { auth: registryAuth(request.headers), platform: wanted, all: reference.tag === undefined && reference.digest === undefined }, send);
  });
}

function push(request: RouteRequest): Promise<RouteAnswer> {
  const name = parseImageName(request.param('name'));
  const given = request.query('tag') ?? '';
  const reference = given === '' ? name : parseImageName(`${familiarString({ domain: name.domain, path: name.path })}:${given}`);
  return progressAnswer((send) => pushImage(request.daemon, reference, registryAuth(request.headers), send));
}

function tag(request: RouteRequest): RouteAnswer {
  tagImage(request.daemon, request.param('name'), request.query('repo') ?? '', request.query('tag') ?? '');
  return empty(201);
}

async function commit(request: RouteRequest): Promise<RouteAnswer> {
  const { applyChanges } = await import('../build/apply-changes.ts');
  const container = request.daemon.containers.get(request.query('container') ?? '');
  const given = (await request.json<Partial<ContainerConfig>>()) ?? {};
  const config = applyChanges({ ...container.config, ...given }, request.queries('changes'));
  const image = await commitContainer(request.daemon, container, {
    repository: request.query('repo') ?? '', tag: request.query('tag') ?? '', comment: request.query('comment') ?? '', author: request.query('author') ?? '', pause: request.flag('pause', true), config,
  });
  return json({ Id: image.id }, 201);
}
