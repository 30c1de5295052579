import type { Client } from '../session.ts';
import type { Commands } from '../command.ts';
import { Failure, ok, type Reply, Status } from '../reply.ts';

function authenticate(client: Client, words: readonly string[]): void {
  const { password } = client.server;
  const [user, word] = words.length > 1 ? [words[0] ?? '', words[1] ?? ''] : ['default', words[0] ?? ''];
  if (password === '') {
    if (words.length === 1) throw new Failure('ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?');
    if (user === 'default') return;
  }
  if (user !== 'default' || word !== password) throw new Failure('WRONGPASS invalid username-password pair or user is disabled.');
  client.trusted = true;
}

function hello(client: Client, [version, ...options]: readonly string[]): Reply {
  if (version !== undefined && !/^\d+$/.test(version)) throw new Failure('ERR Protocol version is not an integer or out of range');
  // RESP3 is not spoken; clients that ask for it go back to RESP2.
  if (version !== undefined && version !== '2') throw new Failure('NOPROTO unsupported protocol version');
  if (options[0]?.toUpperCase() === 'AUTH') authenticate(client, options.slice(1, 3));
  if (!client.trusted) throw new Failure('NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time');
  return ['server', 'redis', 'version', client.server.version, 'proto', 2, 'id', client.id, 'mode', 'standalone', 'role', 'master', 'modules', []];
}

const listed = (client: Client): string =>
  `id=${client.id} addr=${client.address} laddr=127.0.0.1:${client.server.port} fd=8 name=${client.name} age=0 idle=0 flags=${client.monitoring ? 'O' : 'N'} db=${client.index} sub=${client.channels.size} psub=${client.patterns.size} ssub=0 multi=${client.transaction?.queue.length ?? -1} cmd=client|list user=default resp=2\n`;

function about(client: Client, [verb = '', ...words]: readonly string[]): Reply {
  switch (verb.toUpperCase()) {
    case 'GETNAME':
      return client.name || null;
    case 'SETNAME':
      if (/[^!-~]/.test(words[0] ?? '')) throw new Failure('ERR Client names cannot contain spaces, newlines or special characters.');
      client.name = words[0] ?? '';
      return ok;
    case 'SETINFO':
    case 'NO-EVICT':
    case 'NO-TOUCH':
      return ok;
    case 'ID':
      return client.id;
    case 'LIST':
      return [...client.server.clients].map(listed).join('');
    case 'INFO':
      return listed(client);
    default:
      throw new Failure(`ERR unknown subcommand '${verb}'. Try CLIENT HELP.`);
  }
}

/** What concerns the connection itself. */
export const connectionCommands: Commands = {
  ping: { arity: -1, run(client, [word, ...rest]) {
    if (rest.length > 0) throw new Failure("ERR wrong number of arguments for 'ping' command");
    if (client.channels.size + client.patterns.size > 0) return ['pong', word ?? ''];
    return word ?? new Status('PONG');
  } },
  echo: { arity: 2, run: (_, [word = '']) => word },
  auth: { arity: -2, open: true, run(client, words) {
    if (words.length > 2) throw new Failure('ERR syntax error');
    authenticate(client, words);
    return ok;
  } },
  hello: { arity: -1, open: true, run: hello },
  quit: { arity: -1, open: true, run: (client) => ((client.closing = true), ok) },
  reset: { arity: 1, open: true, run(client) {
    client.transaction = undefined;
    client.unwatch();
    client.channels.clear();
    client.patterns.clear();
    client.monitoring = false;
    client.name = '';
    client.index = 0;
    client.trusted = client.server.password === '';
    return new Status('RESET');
  } },
  client: { arity: -2, run: about },
};
