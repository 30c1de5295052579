import { sha1 } from '@noble/hashes/legacy.js';
import { encodeUtf8, type RandomBytes } from '../../../base/index.ts';
import { toBase64 } from '../../../pki/index.ts';
import { checkHtpasswd, htpasswdLine } from '../../../registry/index.ts';
import { md5Crypt, shaCrypt } from '../../openssl/md5-crypt.ts';
import type { Request } from './command-line.ts';

const letters = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function saltText(random: RandomBytes, length: number): string {
  return Array.from(random(length), (byte) => letters.charAt(byte & 63)).join('');
}

/** A password as a line of a file has it after the colon. */
export async function hashPassword(password: string, { algorithm, cost, rounds }: Pick<Request, 'algorithm' | 'cost' | 'rounds'>, random: RandomBytes): Promise<string> {
  const bytes = encodeUtf8(password);
  switch (algorithm) {
    case 'bcrypt':
      return (await htpasswdLine('', password, random(16), cost)).slice(1);
    case 'sha1':
      return `{SHA}${toBase64(sha1(bytes))}`;
    case 'sha256':
    case 'sha512':
      return shaCrypt(bytes, `${rounds === undefined ? '' : `rounds=${rounds}$`}${saltText(random, 16)}`, algorithm === 'sha256' ? '5' : '6');
    case 'plain':
      return password;
    default:
      return md5Crypt(bytes, encodeUtf8(saltText(random, 8)), 'apr1');
  }
}

/** Whether a password is the one that was hashed. */
export async function matchesHash(password: string, hash: string): Promise<boolean> {
  const bytes = encodeUtf8(password);
  if (hash.startsWith('$2')) return checkHtpasswd(`x:${hash}`, 'x', password);
  if (hash.startsWith('{SHA}')) return hash === `{SHA}${toBase64(sha1(bytes))}`;
  const [, kind = '', salt = ''] = /^\$(apr1|1|5|6)\$((?:rounds=\d+\$)?[^$]*)\$/.exec(hash) ?? [];
  if (kind === 'apr1' || kind === '1') return hash === md5Crypt(bytes, encodeUtf8(salt), kind);
  if (kind === '5' || kind === '6') return hash === shaCrypt(bytes, salt, kind);
  return hash === password;
}
