import { complain } from './complaint.ts';
import type { Exchange, Reply } from './exchange.ts';
import { serveFile } from './files.ts';
import { denied } from './access.ts';
import { passOn } from './proxy.ts';
import { rewrite, tryFiles, type Verdict } from './rewrite.ts';
import { findLocation, type Location } from './scope.ts';
import { specialReply } from './special-page.ts';
import { expand } from './variables.ts';
import { encodeUtf8 } from '../../../base/index.ts';

/** Works out the answer to a request: rewriting, access, content, and the page for what went wrong. */
export async function answer(exchange: Exchange): Promise<Reply> {
  let reply = await content(exchange, undefined);
  for (let round = 0; round < 10; round++) {
    const next = await errorPage(exchange, reply, round > 0 && !exchange.scope.on('recursive_error_pages'));
    if (next === undefined) break;
    reply = next;
  }
  if (exchange.errorStatus === undefined || exchange.errorStatus === 200 || reply.status !== 200) return reply;
  const { lastModified: _dropped, ...rest } = reply;
  return { ...rest, status: exchange.errorStatus, headers: reply.headers.filter(([name]) => name !== 'Accept-Ranges') };
}

/** Goes through the phases until there is an answer; `start` is a named location or undefined. */
async function content(exchange: Exchange, start: string | undefined): Promise<Reply> {
  let named = start;
  if (named === undefined && exchange.errorStatus === undefined) {
    const first = rewrite(exchange, exchange.server.scope);
    if (first.kind === 'reply') return first.reply;
  }
  for (let round = 0; round < 11; round++) {
    const location = enter(exchange, named);
    named = undefined;
    if (!location && start?.startsWith('@')) {
      await complain(exchange, 'error', `could not find named location "${start}"`);
      return specialReply(exchange, 500);
    }
    // Directives of the server's level have run already.
    const verdict: Verdict = location ? rewrite(exchange, location.scope) : { kind: 'on', scope: exchange.server.scope };
    if (verdict.kind === 'reply') return verdict.reply;
    if (verdict.kind === 'again') continue;
    exchange.scope = verdict.scope;
    if (location && exchange.scope.own('internal') && exchange.errorStatus === undefined && round === 0 && start === undefined) return specialReply(exchange, 404);
    const limit = sizeOf(exchange.scope.value('client_max_body_size', '1m'));
    if (limit > 0 && exchange.bodyLength > limit) {
      await complain(exchange, 'error', `client intended to send too large body: ${exchange.bodyLength} bytes`);
      return specialReply(exchange, 413);
    }
    const refused = await denied(exchange);
    if (refused) return refused;
    const files = exchange.scope.own('try_files') ?? (location ? undefined : exchange.server.scope.own('try_files'));
    if (files) {
      const found = tryFiles(exchange, files.args);
      if ('status' in found) return specialReply(exchange, found.status);
      if ('path' in found) exchange.path = found.path;
      else {
        go(exchange, found.goto);
        named = found.goto.startsWith('@') ? found.goto : undefined;
        continue;
      }
    }
    const served = await serve(exchange);
    if (!('goto' in served)) return served;
    go(exchange, served.goto);
  }
  await complain(exchange, 'error', `rewrite or internal redirection cycle while processing "${exchange.path}"`);
  return { ...specialReply(exchange, 500), special: false };
}

async function serve(exchange: Exchange): Promise<Reply | { goto: string }> {
  const pass = exchange.scope.own('proxy_pass') ?? (exchange.scope.parent?.directives.some(({ name }) => name === 'if') ? exchange.scope.parent.own('proxy_pass') : undefined);
  if (pass) return await passOn(exchange, pass.args[0] ?? '');
  if (exchange.scope.own('stub_status')) {
    const { number, requests } = exchange.connection;
    const body = encodeUtf8(`Active connections: 1 \nserver accepts handled requests\n ${number} ${number} ${Math.max(number, requests)} \nReading: 0 Writing: 1 Waiting: 0 \n`);
    return { status: 200, type: 'text/plain', length: body.length, headers: [], body };
  }
  return await serveFile(exchange);
}

/** Moves to another path of the site. */
function go(exchange: Exchange, target: string): void {
  if (target.startsWith('@')) return;
  const [path = '', ...query] = target.split('?');
  exchange.path = path;
  if (query.length > 0) exchange.query = query.join('?');
}

/** Finds the location of the path, and makes it the level that counts. */
function enter(exchange: Exchange, named: string | undefined): Location | undefined {
  const all = exchange.server.locations;
  const found = named === undefined ? findLocation(all.filter(({ kind }) => kind !== 'named'), exchange.path) : { location: all.find((one) => one.kind === 'named' && one.pattern === named), captures: undefined };
  exchange.scope = found?.location?.scope ?? exchange.server.scope;
  exchange.prefix = found?.location && found.location.kind !== 'regex' && found.location.kind !== 'named' ? found.location.pattern : undefined;
  if (found?.captures) {
    exchange.captures = found.captures;
    for (const [name, value] of Object.entries(found.captures.groups ?? {})) exchange.variables.set(name, value ?? '');
  }
  return found?.location;
}

/** The configured page for a failure; undefined when there is none. */
async function errorPage(exchange: Exchange, reply: Reply, again: boolean): Promise<Reply | undefined> {
  if (again || reply.status < 300 || !(reply.special || exchange.scope.on('proxy_intercept_errors'))) return undefined;
  const page = exchange.scope.all('error_page').find(({ args }) => args.slice(0, -1).includes(String(reply.status)));
  if (!page) return undefined;
  const status = page.args.find((word) => word.startsWith('='));
  const target = expand(page.args.at(-1) ?? '', exchange);
  exchange.errorStatus = status === undefined ? reply.status : status === '=' ? undefined : Number(status.slice(1));
  if (/^https?:\/\//.test(target)) return { ...specialReply(exchange, exchange.errorStatus !== undefined && [301, 302, 303, 307, 308].includes(exchange.errorStatus) ? exchange.errorStatus : 302), headers: [['Location', target]], special: false };
  const kept = exchange.errorStatus;
  if (!target.startsWith('@') && exchange.method !== 'HEAD') exchange.method = 'GET';
  go(exchange, target);
  exchange.errorStatus ??= 200;
  const next = await content(exchange, target.startsWith('@') ? target : undefined);
  if (next.special && next.status >= 300) {
    // The page itself is missing: the page of its own failure, as nginx does.
    exchange.errorStatus = undefined;
    return { ...next, headers: [...reply.headers.filter(([name]) => name === 'WWW-Authenticate'), ...next.headers] };
  }
  exchange.errorStatus = kept;
  return { ...next, headers: [...reply.headers.filter(([name]) => name === 'WWW-Authenticate'), ...next.headers], ...(status !== undefined && status !== '=' && { status: Number(status.slice(1)) }) };
}

function sizeOf(text: string): number {
  const [, number = '0', unit = ''] = /^(\d+)([kmg]?)$/i.exec(text) ?? [];
  return Number(number) * ({ k: 1024, m: 1048576, g: 1073741824 }[unit.toLowerCase()] ?? 1);
}

