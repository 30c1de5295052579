import type { PictureTexts } from '../../i18n/picture-texts.ts';
import { join, type Markup, tag } from '../markup.ts';
import { type Conversation, type Message, type Piece, pieces } from './conversation.ts';
import { pieceCount, pieceSize } from './simulate-tcp.ts';

/** Where things stand in the drawing; it is made for a phone and not stretched. */
const perUnit = 3.5;
const top = 46;
const margins = { tcp: { width: 318, client: 96, server: 210 }, udp: { width: 184, client: 28, server: 104 }, live: { width: 408, client: 136, server: 272 } } as const;
type Kind = keyof typeof margins;

/** Numbers as tcpdump writes them: `seq 1:1001`, `ack 75`. */
function labelOf({ flags, sequence, acknowledgment, length }: Message, t: PictureTexts): string {
  if (flags.length === 0) return t.bytes(length);
  const loud = flags.filter((flag) => flag === 'SYN' || flag === 'FIN' || flag === 'RST').join(' ');
  const numbers = length > 0 ? `seq ${sequence}:${sequence + length}` : acknowledgment === undefined || loud === 'RST' ? '' : `ack ${acknowledgment}`;
  return `${loud} ${numbers}`.trim();
}

const again = (message: Message): boolean => message.note === 'retransmitFast' || message.note === 'retransmitTimeout';

/** Arrows between two life lines, time running down; of the conversation the first `shown` messages, the newest one stressed. */
function drawSequence(conversation: Conversation, shown: number, kind: Kind, t: PictureTexts): Markup {
  const { width, client, server } = margins[kind];
  const { messages } = conversation;
  const height = top + perUnit * Math.max(0, ...messages.map(({ arrives }) => arrives)) + 22;
  const line = (x: number, name: string): Markup =>
    tag('g', {}, tag('text', { x, y: 18, class: 'who', 'text-anchor': 'middle' }, name), tag('line', { x1: x, y1: 28, x2: x, y2: height - 4, class: 'life' }));
  const arrow = (message: Message, index: number): Markup => {
    const [from, to] = message.from === 'client' ? [client, server] : [server, client];
    const [y1, y2] = [top + perUnit * message.sent, top + perUnit * message.arrives];
    const end = message.lost ? { x: from + (to - from) * 0.55, y: y1 + (y2 - y1) * 0.55 } : { x: to, y: y2 };
    const outward = message.from === 'client' && kind !== 'udp' ? -1 : 1;
    const labelAt = { x: (kind === 'udp' ? server : from) + outward * 8, y: y1 + 4, 'text-anchor': outward < 0 ? 'end' : 'start' };
    const angle = (Math.atan2(y2 - y1, to - from) * 180) / Math.PI;
    const classes = ['message', message.lost && 'is-lost', again(message) && 'is-again', message.note === 'ackDuplicate' && 'is-again', index === shown - 1 && 'is-new'].filter(Boolean).join(' ');
    return tag('g', { class: classes },
      tag('line', { x1: from, y1, x2: end.x, y2: end.y, pathLength: 1 }),
      message.lost
        ? tag('path', { class: 'cross', d: `M${end.x - 6} ${end.y - 6}l12 12m0 -12l-12 12` })
        : tag('path', { class: 'tip', d: 'M0 0l-9 -4v8z', transform: `translate(${to} ${y2}) rotate(${angle.toFixed(1)})` }),
      message.waited === undefined ? undefined : tag('text', { ...labelAt, y: y1 - 14, class: 'waited' }, t('waited', { ms: t.number(message.waited) })),
      tag('text', { ...labelAt, class: 'label' }, labelOf(message, t)));
  };
  return tag('svg', { class: `sequence sequence-${kind}`, viewBox: `0 0 ${width} ${Math.ceil(height)}`, width, height: Math.ceil(height), 'aria-hidden': 'true' }, line(client, t('client')), line(server, t('server')), messages.slice(0, shown).map(arrow));
}

/** What the receiving program has: a cell for each piece. */
function drawPieces(pieces: readonly Piece[], t: PictureTexts): Markup {
  const signs = { missing: '–', waiting: '…', delivered: '✓' } as const;
  const says = { missing: t('pieceMissing'), waiting: t('pieceWaiting'), delivered: t('pieceDelivered') } as const;
  return tag('ol', { class: 'pieces' }, pieces.map((piece, index) => tag('li', { 'data-piece': piece }, tag('b', {}, index + 1), tag('i', { 'aria-hidden': 'true' }, signs[piece]), tag('span', {}, says[piece]))));
}

/** What a message is and means, in a sentence. */
export function sayMessage(message: Message, t: PictureTexts): string {
  const { note, sequence, acknowledgment = 0, length, lost, waited = 0, duplicates = 0, flags, from } = message;
  const values = { from: sequence, last: sequence + length - 1, length, ack: acknowledgment, ms: t.number(waited), n: duplicates };
  const what = t(`tcp_${note === 'retransmitTimeout' && length === 0 ? (flags.includes('SYN') ? 'retransmitSyn' : 'retransmitFin') : note}`, values);
  return `${t(from === 'client' ? 'clientSays' : 'serverSays')}: ${what}${lost ? ` ${t(note.startsWith('ack') ? 'tcpLostAck' : 'tcpLost')}` : ''}`;
}

/** One of the two conversations with its title; of the worked example also what the program has got. */
export function drawPart(conversation: Conversation, shown: number, kind: Kind, t: PictureTexts): Markup {
  return join(
    tag('p', { class: 'sequence-title' }, kind === 'udp' ? 'UDP' : 'TCP'),
    drawSequence(conversation, shown, kind, t),
    kind === 'live' ? undefined : [tag('p', { class: 'pieces-title' }, t(kind === 'udp' ? 'piecesUdp' : 'pieces')), drawPieces(pieces(conversation, shown, 'server', pieceCount, pieceSize, kind === 'tcp'), t)],
  );
}
