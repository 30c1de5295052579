import { checkHash } from '../../account/crypt.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { failure } from './configuration.ts';
import { complain } from './complaint.ts';
import { type Exchange, header, type Reply } from './exchange.ts';
import { specialReply } from './special-page.ts';
import { expand, prefix } from './variables.ts';

/** What `allow`, `deny` and `auth_basic` say; undefined when the request may go on. */
export async function denied(exchange: Exchange): Promise<Reply | undefined> {
  const rule = exchange.scope.all('allow', 'deny').find(({ args: [range = ''] }) => within(exchange.connection.client.address, range));
  if (rule?.name === 'deny') {
    await complain(exchange, 'error', 'access forbidden by rule');
    return specialReply(exchange, 403);
  }
  const realm = expand(exchange.scope.value('auth_basic', 'off'), exchange);
  const file = exchange.scope.one('auth_basic_user_file')?.args[0];
  if (realm === 'off' || file === undefined) return undefined;
  const challenge: Reply = { ...specialReply(exchange, 401), headers: [['WWW-Authenticate', `Basic realm="${realm}"`]] };
  const credentials = /^Basic\s+(\S+)$/i.exec(header(exchange, 'authorization') ?? '')?.[1];
  if (credentials === undefined) return challenge;
  const [, user = '', password = ''] = /^([^:]*):([\s\S]*)$/.exec(decode(credentials)) ?? [];
  const path = file.startsWith('/') ? file : `${prefix}/${file}`;
  let lines: string[];
  try {
    lines = exchange.process.readTextFile(path).split('\n');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await complain(exchange, 'error', `open() "${path}" failed (${failure(error)})`);
    return specialReply(exchange, error.code === 'ENOENT' ? 403 : 500);
  }
  exchange.user = user;
  const hash = lines.map((line) => line.split(':')).find(([name]) => name === user)?.[1];
  if (hash === undefined) {
    await complain(exchange, 'error', `user "${user}" was not found in "${path}"`);
    return challenge;
  }
  if (hash.startsWith('{PLAIN}') ? hash.slice(7) === password : hash !== '' && checkHash(password, hash)) return undefined;
  await complain(exchange, 'error', `user "${user}": password mismatch`);
  return challenge;
}

function decode(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}

function within(address: string, range: string): boolean {
  if (range === 'all') return true;
  const [network = '', bits] = range.split('/');
  if (bits === undefined) return address === network;
  const number = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return !address.includes(':') && Math.floor(number(address) / size) === Math.floor(number(network) / size);
}
