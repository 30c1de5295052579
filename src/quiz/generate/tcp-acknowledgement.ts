import { entry, type Generator } from './draft.ts';

/** The acknowledgement for a segment: TCP counts bytes. */
export const tcpAcknowledgement: Generator = (dice) => {
  const first = dice.between(1, 90_000);
  const length = dice.between(20, 1460);
  return entry(
    'number',
    {
      en: `A segment arrives with the sequence number ${first} and ${length} bytes of data; all before it is there. Which acknowledgement number does the receiver send?`,
      ru: `Пришёл сегмент с порядковым номером ${first} и данными длиной ${length} Б; всё до него уже получено. Какой номер подтверждения отправит получатель?`,
    },
    String(first + length),
    {
      why: {
        en: `The bytes ${first} to ${first + length - 1} are there, so the next one expected is ${first} + ${length} = ${first + length}.`,
        ru: `Получены байты с ${first} по ${first + length - 1}, значит, следующий ожидаемый — ${first} + ${length} = ${first + length}.`,
      },
      mistakes: [
        [String(first + 1), { en: 'That would be right if TCP numbered segments. It numbers bytes.', ru: 'Так было бы, если бы TCP нумеровал сегменты. Он нумерует байты.' }],
        [String(first + length - 1), { en: 'This is the last byte that came; acknowledged is the next one expected.', ru: 'Это последний полученный байт, а в подтверждении стоит номер следующего ожидаемого.' }],
        [String(first), { en: 'This byte has just come: it is not expected any more.', ru: 'Этот байт только что пришёл, его больше не ждут.' }],
        [String(length), { en: 'Numbers go on from the first byte of the segment, they do not start anew.', ru: 'Счёт продолжается от первого байта сегмента, а не начинается заново.' }],
      ],
    },
  );
};

/** The acknowledgement that is repeated while one of several segments is missing. */
export const tcpLostSegment: Generator = (dice) => {
  const first = dice.between(1, 90) * 100 + 1;
  const length = dice.pick([100, 200, 500, 1000]);
  const count = dice.between(4, 6);
  const lost = dice.between(2, count - 1);
  const gap = first + (lost - 1) * length;
  const end = first + count * length;
  return entry(
    'number',
    {
      en: `${count} segments of ${length} bytes each are sent; the first has the sequence number ${first}. Number ${lost} in the row is lost, the others arrive. Which acknowledgement number does the receiver repeat?`,
      ru: `Отправлено ${count} сегментов по ${length} Б, порядковый номер первого — ${first}. Сегмент № ${lost} по счёту потерялся, остальные дошли. Какой номер подтверждения повторяет получатель?`,
    },
    String(gap),
    {
      why: {
        en: `Acknowledged is the first byte that is missing, whatever came after it: ${first} + ${lost - 1} × ${length} = ${gap}. Once the lost segment comes again, the receiver acknowledges ${end} at once.`,
        ru: `Подтверждается первый недостающий байт, что бы ни пришло после него: ${first} + ${lost - 1} × ${length} = ${gap}. Когда потерянный сегмент придёт повторно, получатель сразу подтвердит ${end}.`,
      },
      mistakes: [
        [String(end), { en: 'This would mean that nothing is missing.', ru: 'Это означало бы, что получено всё.' }],
        [String(gap + length), { en: 'This is where the hole ends; asked for is its beginning.', ru: 'Здесь пробел кончается, а ждут его начало.' }],
        [String(lost), { en: 'TCP numbers bytes, not segments.', ru: 'TCP нумерует байты, а не сегменты.' }],
        [String(gap - 1), { en: 'This byte has come. Acknowledged is the next one expected.', ru: 'Этот байт получен. В подтверждении стоит номер следующего ожидаемого.' }],
      ],
    },
  );
};
