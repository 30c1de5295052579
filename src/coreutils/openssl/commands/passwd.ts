import { bytesOf, textOf } from '../../program/index.ts';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { readFile } from '../files.ts';
import { md5Crypt, shaCrypt } from '../md5-crypt.ts';
import { options } from '../options/passwd.ts';
import { askSecret } from '../password.ts';

const letters = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** openssl-passwd(1). */
export const passwd: Command = {
  options,
  async run(invocation) {
    const { options: given, process, tool } = invocation;
    const kind = given.given.findLast(({ name }) => ['1', '5', '6', 'apr1', 'aixmd5'].includes(name))?.name ?? '1';
    const passwords = await gather();
    for (const password of passwords) {
      if (password === '') {
        tool.out.write('<NULL>\n');
        continue;
      }
      const short = textOf(bytesOf(password).subarray(0, 256));
      const salt = given.value('salt') ?? Array.from(process.random(kind === '5' || kind === '6' ? 16 : 8), (byte) => letters.charAt(byte & 63)).join('');
      const hash = kind === '5' || kind === '6' ? shaCrypt(bytesOf(short), salt, kind) : md5Crypt(bytesOf(short), bytesOf(salt.slice(0, 8)), kind === 'apr1' ? 'apr1' : kind === 'aixmd5' ? '' : '1');
      tool.out.write(given.has('table') && !given.has('reverse') ? `${password}\t${hash}\n` : given.has('table') ? `${hash}\t${password}\n` : `${hash}\n`);
      await process.checkpoint();
    }
    return 0;

    async function gather(): Promise<string[]> {
      if (given.rest.length > 0) return given.rest;
      if (given.has('in', 'stdin')) return textOf(await readFile(invocation, given.value('in'), 'r')).split('\n').filter((line, i, all) => i < all.length - 1 || line !== '');
      const first = await askSecret(process, 'Password: ');
      if (first === undefined) throw new Failure('');
      if (!given.has('noverify', 'salt')) {
        const second = await askSecret(process, 'Verifying - Password: ');
        if (second !== first) throw new Failure(second === undefined ? '' : 'Verify failure\n');
      }
      return [first];
    }
  },
};
