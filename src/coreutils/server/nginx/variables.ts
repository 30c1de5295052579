import { dateInLog } from './log.ts';
import type { Directive } from './configuration.ts';
import { Emergency } from './emergency.ts';
import { type Exchange, header } from './exchange.ts';
import { version } from './version.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

const known: Record<string, (exchange: Exchange) => string | undefined> = {
  args: ({ query }) => query,
  binary_remote_addr: ({ connection }) => connection.client.address,
  body_bytes_sent: ({ sent }) => String(sent),
  bytes_sent: ({ sent }) => String(sent),
  connection: ({ connection }) => String(connection.number),
  connection_requests: ({ connection }) => String(connection.requests),
  content_length: (exchange) => header(exchange, 'content-length'),
  content_type: (exchange) => header(exchange, 'content-type'),
  document_root: (exchange) => expand(exchange.scope.value('root', 'html'), exchange),
  document_uri: ({ path }) => path,
  host: ({ host, server }) => host || server.names[0] || '',
  hostname: ({ process }) => process.hostname(),
  https: ({ connection }) => (connection.tls ? 'on' : ''),
  is_args: ({ query }) => (query === '' ? '' : '?'),
  msec: ({ process }) => seconds(process.clock.now()),
  nginx_version: () => version,
  pid: ({ process }) => String(process.pid),
  pipe: () => '.',
  proxy_add_x_forwarded_for: (exchange) => [header(exchange, 'x-forwarded-for'), exchange.connection.client.address].filter((part) => part !== undefined).join(', '),
  query_string: ({ query }) => query,
  realpath_root: (exchange) => expand(exchange.scope.value('root', 'html'), exchange),
  remote_addr: ({ connection }) => connection.client.address,
  remote_port: ({ connection }) => String(connection.client.port),
  remote_user: ({ user }) => user,
  request: ({ request }) => request,
  request_filename: (exchange) => fileOf(exchange, exchange.path),
  request_id: ({ process }) => hex(process.random(16)),
  request_length: ({ request, headers, bodyLength }) => String(headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, request.length + 4) + bodyLength),
  request_method: ({ originalMethod }) => originalMethod,
  request_time: ({ process, startedAt }) => seconds(process.clock.now() - startedAt),
  request_uri: ({ requestUri }) => requestUri,
  scheme: ({ connection }) => (connection.tls ? 'https' : 'http'),
  server_addr: ({ connection }) => connection.local.address,
  server_name: ({ server }) => server.names[0] ?? '',
  server_port: ({ connection }) => String(connection.local.port),
  server_protocol: ({ http10 }) => (http10 ? 'HTTP/1.0' : 'HTTP/1.1'),
  ssl_cipher: ({ connection }) => connection.tls?.cipher,
  ssl_protocol: ({ connection }) => connection.tls?.protocol,
  status: ({ reply }) => String(reply?.status ?? '000').padStart(3, '0'),
  time_iso8601: ({ process }) => `${new Date(process.clock.now()).toISOString().slice(0, 19)}+00:00`,
  time_local: ({ process }) => dateInLog(process.clock.now()),
  uri: ({ path }) => path,
};
/** Those that a request sets while it goes on. */
const later = new Set(['proxy_host', 'proxy_port', 'upstream_addr', 'upstream_status', 'upstream_response_time', 'upstream_connect_time', 'upstream_header_time', 'upstream_cache_status', 'upstream_response_length', 'limit_rate', 'gzip_ratio', 'invalid_referer', 'geo']);
const families = /^(http|sent_http|arg|cookie|upstream_http)_/;

/** Where nginx was told to live; relative paths start there. */
export const prefix = '/etc/nginx';

