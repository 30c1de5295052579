import type { Working, Bilingual } from '../quiz.ts';
import { entry, type Generator } from './draft.ts';

const powers = [128, 64, 32, 16, 8, 4, 2, 1];
const bitsOfOctet = (octet: number): string => octet.toString(2).padStart(8, '0');
const termsOf = (octet: number): string => powers.filter((power) => octet & power).join(' + ');

function working(octet: number): Working<Bilingual> {
  return { prefix: undefined, lines: [{ label: { en: 'octet', ru: 'октет' }, value: String(octet), bits: bitsOfOctet(octet) }] };
}

/** A random octet, to be written in binary. */
export const octetToBinary: Generator = (dice) => {
  const octet = dice.between(3, 254);
  const reversed = [...bitsOfOctet(octet)].reverse().join('');
  return entry('binary', { en: `Write the octet \`${octet}\` in binary, eight digits.`, ru: `Запишите октет \`${octet}\` в двоичном виде, восемью цифрами.` }, bitsOfOctet(octet), {
    why: { en: `${octet} = ${termsOf(octet)}: ones at these places of 128, 64, 32, 16, 8, 4, 2, 1, zeros at the others.`, ru: `${octet} = ${termsOf(octet)}: единицы на этих местах из 128, 64, 32, 16, 8, 4, 2, 1, на остальных — нули.` },
    working: working(octet),
    mistakes: [[reversed, { en: 'The other way round: the leftmost bit is worth 128.', ru: 'Наоборот: крайний левый бит равен 128.' }]],
  });
};

/** Eight random bits, to be written in decimal. */
export const octetToDecimal: Generator = (dice) => {
  const octet = dice.between(3, 254);
  const reversed = Number.parseInt([...bitsOfOctet(octet)].reverse().join(''), 2);
  return entry('number', { en: `Write \`${bitsOfOctet(octet)}\` in decimal.`, ru: `Запишите \`${bitsOfOctet(octet)}\` в десятичном виде.` }, String(octet), {
    why: { en: `Add up the places that hold a one: ${termsOf(octet)} = ${octet}.`, ru: `Сложите веса разрядов с единицами: ${termsOf(octet)} = ${octet}.` },
    working: working(octet),
    mistakes: [
      [String(reversed), { en: 'You read it from the wrong end: the leftmost bit is worth 128.', ru: 'Прочитано не с того конца: крайний левый бит равен 128.' }],
      [String(octet * 2), { en: 'Twice as much: the rightmost bit is worth 1, not 2.', ru: 'Вдвое больше: крайний правый бит равен 1, а не 2.' }],
    ],
  });
};
