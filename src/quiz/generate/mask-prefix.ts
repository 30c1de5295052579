import { formatIpv4, maskOf } from '../../base/ip/index.ts';
import type { Bilingual } from '../quiz.ts';
import { entry, type Generator } from './draft.ts';
import { labels, line } from './subnet.ts';

function why(prefix: number): Bilingual {
  const full = Math.floor(prefix / 8);
  const rest = prefix % 8;
  const value = 256 - 2 ** (8 - rest);
  if (rest === 0) return { en: `${prefix} ones fill ${full} octets of 255 each.`, ru: `${prefix} единиц заполняют октетов: ${full}, каждый равен 255.` };
  return {
    en: `${prefix} = ${full} × 8 + ${rest}: octets of 255: ${full}; then one with ${rest} ones in front, \`${'1'.repeat(rest)}${'0'.repeat(8 - rest)}\` = ${value}; zeros after it.`,
    ru: `${prefix} = ${full} × 8 + ${rest}: октетов 255 — ${full}, затем октет с единицами в начале (${rest}), \`${'1'.repeat(rest)}${'0'.repeat(8 - rest)}\` = ${value}, дальше нули.`,
  };
}

/** The dotted mask of a random prefix length. */
export const maskOfPrefix: Generator = (dice) => {
  const prefix = dice.between(9, 30);
  const mask = maskOf(prefix);
  return entry('mask', { en: `Write the mask \`/${prefix}\` in dotted decimal.`, ru: `Запишите маску \`/${prefix}\` четырьмя числами через точку.` }, formatIpv4(mask), {
    why: why(prefix),
    working: { prefix, lines: [line(labels.mask, mask)] },
    mistakes: [
      [formatIpv4(maskOf(prefix - 1)), { en: 'One bit too few.', ru: 'На один бит меньше.' }],
      [formatIpv4(maskOf(Math.min(32, prefix + 1))), { en: 'One bit too many.', ru: 'На один бит больше.' }],
      [formatIpv4(maskOf(32 - prefix)), { en: 'You counted the zeros: the prefix is the number of ones.', ru: 'Посчитаны нули, а префикс — это число единиц.' }],
    ],
  });
};

/** The prefix length of a random mask. */
export const prefixOfMask: Generator = (dice) => {
  const prefix = dice.between(9, 30);
  const mask = maskOf(prefix);
  return entry('prefix', { en: `What is the prefix length of the mask \`${formatIpv4(mask)}\`?`, ru: `Какова длина префикса маски \`${formatIpv4(mask)}\`?` }, `/${prefix}`, {
    why: why(prefix),
    working: { prefix, lines: [line(labels.mask, mask)] },
    mistakes: [
      [`/${32 - prefix}`, { en: 'That is the number of zeros, the bits of the host.', ru: 'Это число нулей, то есть бит узла.' }],
      [`/${prefix - 1}`, { en: 'Count once more: one is missing.', ru: 'Пересчитайте: одной единицы не хватает.' }],
      [`/${prefix + 1}`, { en: 'Count once more: one is too many.', ru: 'Пересчитайте: одна единица лишняя.' }],
    ],
  });
};
