import { encodeUtf8 } from '../../../base/index.ts';
import type { Directive } from './configuration.ts';
import type { Exchange, Reply } from './exchange.ts';
import { withCharset } from './files.ts';
import { isFolder, statOf } from './site-stat.ts';
import { Scope } from './scope.ts';
import { specialReply } from './special-page.ts';
import { expand, variable } from './variables.ts';

/** What the rewrite directives of a level decided. `again`: look for the location anew. */
export type Verdict = { kind: 'on'; scope: Scope } | { kind: 'again' } | { kind: 'reply'; reply: Reply };

/** Runs the directives of the rewrite module of a level, in their order. */
export function rewrite(exchange: Exchange, scope: Scope): Verdict {
  let within = scope;
  for (const directive of scope.directives) {
    const [first = '', second = ''] = directive.args;
    if (directive.name === 'set') exchange.variables.set(first.slice(1), expand(second, exchange));
    if (directive.name === 'break') return { kind: 'on', scope: within };
    if (directive.name === 'return') return { kind: 'reply', reply: returned(exchange, directive) };
    if (directive.name === 'rewrite') {
      const verdict = rewritten(exchange, directive);
      if (verdict === 'break') return { kind: 'on', scope: within };
      if (verdict) return verdict;
    }
    if (directive.name === 'if' && holds(exchange, directive.args)) {
      const verdict = rewrite(exchange, new Scope(directive.block, scope));
      if (verdict.kind !== 'on') return verdict;
      within = verdict.scope;
    }
  }
  return { kind: 'on', scope: within };
}

function rewritten(exchange: Exchange, directive: Directive): Verdict | 'break' | undefined {
  const [pattern = '', replacement = '', flag] = directive.args;
  const match = new RegExp(pattern.replace(/\(\?P</g, '(?<')).exec(exchange.path);
  if (!match) return undefined;
  exchange.captures = match;
  const target = expand(replacement, exchange);
  const keepsQuery = !replacement.endsWith('?');
  const [path = '', ...rest] = (keepsQuery ? target : target.slice(0, -1)).split('?');
  const query = [rest.join('?'), keepsQuery ? exchange.query : ''].filter(Boolean).join('&');
  if (flag === 'redirect' || flag === 'permanent' || /^(https?:\/\/|\$scheme)/.test(replacement)) {
    return { kind: 'reply', reply: moved(exchange, flag === 'permanent' ? 301 : 302, `${path}${query === '' ? '' : `?${query}`}`) };
  }
  exchange.path = path;
  exchange.query = query;
  if (flag === 'break') return 'break';
  return { kind: 'again' };
}

/** A redirection; local ones get the server's name before they are sent. */
function moved(exchange: Exchange, status: number, target: string): Reply {
  const reply = specialReply(exchange, status);
  return target.startsWith('/') ? { ...reply, location: target } : { ...reply, headers: [['Location', target]] };
}

function returned(exchange: Exchange, { args: [first = '', text] }: Directive): Reply {
  if (!/^\d{1,3}$/.test(first)) return moved(exchange, 302, expand(first, exchange));
  const status = Number(first);
  if (text === undefined) return specialReply(exchange, status);
  if ([301, 302, 303, 307, 308].includes(status)) return moved(exchange, status, expand(text, exchange));
  const body = encodeUtf8(expand(text, exchange));
  return { status, type: withCharset(exchange, exchange.scope.value('default_type', 'text/plain')), length: body.length, headers: [], body };
}

/** The condition of `if`, with its brackets. */
function holds(exchange: Exchange, args: readonly string[]): boolean {
  const [left = '', operator, ...rest] = args.join(' ').replace(/^\(\s*/, '').replace(/\s*\)$/, '').split(' ').filter(Boolean);
  if (/^!?-[fdex]$/.test(left)) {
    const name = expand(operator ?? '', exchange);
    const { process } = exchange;
    const there = process.exists(name);
    const found = left.endsWith('e') ? there : left.endsWith('x') ? process.access(name, 'x') : there && isFolder(process.stat(name)) === left.endsWith('d');
    return left.startsWith('!') ? !found : found;
  }
  const value = variable(exchange, left.slice(1)) ?? '';
  if (operator === undefined) return value !== '' && value !== '0';
  const right = rest.join(' ');
  if (operator === '=' || operator === '!=') return (value === expand(right, exchange)) === (operator === '=');
  const match = new RegExp(right.replace(/\(\?P</g, '(?<'), operator.endsWith('*') ? 'i' : '').exec(value);
  if (match) exchange.captures = match;
  return (match !== null) !== operator.startsWith('!');
}

/** try_files: the first name that is there; else the last, which may be a status, a named location or a path. */
export function tryFiles(exchange: Exchange, words: readonly string[]): { path: string } | { goto: string } | { status: number } {
  for (const word of words.slice(0, -1)) {
    const path = expand(word, exchange);
    const name = path.endsWith('/') && path.length > 1 ? path.slice(0, -1) : path;
    const stat = statOf(exchange, name);
    if (stat && isFolder(stat) === word.endsWith('/')) return { path };
  }
  const last = words.at(-1) ?? '';
  return last.startsWith('=') ? { status: Number(last.slice(1)) } : { goto: expand(last, exchange) };
}

