import { formatIpv4 } from '../../../base/ip/index.ts';
import type { PictureTexts } from '../../i18n/picture-texts.ts';
import { join, type Markup, tag } from '../markup.ts';
import { bits, type Masked, octets, split } from './split.ts';

/** The bits of address, mask and their AND, byte by byte, and what follows from them. */
export function drawMask(masked: Masked, t: PictureTexts): Markup {
  const { mask, network, broadcast, first, last, addresses, hosts } = split(masked);
  const { address, prefix } = masked;
  const number = (value: number): string => t.number(value);
  const rows = [
    { name: t('maskAddress'), value: address, kind: 'address' },
    { name: t('maskMask'), value: mask, kind: 'mask' },
    { name: t('maskNetwork'), value: network, kind: 'network' },
  ];
  const names = tag('div', { class: 'mask-names' }, rows.map(({ name, kind }) => tag('span', { class: `mask-name mask-${kind}` }, kind === 'mask' ? tag('i', {}, 'AND') : kind === 'network' ? tag('i', {}, '=') : undefined, name)));
  const byte = (index: number): Markup =>
    tag('div', { class: 'mask-byte' }, rows.map(({ value, kind }) =>
      tag('div', { class: `mask-row mask-${kind}` },
        tag('b', {}, octets(value)[index]),
        tag('span', { class: 'mask-bits' }, bits(value).slice(index * 8, index * 8 + 8).map((bit, place) => {
          const at = index * 8 + place;
          return tag('i', { class: at < prefix ? 'of-network' : 'of-host', 'data-bit': at, 'data-edge': at === prefix }, bit);
        })))));
  const grid = tag('div', { class: 'mask-grid', 'aria-hidden': 'true', 'data-mask-grid': true }, names, byte(0), byte(1), tag('div', { class: 'mask-names mask-names-again' }, ...rows.map(({ name, kind }) => tag('span', { class: `mask-name mask-${kind}` }, name))), byte(2), byte(3));
  const legend = tag('p', { class: 'picture-legend', 'aria-hidden': 'true' }, tag('span', { class: 'swatch of-network' }), t('maskNetworkBits', { n: prefix }), tag('span', { class: 'swatch of-host' }), t('maskHostBits', { n: 32 - prefix }));
  const fact = (name: string, value: string, note?: string | Markup): Markup => tag('div', {}, tag('dt', {}, name), tag('dd', {}, tag('code', {}, value), note === undefined ? undefined : tag('small', {}, note)));
  const facts = tag('dl', { class: 'picture-facts' },
    fact(t('maskNetwork'), `${formatIpv4(network)}/${prefix}`),
    fact(t('maskHosts'), prefix === 32 ? formatIpv4(first) : `${formatIpv4(first)} – ${formatIpv4(last)}`),
    fact(t('maskMask'), formatIpv4(mask)),
    fact(t('maskBroadcast'), prefix >= 31 ? '—' : formatIpv4(broadcast), prefix >= 31 ? t('maskNoBroadcast') : undefined),
    fact(t('maskAddresses'), number(addresses), join('2', tag('sup', {}, 32 - prefix))),
    fact(t('maskForHosts'), number(hosts), prefix >= 31 ? t('maskSmall') : `${number(addresses)} − 2`));
  return join(grid, legend, facts);
}

/** The same in words: what the border does, with the byte that it runs through. */
export function sayMask(masked: Masked, t: PictureTexts): string {
  const { mask, network, hosts } = split(masked);
  const { address, prefix } = masked;
  const at = Math.floor(prefix / 8);
  const values = { address: formatIpv4(address), prefix, network: formatIpv4(network), hosts: t.number(hosts), host: 32 - prefix };
  if (prefix % 8 === 0) return t(prefix === 0 ? 'maskSaidNone' : prefix === 32 ? 'maskSaidAll' : 'maskSaidDot', { ...values, bytes: at });
  return t('maskSaidInside', { ...values, place: at + 1, byte: octets(address)[at] ?? 0, mask: octets(mask)[at] ?? 0, result: octets(network)[at] ?? 0, size: 256 - (octets(mask)[at] ?? 0) });
}
