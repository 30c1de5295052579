import type { Conversation, Message, Note, Side } from './conversation.ts';

/** What may be lost on its first way; `none`: nothing. */
export const losses = ['none', 'syn', 'request', 'data-1', 'data-2', 'data-3', 'data-4', 'data-5', 'ack-2', 'ack-5', 'fin'] as const;
export type Loss = (typeof losses)[number];

/** The answer: so many pieces of so many bytes. */
export const pieceCount = 5;
export const pieceSize = 1000;
const requestSize = 74;
/** The way takes 10 ms, a sender puts a segment on the wire every 5 ms. */
const delay = 10;
const pace = 5;
/** How long a sender waits: for an answer to SYN 1 s (RFC 6298), else Linux' least, 200 ms. */
const firstTimeout = 1000;
const timeout = 200;

interface Happening {
  at: number;
  run(): void;
}

/**
 * A conversation over TCP: handshake, a request, an answer in five segments, the end. One message is lost. Both ends follow RFC 9293 and RFC 5681: everything that arrives is acknowledged with the
 * number wanted next; a segment goes again at the third duplicate acknowledgement, or when its time is up.
 */
export function simulateTcp(loss: Loss): Conversation {
  const messages: Message[] = [];
  const queue: Happening[] = [];
  let now = 0;
  const later = (wait: number, run: () => void): void => void queue.push({ at: now + wait, run });
  const free: Record<Side, number> = { client: 0, server: 0 };
  const toLose = new Set<string>([loss]);

  const send = (id: string, from: Side, flags: readonly string[], numbers: { sequence: number; acknowledgment?: number; length?: number }, note: Note, arrived: (message: Message) => void, more: Partial<Message> = {}): void => {
    const sent = Math.max(now, free[from]);
    free[from] = sent + pace;
    const lost = toLose.delete(id);
    const message: Message = { from, flags, sequence: numbers.sequence, acknowledgment: numbers.acknowledgment, length: numbers.length ?? 0, note, sent, arrives: sent + delay, lost, ...more };
    messages.push(message);
    if (!lost) later(sent + delay - now, () => arrived(message));
  };
  /** Runs `again` unless `settled` says that the answer came. */
  const unless = (wait: number, settled: () => boolean, again: () => void): void => later(wait, () => {
    if (!settled()) again();
  });

  // The client: opens, asks, acknowledges.
  let opened = false;
  let wanted = 1;
  const ahead = new Set<number>();
  const sendSyn = (waited?: number): void => {
    send('syn', 'client', ['SYN'], { sequence: 0 }, waited === undefined ? 'syn' : 'retransmitTimeout', () => sendSynAck(), waited === undefined ? {} : { waited });
    unless(firstTimeout, () => opened, () => sendSyn(firstTimeout));
  };
  const sendSynAck = (): void => send('syn-ack', 'server', ['SYN', 'ACK'], { sequence: 0, acknowledgment: 1 }, 'synAck', () => {
    opened = true;
    send('open', 'client', ['ACK'], { sequence: 1, acknowledgment: 1 }, 'open', () => undefined);
    sendRequest();
  });
  const sendRequest = (waited?: number): void => {
    send('request', 'client', ['PSH', 'ACK'], { sequence: 1, acknowledgment: 1, length: requestSize }, waited === undefined ? 'request' : 'retransmitTimeout', () => answer(), waited === undefined ? {} : { waited });
    unless(timeout, () => wanted > 1 || ahead.size > 0, () => sendRequest(timeout));
  };
  let acknowledged = 1;
  const receive = ({ sequence, length }: Message): void => {
    const before = wanted;
    if (sequence > wanted) ahead.add(sequence);
    if (sequence === wanted) for (wanted += length; ahead.delete(wanted); wanted += length);
    const piece = Math.floor(sequence / pieceSize) + 1;
    const note: Note = wanted === before ? 'ackDuplicate' : wanted > before + length ? 'ackFilled' : 'ack';
    send(`ack-${piece}`, 'client', ['ACK'], { sequence: 1 + requestSize, acknowledgment: wanted }, note, ({ acknowledgment = 1 }) => takeAcknowledgement(acknowledgment));
  };

  // The server: answers, keeps copies until they are acknowledged, ends.
  let duplicates = 0;
  let timerOf = 0;
  const sendPiece = (index: number, note: Note, more: Partial<Message> = {}): void => {
    const message = { sequence: 1 + index * pieceSize, acknowledgment: 1 + requestSize, length: pieceSize };
    send(`data-${index + 1}`, 'server', index === pieceCount - 1 ? ['PSH', 'ACK'] : ['ACK'], message, note, receive, more);
  };
  const restartTimer = (): void => {
    const timer = ++timerOf;
    later(timeout, () => {
      if (timer !== timerOf || acknowledged > pieceCount * pieceSize) return;
      sendPiece(Math.floor(acknowledged / pieceSize), 'retransmitTimeout', { waited: timeout });
      restartTimer();
    });
  };
  const answer = (): void => {
    for (let index = 0; index < pieceCount; index++) sendPiece(index, 'data');
    restartTimer();
  };
  const takeAcknowledgement = (acknowledgment: number): void => {
    if (acknowledgment > acknowledged) {
      acknowledged = acknowledgment;
      duplicates = 0;
      restartTimer();
      if (acknowledged > pieceCount * pieceSize) sendFin();
    } else if (acknowledgment === acknowledged && acknowledged <= pieceCount * pieceSize && ++duplicates === 3) {
      sendPiece(Math.floor(acknowledged / pieceSize), 'retransmitFast');
      restartTimer();
    }
  };
  let ended = false;
  const last = 1 + pieceCount * pieceSize;
  const sendFin = (waited?: number): void => {
    send('fin', 'server', ['FIN', 'ACK'], { sequence: last, acknowledgment: 1 + requestSize }, waited === undefined ? 'fin' : 'retransmitTimeout', () =>
      send('fin-ack', 'client', ['FIN', 'ACK'], { sequence: 1 + requestSize, acknowledgment: last + 1 }, 'finAck', () => {
        ended = true;
        send('last', 'server', ['ACK'], { sequence: last + 1, acknowledgment: 2 + requestSize }, 'lastAck', () => undefined);
      }), waited === undefined ? {} : { waited });
    unless(timeout, () => ended, () => sendFin(timeout));
  };

  sendSyn();
  for (let next = soonest(queue); next; next = soonest(queue)) {
    now = next.at;
    next.run();
  }
  return { messages: explained(messages.sort((a, b) => a.sent - b.sent)) };
}

