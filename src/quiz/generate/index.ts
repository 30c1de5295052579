import { addressKind } from './address-kind.ts';
import type { Generator } from './draft.ts';
import { hostCount, prefixForHosts } from './host-count.ts';
import { listenerReach } from './listener-reach.ts';
import { maskOfPrefix, prefixOfMask } from './mask-prefix.ts';
import { networkEdge } from './network-edge.ts';
import { octetToBinary, octetToDecimal } from './octet.ts';
import { portRange } from './port-range.ts';
import { sameNetwork } from './same-network.ts';
import { tcpAcknowledgement, tcpLostSegment } from './tcp-acknowledgement.ts';

/** All generators by the name that a quiz uses. */
export const generators: ReadonlyMap<string, Generator> = new Map<string, Generator>([
  ['network-address', networkEdge('network')],
  ['broadcast-address', networkEdge('broadcast')],
  ['first-host', networkEdge('first')],
  ['last-host', networkEdge('last')],
  ['host-count', hostCount],
  ['prefix-for-hosts', prefixForHosts],
  ['same-network', sameNetwork],
  ['mask-of-prefix', maskOfPrefix],
  ['prefix-of-mask', prefixOfMask],
  ['octet-to-binary', octetToBinary],
  ['octet-to-decimal', octetToDecimal],
  ['address-kind', addressKind],
  ['port-range', portRange],
  ['tcp-acknowledgement', tcpAcknowledgement],
  ['tcp-lost-segment', tcpLostSegment],
  ['listener-reach', listenerReach],
]);
