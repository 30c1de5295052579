import type { Client } from '../session.ts';
import type { Commands } from '../command.ts';
import { information } from '../information.ts';
import { Failure, ok, type Reply, Status } from '../reply.ts';

const unknown = (verb: string, name: string): Failure => new Failure(`ERR unknown subcommand '${verb}'. Try ${name} HELP.`);

async function configure(client: Client, [verb = '', ...words]: readonly string[]): Promise<Reply> {
  const { configuration } = client.server;
  switch (verb.toUpperCase()) {
    case 'GET':
      return [...new Set(words)].flatMap((word) => configuration.find(word));
    case 'SET': {
      if (words.length === 0 || words.length % 2 === 1) throw new Failure("ERR wrong number of arguments for 'config|set' command");
      for (let at = 0; at < words.length; at += 2) {
        const [name = '', value = ''] = words.slice(at, at + 2);
        const why = configuration.set(name, value);
        if (why === 'unknown') throw new Failure(`ERR Unknown option or number of arguments for CONFIG SET - '${name}'`);
        if (why !== undefined) throw new Failure(`ERR CONFIG SET failed (possibly related to argument '${name}') - ${why}`);
      }
      return ok;
    }
    case 'RESETSTAT':
      client.server.commands = 0;
      return ok;
    case 'REWRITE':
      throw new Failure('ERR The server is running without a config file');
    default:
      throw unknown(verb, 'CONFIG');
  }
}

async function shutdown(client: Client, [how = '', ...rest]: readonly string[]): Promise<Reply> {
  const word = how.toLowerCase();
  if (!/^(save|nosave|now|force|)$/.test(word) || rest.length > 0) throw new Failure('ERR syntax error');
  client.silent = true;
  client.closing = true;
  await client.server.shutdown(word === 'save' || word === 'nosave' ? word : undefined, ['User requested shutdown...']);
  return ok;
}

/** What concerns the server as a whole. */
export const serverCommands: Commands = {
  info: { arity: -1, run: (client, sections) => information(client.server, sections) },
  config: { arity: -2, run: configure },
  command: { arity: -1, run: (client, [verb = '', name = '']) => {
    const { table } = client.server;
    const upper = verb.toUpperCase();
    if (upper === 'COUNT') return Object.keys(table).length;
    if (upper === 'LIST') return Object.keys(table);
    if (upper === 'DOCS') return [];
    const told = Object.entries(table).filter(([each]) => upper !== 'INFO' || each === name.toLowerCase());
    return told.map(([each, { arity, writes }]): Reply => [each, arity, [new Status(writes ? 'write' : 'readonly')], 1, 1, 1]);
  } },
  time: { arity: 1, run: (client) => {
    const now = client.server.process.clock.now();
    return [String(Math.floor(now / 1000)), String(Math.floor((now % 1000) * 1000))];
  } },
  monitor: { arity: 1, run: (client) => ((client.monitoring = true), ok) },
  save: { arity: 1, async run(client) {
    client.server.save();
    await client.server.logFile.write('*', 'DB saved on disk');
    return ok;
  } },
  bgsave: { arity: -1, async run(client) {
    client.server.save();
    await client.server.logFile.write('*', `Background saving started by pid ${client.server.process.pid + 1}`, 'Background saving terminated with success');
    return new Status('Background saving started');
  } },
  bgrewriteaof: { arity: 1, run: () => new Status('Background append only file rewriting started') },
  lastsave: { arity: 1, run: (client) => Math.floor(client.server.lastSave / 1000) },
  shutdown: { arity: -1, run: shutdown },
  role: { arity: 1, run: () => ['master', 0, []] },
  wait: { arity: 3, run: () => 0 },
  debug: { arity: -2, run: () => {
    throw new Failure('ERR DEBUG command not allowed. If the enable-debug-command option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.');
  } },
  memory: { arity: -2, run(client, [verb = '', key = '']) {
    if (verb.toUpperCase() !== 'USAGE') throw unknown(verb, 'MEMORY');
    const entry = client.database.get(key);
    if (!entry) return null;
    const size = typeof entry.value === 'string' ? entry.value.length : [...entry.value].flat().join('').length;
    return 56 + Math.ceil((size + key.length) / 8) * 8;
  } },
  acl: { arity: -2, run(_, [verb = '']) {
    if (verb.toUpperCase() === 'WHOAMI') return 'default';
    if (verb.toUpperCase() === 'USERS') return ['default'];
    throw unknown(verb, 'ACL');
  } },
  latency: { arity: -2, run: () => [] },
  slowlog: { arity: -2, run: (_, [verb = '']) => (verb.toUpperCase() === 'LEN' ? 0 : verb.toUpperCase() === 'RESET' ? ok : []) },
  lolwut: { arity: -1, run: (client) => `Redis ver. ${client.server.version}\n` },
};