/** UDP on the same wire: a datagram asks, five answer, nobody notices what is missing. */
export function simulateUdp(loss: Loss): Conversation {
  const datagram = (from: Side, sequence: number, length: number, sent: number, lost: boolean): Message => ({ from, flags: [], sequence, acknowledgment: undefined, length, note: from === 'client' ? 'request' : 'data', sent, arrives: sent + delay, lost });
  const asked = datagram('client', 1, requestSize, 0, loss === 'request');
  if (asked.lost) return { messages: [asked] };
  return { messages: [asked, ...Array.from({ length: pieceCount }, (_, index) => datagram('server', 1 + index * pieceSize, pieceSize, delay + index * pace, loss === `data-${index + 1}`))] };
}

function soonest(queue: Happening[]): Happening | undefined {
  const next = queue.reduce<Happening | undefined>((first, each) => (first && first.at <= each.at ? first : each), undefined);
  if (next) queue.splice(queue.indexOf(next), 1);
  return next;
}

/** Says of data what the receiver makes of it, counts duplicate acknowledgements, and draws long waits short. */
function explained(messages: Message[]): Message[] {
  let wanted = 1;
  const arrived = new Set<number>();
  for (const message of messages) {
    if (message.note !== 'data' || message.lost) continue;
    arrived.add(message.sequence);
    if (message.sequence > wanted) message.note = 'dataAhead';
    while (arrived.has(wanted)) wanted += message.length;
  }
  const counts = new Map<number, number>();
  for (const message of messages) {
    if (message.from !== 'client' || message.acknowledgment === undefined || message.length > 0 || message.note === 'finAck') continue;
    const count = counts.get(message.acknowledgment) ?? 0;
    counts.set(message.acknowledgment, count + 1);
    if (message.note === 'ackDuplicate') message.duplicates = count;
  }
  let shift = 0;
  let before = 0;
  for (const message of messages) {
    const gap = message.sent - shift - before;
    if (gap > 4 * pace) shift += gap - 4 * pace;
    message.sent -= shift;
    message.arrives -= shift;
    before = Math.max(before, message.sent);
  }
  return messages;
}
