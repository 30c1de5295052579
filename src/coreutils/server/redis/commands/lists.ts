import { integer, slice, syntaxError } from '../argument.ts';
import type { Client } from '../session.ts';
import type { Command, Commands } from '../command.ts';
import { Failure, none, ok, type Reply } from '../reply.ts';

const list = (client: Client, key: string): string[] | undefined => client.database.find(key, 'list');

function push(left: boolean, only: boolean): Command {
  return { arity: -3, writes: true, run(client, [key = '', ...items]) {
    if (only && !list(client, key)) return 0;
    const items_ = client.database.take(key, 'list');
    for (const item of items) if (left) items_.unshift(item); else items_.push(item);
    client.database.changed(key);
    return items_.length;
  } };
}

function take(client: Client, key: string, left: boolean): string | undefined {
  const items = list(client, key);
  const item = left ? items?.shift() : items?.pop();
  if (item !== undefined) client.database.changed(key);
  return item;
}

function pop(left: boolean): Command {
  return { arity: -2, writes: true, run(client, [key = '', word]) {
    const number = word === undefined ? undefined : integer(word, 'ERR value is out of range, must be positive');
    if (number !== undefined && number < 0) throw new Failure('ERR value is out of range, must be positive');
    if (!list(client, key)) return number === undefined ? null : none;
    if (number === undefined) return take(client, key, left) ?? null;
    return Array.from({ length: Math.min(number, list(client, key)?.length ?? 0) }, () => take(client, key, left) ?? '');
  } };
}

/** Waits for an item in one of the lists; in a transaction it does not wait. */
function blockingPop(left: boolean): Command {
  return { arity: -3, writes: true, async run(client, words) {
    const keys = words.slice(0, -1);
    const seconds = Number(words.at(-1));
    if (!Number.isFinite(seconds)) throw new Failure('ERR timeout is not a float or out of range');
    if (seconds < 0) throw new Failure('ERR timeout is negative');
    const until = seconds === 0 ? undefined : client.server.now() + seconds * 1000;
    for (;;) {
      for (const key of keys) {
        const item = take(client, key, left);
        if (item !== undefined) return [key, item];
      }
      if (client.executing || !(await client.waitForChange(until))) return none;
    }
  } };
}

function move(client: Client, from: string, to: string, left: boolean, intoLeft: boolean): Reply {
  client.database.find(to, 'list');
  const item = take(client, from, left);
  if (item === undefined) return null;
  const target = client.database.take(to, 'list');
  if (intoLeft) target.unshift(item);
  else target.push(item);
  client.database.changed(to);
  return item;
}

function side(word: string): boolean {
  const upper = word.toUpperCase();
  if (upper !== 'LEFT' && upper !== 'RIGHT') throw syntaxError();
  return upper === 'LEFT';
}

const place = (items: readonly string[], word: string): number => {
  const index = integer(word);
  return index < 0 ? items.length + index : index;
};

/** Commands on lists. */
export const listCommands: Commands = {
  lpush: push(true, false), rpush: push(false, false), lpushx: push(true, true), rpushx: push(false, true), lpop: pop(true), rpop: pop(false), blpop: blockingPop(true), brpop: blockingPop(false),
  llen: { arity: 2, run: (client, [key = '']) => list(client, key)?.length ?? 0 },
  lrange: { arity: 4, run: (client, [key = '', start = '', stop = '']) => slice(list(client, key) ?? [], integer(start), integer(stop)) },
  lindex: { arity: 3, run(client, [key = '', word = '']) {
    const items = list(client, key) ?? [];
    return items[place(items, word)] ?? null;
  } },
  lset: { arity: 4, writes: true, run(client, [key = '', word = '', value = '']) {
    const items = list(client, key);
    if (!items) throw new Failure('ERR no such key');
    const index = place(items, word);
    if (index < 0 || index >= items.length) throw new Failure('ERR index out of range');
    items[index] = value;
    client.database.changed(key);
    return ok;
  } },
  lrem: { arity: 4, writes: true, run(client, [key = '', word = '', value = '']) {
    const number = integer(word);
    const items = list(client, key);
    if (!items) return 0;
    let left = number === 0 ? Infinity : Math.abs(number);
    const order = number < 0 ? items.toReversed() : [...items];
    const kept = order.filter((item) => !(item === value && left-- > 0));
    items.splice(0, items.length, ...(number < 0 ? kept.toReversed() : kept));
    client.database.changed(key);
    return order.length - kept.length;
  } },
  ltrim: { arity: 4, writes: true, run(client, [key = '', start = '', stop = '']) {
    const items = list(client, key);
    if (items) {
      items.splice(0, items.length, ...slice(items, integer(start), integer(stop)));
      client.database.changed(key);
    }
    return ok;
  } },
  linsert: { arity: 5, writes: true, run(client, [key = '', where = '', pivot = '', value = '']) {
    if (!/^(before|after)$/i.test(where)) throw syntaxError();
    const items = list(client, key);
    if (!items) return 0;
    const at = items.indexOf(pivot);
    if (at < 0) return -1;
    items.splice(at + (where.toLowerCase() === 'after' ? 1 : 0), 0, value);
    client.database.changed(key);
    return items.length;
  } },
  lpos: { arity: -3, run: (client, [key = '', value = '']) => {
    const at = (list(client, key) ?? []).indexOf(value);
    return at < 0 ? null : at;
  } },
  rpoplpush: { arity: 3, writes: true, run: (client, [from = '', to = '']) => move(client, from, to, false, true) },
  lmove: { arity: 5, writes: true, run: (client, [from = '', to = '', out = '', into = '']) => move(client, from, to, side(out), side(into)) },
};
