import { float, integer, numberText } from '../argument.ts';
import type { Client } from '../session.ts';
import type { Commands } from '../command.ts';
import { Failure, ok } from '../reply.ts';

const hash = (client: Client, key: string): Map<string, string> | undefined => client.database.find(key, 'hash');

function put(client: Client, key: string, words: readonly string[], name: string): number {
  if (words.length % 2 === 1) throw new Failure(`ERR wrong number of arguments for '${name}' command`);
  const fields = client.database.take(key, 'hash');
  const before = fields.size;
  for (let at = 0; at < words.length; at += 2) fields.set(words[at] ?? '', words[at + 1] ?? '');
  client.database.changed(key);
  return fields.size - before;
}

/** Commands on hashes. */
export const hashCommands: Commands = {
  hset: { arity: -4, writes: true, run: (client, [key = '', ...words]) => put(client, key, words, 'hset') },
  hmset: { arity: -4, writes: true, run: (client, [key = '', ...words]) => (put(client, key, words, 'hmset'), ok) },
  hsetnx: { arity: 4, writes: true, run: (client, [key = '', field = '', value = '']) => (hash(client, key)?.has(field) ? 0 : put(client, key, [field, value], 'hsetnx')) },
  hget: { arity: 3, run: (client, [key = '', field = '']) => hash(client, key)?.get(field) ?? null },
  hmget: { arity: -3, run: (client, [key = '', ...fields]) => {
    const found = hash(client, key);
    return fields.map((field) => found?.get(field) ?? null);
  } },
  hgetall: { arity: 2, run: (client, [key = '']) => [...(hash(client, key) ?? [])].flat() },
  hkeys: { arity: 2, run: (client, [key = '']) => [...(hash(client, key)?.keys() ?? [])] },
  hvals: { arity: 2, run: (client, [key = '']) => [...(hash(client, key)?.values() ?? [])] },
  hlen: { arity: 2, run: (client, [key = '']) => hash(client, key)?.size ?? 0 },
  hexists: { arity: 3, run: (client, [key = '', field = '']) => (hash(client, key)?.has(field) ? 1 : 0) },
  hstrlen: { arity: 3, run: (client, [key = '', field = '']) => hash(client, key)?.get(field)?.length ?? 0 },
  hdel: { arity: -3, writes: true, run(client, [key = '', ...fields]) {
    const found = hash(client, key);
    if (!found) return 0;
    const gone = fields.filter((field) => found.delete(field)).length;
    client.database.changed(key);
    return gone;
  } },
  hincrby: { arity: 4, writes: true, run(client, [key = '', field = '', by = '']) {
    const value = integer(hash(client, key)?.get(field) ?? '0', 'ERR hash value is not an integer') + integer(by);
    put(client, key, [field, String(value)], 'hincrby');
    return value;
  } },
  hincrbyfloat: { arity: 4, writes: true, run(client, [key = '', field = '', by = '']) {
    const value = numberText(float(hash(client, key)?.get(field) ?? '0', 'ERR hash value is not a float') + float(by));
    put(client, key, [field, value], 'hincrbyfloat');
    return value;
  } },
};
