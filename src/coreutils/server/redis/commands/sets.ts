import { integer, syntaxError } from '../argument.ts';
import type { Client } from '../session.ts';
import type { Command, Commands } from '../command.ts';
import { Failure } from '../reply.ts';

const members = (client: Client, key: string): Set<string> | undefined => client.database.find(key, 'set');
type Combine = (sets: readonly ReadonlySet<string>[]) => Set<string>;

const union: Combine = (sets) => new Set(sets.flatMap((set) => [...set]));
const intersection: Combine = ([first, ...others]) => new Set([...(first ?? [])].filter((member) => others.every((set) => set.has(member))));
const difference: Combine = ([first, ...others]) => new Set([...(first ?? [])].filter((member) => !others.some((set) => set.has(member))));

const combined = (client: Client, keys: readonly string[], combine: Combine): Set<string> => combine(keys.map((key) => members(client, key) ?? new Set<string>()));

function read(combine: Combine): Command {
  return { arity: -2, run: (client, keys) => [...combined(client, keys, combine)] };
}

function store(combine: Combine): Command {
  return { arity: -3, writes: true, run(client, [to = '', ...keys]) {
    const value = combined(client, keys, combine);
    if (value.size === 0) client.database.delete(to);
    else client.database.set(to, { kind: 'set', value, expires: undefined });
    return value.size;
  } };
}

/** Up to `number` members drawn by lot. */
function draw(client: Client, set: ReadonlySet<string>, number: number): string[] {
  const pool = [...set];
  return Array.from({ length: Math.min(number, pool.length) }, () => pool.splice(Math.floor(client.server.random() * pool.length), 1)[0] ?? '');
}

/** Commands on sets. */
export const setCommands: Commands = {
  sadd: { arity: -3, writes: true, run(client, [key = '', ...words]) {
    const set = client.database.take(key, 'set');
    const before = set.size;
    for (const word of words) set.add(word);
    client.database.changed(key);
    return set.size - before;
  } },
  srem: { arity: -3, writes: true, run(client, [key = '', ...words]) {
    const set = members(client, key);
    if (!set) return 0;
    const gone = words.filter((word) => set.delete(word)).length;
    client.database.changed(key);
    return gone;
  } },
  smembers: { arity: 2, run: (client, [key = '']) => [...(members(client, key) ?? [])] },
  scard: { arity: 2, run: (client, [key = '']) => members(client, key)?.size ?? 0 },
  sismember: { arity: 3, run: (client, [key = '', word = '']) => (members(client, key)?.has(word) ? 1 : 0) },
  smismember: { arity: -3, run: (client, [key = '', ...words]) => words.map((word) => (members(client, key)?.has(word) ? 1 : 0)) },
  smove: { arity: 4, writes: true, run(client, [from = '', to = '', word = '']) {
    if (!members(client, from)?.delete(word)) return 0;
    client.database.changed(from);
    client.database.take(to, 'set').add(word);
    client.database.changed(to);
    return 1;
  } },
  spop: { arity: -2, writes: true, run(client, [key = '', word]) {
    const set = members(client, key);
    const drawn = draw(client, set ?? new Set(), word === undefined ? 1 : integer(word));
    for (const member of drawn) set?.delete(member);
    if (drawn.length > 0) client.database.changed(key);
    return word === undefined ? (drawn[0] ?? null) : drawn;
  } },
  srandmember: { arity: -2, run(client, [key = '', word]) {
    const drawn = draw(client, members(client, key) ?? new Set(), word === undefined ? 1 : Math.abs(integer(word)));
    return word === undefined ? (drawn[0] ?? null) : drawn;
  } },
  sunion: read(union), sinter: read(intersection), sdiff: read(difference), sunionstore: store(union), sinterstore: store(intersection), sdiffstore: store(difference),
  sintercard: { arity: -3, run(client, [number = '', ...words]) {
    const keys = integer(number, 'ERR numkeys should be greater than 0');
    if (keys < 1) throw new Failure('ERR numkeys should be greater than 0');
    if (keys > words.length) throw new Failure("ERR Number of keys can't be greater than number of args");
    const [option, limit, ...rest] = words.slice(keys);
    if (option !== undefined && (option.toUpperCase() !== 'LIMIT' || limit === undefined || rest.length > 0)) throw syntaxError();
    const { size } = combined(client, words.slice(0, keys), intersection);
    const most = limit === undefined ? 0 : integer(limit);
    return most > 0 ? Math.min(most, size) : size;
  } },
};
