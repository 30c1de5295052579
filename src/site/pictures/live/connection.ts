import type { NetworkEvent } from '../../../backend/index.ts';

/** One packet of a connection, as its client's side sees it. */
export interface Segment {
  event: NetworkEvent;
  from: 'client' | 'server';
  /** It went no further: the reason that the host gave (`loss`, `filtered` …). */
  lost?: string;
  /** Interfaces that it passed, in order, each once. */
  way: string[];
  /** The name of the process that got it, where the host knows. */
  receiver?: string;
}

/** A TCP connection of the host. */
export interface Connection {
  /** Client's and server's `address:port`. */
  client: string;
  server: string;
  /** Name of the program that opened it. */
  program: string;
  segments: Segment[];
  ended: boolean;
}

interface Watched extends Connection {
  /** Where its first packet was seen leaving: every packet is told as seen there. */
  interface: string;
  namespace: string;
}

const end = (address: string, port: number | undefined): string => `${address.includes(':') ? `[${address}]` : address}:${port ?? 0}`;
const kept = 12;

/** Puts the packets of a host together to TCP connections; the newest few are kept. Pure: it is told events and asked for connections. */
export class Connections {
  #all: Watched[] = [];
  /** Every packet under way, by number. */
  #segments = new Map<number, Segment>();

  /** Takes packets in; whether anything changed. */
  add(events: readonly NetworkEvent[]): boolean {
    let changed = false;
    for (const event of events) changed = this.#take(event) || changed;
    return changed;
  }

  /** The newest first; those that carried nothing come last. */
  get list(): readonly Connection[] {
    return this.#all.toReversed();
  }

  #take(event: NetworkEvent): boolean {
    const { tcp } = event;
    if (!tcp) return false;
    const known = this.#segments.get(event.packet);
    if (known) {
      if (event.kind === 'drop') known.lost = event.reason ?? 'loss';
      else if (known.way.at(-1) !== event.interface) known.way.push(event.interface);
      if (event.kind === 'in' && event.process) known.receiver = event.process.name;
      return true;
    }
    const source = end(event.source, event.sourcePort);
    const destination = end(event.destination, event.destinationPort);
    const opens = tcp.flags.includes('SYN') && !tcp.flags.includes('ACK');
    let connection = this.#all.findLast((each) => (each.client === source && each.server === destination) || (each.client === destination && each.server === source));
    if (opens && event.kind !== 'in' && (!connection || connection.ended)) connection = this.#open(event, source, destination);
    if (!connection) return false;
    // Bridges and other hosts see the same packet; one place tells it, except for those that never came so far.
    const here = event.interface === connection.interface && event.namespace === connection.namespace;
    const mine = source === connection.client;
    if (!here && event.kind !== 'drop' && mine) return false;
    const segment: Segment = { event, from: mine ? 'client' : 'server', way: [event.interface], ...(event.kind === 'drop' && { lost: event.reason ?? 'loss' }) };
    this.#segments.set(event.packet, segment);
    connection.segments.push(segment);
    connection.ended ||= tcp.flags.includes('RST') || (['client', 'server'] as const).every((side) => connection.segments.some(({ from, event: { tcp: said } }) => from === side && said?.flags.includes('FIN')));
    return true;
  }

  #open(event: NetworkEvent, client: string, server: string): Watched {
    const opened = { client, server, program: event.process?.name ?? '', segments: [], ended: false, interface: event.interface, namespace: event.namespace };
    this.#all.push(opened);
    for (const { segments } of this.#all.splice(0, this.#all.length - kept)) for (const { event: old } of segments) this.#segments.delete(old.packet);
    return opened;
  }
}
