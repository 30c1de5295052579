import { integer, matches, syntaxError } from '../argument.ts';
import type { Client } from '../session.ts';
import type { Command, Commands } from '../command.ts';
import type { Entry } from '../database.ts';
import { Failure, none, ok, type Reply, Status } from '../reply.ts';

const count = (keys: readonly string[], test: (key: string) => boolean): number => keys.filter(test).length;

function expire(unit: number, absolute: boolean): Command {
  return { arity: -3, writes: true, run(client, [key = '', word = '', ...options]) {
    const number = integer(word);
    const entry = client.database.get(key);
    const flags = new Set(options.map((option) => option.toUpperCase()));
    for (const flag of flags) if (!/^(NX|XX|GT|LT)$/.test(flag)) throw new Failure(`ERR Unsupported option ${options[0] ?? ''}`);
    if (!entry) return 0;
    const at = (absolute ? 0 : client.server.now()) + number * unit;
    const old = entry.expires;
    if ((flags.has('NX') && old !== undefined) || (flags.has('XX') && old === undefined) || (flags.has('GT') && !(old !== undefined && at > old)) || (flags.has('LT') && !(old === undefined || at < old))) return 0;
    if (at <= client.server.now()) client.database.delete(key);
    else client.database.set(key, { ...entry, expires: at });
    return 1;
  } };
}

function left(unit: number, absolute = false): Command {
  return { arity: 2, run(client, [key = '']) {
    const entry = client.database.get(key);
    if (!entry) return -2;
    if (entry.expires === undefined) return -1;
    return Math.round((entry.expires - (absolute ? 0 : client.server.now())) / unit);
  } };
}

function rename(client: Client, from: string, to: string, unless: boolean): Reply {
  const entry = client.database.get(from);
  if (!entry) throw new Failure('ERR no such key');
  if (unless && client.database.get(to)) return 0;
  client.database.delete(from);
  client.database.set(to, entry);
  return unless ? 1 : ok;
}

const copied = (entry: Entry): Entry => ({ ...entry, value: typeof entry.value === 'string' ? entry.value : structuredClone(entry.value) }) as Entry;

function encoding({ kind, value }: Entry): string {
  if (kind === 'string') return /^(0|-?[1-9]\d{0,18})$/.test(value) ? 'int' : value.length <= 44 ? 'embstr' : 'raw';
  if (kind === 'list') return value.length > 128 || value.some((item) => item.length > 8192) ? 'quicklist' : 'listpack';
  if (kind === 'set') return [...value].every((item) => /^(0|-?[1-9]\d{0,18})$/.test(item)) && value.size <= 512 ? 'intset' : value.size <= 128 ? 'listpack' : 'hashtable';
  return value.size <= 128 ? 'listpack' : kind === 'hash' ? 'hashtable' : 'skiplist';
}

function scan(client: Client, [cursor = '', ...options]: readonly string[]): Reply {
  const from = /^\d+$/.test(cursor) ? Number(cursor) : undefined;
  if (from === undefined) throw new Failure('ERR invalid cursor');
  let [pattern, size, type]: [string, number, string | undefined] = ['*', 10, undefined];
  for (let at = 0; at < options.length; at += 2) {
    const [option = '', value] = [options[at]?.toUpperCase(), options[at + 1]];
    if (value === undefined) throw syntaxError();
    if (option === 'MATCH') pattern = value;
    else if (option === 'COUNT') size = integer(value);
    else if (option === 'TYPE') type = value;
    else throw syntaxError();
  }
  if (size < 1) throw syntaxError();
  const keys = client.database.keys();
  const found = keys.slice(from, from + size).filter((key) => matches(pattern, key) && (type === undefined || client.database.get(key)?.kind === type));
  return [String(from + size >= keys.length ? 0 : from + size), found];
}

