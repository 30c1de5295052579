import { readAllText } from '../../../base/index.ts';
import type { AuthResponse, EventMessage, RegistryAuth } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import { eventMatches } from '../event/event-filter.ts';
import { parseReference } from '../../../oci/index.ts';
import { registryClient } from '../image/pull.ts';
import { RegistryError } from '../../distribution/index.ts';
import { diskUsage } from '../system/disk-usage.ts';
import { infoResponse } from '../system/info.ts';
import { versionResponse } from '../system/version.ts';
import { parseQueryTime } from '../timestamp.ts';
import { json, parseJsonBody, type Route, type RouteAnswer, type RouteRequest } from './route.ts';
import { LineQueue, streamAnswer } from './stream-answer.ts';

/** Ping, version, info, events, disk usage, login. */
export const systemRoutes: readonly Route[] = [
  { method: 'GET', path: '/_ping', handle: ping },
  { method: 'HEAD', path: '/_ping', handle: ping },
  { method: 'GET', path: '/version', handle: ({ daemon }) => json(versionResponse(daemon)) },
  { method: 'GET', path: '/info', handle: ({ daemon }) => json(infoResponse(daemon)) },
  { method: 'GET', path: '/system/df', handle: (request) => json(diskUsage(request.daemon, request.queries('type'))) },
  { method: 'GET', path: '/events', handle: events },
  { method: 'POST', path: '/auth', handle: auth },
];

function ping({ daemon }: RouteRequest): RouteAnswer {
  return {
    status: 200,
    headers: new Headers({ 'builder-version': '2', 'cache-control': 'no-cache, no-store, must-revalidate', pragma: 'no-cache', swarm: daemon.swarm.current ? 'active/manager' : 'inactive', 'content-type': 'text/plain; charset=utf-8' }),
    body: 'OK',
  };
}

function events({ daemon, signal, ...request }: RouteRequest): RouteAnswer {
  const filters = request.filters();
  const time = (name: string): number | undefined => {
    const text = request.query(name) ?? '';
    if (text === '') return undefined;
    const parsed = parseQueryTime(text);
    if (parsed === undefined) throw new EngineError('system', `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
    return parsed;
  };
  const since = time('since');
  const until = time('until');
  if (since !== undefined && until !== undefined && since > until) throw new EngineError('invalidParameter', `\`since\` time (${request.query('since')}) cannot be after \`until\` time (${request.query('until')})`);
  const lines = new LineQueue();
  const wanted = (event: EventMessage): boolean => eventMatches(event, filters) && (since === undefined || event.timeNano / 1e6 >= since) && (until === undefined || event.timeNano / 1e6 <= until);
  if (since !== undefined || until !== undefined) for (const event of daemon.events.all) if (wanted(event)) lines.push(event, '\n');
  const now = daemon.clock.now();
  if (until !== undefined && until <= now) lines.close();
  else {
    daemon.events.listeners++;
    const subscription = daemon.events.event((event) => {
      if (wanted(event)) lines.push(event, '\n');
    });
    const timer = until === undefined ? undefined : daemon.clock.setTimeout(() => end(), until - now);
    const end = (): void => {
      subscription.dispose();
      timer?.dispose();
      daemon.events.listeners--;
      lines.close();
    };
    signal.addEventListener('abort', end, { once: true });
  }
  return streamAnswer(lines, 'application/json', signal);
}

async function auth({ daemon, body }: RouteRequest): Promise<RouteAnswer> {
  // These fields have small names, in the API and in the types.
  const named = parseJsonBody<Record<string, string | undefined>>(await readAllText(body), null, '') ?? {};
  const given: RegistryAuth = Object.fromEntries(Object.entries(named).map(([name, value]) => [name.toLowerCase(), value]));
  const host = (given.serveraddress ?? '').replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  const isHub = host === '' || host === 'index.docker.io' || host === 'docker.io' || host === 'registry-1.docker.io';
  const { client, transport } = registryClient(daemon, parseReference(`${isHub ? 'docker.io' : host}/library/login`), given);
  try {
    await client.login();
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    throw new EngineError('unauthorized', error.message);
  } finally {
    transport.close();
  }
  const response: AuthResponse = { Status: 'Login Succeeded', IdentityToken: '' };
  return json(response);
}
