import type { Dice } from '../dice.ts';
import type { Bilingual } from '../quiz.ts';
import { choice, type Generator } from './draft.ts';

function rollLan(dice: Dice): string {
  return dice.pick([`192.168.${dice.between(0, 255)}.${dice.between(2, 250)}`, `10.${dice.between(0, 255)}.${dice.between(0, 255)}.${dice.between(2, 250)}`]);
}

/** Whether a connection reaches a server that listens on one address, or on all. */
export const listenerReach: Generator = (dice) => {
  const own = rollLan(dice);
  const port = dice.pick([80, 3000, 5000, 5432, 6379, 8000, 8080, 9090]);
  const bound = dice.pick(['127.0.0.1', '127.0.0.1', '0.0.0.0', own]);
  const remote = dice.between(0, 1) === 0;
  const target = remote ? own : dice.pick([own, '127.0.0.1', `127.${dice.between(0, 255)}.${dice.between(0, 255)}.${dice.between(2, 254)}`]);
  const reached = bound === '0.0.0.0' || bound === target;
  const where: Bilingual = remote ? { en: 'On another host of the same network', ru: 'На другом узле той же сети' } : { en: 'On the same host', ru: 'На том же узле' };
  const reason: Bilingual =
    bound === '0.0.0.0'
      ? { en: '`0.0.0.0` stands for every address of the host, loopback included.', ru: '`0.0.0.0` означает все адреса узла, включая адреса обратной петли.' }
      : reached
        ? { en: `The connection goes to exactly the address the server is bound to, \`${bound}\`.`, ru: `Соединение идёт ровно на тот адрес, к которому привязан сервер, — \`${bound}\`.` }
        : { en: `The server is bound to \`${bound}\` alone; nobody listens on \`${target}\`, and the kernel answers with a reset.`, ru: `Сервер привязан только к \`${bound}\`; на \`${target}\` никто не слушает, и ядро отвечает сбросом.` };
  return choice(
    {
      en: `A host has the addresses \`127.0.0.1\` and \`${own}\`; a server listens on \`${bound}:${port}\`. ${where.en} somebody runs \`curl http://${target}:${port}/\`. What happens?`,
      ru: `У узла адреса \`127.0.0.1\` и \`${own}\`, сервер слушает на \`${bound}:${port}\`. ${where.ru} выполняют \`curl http://${target}:${port}/\`. Что произойдёт?`,
    },
    [
      { id: 'reached', text: { en: 'The server answers', ru: 'Сервер ответит' }, right: reached, why: reason },
      { id: 'refused', text: { en: '`Connection refused`', ru: '`Connection refused` — отказ в соединении' }, right: !reached, why: reason },
    ],
  );
};
