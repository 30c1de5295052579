import type { Command, Commands } from '../command.ts';
import { Failure } from '../reply.ts';

/** What Redis has and this one has not, with the number of words, so that mistakes in them are told first. */
const arities: Readonly<Record<string, number>> = {
  xadd: -5, xlen: 2, xrange: -4, xrevrange: -4, xread: -4, xreadgroup: -7, xgroup: -2, xack: -4, xdel: -3, xtrim: -4, xinfo: -2, geoadd: -5, geodist: -4, geosearch: -7, geopos: -2, pfadd: -2, pfcount: -2, pfmerge: -2,
  setbit: 4, getbit: 3, bitcount: -2, bitop: -4, bitpos: -3, eval: -3, evalsha: -3, script: -2, function: -2, fcall: -3, dump: 2, restore: -4, sort: -2, replicaof: 3, slaveof: 3, cluster: -2, migrate: -6, hscan: -3, sscan: -3, zscan: -3,
  bzpopmin: -3, bzpopmax: -3, blmove: 6, zunionstore: -4, zinterstore: -4, zrangestore: -5, zlexcount: 4, zrangebylex: -4,
};

const command = (name: string, arity: number): Command => ({ arity, run: () => {
  throw new Failure(`ERR '${name}' is not part of this sandbox's Redis: strings, keys, lists, hashes, sets, sorted sets, transactions and messages are`);
} });

export const unsupportedCommands: Commands = Object.fromEntries(Object.entries(arities).map(([name, arity]) => [name, command(name, arity)]));
