import { matches } from '../argument.ts';
import type { Client } from '../session.ts';
import type { Command, Commands } from '../command.ts';
import { Failure, type Reply } from '../reply.ts';

/** Each channel is answered by itself: kind, channel, number of all that the client listens to. */
function listen(kind: string, set: (client: Client) => Set<string>, on: boolean): Command {
  return { arity: on ? -2 : -1, async run(client, words) {
    const chosen = set(client);
    const names: readonly (string | null)[] = words.length > 0 ? words : chosen.size > 0 ? [...chosen] : [null];
    for (const name of names) {
      if (name !== null) {
        if (on) chosen.add(name);
        else chosen.delete(name);
      }
      await client.send([kind, name, client.channels.size + client.patterns.size]);
    }
    client.silent = true;
    return null;
  } };
}

async function publish(client: Client, channel: string, message: string): Promise<number> {
  let heard = 0;
  for (const other of client.server.clients) {
    if (other.channels.has(channel)) {
      await other.send(['message', channel, message]);
      heard++;
    }
    for (const pattern of other.patterns) {
      if (!matches(pattern, channel)) continue;
      await other.send(['pmessage', pattern, channel, message]);
      heard++;
    }
  }
  return heard;
}

function about(client: Client, [verb = '', ...words]: readonly string[]): Reply {
  const all = [...client.server.clients];
  switch (verb.toUpperCase()) {
    case 'CHANNELS':
      return [...new Set(all.flatMap((each) => [...each.channels]))].filter((name) => matches(words[0] ?? '*', name));
    case 'NUMSUB':
      return words.flatMap((name): Reply[] => [name, all.filter((each) => each.channels.has(name)).length]);
    case 'NUMPAT':
      return new Set(all.flatMap((each) => [...each.patterns])).size;
    default:
      throw new Failure(`ERR unknown subcommand '${verb}'. Try PUBSUB HELP.`);
  }
}

/** Messages between clients. */
export const messageCommands: Commands = {
  subscribe: listen('subscribe', (client) => client.channels, true),
  unsubscribe: listen('unsubscribe', (client) => client.channels, false),
  psubscribe: listen('psubscribe', (client) => client.patterns, true),
  punsubscribe: listen('punsubscribe', (client) => client.patterns, false),
  publish: { arity: 3, run: (client, [channel = '', message = '']) => publish(client, channel, message) },
  pubsub: { arity: -2, run: about },
};
