import { entry, type Generator } from './draft.ts';

/** How many hosts a network of a random prefix has room for. */
export const hostCount: Generator = (dice) => {
  const prefix = dice.between(8, 30);
  const bits = 32 - prefix;
  const all = 2 ** bits;
  return entry(
    'number',
    { en: `How many hosts fit in a \`/${prefix}\` network?`, ru: `Сколько узлов помещается в сети с префиксом \`/${prefix}\`?` },
    String(all - 2),
    {
      why: {
        en: `32 − ${prefix} = ${bits} bits are left for hosts, that is 2^${bits} = ${all} addresses. Two are taken: the network's own (all zeros) and broadcast (all ones). ${all} − 2 = ${all - 2}.`,
        ru: `На узлы остаётся 32 − ${prefix} = ${bits} бит, то есть 2^${bits} = ${all} адресов. Два заняты: адрес самой сети (все нули) и широковещательный (все единицы). ${all} − 2 = ${all - 2}.`,
      },
      mistakes: [
        [String(all), { en: 'There are that many addresses, but no host can have the first or the last of them.', ru: 'Столько всего адресов, но два из них — первый и последний — узлу дать нельзя.' }],
        [String(all - 1), { en: 'Not only the broadcast address is taken: the network’s own address is too.', ru: 'Занят не один широковещательный адрес: есть ещё адрес самой сети.' }],
        [String(2 ** prefix - 2), { en: `The prefix counts the network's bits; hosts get the other ${bits}.`, ru: `Префикс — это число бит сети; узлам достаются остальные ${bits}.` }],
      ],
    },
  );
};

/** The longest prefix whose network still holds a given number of hosts. */
export const prefixForHosts: Generator = (dice) => {
  const bits = dice.between(3, 12);
  const hosts = dice.between(2 ** (bits - 1) - 1, 2 ** bits - 2);
  const prefix = 32 - bits;
  return entry(
    'prefix',
    { en: `A network must hold ${hosts} hosts and be as small as possible. What is its prefix length?`, ru: `Сеть должна вместить узлов: ${hosts} — и быть как можно меньше. Какой у неё префикс?` },
    `/${prefix}`,
    {
      why: {
        en: `${bits} host bits give 2^${bits} − 2 = ${2 ** bits - 2} hosts, which is enough; ${bits - 1} would give only ${2 ** (bits - 1) - 2}. 32 − ${bits} = ${prefix}.`,
        ru: `${bits} бит узла дают 2^${bits} − 2 = ${2 ** bits - 2} адресов — достаточно; ${bits - 1} дали бы только ${2 ** (bits - 1) - 2}. 32 − ${bits} = ${prefix}.`,
      },
      mistakes: [
        [`/${prefix - 1}`, { en: 'It would fit, but half of the network would do as well.', ru: 'Поместятся, но хватило бы и половины этой сети.' }],
        [`/${prefix + 1}`, { en: `Too small: only ${2 ** (bits - 1) - 2} hosts fit. Two addresses go to the network and to broadcast.`, ru: `Слишком мала: вместит лишь ${2 ** (bits - 1) - 2}. Два адреса заняты: сети и широковещательный.` }],
        [`/${bits}`, { en: 'That is how many bits the hosts need; the prefix counts the others.', ru: 'Столько бит нужно узлам, а префикс — это число остальных.' }],
      ],
    },
  );
};
