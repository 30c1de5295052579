import { broadcastOf, formatIpv4, type Ipv4, maskOf, networkOf } from '../../base/ip/index.ts';
import type { Dice } from '../dice.ts';
import { choice, type Generator } from './draft.ts';
import { labels, line, rollSubnet, type Subnet } from './subnet.ts';

/** Another host: of the same network, or of a neighbour's, near enough to be taken for the same. */
function rollOther(dice: Dice, { address, prefix }: Subnet, same: boolean): Ipv4 {
  const size = 2 ** (32 - prefix);
  const network = networkOf(address, prefix);
  if (!same) return (network ^ size) + dice.between(1, size - 2);
  const other = network + dice.between(1, size - 2);
  return other === address ? (other === network + 1 ? network + 2 : other - 1) : other;
}

/** Whether two hosts reach each other without a router. */
export const sameNetwork: Generator = (dice) => {
  const subnet = rollSubnet(dice, 17, 29);
  const { address, prefix } = subnet;
  const same = dice.between(0, 1) === 0;
  const other = rollOther(dice, subnet, same);
  const [a, b] = [formatIpv4(address), formatIpv4(other)];
  const [netA, netB] = [formatIpv4(networkOf(address, prefix)), formatIpv4(networkOf(other, prefix))];
  const last = formatIpv4(broadcastOf(address, prefix));
  const range = { en: `The network of \`${a}\` runs from \`${netA}\` to \`${last}\``, ru: `Сеть адреса \`${a}\` — от \`${netA}\` до \`${last}\`` };
  return choice(
    { en: `The mask has ${prefix} ones. Are \`${a}\` and \`${b}\` in the same network?`, ru: `В маске ${prefix} единиц подряд. В одной ли сети адреса \`${a}\` и \`${b}\`?` },
    [
      {
        id: 'same',
        text: { en: 'Yes: they reach each other directly', ru: 'Да, они доступны друг другу напрямую' },
        right: same,
        why: same
          ? { en: `Both have the same first ${prefix} bits: \`${netA}\`.`, ru: `Первые ${prefix} бит у них общие: \`${netA}\`.` }
          : { en: `The first ${prefix} bits differ: \`${netA}\` and \`${netB}\`. Bits of the network can end in the middle of an octet.`, ru: `Первые ${prefix} бит различаются: \`${netA}\` и \`${netB}\`. Номер сети может кончаться посреди октета.` },
      },
      {
        id: 'different',
        text: { en: 'No: a router is needed between them', ru: 'Нет, между ними нужен маршрутизатор' },
        right: !same,
        why: same
          ? { en: `${range.en}, and \`${b}\` lies in it: octets may differ where the mask has zeros.`, ru: `${range.ru}, и \`${b}\` в неё попадает: там, где в маске нули, октеты могут различаться.` }
          : { en: `${range.en}; \`${b}\` belongs to \`${netB}\`.`, ru: `${range.ru}; \`${b}\` принадлежит сети \`${netB}\`.` },
      },
    ],
    { working: { prefix, lines: [line(labels.mask, maskOf(prefix)), line(labels.address, address), line(labels.network, networkOf(address, prefix)), line(labels.address, other), line(labels.network, networkOf(other, prefix))] } },
  );
};
