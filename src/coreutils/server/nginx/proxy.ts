import { concatBytes, encodeUtf8, readAll, type ByteSource } from '../../../base/index.ts';
import { BodySource, BufferedSource, framingOf, type HeaderLine, readHeaders } from '../../../base/http/index.ts';
import { isSystemError, LookupError } from '../../../kernel/uapi/index.ts';
import { failure } from './configuration.ts';
import { complain } from './complaint.ts';
import type { Exchange, Reply } from './exchange.ts';
import { specialReply } from './special-page.ts';
import { type Peer, splitUpstream, turnOf } from './upstream.ts';
import { expand } from './variables.ts';

/** Headers that are about one connection, or that nginx says itself. */
const notPassed = new Set(['host', 'connection', 'keep-alive', 'expect', 'upgrade', 'proxy-connection', 'te', 'transfer-encoding', 'content-length']);
const notReturned = new Set(['date', 'server', 'x-pad', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-type', 'last-modified']);

/** Passes a request on to a server and its answer back. */
export async function passOn(exchange: Exchange, target: string): Promise<Reply> {
  const { model, variables, process } = exchange;
  const url = expand(target, exchange);
  const parts = splitUpstream(url);
  if (!parts) {
    await complain(exchange, 'error', `invalid URL prefix in "${url}"`);
    return specialReply(exchange, 500);
  }
  variables.set('proxy_host', parts.authority);
  variables.set('proxy_port', String(parts.port));
  const uri = parts.path === undefined ? (exchange.errorStatus === undefined && encodeURI(exchange.path) === exchange.path ? originalTarget(exchange) : targetOf(encodeURI(exchange.path), exchange.query))
    : target.includes('$') ? parts.path : targetOf(`${parts.path}${encodeURI(exchange.path.slice(exchange.prefix?.length ?? 0))}`, exchange.query);
  let peers: Peer[];
  const group = model.upstreams.get(parts.authority);
  if (group) peers = turnOf(group);
  else {
    try {
      peers = (await process.lookup(parts.host)).map((address) => ({ address, port: parts.port }));
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      await complain(exchange, 'error', exchange.scope.one('resolver') ? `${parts.host} could not be resolved (3: Host not found)` : `no resolver defined to resolve ${parts.host}`);
      return specialReply(exchange, 502);
    }
  }
  const body = await readAll(exchange.body);
  const message = concatBytes([encodeUtf8(headOf(exchange, uri, body.length)), body]);
  const asked: string[] = [];
  let status = 502;
  for (const peer of peers) {
    const name = `${peer.address}:${peer.port}`;
    asked.push(name);
    variables.set('upstream_addr', asked.join(', '));
    exchange.upstream = `http://${name}${uri}`;
    const started = process.clock.now();
    try {
      const stream = process.stream(await process.connect({ family: 'inet', ...peer }, { timeoutMs: 60_000 }));
      await stream.write(message);
      const reply = await receive(exchange, stream);
      if (reply) {
        variables.set('upstream_status', String(reply.status));
        variables.set('upstream_response_time', ((process.clock.now() - started) / 1000).toFixed(3));
        return reply;
      }
      stream.close();
      await complain(exchange, 'error', 'upstream prematurely closed connection while reading response header from upstream');
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code === 'ETIMEDOUT') status = 504;
      const refused = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(error.code);
      const what = error.code === 'ETIMEDOUT' ? `upstream timed out (${failure(error)})` : refused ? `connect() failed (${failure(error)})` : `recv() failed (${failure(error)})`;
      await complain(exchange, 'error', `${what} while ${refused ? 'connecting to upstream' : 'reading response header from upstream'}`);
    }
  }
  variables.set('upstream_status', String(status));
  return specialReply(exchange, status);
}

const targetOf = (path: string, query: string): string => `${path}${query === '' ? '' : `?${query}`}`;

function originalTarget(exchange: Exchange): string {
  const [path = ''] = exchange.requestUri.split('?');
  return path === exchange.path ? exchange.requestUri : targetOf(exchange.path, exchange.query);
}

function headOf(exchange: Exchange, uri: string, length: number): string {
  const http11 = exchange.scope.value('proxy_http_version', '1.0') === '1.1';
  const set = new Map<string, HeaderLine>([['host', ['Host', exchange.variables.get('proxy_host') ?? '']], ['connection', ['Connection', 'close']]]);
  for (const { args: [name = '', value = ''] } of exchange.scope.all('proxy_set_header')) set.set(name.toLowerCase(), [name, expand(value, exchange)]);
  const lines = [...set.values()].filter(([, value]) => value !== '');
  if (length > 0 || /^(POST|PUT|PATCH)$/.test(exchange.method)) lines.push(['Content-Length', String(length)]);
  for (const line of exchange.headers) if (!notPassed.has(line[0].toLowerCase()) && !set.has(line[0].toLowerCase())) lines.push(line);
  return `${exchange.method} ${uri} HTTP/${http11 ? '1.1' : '1.0'}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** The answer of an upstream; undefined when it closed before its head was complete. */
async function receive(exchange: Exchange, stream: ByteSource & { close(): void }): Promise<Reply | undefined> {
  const source = new BufferedSource(stream);
  const first = await source.readLine(65536).catch(() => undefined);
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first ?? '')?.[1] ?? 0);
  if (status === 0) return undefined;
  const lines: HeaderLine[] = [];
  const headers = await readHeaders(source, lines);
  const hidden = new Set(exchange.scope.all('proxy_hide_header').map(({ args }) => (args[0] ?? '').toLowerCase()));
  const value = (name: string): string | undefined => lines.find(([each]) => each.toLowerCase() === name)?.[1];
  const empty = exchange.method === 'HEAD' || status === 204 || status === 304;
  const framing = framingOf(headers, { kind: 'until-close' });
  const type = value('content-type');
  const lastModified = value('last-modified');
  const base = parentOf(exchange);
  return {
    status, ...(type !== undefined && { type }), ...(lastModified !== undefined && { lastModified }),
    ...(framing.kind === 'length' && { length: framing.length }),
    headers: lines.filter(([name]) => !notReturned.has(name.toLowerCase()) && !hidden.has(name.toLowerCase()) && !name.toLowerCase().startsWith('x-accel-')).map(([name, text]) => (name.toLowerCase() === 'location' ? [name, redirected(text, base)] : [name, text])),
    ...(!empty && { body: closing(new BodySource(source, framing), stream) }),
  };
}

/** What a Location that names the upstream becomes: proxy_redirect default. */
function parentOf(exchange: Exchange): { from: string; to: string } | undefined {
  const target = exchange.scope.own('proxy_pass')?.args[0];
  if (target === undefined || target.includes('$') || exchange.prefix === undefined || exchange.scope.value('proxy_redirect', 'default') !== 'default') return undefined;
  return { from: /^http:\/\/[^/]*$/.test(target) ? `${target}${exchange.prefix}` : target, to: exchange.prefix };
}

function redirected(location: string, base: { from: string; to: string } | undefined): string {
  return base && location.startsWith(base.from) ? `${base.to}${location.slice(base.from.length)}` : location;
}

/** Closes the connection at the end of the body. */
function closing(body: ByteSource, stream: { close(): void }): ByteSource {
  return {
    read: async (max) => {
      const bytes = await body.read(max).catch((error: unknown) => {
        stream.close();
        throw error;
      });
      if (bytes.length === 0) stream.close();
      return bytes;
    },
  };
}
