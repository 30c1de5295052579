import type { Connection, Segment } from '../live/connection.ts';
import type { Conversation, Message, Note } from './conversation.ts';

const silent: NonNullable<Segment['event']['tcp']> = { flags: [], sequence: 0, acknowledgment: 0, window: 0 };
/** More segments are not drawn. */
export const most = 60;
/** Milliseconds that are worth to be told. */
const longWait = 100;

/** A connection of the learner's host as a conversation: the numbers count from its beginning, the drawing's time from message to message. */
export function conversationOf({ segments }: Connection): Conversation {
  const beginnings = { client: beginning(segments, 'client'), server: beginning(segments, 'server') };
  const acknowledged = { client: new Map<number, number>(), server: new Map<number, number>() };
  const closed = { client: false, server: false };
  const sentUpTo = { client: 0, server: 0 };
  const packets = new Set<number>();
  let at = 0;
  let before = segments[0]?.event.time ?? 0;
  const messages = segments.slice(0, most).map(({ event, from, lost }): Message => {
    const { flags, sequence, acknowledgment } = event.tcp ?? silent;
    const other = from === 'client' ? 'server' : 'client';
    const relative = (sequence - beginnings[from]) >>> 0;
    const ack = flags.includes('ACK') ? (acknowledgment - beginnings[other]) >>> 0 : undefined;
    const again = event.retransmissionOf !== undefined && packets.has(event.retransmissionOf);
    packets.add(event.packet);
    const waited = Math.round(event.time - before);
    before = event.time;
    at += waited >= longWait ? 11 : 5;
    const pure = event.dataLength === 0 && flags.length === 1 && ack !== undefined;
    const duplicates = pure && ack !== undefined ? (acknowledged[from].get(ack) ?? 0) : 0;
    if (ack !== undefined && pure) acknowledged[from].set(ack, duplicates + 1);
    const gap = relative > sentUpTo[from] && event.dataLength > 0 && messagesLost(segments, from, event.packet);
    if (!lost) sentUpTo[from] = Math.max(sentUpTo[from], relative + event.dataLength);
    const note = noteOf(flags, { from, again, pure, relative, duplicates, dataLength: event.dataLength, gap, closed: closed[other], both: closed.client && closed.server, waited });
    if (flags.includes('FIN')) closed[from] = true;
    return { from, flags: [...flags], sequence: relative, acknowledgment: ack, length: event.dataLength, note, sent: at, arrives: at + 5, lost: lost !== undefined, ...(waited >= longWait && { waited }), ...(duplicates > 0 && { duplicates }) };
  });
  return { messages };
}

function beginning(segments: readonly Segment[], side: Segment['from']): number {
  return segments.find(({ from, event }) => from === side && event.tcp?.flags.includes('SYN'))?.event.tcp?.sequence ?? segments.find(({ from }) => from === side)?.event.tcp?.sequence ?? 0;
}

/** Whether something of that side was lost before and has not been sent again by then. */
function messagesLost(segments: readonly Segment[], side: Segment['from'], packet: number): boolean {
  const before = segments.slice(0, segments.findIndex(({ event }) => event.packet === packet));
  return before.some(({ from, lost, event }) => from === side && lost !== undefined && event.dataLength > 0 && !before.some((other) => other.lost === undefined && other.event.retransmissionOf === event.packet));
}

interface Circumstances {
  from: Segment['from'];
  again: boolean;
  pure: boolean;
  relative: number;
  duplicates: number;
  dataLength: number;
  gap: boolean;
  /** The other side has closed; both have. */
  closed: boolean;
  both: boolean;
  waited: number;
}

function noteOf(flags: readonly string[], { from, again, pure, relative, duplicates, dataLength, gap, closed, both, waited }: Circumstances): Note {
  if (flags.includes('RST')) return 'reset';
  if (again) return waited >= longWait || dataLength === 0 ? 'retransmitTimeout' : 'retransmitFast';
  if (flags.includes('SYN')) return flags.includes('ACK') ? 'synAck' : 'syn';
  if (flags.includes('FIN')) return closed ? 'finAck' : 'fin';
  if (dataLength > 0) return gap ? 'dataAhead' : from === 'client' ? 'request' : 'data';
  if (both && pure) return 'lastAck';
  if (from === 'client' && relative === 1 && duplicates === 0) return 'open';
  return duplicates > 0 ? 'ackDuplicate' : 'ack';
}
