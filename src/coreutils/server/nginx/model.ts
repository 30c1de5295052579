import type { Process } from '../../../kernel/uapi/index.ts';
import { findGroup, findUser } from '../../program/index.ts';
import type { Configuration, Directive } from './configuration.ts';
import { Emergency, emergencyAt } from './emergency.ts';
import { type Listen, parseListen } from './listen.ts';
import { type Location, Scope } from './scope.ts';
import type { ServerSsl } from './ssl.ts';
import { resolveUpstreams, type Upstream } from './upstream.ts';

/** A server block. */
export interface VirtualServer {
  names: string[];
  listens: Listen[];
  scope: Scope;
  locations: Location[];
  /** Of one that listens with `ssl`. */
  ssl: ServerSsl | undefined;
}

/** What a configuration means. */
export interface Model {
  main: Scope;
  http: Scope | undefined;
  servers: VirtualServer[];
  upstreams: Map<string, Upstream>;
  formats: Map<string, string>;
  maps: Map<string, { source: string; entries: Directive[] }>;
  user: { uid: number; gid: number; name: string } | undefined;
  workers: number;
  warnings: string[];
}

export const combined = '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';
const defaultLogFormat: readonly (readonly [string, string])[] = [['combined', combined]];

/** Works out what the directives mean; throws an Emergency where they mean nothing. */
export async function buildModel(process: Process, configuration: Configuration, processors: number): Promise<Model> {
  const main = new Scope(configuration.directives, undefined);
  const httpBlock = configuration.directives.find(({ name }) => name === 'http');
  const http = httpBlock && new Scope(httpBlock.block, main);
  const warnings: string[] = [];
  const user = userOf(process, main, warnings);
  const workers = workersOf(main, processors);
  for (const directive of configuration.directives.find(({ name }) => name === 'events')?.block ?? []) if (directive.name === 'worker_connections' && !/^\d+$/.test(directive.args[0] ?? '')) throw emergencyAt(directive, `invalid number "${directive.args[0]}"`);
  const formats = new Map(defaultLogFormat);
  const maps = new Map<string, { source: string; entries: Directive[] }>();
  const servers: VirtualServer[] = [];
  for (const directive of httpBlock?.block ?? []) {
    if (directive.name === 'log_format') formats.set(directive.args[0] ?? '', directive.args.slice(/^escape=/.test(directive.args[1] ?? '') ? 2 : 1).join(''));
    if (directive.name === 'map') maps.set((directive.args[1] ?? '').replace(/^\$/, ''), { source: directive.args[0] ?? '', entries: directive.block });
    if (directive.name === 'upstream' && !directive.block.some(({ name }) => name === 'server')) throw emergencyAt(directive, 'no servers are inside upstream');
    if (directive.name === 'server' && http) servers.push(serverOf(directive, http));
  }
  for (const directive of allOf(httpBlock?.block ?? [])) checkValue(directive, formats);
  conflicts(servers, warnings);
  const secure = servers.filter(({ listens }) => listens.some(({ ssl }) => ssl));
  if (secure.length > 0) {
    const { loadSsl } = await import('./ssl.ts');
    for (const server of secure) server.ssl = loadSsl(process, server.scope);
  }
  const upstreams = await resolveUpstreams(process, httpBlock ? allOf(httpBlock.block) : []);
  if (!configuration.directives.some(({ name }) => name === 'events')) throw new Late('no "events" section in configuration');
  return { main, http, servers, upstreams, formats, maps, user, workers, warnings };
}

/** An Emergency that is found after the syntax was. */
export class Late extends Emergency {}

function* allOf(directives: readonly Directive[]): Generator<Directive> {
  for (const directive of directives) {
    yield directive;
    if (directive.name !== 'types' && directive.name !== 'map') yield* allOf(directive.block);
  }
}

function userOf(process: Process, main: Scope, warnings: string[]): Model['user'] {
  const directive = main.one('user');
  if (directive && process.credentials.euid !== 0) {
    warnings.push(`the "user" directive makes sense only if the master process runs with super-user privileges, ignored in ${directive.file}:${directive.line}`);
    return undefined;
  }
  if (process.credentials.euid !== 0) return undefined;
  const [name = 'nobody', groupName] = directive?.args ?? [];
  const user = findUser(process, name);
  if (!user) {
    if (!directive) return undefined;
    throw emergencyAt(directive, `getpwnam("${name}") failed`);
  }
  const group = findGroup(process, groupName ?? name);
  if (!group && directive) throw emergencyAt(directive, `getgrnam("${groupName ?? name}") failed`);
  return { uid: user.uid, gid: group?.gid ?? user.gid, name };
}

