import type { ByteStream, TlsTrace } from '../../../base/index.ts';
import { BodySource, BufferedSource, framingOf, type HeaderLine, HttpSyntaxError, readHeaders } from '../../../base/http/index.ts';
import { isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { answer } from './answer.ts';
import type { Connection, Exchange } from './exchange.ts';
import type { Log } from './log.ts';
import { combined, type Model, type VirtualServer } from './model.ts';
import { send } from './send.ts';
import { plainHttpReply, specialReply } from './special-page.ts';
import { expand } from './variables.ts';

/** Serves the requests of one connection until it is closed. `busy` hears when a request begins and ends. */
export async function serveConnection(process: Process, model: Model, log: Log, connection: Connection, plain: ByteStream, trace: TlsTrace, busy: (on: boolean) => boolean): Promise<void> {
  const stream = connection.listen.ssl ? await secured(process, model, connection, plain, trace) : plain;
  if (!stream) return;
  const source = new BufferedSource(stream);
  try {
    for (;;) {
      const line = await source.readLine(8192);
      if (line === undefined) return;
      if (line === '') continue;
      busy(true);
      let keep = false;
      try {
        connection.requests++;
        keep = await serveRequest(process, model, log, connection, stream, source, line);
      } finally {
        if (!busy(false)) keep = false;
      }
      if (!keep) return;
    }
  } catch (error) {
    if (!isSystemError(error) && !(error instanceof HttpSyntaxError) && !(error instanceof Error && error.name === 'TlsError')) throw error;
  } finally {
    stream.close();
  }
}

/** The connection with TLS; undefined when there was no handshake: who speaks HTTP in clear is told so, and all of them are closed. */
async function secured(process: Process, model: Model, connection: Connection, plain: ByteStream, trace: TlsTrace): Promise<ByteStream | undefined> {
  const { acceptSsl } = await import('./ssl.ts');
  try {
    const tls = await acceptSsl(process, plain, (name) => serverFor(model, connection, name ?? '').ssl, trace);
    connection.tls = { protocol: tls.session.version, cipher: tls.session.cipherSuite.opensslName };
    return tls;
  } catch (error) {
    const failed = error instanceof Error && error.name === 'TlsError' && 'kind' in error;
    if (failed && error.kind === 'not-tls') await plain.write(plainHttpReply(serverFor(model, connection, ''), process.clock.now())).catch(() => undefined);
    plain.close();
    if (failed || isSystemError(error)) return undefined;
    throw error;
  }
}

async function serveRequest(process: Process, model: Model, log: Log, connection: Connection, stream: ByteStream, source: BufferedSource, request: string): Promise<boolean> {
  const startedAt = process.clock.now();
  const lines: HeaderLine[] = [];
  const [, method = '', target = '', minor] = /^([A-Z_-]+) (\S+)(?: HTTP\/1\.([01]))?$/.exec(request) ?? [];
  let broken = method === '';
  let body = new BodySource(source, { kind: 'length', length: 0 });
  let length = 0;
  let keepAlive = false;
  let host = '';
  if (!broken && minor !== undefined) {
    try {
      const headers = await readHeaders(source, lines);
      const framing = framingOf(headers, { kind: 'length', length: 0 });
      if (framing.kind === 'length') length = framing.length;
      body = new BodySource(source, framing);
      host = (headers.get('host') ?? '').replace(/:\d+$/, '').toLowerCase();
      keepAlive = minor === '1' ? !/\bclose\b/i.test(headers.get('connection') ?? '') : /\bkeep-alive\b/i.test(headers.get('connection') ?? '');
      broken = minor === '1' && !headers.has('host');
      if (/100-continue/i.test(headers.get('expect') ?? '')) await stream.write(new TextEncoder().encode('HTTP/1.1 100 Continue\r\n\r\n'));
    } catch (error) {
      if (!(error instanceof HttpSyntaxError)) throw error;
      broken = true;
    }
  }
  const server = serverFor(model, connection, host);
  const relative = target.replace(/^https?:\/\/[^/?]*/i, '') || '/';
  const [rawPath = '', ...query] = relative.replace(/#.*/, '').split('?');
  const path = normalPath(rawPath);
  const exchange: Exchange = {
    process, model, log, connection, server, scope: server.scope, method, originalMethod: method, request, requestUri: relative, http10: minor !== '1', headers: lines, body, bodyLength: length,
    path: path ?? '/', query: query.join('?'), host, captures: [], variables: new Map(), startedAt, reply: undefined, sent: 0, errorStatus: undefined, prefix: undefined, user: undefined, upstream: undefined,
  };
  const reply = broken || path === undefined ? specialReply(exchange, 400) : await answer(exchange);
  const keep = await send(exchange, stream, reply, keepAlive && !broken);
  await record(exchange);
  if (!keep) return false;
  while (!body.ended) if ((await body.read()).length === 0) break;
  return true;
}

/** The server for a name: by exact name, wildcards in front, wildcards behind, expressions; else the default of the address. */
function serverFor(model: Model, { listen, local }: Connection, host: string): VirtualServer {
  const candidates = model.servers.filter(({ listens }) => listens.some((one) => one.port === listen.port && (one.address === listen.address || one.address === local.address)));
  const rank = ({ names }: VirtualServer): number => Math.max(0, ...names.map((name) => {
    if (name.toLowerCase() === host) return 1e6;
    if (name.startsWith('~')) return new RegExp(name.slice(1), 'i').test(host) ? 1 : 0;
    if (/^\*?\./.test(name)) return host.endsWith(name.replace(/^\*/, '')) || (name.startsWith('.') && host === name.slice(1)) ? 2000 + name.length : 0;
    return name.endsWith('.*') && host.startsWith(name.slice(0, -1)) ? 1000 + name.length : 0;
  }));
  const best = candidates.reduce<VirtualServer | undefined>((found, each) => (rank(each) > (found ? rank(found) : 0) ? each : found), undefined);
  const found = best ?? candidates.find(({ listens }) => listens.some((one) => one.isDefault && one.port === listen.port)) ?? candidates[0] ?? model.servers[0];
  if (!found) throw new Error('a connection without a server');
  return found;
}

/** A path decoded, with its dots and double slashes taken out; undefined when it leads above the root or is malformed. */
function normalPath(raw: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    if (/%(?![0-9a-f]{2})/i.test(raw)) return undefined;
    path = raw.replace(/%([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
  if (!path.startsWith('/') || path.includes('\0')) return undefined;
  const parts: string[] = [];
  const words = path.split('/').slice(1);
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    if (word === '..' && parts.pop() === undefined) return undefined;
    if (word === '.' || word === '..' || (word === '' && !last)) {
      if (last) parts.push('');
      continue;
    }
    parts.push(word);
  }
  return `/${parts.join('/')}`;
}

async function record(exchange: Exchange): Promise<void> {
  const { scope, model, log } = exchange;
  const targets = scope.all('access_log');
  if (targets.some(({ args }) => args[0] === 'off')) return;
  for (const { args: [path = '', name = 'combined', ...rest] } of targets) {
    const condition = [name, ...rest].find((word) => word.startsWith('if='));
    if (condition !== undefined && /^0?$/.test(expand(condition.slice(3), exchange))) continue;
    const format = model.formats.get(name) ?? combined;
    await log.line(path, escaped(format, exchange));
  }
}

/** A line of a format: values escaped as nginx does, `-` for what is not there. */
function escaped(format: string, exchange: Exchange): string {
  return format.replace(/\$(?:\{\w+\}|\w+)/g, (reference) => {
    const value = expand(reference, exchange, '-');
    return (value === '' && !/body_bytes|bytes_sent/.test(reference) ? '-' : value).replace(/["\\\u0000-\u001f\u007f]/g, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
  });
}