/** Commands on keys of any type. */
export const keyCommands: Commands = {
  del: { arity: -2, writes: true, run: (client, keys) => count(keys, (key) => client.database.delete(key)) },
  unlink: { arity: -2, writes: true, run: (client, keys) => count(keys, (key) => client.database.delete(key)) },
  exists: { arity: -2, run: (client, keys) => count(keys, (key) => client.database.get(key) !== undefined) },
  touch: { arity: -2, run: (client, keys) => count(keys, (key) => client.database.get(key) !== undefined) },
  type: { arity: 2, run: (client, [key = '']) => new Status(client.database.get(key)?.kind ?? 'none') },
  keys: { arity: 2, run: (client, [pattern = '']) => client.database.keys().filter((key) => matches(pattern, key)) },
  scan: { arity: -2, run: scan },
  randomkey: { arity: 1, run: (client) => client.database.keys()[Math.floor(client.server.random() * client.database.keys().length)] ?? null },
  dbsize: { arity: 1, run: (client) => client.database.keys().length },
  expire: expire(1000, false), pexpire: expire(1, false), expireat: expire(1000, true), pexpireat: expire(1, true),
  ttl: left(1000), pttl: left(1), expiretime: left(1000, true), pexpiretime: left(1, true),
  persist: { arity: 2, writes: true, run(client, [key = '']) {
    const entry = client.database.get(key);
    if (entry?.expires === undefined) return 0;
    client.database.set(key, { ...entry, expires: undefined });
    return 1;
  } },
  rename: { arity: 3, writes: true, run: (client, [from = '', to = '']) => rename(client, from, to, false) },
  renamenx: { arity: 3, writes: true, run: (client, [from = '', to = '']) => rename(client, from, to, true) },
  copy: { arity: -3, writes: true, run(client, [from = '', to = '', ...options]) {
    const entry = client.database.get(from);
    const over = options.some((option) => option.toUpperCase() === 'REPLACE');
    if (!entry || (client.database.get(to) && !over)) return 0;
    client.database.set(to, copied(entry));
    return 1;
  } },
  move: { arity: 3, writes: true, run(client, [key = '', index = '']) {
    const target = client.server.database(integer(index));
    const entry = client.database.get(key);
    if (target === client.database) throw new Failure('ERR source and destination objects are the same');
    if (!entry || target.get(key)) return 0;
    client.database.delete(key);
    target.set(key, entry);
    return 1;
  } },
  object: { arity: -2, run(client, [verb = '', key = '']) {
    const word = verb.toUpperCase();
    if (!/^(ENCODING|REFCOUNT|IDLETIME)$/.test(word)) throw new Failure(`ERR unknown subcommand '${verb}'. Try OBJECT HELP.`);
    const entry = client.database.get(key);
    if (!entry) return null;
    return word === 'ENCODING' ? encoding(entry) : word === 'REFCOUNT' ? 1 : 0;
  } },
  flushdb: { arity: -1, writes: true, run: (client) => (client.database.clear(), ok) },
  flushall: { arity: -1, writes: true, run: (client) => (client.server.databases.forEach((database) => database.clear()), ok) },
  select: { arity: 2, run: (client, [index = '']) => (client.select(integer(index)), ok) },
  swapdb: { arity: 3, writes: true, run(client, [one = '', other = '']) {
    const { databases } = client.server;
    const [a, b] = [integer(one, 'ERR invalid first DB index'), integer(other, 'ERR invalid second DB index')];
    const [first, second] = [client.server.database(a), client.server.database(b)];
    databases[a] = second;
    databases[b] = first;
    return ok;
  } },
  watch: { arity: -2, run(client, keys) {
    if (client.transaction) throw new Failure('ERR WATCH inside MULTI is not allowed');
    client.watch(keys);
    return ok;
  } },
  unwatch: { arity: 1, run: (client) => (client.unwatch(), ok) },
  multi: { arity: 1, run(client) {
    if (client.transaction) throw new Failure('ERR MULTI calls can not be nested');
    client.transaction = { queue: [], spoilt: false };
    return ok;
  } },
  discard: { arity: 1, run(client) {
    if (!client.transaction) throw new Failure('ERR DISCARD without MULTI');
    client.transaction = undefined;
    client.unwatch();
    return ok;
  } },
  exec: { arity: 1, async run(client) {
    const { transaction } = client;
    if (!transaction) throw new Failure('ERR EXEC without MULTI');
    client.transaction = undefined;
    const touched = client.touched;
    client.unwatch();
    if (transaction.spoilt) throw new Failure('EXECABORT Transaction discarded because of previous errors.');
    if (touched) return none;
    const replies: Reply[] = [];
    for (const words of transaction.queue) replies.push(await client.perform(words));
    return replies;
  } },
};
