import type { Bilingual } from '../quiz.ts';
import { choice, type Generator } from './draft.ts';

const ranges: readonly { id: string; from: number; to: number; text: Bilingual; why: Bilingual }[] = [
  {
    id: 'system', from: 0, to: 1023,
    text: { en: 'Well-known (system)', ru: 'Общеизвестный (системный)' },
    why: { en: 'Well-known are 0 to 1023. On Linux an ordinary user may not listen there.', ru: 'Общеизвестные — от 0 до 1023. В Linux обычному пользователю слушать на них нельзя.' },
  },
  {
    id: 'registered', from: 1024, to: 49_151,
    text: { en: 'Registered (user)', ru: 'Зарегистрированный (пользовательский)' },
    why: { en: 'Registered are 1024 to 49151: 5432 for PostgreSQL, 6379 for Redis.', ru: 'Зарегистрированные — от 1024 до 49151: 5432 у PostgreSQL, 6379 у Redis.' },
  },
  {
    id: 'dynamic', from: 49_152, to: 65_535,
    text: { en: 'Dynamic (ephemeral)', ru: 'Динамический (эфемерный)' },
    why: { en: 'Dynamic are 49152 to 65535 in the IANA list. Linux gives clients 32768 to 60999 unless told otherwise.', ru: 'Динамические — от 49152 до 65535 по списку IANA. Linux по умолчанию выдаёт клиентам порты с 32768 по 60999.' },
  },
  {
    id: 'none', from: 65_536, to: 99_999,
    text: { en: 'None: there is no such port', ru: 'Ни к какому: такого порта нет' },
    why: { en: 'A port has 16 bits: the highest is 2^16 − 1 = 65535.', ru: 'Номер порта занимает 16 бит, наибольший — 2^16 − 1 = 65535.' },
  },
];

/** Which range a random port lies in; often one close to a border. */
export const portRange: Generator = (dice) => {
  const range = dice.pick([...ranges.slice(0, 3), ...ranges]);
  const near = dice.pick([dice.between(range.from, range.to), range.from + dice.between(0, 200), range.to - dice.between(0, 200)]);
  return choice(
    { en: `Which range does the port number \`${near}\` belong to?`, ru: `К какому диапазону относится номер порта \`${near}\`?` },
    ranges.map(({ id, text, why }) => ({ id, text, why, right: id === range.id })),
  );
};
