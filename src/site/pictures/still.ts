import type { PictureTexts } from '../i18n/picture-texts.ts';
import { drawFields, drawLayers, sayStep } from './layers/layers-drawing.ts';
import { example, headersOf, steps } from './layers/packet.ts';
import { join, type Markup, sentence, tag } from './markup.ts';
import { drawMask, sayMask } from './mask/mask-drawing.ts';
import type { PictureId } from './picture.ts';
import { drawReach, sayOutcome, sayQuestion } from './reach/reach-drawing.ts';
import { clients, inContainer, listening, possible, publications, type Question, reach, servers, targets } from './reach/reach.ts';
import { drawPart, sayMessage } from './tcp-loss/sequence-drawing.ts';
import { simulateTcp, simulateUdp } from './tcp-loss/simulate-tcp.ts';

/** What a page without script shows in a picture's place: a drawing, and all of it in words. */
export function drawStill(id: PictureId, t: PictureTexts): Markup {
  return stills[id](t);
}

const words = (text: string): Markup => tag('p', { class: 'picture-said' }, sentence(text));

const stills: Readonly<Record<PictureId, (t: PictureTexts) => Markup>> = {
  layers: (t) => {
    const [, , , last] = steps;
    return join(
      drawLayers(example, last, 'link', t, false),
      tag('ol', { class: 'picture-list' }, steps.map((step) => tag('li', {}, sentence(sayStep(example, step, t))))),
      tag('div', { class: 'layers-fields' }, headersOf(example).toReversed().map((header) => drawFields(header, t))),
    );
  },
  mask: (t) => {
    const masked = { address: 0xac1c7505, prefix: 20 };
    return join(drawMask(masked, t), words(sayMask(masked, t)));
  },
  'tcp-loss': (t) => {
    const [tcp, udp] = [simulateTcp('data-2'), simulateUdp('data-2')];
    const part = (conversation: typeof tcp, kind: 'tcp' | 'udp'): Markup => tag('div', { class: 'sequence-part' }, drawPart(conversation, conversation.messages.length, kind, t));
    return join(
      tag('div', { class: 'sequences' }, part(tcp, 'tcp'), part(udp, 'udp')),
      tag('details', { class: 'picture-words' }, tag('summary', {}, t('inWords')), tag('ol', {}, tcp.messages.map((message) => tag('li', {}, sentence(sayMessage(message, t)))))),
    );
  },
  reach: (t) => {
    const question: Question = { server: 'container-loopback', publication: 'all', client: 'host', target: 'loopback' };
    const { verdict, why } = sayOutcome(question, t);
    const reached = servers.flatMap((server) => (inContainer(server) ? publications : (['none'] as const)).map((publication) => ({ server, publication })));
    const who = ({ server, publication }: (typeof reached)[number]): string =>
      clients.filter((client) => targets.some((target) => possible({ server, publication, client, target }) && reach({ server, publication, client, target }).verdict === 'connected')).map((client) => t(`client_${client}`)).join(', ');
    return join(
      tag('div', { class: 'reach-picture' }, drawReach(question, t)),
      words(`${sayQuestion(question, t)} ${verdict} ${why}`),
      tag('table', { class: 'picture-fields' }, tag('thead', {}, tag('tr', {}, [t('reachServerAt'), t('reachPublished'), t('reachWho')].map((head) => tag('th', { scope: 'col' }, head)))),
        tag('tbody', {}, reached.map((each) => tag('tr', {}, tag('th', { scope: 'row' }, tag('code', {}, listening(each.server)), ` ${t(inContainer(each.server) ? 'reachOther' : 'reachHost')}`), tag('td', {}, t(`publication_${each.publication}`)), tag('td', {}, who(each)))))),
    );
  },
};
