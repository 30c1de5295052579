import { readAllText } from '../../../base/index.ts';
import type { BuildPruneResponse, RegistryAuth, Ulimit } from '../../api/index.ts';
import { formatPlatform, parsePlatform } from '../../../oci/index.ts';
import { type BuildContext, openContext } from '../build/build-context.ts';
import type { BuildOptions, BuildOutput, NamedContext } from '../build/build-options.ts';
import { EngineError } from '../engine-error.ts';
import { collectLayers } from '../image/delete.ts';
import { parseImageName } from '../image/find-image.ts';
import { registryAuth } from './images.ts';
import { json, type Route, type RouteAnswer, type RouteRequest } from './route.ts';
import { refuseGrpc } from './refuse-grpc.ts';
import { progressAnswer } from './stream-answer.ts';

/** `/build`. BuildKit's gRPC is not owed: who asks for it is told how to do without. */
export const buildRoutes: readonly Route[] = [
  { method: 'POST', path: '/build', handle: build },
  { method: 'POST', path: '/build/prune', handle: prune },
  { method: 'GET', path: '/build/weights', handle: weights },
  { method: 'POST', path: '/session', handle: grpc },
  { method: 'POST', path: '/grpc', handle: grpc },
];

const noGrpc = "BuildKit's gRPC is not supported here: set DOCKER_BUILDKIT=0 to build with this client";

async function grpc(request: RouteRequest): Promise<RouteAnswer> {
  if (request.headers.get('upgrade') !== 'h2c') throw new EngineError('notImplemented', noGrpc);
  const stream = request.context.hijack({ status: 101, statusText: 'Switching Protocols', headers: new Headers({ connection: 'Upgrade', upgrade: 'h2c' }) });
  try {
    await refuseGrpc(stream, noGrpc);
  } finally {
    stream.close();
  }
  return undefined;
}

async function build(request: RouteRequest): Promise<RouteAnswer> {
  const { daemon } = request;
  const version = request.query('version') ?? '1';
  const remote = request.query('remote') ?? '';
  if (remote !== '' && remote !== 'client-session') throw new EngineError('notImplemented', 'building from a URL is not supported here: fetch it first and build from a directory');
  const tags = request.queries('t');
  for (const tag of tags) parseImageName(tag);
  const dockerfile = (request.query('dockerfile') || 'Dockerfile').replace(/^\.?\//, '');
  const session = version === '2' ? (request.query('session') ?? '') : '';
  const context = await openContext(daemon, request.body, dockerfile, session);
  try {
    const options = buildOptions(request, context, dockerfile, tags);
    const { solve } = await import('../build/solve.ts');
    const { buildClassic } = await import('../build/classic.ts');
    const answer = await progressAnswer(async (send) => {
      try {
        await (version === '2' ? solve(daemon, options, send) : buildClassic(daemon, options, send));
      } finally {
        context.dispose();
      }
    });
    return answer;
  } catch (error) {
    context.dispose();
    throw error;
  }
}

function buildOptions(request: RouteRequest, context: BuildContext, dockerfile: string, tags: string[]): BuildOptions {
  const object = <T>(name: string): Record<string, T> => parseParameter<Record<string, T>>(request, name) ?? {};
  const auths = registryAuth(request.headers, 'x-registry-config') as Record<string, RegistryAuth> | undefined;
  return {
    context, dockerfile, dockerfileName: request.query('dockerfilename') || dockerfile.slice(dockerfile.lastIndexOf('/') + 1), tags, buildArgs: new Map(Object.entries(object<string | null>('buildargs'))), labels: object<string>('labels'),
    noCache: request.flag('nocache'), cacheFrom: parseParameter<string[]>(request, 'cachefrom') ?? [], pull: request.flag('pull'), target: request.query('target') ?? '', networkMode: request.query('networkmode') ?? 'default',
    noCacheStages: parseParameter<string[]>(request, 'nocachefilter') ?? [], entitlements: parseParameter<string[]>(request, 'entitlements') ?? [], platform: platformOf(request), output: outputOf(request),
    secrets: context.secrets, namedContexts: new Map<string, NamedContext>([...Object.entries(object<string>('imagecontexts')).map(([name, image]) => [name, { image }] as const), ...[...context.named].map(([name, root]) => [name, { root }] as const)]),
    shmSize: Number(request.query('shmsize') ?? 0), ulimits: parseParameter<Ulimit[]>(request, 'ulimits') ?? [],
    extraHosts: request.queries('extrahosts'), quiet: request.flag('q'), auths: auths ?? {}, signal: request.signal, remove: request.flag('rm', true), forceRemove: request.flag('forcerm'),
  };
}

function outputOf(request: RouteRequest): BuildOutput {
  const output = request.query('output') ?? '';
  return output === 'local' || output === 'tar' ? output : 'image';
}

function platformOf(request: RouteRequest): string {
  const text = request.query('platform') ?? '';
  const platform = parsePlatform(text);
  if (text !== '' && !platform) throw new EngineError('invalidParameter', `${JSON.stringify(text)}: unknown operating system or architecture: invalid argument`);
  return platform ? formatPlatform(platform) : '';
}

function parseParameter<T>(request: RouteRequest, name: string): T | undefined {
  const text = request.query(name) ?? '';
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new EngineError('invalidParameter', `error reading ${name === 'buildargs' ? 'build args' : name}: invalid JSON`);
  }
}

/** Ours: what the Dockerfiles of the last builds weigh; `image` asks for that of one image. */
async function weights(request: RouteRequest): Promise<RouteAnswer> {
  const { daemon } = request;
  const { weightOf } = await import('../build/build-weights.ts');
  const wanted = request.query('image');
  return json(daemon.buildCache.builds.all().filter(({ image }) => wanted === undefined || image === wanted).slice(0, 5).map((build) => weightOf(daemon, build)));
}

async function prune(request: RouteRequest): Promise<RouteAnswer> {
  const { daemon } = request;
  await readAllText(request.body);
  const all = request.flag('all');
  const used = new Set(daemon.images.all().flatMap((image) => daemon.layers.stack(image.chainId).map((layer) => layer.chainId)));
  const entries = daemon.buildCache.all().filter((entry) => all || entry.chainId === undefined || !used.has(entry.chainId));
  daemon.buildCache.delete(entries.map((entry) => entry.key));
  collectLayers(daemon);
  const reclaimed = entries.filter((entry) => entry.chainId === undefined || !used.has(entry.chainId)).reduce((sum, entry) => sum + entry.size, 0);
  daemon.events.emit('builder', 'prune', '', { reclaimed: String(reclaimed) });
  const response: BuildPruneResponse = { CachesDeleted: entries.map((entry) => entry.id), SpaceReclaimed: reclaimed };
  return json(response);
}
