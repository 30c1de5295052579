import { integer } from '../argument.ts';
import type { Client } from '../session.ts';
import { Failure } from '../reply.ts';

/** The moment that an option (`EX`, `PX`, `EXAT`, `PXAT`) and its number name, in milliseconds since the epoch; times of the past and zero are refused. */
export function expiryOf(client: Client, option: string, word: string, command: string): number {
  const number = integer(word);
  const ms = option.startsWith('P') ? number : number * 1000;
  if (number <= 0 || Math.abs(ms) > 2 ** 62) throw new Failure(`ERR invalid expire time in '${command}' command`);
  return option.endsWith('AT') ? ms : client.server.now() + ms;
}