function workersOf(main: Scope, processors: number): number {
  const directive = main.one('worker_processes');
  const value = directive?.args[0] ?? '1';
  if (value === 'auto') return processors;
  if (directive && !/^\d+$/.test(value)) throw emergencyAt(directive, '"worker_processes" directive invalid value');
  return Number(value);
}

function serverOf(directive: Directive, http: Scope): VirtualServer {
  const scope = new Scope(directive.block, http);
  const listens = directive.block.filter(({ name }) => name === 'listen').map((one) => parseListen(one));
  for (const [index, listen] of listens.entries()) {
    if (listens.slice(0, index).some((other) => other.address === listen.address && other.port === listen.port)) throw emergencyAt(listen.place, `a duplicate listen ${listen.shown}`);
    if (listen.ssl && !scope.one('ssl_certificate')) throw emergencyAt(directive, 'no "ssl_certificate" is defined for the "listen ... ssl" directive');
  }
  if (listens.length === 0) listens.push(parseListen({ ...directive, name: 'listen', args: ['80'], block: [] }));
  const names = scope.directives.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args);
  return { names, listens, scope, locations: locationsOf(directive.block, scope), ssl: undefined };
}

function locationsOf(directives: readonly Directive[], parent: Scope): Location[] {
  const locations: Location[] = [];
  for (const directive of directives) {
    if (directive.name !== 'location') continue;
    const [first = '', second] = directive.args;
    const modifier = second === undefined ? /^(=|\^~|~\*?)(?=.)/.exec(first)?.[1] ?? '' : first;
    const pattern = second ?? first.slice(modifier.length);
    const kinds: Record<string, Location['kind']> = { '': pattern.startsWith('@') ? 'named' : 'prefix', '=': 'exact', '^~': 'prefix-first', '~': 'regex', '~*': 'regex' };
    const kind = kinds[modifier];
    if (!kind) throw emergencyAt(directive, `invalid location modifier "${modifier}"`);
    if (kind !== 'regex' && locations.some((other) => other.kind !== 'regex' && other.pattern === pattern && (other.kind === 'exact') === (kind === 'exact'))) throw emergencyAt(directive, `duplicate location "${pattern}"`);
    const scope = new Scope(directive.block, parent);
    locations.push({ kind, pattern, regex: kind === 'regex' ? expression(directive, pattern, modifier === '~*') : undefined, scope, inner: locationsOf(directive.block, scope) });
  }
  return locations;
}

/** A regular expression of the configuration. */
export function expression(directive: Directive, pattern: string, ignoreCase: boolean): RegExp {
  try {
    return new RegExp(pattern.replace(/\(\?P</g, '(?<'), ignoreCase ? 'i' : '');
  } catch (error) {
    const why = error instanceof Error && /Unterminated group/.test(error.message) ? 'missing closing parenthesis' : error instanceof Error && /Unmatched/.test(error.message) ? 'unmatched closing parenthesis' : 'syntax error';
    throw emergencyAt(directive, `pcre2_compile() failed: ${why} in "${pattern}"`);
  }
}

const durations = new Set(['keepalive_timeout', 'send_timeout', 'client_body_timeout', 'client_header_timeout', 'proxy_connect_timeout', 'proxy_read_timeout', 'proxy_send_timeout', 'resolver_timeout']);

function checkValue(directive: Directive, formats: Map<string, string>): void {
  const { name, args: [first = '', second] } = directive;
  if (durations.has(name) && !/^(\d+(ms|[smhdwMy])?)+$/.test(first)) throw emergencyAt(directive, `"${name}" directive invalid value`);
  if (name === 'client_max_body_size' && !/^\d+[kmg]?$/i.test(first)) throw emergencyAt(directive, `"${name}" directive invalid value`);
  if (name === 'return' && !/^\d{1,3}$/.test(first) && (second !== undefined || !/^(https?:\/\/|\$scheme)/.test(first))) throw emergencyAt(directive, `invalid return code "${first}"`);
  if (name === 'error_page') for (const code of directive.args.slice(0, -1)) if (/^\d+$/.test(code) ? Number(code) < 300 || Number(code) > 599 : !code.startsWith('=')) throw emergencyAt(directive, /^\d+$/.test(code) ? `value "${code}" must be between 300 and 599` : `invalid value "${code}"`);
  if (name === 'access_log' && second !== undefined && !/[=]/.test(second) && !formats.has(second)) throw emergencyAt(directive, `unknown log format "${second}"`);
}

function conflicts(servers: readonly VirtualServer[], warnings: string[]): void {
  const seen = new Set<string>();
  for (const { names, listens } of servers) {
    for (const listen of listens) {
      for (const name of names.length > 0 ? names : ['']) {
        const key = `${listen.shown} ${name}`;
        if (seen.has(key)) warnings.push(`conflicting server name "${name}" on ${listen.shown}, ignored`);
        seen.add(key);
      }
    }
  }
}
