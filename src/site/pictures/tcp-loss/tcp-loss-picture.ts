import { type Disposable, DisposableStore } from '../../../base/index.ts';
import { el } from '../../dock/dom.ts';
import { liveChoice } from '../live/live-choice.ts';
import { saySentence } from '../said.ts';
import { join, sentence, tag } from '../markup.ts';
import type { PictureStage } from '../picture.ts';
import { Stepper } from '../stepper.ts';
import type { Conversation } from './conversation.ts';
import { conversationOf, most } from './live-conversation.ts';
import { drawPart, sayMessage } from './sequence-drawing.ts';
import { type Loss, losses, simulateTcp, simulateUdp } from './simulate-tcp.ts';

/** A conversation step by step: the learner chooses what is lost, or a connection of the own host. */
export function startTcpLoss({ body, t, live }: PictureStage): Disposable {
  const store = new DisposableStore();
  const select = el('select', { id: 'tcp-loss-lost', onchange: () => choose() }, ...losses.map((loss) => el('option', { value: loss }, t(`loss_${loss}`))));
  const tcp = el('div', { class: 'sequence-part' });
  const udp = el('div', { class: 'sequence-part' });
  const said = el('p', { class: 'picture-said', 'aria-live': 'polite' });
  const transcript = el('ol');
  const more = el('p', { class: 'picture-hint', hidden: true }, t('moreSegments', { n: most }));
  const lossControls = el('div', { class: 'picture-controls' }, el('label', { for: select.id }, t('lossLabel')), select);
  let conversation: Conversation = { messages: [] };
  let datagrams: Conversation | undefined;

  const show = (step: number): void => {
    const message = conversation.messages[step];
    if (!message) return;
    const shown = step + 1;
    tcp.innerHTML = drawPart(conversation, shown, datagrams ? 'tcp' : 'live', t).text;
    udp.hidden = !datagrams;
    if (datagrams) udp.innerHTML = drawPart(datagrams, datagrams.messages.filter(({ sent }) => sent <= message.sent).length, 'udp', t).text;
    saySentence(said, sayMessage(message, t));
  };
  const stepper = store.add(new Stepper(t, { plays: true, show }));
  const tell = (told: Conversation, step: number): void => {
    conversation = told;
    transcript.innerHTML = join(told.messages.map((message) => tag('li', {}, sentence(sayMessage(message, t))))).text;
    stepper.tell(told.messages.length, step);
  };
  const choose = (): void => {
    const loss = select.value as Loss;
    datagrams = simulateUdp(loss);
    tell(simulateTcp(loss), 0);
  };
  const choice = store.add(
    liveChoice(live, t, 'tcp-loss-live', t('liveExampleTcp'), (connection) => {
      lossControls.hidden = connection !== undefined;
      more.hidden = (connection?.segments.length ?? 0) <= most;
      if (!connection) return choose();
      datagrams = undefined;
      const told = conversationOf(connection);
      tell(told, told.messages.length - 1);
    }),
  );
  select.value = 'data-2';
  body.append(choice.element, lossControls, stepper.element, said, el('div', { class: 'sequences' }, tcp, udp), more, el('details', { class: 'picture-words' }, el('summary', {}, t('inWords')), transcript));
  choose();
  return store;
}
