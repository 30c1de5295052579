import type { ByteStream } from '../../../base/index.ts';
import { compareApiVersions } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import { acceptKey, webSocketStream } from '../websocket/web-socket-stream.ts';
import type { RouteRequest } from './route.ts';

/** Content type of output: raw with a terminal, in stdcopy's frames without. Clients before 1.42 know one name only. */
export function rawStreamType(tty: boolean, version = '1.45'): string {
  return tty || compareApiVersions(version, '1.42') < 0 ? 'application/vnd.docker.raw-stream' : 'application/vnd.docker.multiplexed-stream';
}

/** Takes the connection over for attach and exec: 101 when the client asked for an upgrade, 200 else. */
export function hijack(request: RouteRequest, contentType: string): ByteStream {
  const headers = new Headers({ 'content-type': contentType });
  if (!request.headers.has('upgrade')) return request.context.hijack({ status: 200, headers });
  headers.set('connection', 'Upgrade');
  headers.set('upgrade', 'tcp');
  return request.context.hijack({ status: 101, statusText: 'UPGRADED', headers });
}

/** Makes a WebSocket of the connection. Throws when the client does not ask for one. */
export function upgradeToWebSocket(request: RouteRequest): ByteStream {
  const key = request.headers.get('sec-websocket-key');
  if (key === null || request.headers.get('upgrade')?.toLowerCase() !== 'websocket') throw new EngineError('invalidParameter', 'not websocket protocol');
  return webSocketStream(request.context.hijack({ status: 101, statusText: 'Switching Protocols', headers: new Headers({ upgrade: 'websocket', connection: 'Upgrade', 'sec-websocket-accept': acceptKey(key) }) }));
}
