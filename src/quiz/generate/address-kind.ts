import { formatIpv4, type Ipv4, networkOf, parseIpv4 } from '../../base/ip/index.ts';
import type { Dice } from '../dice.ts';
import type { Bilingual } from '../quiz.ts';
import { choice, type Generator } from './draft.ts';

type Kind = 'private' | 'loopback' | 'link-local' | 'public';

const blocks: readonly (readonly [Exclude<Kind, 'public'>, string, number])[] = [
  ['private', '10.0.0.0', 8],
  ['private', '172.16.0.0', 12],
  ['private', '192.168.0.0', 16],
  ['loopback', '127.0.0.0', 8],
  ['link-local', '169.254.0.0', 16],
];

/** Blocks that look like public ones and are set aside for something else: never asked. */
const aside: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['100.64.0.0', 10], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
];

const isIn = (address: Ipv4, network: string, prefix: number): boolean => formatIpv4(networkOf(address, prefix)) === network;

function rollIn(dice: Dice, network: string, prefix: number): Ipv4 {
  return (parseIpv4(network) ?? 0) + dice.between(1, 2 ** (32 - prefix) - 2);
}

/** A public address, mostly one that lies close to a private block. */
function rollPublic(dice: Dice): Ipv4 {
  for (;;) {
    const first = dice.pick(['172.0.0.0/8', '192.0.0.0/8', '11.0.0.0/8', '126.0.0.0/8', '128.0.0.0/8', '169.0.0.0/8', '8.0.0.0/8', '195.0.0.0/8']).split('/')[0] ?? '';
    const address = rollIn(dice, first, 8);
    if (![...blocks.map(([, ...block]) => block), ...aside].some(([network, prefix]) => isIn(address, network, prefix))) return address;
  }
}

const names: Readonly<Record<Kind, Bilingual>> = {
  private: { en: 'Private', ru: 'Частный' },
  loopback: { en: 'Loopback', ru: 'Обратной петли (loopback)' },
  'link-local': { en: 'Link-local', ru: 'Локальный адрес канала (link-local)' },
  public: { en: 'Public', ru: 'Публичный' },
};

const rules: Readonly<Record<Kind, Bilingual>> = {
  private: { en: 'Private are `10.0.0.0/8`, `172.16.0.0/12` (172.16 to 172.31) and `192.168.0.0/16`: RFC 1918.', ru: 'Частные — `10.0.0.0/8`, `172.16.0.0/12` (с 172.16 по 172.31) и `192.168.0.0/16`: RFC 1918.' },
  loopback: { en: 'Loopback is all of `127.0.0.0/8` and nothing else. It never leaves the host.', ru: 'Обратная петля — весь блок `127.0.0.0/8` и ничего сверх него. Такие пакеты не покидают узел.' },
  'link-local': { en: 'Link-local is `169.254.0.0/16`: what a host gives itself when nobody hands it an address.', ru: 'Локальные адреса канала — `169.254.0.0/16`: такой адрес узел берёт сам, когда ему никто его не выдал.' },
  public: { en: 'Public is what lies in none of the blocks set aside; routers of the internet carry it.', ru: 'Публичный адрес не входит ни в один из выделенных блоков; его передают маршрутизаторы интернета.' },
};

/** What sort of address a random one is. */
export const addressKind: Generator = (dice) => {
  const kind = dice.pick<Kind>(['private', 'private', 'loopback', 'link-local', 'public', 'public']);
  const block = dice.pick(blocks.filter(([each]) => each === kind).concat(kind === 'public' ? [['private', '', 0]] : []));
  const address = formatIpv4(kind === 'public' ? rollPublic(dice) : rollIn(dice, block[1], block[2]));
  return choice(
    { en: `What sort of address is \`${address}\`?`, ru: `К каким адресам относится \`${address}\`?` },
    (Object.keys(names) as Kind[]).map((each) => ({ id: each, text: names[each], right: each === kind, why: rules[each] })),
    kind === 'public' ? {} : { why: { en: `\`${address}\` lies in \`${block[1]}/${block[2]}\`.`, ru: `\`${address}\` входит в блок \`${block[1]}/${block[2]}\`.` } },
  );
};
