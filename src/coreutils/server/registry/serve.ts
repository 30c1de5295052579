import type { ByteStream, TlsTrace } from '../../../base/index.ts';
import { serveHttp } from '../../../base/http/index.ts';
import { formatDuration } from '../../../base/go/index.ts';
import { type Fd, isEndOfProcess, isSystemError, type Process, type SocketAddress } from '../../../kernel/uapi/index.ts';
import { createRegistry, fileStorage, memoryFiles, type Registry, type RegistryRequest, type RegistryStorage } from '../../../registry/index.ts';
import { serveHttpOver } from '../../../tls/index.ts';
import { createAuth } from './auth.ts';
import { type Configuration, storageDrivers } from './configuration.ts';
import { listen } from './listen.ts';
import type { Log } from './log.ts';
import { proxyStorage } from './proxy.ts';
import { RequestLog } from './request-log.ts';
import { processFiles } from './process-files.ts';
import type { Running } from './running.ts';
import { Panic } from './stopping.ts';
import { openTls, type Secure } from './tls.ts';
import { Upstream, UpstreamError } from './upstream.ts';

/** Starts a registry as its configuration says and serves until a signal ends the process. Throws Fatal and Panic. */
export async function serve(running: Running): Promise<number> {
  const { process, configuration, log, fields } = running;
  const say = (message: string): Promise<void> => log.write('info', message, fields);
  if (configuration.text('http.debug.addr') !== '') await startDebugServer(process, configuration, log);
  const requests = new RequestLog(process, log, !configuration.flag('log.accesslog.disabled'));
  const registry = await createApp(running, requests);
  await say(`Starting upload purge in ${formatDuration((process.random(1)[0] ?? 0) % 60 * 60e9)}`);
  const { fd, shown } = listen(process, configuration);
  const secure = await openTls(running, say);
  await say(`listening on ${shown}${secure ? ', tls' : ''}`);
  const drain = configuration.duration('http.draintimeout');
  return await new Promise<number>((resolve, reject) => {
    process.onSignal('SIGTERM', { restart: true, handle: () => {
      if (drain === 0) return resolve(2);
      void say(`stopping server gracefully. Draining connections for ${formatDuration(drain * 1e6)}`).then(() => resolve(0), reject);
    } });
    acceptAll(process, fd, (stream, peer, trace) => serveConnection(process, registry, requests, secure, stream, peer, trace)).catch((error: unknown) => {
      if (!isEndOfProcess(error)) reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

async function createApp(running: Running, requests: RequestLog): Promise<Registry> {
  const { process, configuration, log, fields } = running;
  if (configuration.text('http.secret') === '') {
    await log.write('warning', 'No HTTP secret provided - generated random secret. This may cause problems with uploads if multiple registries are behind a load-balancer. To provide a shared secret, fill in http.secret in the configuration file or set the REGISTRY_HTTP_SECRET environment variable.', fields);
  }
  await log.write('info', 'redis not configured', fields);
  const cache = configuration.text('storage.cache.blobdescriptor') || configuration.text('storage.cache.layerinfo');
  if (cache === 'inmemory' || cache === 'redis') await log.write('info', `using ${cache} blob descriptor cache`, fields);
  checkDriver(configuration);
  const inMemory = configuration.storageType === 'inmemory';
  const root = configuration.text(`storage.${configuration.storageType}.rootdirectory`) || '/var/lib/registry';
  const files = inMemory ? memoryFiles() : processFiles(process);
  const own = fileStorage(files, inMemory ? '' : root, process.clock);
  const auth = await createAuth(running, requests);
  const remote = configuration.text('proxy.remoteurl');
  return createRegistry({
    storage: remote === '' ? own : await openProxy(running, own, remote), ...(auth && { auth }), random: process.random, clock: process.clock, specification: '1.0', allowDelete: configuration.flag('storage.delete.enabled'),
    readOnly: configuration.flag('storage.maintenance.readonly.enabled'), takesSchema1: configuration.flag('compatibility.schema1.enabled'), noPush: remote !== '',
    url: { host: configuration.text('http.host'), relative: configuration.flag('http.relativeurls'), prefix: configuration.text('http.prefix') },
    headers: Object.fromEntries(Object.entries((configuration.at('http.headers') ?? {}) as Record<string, unknown>).map(([name, values]) => [name, Array.isArray(values) ? values.map(String) : []])),
    onRefusal: (request, error) => requests.refused(request, error),
  });
}

/** Of distribution's storage drivers those that keep things outside are not here. */
function checkDriver(configuration: Configuration): void {
  if (!storageDrivers.includes(configuration.storageType)) throw new Panic(`StorageDriver not registered: ${configuration.storageType}`);
}

/** Asks the registry behind once, before anything is served. */
async function openProxy({ process, configuration, log, fields }: Running, own: RegistryStorage, remote: string): Promise<RegistryStorage> {
  const upstream = new Upstream(process, remote, { username: configuration.text('proxy.username'), password: configuration.text('proxy.password') });
  await log.write('info', 'Starting cached object TTL expiration scheduler...', fields);
  try {
    await (await upstream.get('', undefined)).text();
  } catch (error) {
    if (error instanceof UpstreamError) throw new Panic(error.message);
    throw error;
  }
  await log.write('info', `Registry configured as a proxy cache to ${remote}`, fields);
  return proxyStorage(own, upstream);
}

async function acceptAll(process: Process, fd: Fd, serveOne: (stream: ByteStream, peer: string, trace: TlsTrace) => Promise<void>): Promise<never> {
  for (;;) {
    const { fd: socket, peer } = await process.accept(fd);
    serveOne(process.stream(socket), shownPeer(peer), peer.family === 'inet' ? process.traceTls(socket) : () => undefined).catch((error: unknown) => {
      if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
    });
  }
}

function shownPeer(peer: SocketAddress): string {
  if (peer.family !== 'inet') return '@';
  const address = peer.address.replace(/^::ffff:(?=\d+\.)/, '');
  return `${address.includes(':') ? `[${address}]` : address}:${peer.port}`;
}

async function serveConnection(process: Process, registry: Registry, requests: RequestLog, secure: Secure | undefined, plain: ByteStream, peer: string, trace: TlsTrace): Promise<void> {
  const handler = (request: RegistryRequest): Promise<Response> => answer(process, registry, requests, request, peer);
  if (!secure) return serveHttp(plain, handler, { clock: process.clock });
  const tls = await secure.accept(plain, peer, trace);
  if (tls) await serveHttpOver(tls, handler, { clock: process.clock, trace });
}

async function answer(process: Process, registry: Registry, requests: RequestLog, request: RegistryRequest, peer: string): Promise<Response> {
  const started = process.clock.now();
  requests.begin(request, peer);
  const response = await registry.fetch(request);
  const announced = response.headers.get('content-length');
  const body = announced === null && response.body ? new Uint8Array(await response.arrayBuffer()) : undefined;
  const written = request.method === 'HEAD' || response.status === 204 || response.status === 304 ? 0 : body ? body.length : Number(announced ?? 0);
  await requests.end(request, response, written, process.clock.now() - started, peer);
  return body ? new Response(body, { status: response.status, headers: response.headers }) : response;
}

/** `http.debug.addr`: health, on a port of its own. */
async function startDebugServer(process: Process, configuration: Configuration, log: Log): Promise<void> {
  const address = configuration.text('http.debug.addr');
  await log.write('info', `debug server listening ${address}`);
  const { fd } = listen(process, configuration, 'http.debug.addr');
  const healthy = (): Response => new Response('{}', { headers: { 'content-type': 'application/json; charset=utf-8' } });
  const missing = (): Response => new Response('404 page not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' } });
  acceptAll(process, fd, (stream) => serveHttp(stream, ({ url }) => (new URL(url).pathname === '/debug/health' ? healthy() : missing()), { clock: process.clock })).catch((error: unknown) => {
    if (!isEndOfProcess(error)) throw error;
  });
}
