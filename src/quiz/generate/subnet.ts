import { bitsOf, broadcastOf, formatIpv4, type Ipv4, maskOf, networkOf } from '../../base/ip/index.ts';
import type { Dice } from '../dice.ts';
import type { Bilingual, Working } from '../quiz.ts';

/** A host's address in a network that has room for hosts. */
export interface Subnet {
  address: Ipv4;
  prefix: number;
}

/** A random host address: neither the first nor the last address of its network, which is at most /30. */
export function rollSubnet(dice: Dice, from = 9, to = 30): Subnet {
  const prefix = dice.between(from, to);
  const network = networkOf(rollUnicast(dice), prefix);
  return { address: network + dice.between(1, 2 ** (32 - prefix) - 2), prefix };
}

/** An address that a host could have: not 0.x, not loopback, below the multicast block. */
export function rollUnicast(dice: Dice): Ipv4 {
  const first = dice.pick([10, 172, 192, dice.between(1, 126), dice.between(128, 223)]);
  const second = first === 172 ? dice.between(16, 31) : first === 192 ? 168 : dice.between(0, 255);
  return first * 2 ** 24 + second * 2 ** 16 + dice.between(0, 65535);
}

export const labels = {
  address: { en: 'address', ru: 'адрес' },
  mask: { en: 'mask', ru: 'маска' },
  network: { en: 'network', ru: 'сеть' },
  broadcast: { en: 'broadcast', ru: 'широковещательный' },
  first: { en: 'first host', ru: 'первый узел' },
  last: { en: 'last host', ru: 'последний узел' },
} satisfies Record<string, Bilingual>;

/** A line of a worked calculation. */
export function line(label: Bilingual, address: Ipv4): Working<Bilingual>['lines'][number] {
  return { label, value: formatIpv4(address), bits: bitsOf(address) };
}

/** Address, mask and network, one under the other. */
export function split({ address, prefix }: Subnet, ...more: Working<Bilingual>['lines']): Working<Bilingual> {
  return { prefix, lines: [line(labels.address, address), line(labels.mask, maskOf(prefix)), line(labels.network, networkOf(address, prefix)), ...more] };
}

/** All four special addresses of a network. */
export function edges({ address, prefix }: Subnet): Record<'network' | 'broadcast' | 'first' | 'last', Ipv4> {
  const network = networkOf(address, prefix);
  const broadcast = broadcastOf(address, prefix);
  return { network, broadcast, first: network + 1, last: broadcast - 1 };
}
