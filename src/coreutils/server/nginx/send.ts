import { type ByteSink, concatBytes, copyBytes, encodeUtf8 } from '../../../base/index.ts';
import { writeChunked } from '../../../base/http/index.ts';
import { type Exchange, header, type Reply } from './exchange.ts';
import { reasons, serverName, specialReply } from './special-page.ts';
import { expand } from './variables.ts';

/** After these the connection is not used again. */
const closing = new Set([400, 413, 414, 495, 496, 497, 500, 501]);
const addedTo = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

/** Writes a reply in nginx's order of headers; resolves to whether the connection can carry another request. */
export async function send(exchange: Exchange, sink: ByteSink, given: Reply, mayKeep: boolean): Promise<boolean> {
  const reply = ranged(exchange, unmodified(exchange, given));
  exchange.reply = reply;
  const { scope, connection, http10 } = exchange;
  if (reply.status === 444) return false;
  // Only where nginx itself says that it failed, with whatever page.
  const own = exchange.errorStatus ?? (reply.special === undefined ? undefined : reply.status);
  const keep = mayKeep && (own === undefined || !closing.has(own)) && scope.value('keepalive_timeout', '75') !== '0';
  const head = exchange.originalMethod === 'HEAD' || reply.status === 304 || reply.status === 204;
  const chunked = reply.length === undefined && reply.body !== undefined && !http10;
  const lines = [`HTTP/1.1 ${reply.status} ${reasons[reply.status] ?? ''}`, `Server: ${serverName(scope.on('server_tokens', true))}`, `Date: ${new Date(exchange.process.clock.now()).toUTCString()}`];
  if (reply.type !== undefined && reply.status !== 304) lines.push(`Content-Type: ${reply.type}`);
  if (reply.length !== undefined && reply.status !== 304 && reply.status !== 204) lines.push(`Content-Length: ${reply.length}`);
  if (reply.lastModified !== undefined) lines.push(`Last-Modified: ${reply.lastModified}`);
  if (reply.location !== undefined) {
    const name = exchange.host || connection.local.address;
    const port = connection.local.port === 80 || !scope.on('port_in_redirect', true) ? '' : `:${connection.local.port}`;
    lines.push(`Location: ${scope.on('absolute_redirect', true) ? `http://${name}${port}` : ''}${reply.location}`);
  }
  if (chunked) lines.push('Transfer-Encoding: chunked');
  const reusable = keep && (chunked || reply.length !== undefined || head);
  lines.push(`Connection: ${reusable ? 'keep-alive' : 'close'}`);
  for (const [name, value] of reply.headers) lines.push(`${name}: ${value}`);
  for (const { args: [name = '', value = '', always] } of scope.all('add_header')) {
    const text = expand(value, exchange);
    if (text !== '' && (always === 'always' || addedTo.has(reply.status))) lines.push(`${name}: ${text}`);
  }
  const bytes = encodeUtf8(`${lines.join('\r\n')}\r\n\r\n`);
  if (head || reply.body === undefined) {
    await sink.write(bytes);
    return reusable;
  }
  if (reply.body instanceof Uint8Array && !chunked) {
    exchange.sent = reply.body.length;
    await sink.write(concatBytes([bytes, reply.body]));
    return reusable;
  }
  await sink.write(bytes);
  const counted: ByteSink = { write: (part) => {
    exchange.sent += part.length;
    return sink.write(part);
  } };
  const { body } = reply;
  let whole = body instanceof Uint8Array ? body : undefined;
  const source = body instanceof Uint8Array ? { read: () => {
    const part = whole ?? new Uint8Array(0);
    whole = undefined;
    return Promise.resolve(part);
  } } : body;
  await (chunked ? writeChunked(source, counted) : copyBytes(source, counted));
  return reusable;
}

/** 304 for what the client has already, 412 for what it did not expect. */
function unmodified(exchange: Exchange, reply: Reply): Reply {
  if (reply.status !== 200 || reply.lastModified === undefined || !/^(GET|HEAD)$/.test(exchange.originalMethod)) return reply;
  const etag = reply.headers.find(([name]) => name === 'ETag')?.[1];
  const matches = (list: string): boolean => list.trim() === '*' || list.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
  const since = header(exchange, 'if-modified-since');
  const noneMatch = header(exchange, 'if-none-match');
  const match = header(exchange, 'if-match');
  if (match !== undefined && !matches(match)) return specialReply(exchange, 412);
  if (since === undefined && noneMatch === undefined) return reply;
  if (since !== undefined && noneMatch === undefined && Date.parse(since) !== Date.parse(reply.lastModified)) return reply;
  if (noneMatch !== undefined && !matches(noneMatch)) return reply;
  const { lastModified } = reply;
  return { status: 304, lastModified, headers: reply.headers.filter(([name]) => name !== 'Accept-Ranges') };
}

/** The part that was asked for. */
function ranged(exchange: Exchange, reply: Reply): Reply {
  const asked = header(exchange, 'range');
  const { body } = reply;
  if (asked === undefined || reply.status !== 200 || !(body instanceof Uint8Array) || !reply.headers.some(([name]) => name === 'Accept-Ranges') || !/^bytes=/i.test(asked)) return reply;
  const size = body.length;
  const parts: [number, number][] = [];
  for (const part of asked.slice(6).split(',')) {
    const [, from = '', to = ''] = /^\s*(\d*)-(\d*)\s*$/.exec(part) ?? [];
    if (from === '' && to === '') return unsatisfied(exchange, size);
    const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
    const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
    if (start < end) parts.push([start, end]);
  }
  const headers = reply.headers.filter(([name]) => name !== 'Accept-Ranges');
  const [first] = parts;
  if (!first) return unsatisfied(exchange, size);
  if (parts.length === 1) return { ...reply, status: 206, length: first[1] - first[0], body: body.subarray(...first), headers: [...headers, ['Content-Range', `bytes ${first[0]}-${first[1] - 1}/${size}`]] };
  const boundary = String(exchange.connection.number).padStart(20, '0');
  const pieces = parts.flatMap(([start, end]) => [encodeUtf8(`\r\n--${boundary}\r\nContent-Type: ${reply.type ?? ''}\r\nContent-Range: bytes ${start}-${end - 1}/${size}\r\n\r\n`), body.subarray(start, end)]);
  const whole = concatBytes([...pieces, encodeUtf8(`\r\n--${boundary}--\r\n`)]);
  return { ...reply, status: 206, type: `multipart/byteranges; boundary=${boundary}`, length: whole.length, body: whole, headers };
}

function unsatisfied(exchange: Exchange, size: number): Reply {
  return { ...specialReply(exchange, 416), headers: [['Content-Range', `bytes */${size}`]] };
}