/** The file that a path of the site means, by `root` or `alias`. */
export function fileOf(exchange: Exchange, path: string): string {
  const alias = exchange.scope.own('alias');
  const base = expand(alias?.args[0] ?? exchange.scope.value('root', 'html'), exchange);
  const folder = base.startsWith('/') ? base : `${prefix}/${base}`;
  if (!alias) return `${folder.replace(/\/$/, '')}${path}`;
  return exchange.prefix === undefined ? folder : `${folder}${path.slice(exchange.prefix.length)}`;
}

/** The value of a variable; undefined when it has none. */
export function variable(exchange: Exchange, name: string): string | undefined {
  const own = exchange.variables.get(name);
  if (own !== undefined) return own;
  if (/^\d$/.test(name)) return exchange.captures[Number(name)];
  const map = exchange.model.maps.get(name);
  if (map) return mapped(exchange, map);
  const lower = name.toLowerCase();
  if (lower.startsWith('http_')) return header(exchange, lower.slice(5).replaceAll('_', '-'));
  if (lower.startsWith('sent_http_')) return exchange.reply?.headers.find(([each]) => each.toLowerCase() === lower.slice(10).replaceAll('_', '-'))?.[1];
  if (lower.startsWith('arg_')) return exchange.query.split('&').find((part) => part.toLowerCase().startsWith(`${lower.slice(4)}=`))?.slice(lower.length - 3);
  if (lower.startsWith('cookie_')) return header(exchange, 'cookie')?.split(/;\s*/).find((part) => part.toLowerCase().startsWith(`${lower.slice(7)}=`))?.slice(lower.length - 6);
  return known[name]?.(exchange);
}

function mapped(exchange: Exchange, { source, entries }: { source: string; entries: readonly Directive[] }): string {
  const value = expand(source, exchange);
  let found: Directive | undefined = entries.find(({ name }) => name.toLowerCase() === value.toLowerCase());
  found ??= entries.find(({ name }) => name.startsWith('~') && new RegExp(name.replace(/^~\*?/, ''), name.startsWith('~*') ? 'i' : '').test(value));
  found ??= entries.find(({ name }) => name === 'default');
  return expand(found?.args[0] ?? '', exchange);
}

const reference = /\$(?:\{(\w+)\}|(\w+))/g;

/** Text with its variables filled in; `none` for those without a value. */
export function expand(text: string, exchange: Exchange, none = ''): string {
  if (!text.includes('$')) return text;
  return text.replace(reference, (_whole, braced: string | undefined, plain: string | undefined) => variable(exchange, braced ?? plain ?? '') ?? none);
}

const expanding = new Set(['return', 'rewrite', 'set', 'if', 'root', 'alias', 'try_files', 'proxy_pass', 'proxy_set_header', 'add_header', 'log_format', 'access_log', 'error_page']);

/** Throws for names that nothing sets. */
export function checkVariables(directives: readonly Directive[]): void {
  const all: Directive[] = [];
  const gather = (list: readonly Directive[]): void => {
    for (const directive of list) {
      all.push(directive);
      if (directive.name !== 'types' && directive.name !== 'map') gather(directive.block);
    }
  };
  gather(directives);
  const captured = all.flatMap(({ args }) => args.flatMap((word) => [...word.matchAll(/\(\?P?<(\w+)>/g)].map((match) => match[1] ?? '')));
  const set = new Set([...all.filter(({ name }) => name === 'set').map(({ args }) => (args[0] ?? '').slice(1)), ...all.filter(({ name }) => name === 'map').map(({ args }) => (args[1] ?? '').slice(1)), ...captured]);
  for (const { name, args } of all) {
    if (!expanding.has(name)) continue;
    const words = name === 'set' ? args.slice(1) : name === 'rewrite' ? args.slice(1, 2) : name === 'if' ? args.slice(0, 1) : args;
    for (const [, braced, plain = ''] of words.join(' ').matchAll(reference)) {
      const each = braced ?? plain;
      if (!/^\d$/.test(each) && !set.has(each) && !(each in known) && !later.has(each) && !families.test(each)) throw new Emergency(`unknown "${each}" variable`);
    }
  }
}
