import { float, integer, numberText, slice, syntaxError } from '../argument.ts';
import type { Client } from '../session.ts';
import type { Commands } from '../command.ts';
import { Failure, ok, type Reply } from '../reply.ts';
import { expiryOf } from './expiry.ts';

const text = (client: Client, key: string): string | undefined => client.database.find(key, 'string');

/** Sets the text of a key and leaves its time as it is. */
function put(client: Client, key: string, value: string): void {
  client.database.set(key, { kind: 'string', value, expires: client.database.get(key)?.expires });
}

function replace(client: Client, key: string, value: string, expires?: number): void {
  client.database.set(key, { kind: 'string', value, expires });
}

function add(client: Client, key: string, by: number): number {
  const value = integer(text(client, key) ?? '0') + by;
  if (Math.abs(value) >= 2 ** 63) throw new Failure('ERR increment or decrement would overflow');
  put(client, key, String(value));
  return value;
}

function set(client: Client, [key = '', value = '', ...options]: readonly string[]): Reply {
  let expires: number | undefined;
  let [only, get, keep] = ['', false, false];
  for (let at = 0; at < options.length; at++) {
    const option = options[at]?.toUpperCase() ?? '';
    if ((option === 'NX' || option === 'XX') && only === '') only = option;
    else if (option === 'GET') get = true;
    else if (option === 'KEEPTTL' && expires === undefined) keep = true;
    else if (/^(EX|PX|EXAT|PXAT)$/.test(option) && expires === undefined && !keep && at + 1 < options.length) expires = expiryOf(client, option, options[++at] ?? '', 'set');
    else throw syntaxError();
  }
  const old = get ? (text(client, key) ?? null) : undefined;
  const there = client.database.get(key);
  if ((only === 'NX' && there) || (only === 'XX' && !there)) return old === undefined ? null : old;
  replace(client, key, value, keep ? there?.expires : expires);
  return old === undefined ? ok : old;
}

function pairs(words: readonly string[], name: string): [string, string][] {
  if (words.length % 2 === 1) throw new Failure(`ERR wrong number of arguments for '${name}' command`);
  return Array.from({ length: words.length / 2 }, (_, index) => [words[index * 2] ?? '', words[index * 2 + 1] ?? '']);
}

/** Commands on strings. */
export const stringCommands: Commands = {
  get: { arity: 2, run: (client, [key = '']) => text(client, key) ?? null },
  set: { arity: -3, writes: true, run: set },
  setnx: { arity: 3, writes: true, run: (client, [key = '', value = '']) => (client.database.get(key) ? 0 : (replace(client, key, value), 1)) },
  setex: { arity: 4, writes: true, run: (client, [key = '', time = '', value = '']) => (replace(client, key, value, expiryOf(client, 'EX', time, 'setex')), ok) },
  psetex: { arity: 4, writes: true, run: (client, [key = '', time = '', value = '']) => (replace(client, key, value, expiryOf(client, 'PX', time, 'psetex')), ok) },
  getset: { arity: 3, writes: true, run(client, [key = '', value = '']) {
    const old = text(client, key) ?? null;
    replace(client, key, value);
    return old;
  } },
  getdel: { arity: 2, writes: true, run(client, [key = '']) {
    const old = text(client, key) ?? null;
    client.database.delete(key);
    return old;
  } },
  getex: { arity: -2, writes: true, run(client, [key = '', option = '', time = '', ...rest]) {
    const old = text(client, key) ?? null;
    const upper = option.toUpperCase();
    if (rest.length > 0 || (upper !== '' && upper !== 'PERSIST' && !/^(EX|PX|EXAT|PXAT)$/.test(upper))) throw syntaxError();
    if (old !== null && upper !== '') replace(client, key, old, upper === 'PERSIST' ? undefined : expiryOf(client, upper, time, 'getex'));
    return old;
  } },
  append: { arity: 3, writes: true, run(client, [key = '', more = '']) {
    const value = (text(client, key) ?? '') + more;
    put(client, key, value);
    return value.length;
  } },
  strlen: { arity: 2, run: (client, [key = '']) => text(client, key)?.length ?? 0 },
  getrange: { arity: 4, run: (client, [key = '', start = '', stop = '']) => slice([...(text(client, key) ?? '')], integer(start), integer(stop)).join('') },
  setrange: { arity: 4, writes: true, run(client, [key = '', offset = '', part = '']) {
    const at = integer(offset);
    if (at < 0) throw new Failure('ERR offset is out of range');
    const old = text(client, key) ?? '';
    if (part === '') return old.length;
    const value = old.padEnd(at, '\0').slice(0, at) + part + old.slice(at + part.length);
    put(client, key, value);
    return value.length;
  } },
  incr: { arity: 2, writes: true, run: (client, [key = '']) => add(client, key, 1) },
  decr: { arity: 2, writes: true, run: (client, [key = '']) => add(client, key, -1) },
  incrby: { arity: 3, writes: true, run: (client, [key = '', by = '']) => add(client, key, integer(by)) },
  decrby: { arity: 3, writes: true, run: (client, [key = '', by = '']) => add(client, key, -integer(by)) },
  incrbyfloat: { arity: 3, writes: true, run(client, [key = '', by = '']) {
    const value = numberText(float(text(client, key) ?? '0') + float(by));
    put(client, key, value);
    return value;
  } },
  mget: { arity: -2, run: (client, keys) => keys.map((key) => {
    const entry = client.database.get(key);
    return entry?.kind === 'string' ? entry.value : null;
  }) },
  mset: { arity: -3, writes: true, run(client, words) {
    for (const [key, value] of pairs(words, 'mset')) replace(client, key, value);
    return ok;
  } },
  msetnx: { arity: -3, writes: true, run(client, words) {
    const all = pairs(words, 'msetnx');
    if (all.some(([key]) => client.database.get(key))) return 0;
    for (const [key, value] of all) replace(client, key, value);
    return 1;
  } },
};
