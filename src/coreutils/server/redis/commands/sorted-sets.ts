import { float, integer, numberText, slice, syntaxError } from '../argument.ts';
import type { Client } from '../session.ts';
import type { Command, Commands } from '../command.ts';
import { Failure, none, type Reply } from '../reply.ts';

const scores = (client: Client, key: string): Map<string, number> | undefined => client.database.find(key, 'zset');

/** Members in order: by score, then by their bytes. */
function ordered(client: Client, key: string, reverse = false): [string, number][] {
  const all = [...(scores(client, key) ?? [])].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  return reverse ? all.toReversed() : all;
}

const shown = (found: readonly [string, number][], withScores: boolean): string[] => found.flatMap(([member, score]) => (withScores ? [member, numberText(score)] : [member]));

/** A bound of a range of scores: `5`, `(5`, `-inf`. */
function bound(word: string): { score: number; open: boolean } {
  const open = word.startsWith('(');
  return { score: float(open ? word.slice(1) : word, 'ERR min or max is not a float'), open };
}

function within(client: Client, key: string, low: string, high: string, reverse = false): [string, number][] {
  const [from, to] = [bound(low), bound(high)];
  return ordered(client, key, reverse).filter(([, score]) => (from.open ? score > from.score : score >= from.score) && (to.open ? score < to.score : score <= to.score));
}

function remove(client: Client, key: string, found: readonly (readonly [string, number])[]): number {
  const set = scores(client, key);
  for (const [member] of found) set?.delete(member);
  if (found.length > 0) client.database.changed(key);
  return found.length;
}

function add(client: Client, [key = '', ...words]: readonly string[]): Reply {
  const flags = new Set<string>();
  while (/^(nx|xx|gt|lt|ch|incr)$/i.test(words[0] ?? '')) flags.add(words.shift()?.toUpperCase() ?? '');
  if (words.length === 0 || words.length % 2 === 1) throw syntaxError();
  if (flags.has('NX') && flags.has('XX')) throw new Failure('ERR XX and NX options at the same time are not compatible');
  const pairs = Array.from({ length: words.length / 2 }, (_, index): [number, string] => [float(words[index * 2] ?? ''), words[index * 2 + 1] ?? '']);
  if (flags.has('INCR') && pairs.length > 1) throw new Failure('ERR INCR option supports a single increment-element pair');
  const set = client.database.take(key, 'zset');
  let [added, changed] = [0, 0];
  let last: number | null = null;
  for (const [given, member] of pairs) {
    const old = set.get(member);
    const score = flags.has('INCR') ? (old ?? 0) + given : given;
    const skipped = (flags.has('NX') && old !== undefined) || (flags.has('XX') && old === undefined) || (old !== undefined && ((flags.has('GT') && score <= old) || (flags.has('LT') && score >= old)));
    if (skipped) continue;
    last = score;
    if (old === undefined) added++;
    else if (old !== score) changed++;
    set.set(member, score);
  }
  client.database.changed(key);
  return flags.has('INCR') ? (last === null ? null : numberText(last)) : flags.has('CH') ? added + changed : added;
}

function range(client: Client, [key = '', start = '', stop = '', ...options]: readonly string[]): Reply {
  const flags = options.map((option) => option.toUpperCase());
  const at = flags.indexOf('LIMIT');
  const limit = at < 0 ? undefined : flags.splice(at, 3).slice(1).map((word) => integer(word));
  for (const flag of flags) if (!/^(WITHSCORES|REV|BYSCORE)$/.test(flag)) throw syntaxError();
  const [reverse, byScore] = [flags.includes('REV'), flags.includes('BYSCORE')];
  if (limit && !byScore) throw new Failure('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
  const found = byScore ? within(client, key, reverse ? stop : start, reverse ? start : stop, reverse) : slice(ordered(client, key, reverse), integer(start), integer(stop));
  const [offset = 0, number = -1] = limit ?? [];
  return shown(number < 0 ? found.slice(offset) : found.slice(offset, offset + number), flags.includes('WITHSCORES'));
}

function rank(reverse: boolean): Command {
  return { arity: -3, run(client, [key = '', member = '']) {
    const at = ordered(client, key, reverse).findIndex(([name]) => name === member);
    return at < 0 ? null : at;
  } };
}

function pop(reverse: boolean): Command {
  return { arity: -2, writes: true, run(client, [key = '', word]) {
    const found = ordered(client, key, reverse).slice(0, word === undefined ? 1 : integer(word));
    remove(client, key, found);
    return shown(found, true);
  } };
}

/** Commands on sorted sets. */
export const sortedSetCommands: Commands = {
  zadd: { arity: -4, writes: true, run: add },
  zincrby: { arity: 4, writes: true, run: (client, [key = '', by = '', member = '']) => add(client, [key, 'INCR', by, member]) },
  zscore: { arity: 3, run: (client, [key = '', member = '']) => {
    const score = scores(client, key)?.get(member);
    return score === undefined ? null : numberText(score);
  } },
  zcard: { arity: 2, run: (client, [key = '']) => scores(client, key)?.size ?? 0 },
  zrem: { arity: -3, writes: true, run: (client, [key = '', ...members]) => remove(client, key, members.filter((member) => scores(client, key)?.has(member)).map((member) => [member, 0])) },
  zrank: rank(false), zrevrank: rank(true), zpopmin: pop(false), zpopmax: pop(true),
  zrange: { arity: -4, run: range },
  zrevrange: { arity: -4, run: (client, [key = '', start = '', stop = '', ...options]) => range(client, [key, start, stop, 'REV', ...options]) },
  zrangebyscore: { arity: -4, run: (client, [key = '', low = '', high = '', ...options]) => range(client, [key, low, high, 'BYSCORE', ...options]) },
  zrevrangebyscore: { arity: -4, run: (client, [key = '', high = '', low = '', ...options]) => range(client, [key, high, low, 'BYSCORE', 'REV', ...options]) },
  zcount: { arity: 4, run: (client, [key = '', low = '', high = '']) => within(client, key, low, high).length },
  zremrangebyrank: { arity: 4, writes: true, run: (client, [key = '', start = '', stop = '']) => remove(client, key, slice(ordered(client, key), integer(start), integer(stop))) },
  zremrangebyscore: { arity: 4, writes: true, run: (client, [key = '', low = '', high = '']) => remove(client, key, within(client, key, low, high)) },
  zmscore: { arity: -3, run: (client, [key = '', ...members]) => (members.length === 0 ? none : members.map((member) => {
    const score = scores(client, key)?.get(member);
    return score === undefined ? null : numberText(score);
  })) },
};
