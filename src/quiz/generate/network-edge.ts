import { formatIpv4 } from '../../base/ip/index.ts';
import type { Bilingual } from '../quiz.ts';
import { entry, type Generator } from './draft.ts';
import { edges, labels, line, rollSubnet, split } from './subnet.ts';

type Edge = 'network' | 'broadcast' | 'first' | 'last';

const asked: Readonly<Record<Edge, Bilingual>> = {
  network: { en: 'What is the address of its network?', ru: 'Каков адрес его сети?' },
  broadcast: { en: 'What is the broadcast address of its network?', ru: 'Каков широковещательный адрес его сети?' },
  first: { en: 'What is the lowest address a host of this network can have?', ru: 'Какой наименьший адрес может быть у узла этой сети?' },
  last: { en: 'What is the highest address a host of this network can have?', ru: 'Какой наибольший адрес может быть у узла этой сети?' },
};

/** What was given instead. */
const instead: Readonly<Record<Edge, Bilingual>> = {
  network: { en: 'This is the address of the network itself: all host bits are zero.', ru: 'Это адрес самой сети: все биты узла равны нулю.' },
  broadcast: { en: 'This is the broadcast address: all host bits are one.', ru: 'Это широковещательный адрес: все биты узла равны единице.' },
  first: { en: 'This is the first host, one above the address of the network.', ru: 'Это адрес первого узла, на единицу больше адреса сети.' },
  last: { en: 'This is the last host, one below the broadcast address.', ru: 'Это адрес последнего узла, на единицу меньше широковещательного.' },
};

function why(edge: Edge, prefix: number): Bilingual {
  const host = 32 - prefix;
  return {
    network: {
      en: `The first ${prefix} bits name the network and stay; the other ${host} become zero.`,
      ru: `Первые ${prefix} бит — номер сети, они остаются; остальные ${host} становятся нулями.`,
    },
    broadcast: {
      en: `The first ${prefix} bits name the network and stay; the other ${host} become one.`,
      ru: `Первые ${prefix} бит — номер сети, они остаются; остальные ${host} становятся единицами.`,
    },
    first: {
      en: `Set the ${host} host bits to zero to get the network; the first host is the address after it.`,
      ru: `Обнулите ${host} бит узла — получится адрес сети; первый узел — следующий адрес.`,
    },
    last: {
      en: `Set the ${host} host bits to one to get the broadcast address; the last host is the address before it.`,
      ru: `Замените ${host} бит узла единицами — получится широковещательный адрес; последний узел — адрес перед ним.`,
    },
  }[edge];
}

/** Asks for one of the four special addresses of a random host's network. */
export function networkEdge(edge: Edge): Generator {
  return (dice) => {
    const subnet = rollSubnet(dice);
    const all = edges(subnet);
    const shown = `${formatIpv4(subnet.address)}/${subnet.prefix}`;
    const lines = (edge === 'network' ? [] : edge === 'first' ? (['first'] as const) : edge === 'last' ? (['broadcast', 'last'] as const) : (['broadcast'] as const)).map((each) => line(labels[each], all[each]));
    return entry(
      'ipv4',
      { en: `A host has the address \`${shown}\`. ${asked[edge].en}`, ru: `Адрес узла — \`${shown}\`. ${asked[edge].ru}` },
      formatIpv4(all[edge]),
      {
        why: why(edge, subnet.prefix),
        working: split(subnet, ...lines),
        mistakes: [
          ...(['network', 'broadcast', 'first', 'last'] as const).filter((other) => other !== edge).map((other) => [formatIpv4(all[other]), instead[other]] as const),
          [formatIpv4(subnet.address), { en: 'This is the host’s own address.', ru: 'Это адрес самого узла.' }],
        ],
      },
    );
  };
}
