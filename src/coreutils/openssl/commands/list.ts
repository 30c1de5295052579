import { commandLists } from '../command-lists.ts';
import type { Command } from '../command.ts';
import { columns } from '../columns.ts';
import { curveList } from '../curve-list.ts';
import { Failure } from '../failure.ts';
import { options } from '../options/list.ts';

const [standard = '', digests = '', ciphers = ''] = commandLists.map(([, names]) => names);
const usable = (names: string): string[] => names.split(' ').filter((name) => name !== 'md4' && !/^(bf|cast|rc2|rc4|seed|desx|zlib|zstd|base64)/.test(name) && !/^des(-cbc|-cfb|-ecb|-ofb|)$/.test(name));

/** openssl-list(1): what is asked for most. */
export const list: Command = {
  options,
  async run({ options: given, name, tool }) {
    const { lists } = await import('../list-data.ts');
    if (given.given.length === 0) throw new Failure(`${name}: Use -help for summary.\n`);
    const show = (names: readonly string[]): void => {
      tool.out.write(given.has('1') ? names.map((each) => `${each}\n`).join('') : `${columns(names)}\n\n`);
    };
    for (const { name: option } of given.given) {
      const data = lists[option];
      if (data !== undefined) tool.out.write(data);
      else if (option === 'commands' || option === 'standard-commands') show(standard.split(' '));
      else if (option === 'digest-commands') show(usable(digests));
      else if (option === 'cipher-commands') show(usable(ciphers));
      else if (option === 'elliptic-curves' || option === 'ec-curves') tool.out.write(curveList);
      else if (option !== '1' && option !== 'verbose') throw new Failure(`openssl: list -${option} is not part of this sandbox\n`);
    }
    return 0;
  },
};
