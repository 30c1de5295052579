/** Who sends. */
export type Side = 'client' | 'server';

/** What a message means in the conversation; each has its sentence. */
export type Note =
  | 'syn' | 'synAck' | 'open' | 'request' | 'data' | 'dataAhead' | 'ack' | 'ackDuplicate' | 'ackFilled' | 'retransmitFast' | 'retransmitTimeout' | 'fin' | 'finAck' | 'lastAck' | 'reset';

/** A segment of TCP or a datagram of UDP under way. Numbers count from the beginning of the conversation, as tcpdump shows them. */
export interface Message {
  from: Side;
  /** `SYN`, `ACK`, `FIN`, `PSH`, `RST`; empty for a datagram. */
  flags: readonly string[];
  sequence: number;
  acknowledgment: number | undefined;
  length: number;
  note: Note;
  /** When it is sent and when it arrives, in units of the drawing's time. */
  sent: number;
  arrives: number;
  lost: boolean;
  /** Milliseconds that the sender had waited in vain before. */
  waited?: number;
  /** How many equal acknowledgements came before this one. */
  duplicates?: number;
}

/** Messages that were sent, in order. */
export interface Conversation {
  messages: Message[];
}

/** How the pieces of the data stand at the receiver: not there, there but kept back until what is missing comes, handed to the program. */
export type Piece = 'missing' | 'waiting' | 'delivered';

/** How `count` pieces of `size` bytes, sent from number 1 on by `from`, stand when the first `shown` messages have arrived. */
export function pieces({ messages }: Conversation, shown: number, from: Side, count: number, size: number, inOrder: boolean): Piece[] {
  const arrived = new Set(messages.slice(0, shown).filter((message) => message.from === from && !message.lost && message.length === size).map(({ sequence }) => Math.floor((sequence - 1) / size)));
  const all = Array.from({ length: count }, (_, index) => arrived.has(index));
  const gap = all.indexOf(false);
  return all.map((there, index) => (!there ? 'missing' : inOrder && gap >= 0 && index > gap ? 'waiting' : 'delivered'));
}
