import type { DestinationNat, IpAddress, IpPacket } from '../uapi/index.ts';
import { inRange, isAny, isLoopback, isV6, parseCidr } from './address.ts';
import type { Interface } from './interface.ts';
import type { Stack } from './stack.ts';

/** Both ends of a packet; an echo's identifier stands for its port. */
interface Ends {
  protocol: string;
  source: IpAddress;
  sourcePort: number;
  destination: IpAddress;
  destinationPort: number;
}

/** A conversation that is tracked: how its first packet looked before translation, and how answers look when they come in. */
interface Flow {
  original: Ends;
  reply: Ends;
  /** The source was decided on. */
  settled: boolean;
  answered: boolean;
}

/** A packet on its way through a stack, with the conversation it belongs to. */
export interface Tracked {
  packet: IpPacket;
  flow: Flow | undefined;
  direction: 'original' | 'reply';
  /** An error of ICMP about the conversation. */
  related: boolean;
}

/** Conversations that are remembered: net.netfilter.nf_conntrack_max, only smaller. */
const capacity = 8192;

function endsOf({ source, destination, body }: IpPacket): Ends | undefined {
  if (body.protocol !== 'icmp') return { protocol: body.protocol, source, sourcePort: body.sourcePort, destination, destinationPort: body.destinationPort };
  if (body.message === 'echo-request') return { protocol: 'icmp', source, sourcePort: body.identifier, destination, destinationPort: 0 };
  if (body.message === 'echo-reply') return { protocol: 'icmp', source, sourcePort: 0, destination, destinationPort: body.identifier };
  return undefined;
}

function reverse({ protocol, source, sourcePort, destination, destinationPort }: Ends): Ends {
  return { protocol, source: destination, sourcePort: destinationPort, destination: source, destinationPort: sourcePort };
}

function keyOf(ends: Ends): string {
  return `${ends.protocol} ${ends.source} ${ends.sourcePort} ${ends.destination} ${ends.destinationPort}`;
}

/** The packet with other ends. */
function withEnds(packet: IpPacket, { source, sourcePort, destination, destinationPort }: Ends): IpPacket {
  const { body } = packet;
  if (body.protocol !== 'icmp') return { ...packet, source, destination, body: { ...body, sourcePort, destinationPort } };
  return { ...packet, source, destination, body: { ...body, identifier: sourcePort || destinationPort } };
}

/** Address translation of a namespace with the connection tracking that it needs: `docker run -p`, masquerading. */
export class Translation {
  readonly destinationNats: DestinationNat[] = [];
  readonly masquerades: string[] = [];
  readonly #namespace: Stack;
  /** Connections are to be known even without rules: the firewall asks for them. */
  readonly #watched: () => boolean;
  readonly #flows = new Map<string, Flow>();

  constructor(namespace: Stack, watched: () => boolean) {
    this.#namespace = namespace;
    this.#watched = watched;
  }

  get #active(): boolean {
    return this.destinationNats.length > 0 || this.masquerades.length > 0 || this.#watched();
  }

  /** PREROUTING and OUTPUT: the packet with its true destination. */
  enter(packet: IpPacket, from: Interface | undefined): Tracked {
    const plain: Tracked = { packet, flow: undefined, direction: 'original', related: false };
    if (!this.#active) return plain;
    const ends = endsOf(packet);
    if (!ends) return this.#enterError(packet) ?? plain;
    let flow = this.#flows.get(keyOf(ends));
    if (flow && packet.body.protocol === 'tcp' && packet.body.flags.includes('SYN') && !packet.body.flags.includes('ACK') && from?.kind !== 'loopback') {
      this.#forget(flow);
      flow = undefined;
    }
    if (!flow) {
      flow = this.#begin(ends, from);
      if (!flow) return plain;
    }
    const direction = keyOf(ends) === keyOf(flow.original) ? 'original' : 'reply';
    if (direction === 'reply') flow.answered = true;
    const target = direction === 'original' ? { address: flow.reply.source, port: flow.reply.sourcePort } : { address: flow.original.source, port: flow.original.sourcePort };
    const changed = target.address === ends.destination && target.port === ends.destinationPort ? packet : withEnds(packet, { ...ends, destination: target.address, destinationPort: target.port });
    return { packet: changed, flow, direction, related: false };
  }

  #begin(ends: Ends, from: Interface | undefined): Flow | undefined {
    if (ends.protocol === 'icmp' && ends.destinationPort !== 0) return undefined;
    const rule = this.#namespace.isLocal(ends.destination) && !isLoopback(ends.destination) ? this.#rule(ends, from) : undefined;
    const target = rule ? { ...ends, destination: rule.toAddress, destinationPort: rule.toPort } : ends;
    const flow: Flow = { original: ends, reply: reverse(target), settled: false, answered: false };
    this.#remember(flow);
    return flow;
  }

  /** A rule holds for own addresses but those of loopback, and not for what comes in where it would go out. */
  #rule({ protocol, destination, destinationPort }: Ends, from: Interface | undefined): DestinationNat | undefined {
    return this.destinationNats.find((rule) => rule.protocol === protocol && rule.port === destinationPort && isV6(rule.toAddress) === isV6(destination) && (rule.address === undefined || isAny(rule.address) || rule.address === destination)
      && !(from && this.#leadsTo(rule.toAddress) === from));
  }

  #leadsTo(address: IpAddress): Interface | undefined {
    const way = this.#namespace.wayTo(address);
    return 'error' in way ? undefined : way.device;
  }

  #remember(flow: Flow): void {
    this.#flows.set(keyOf(flow.original), flow);
    this.#flows.set(keyOf(flow.reply), flow);
    for (const [key] of this.#flows) {
      if (this.#flows.size <= capacity) break;
      this.#flows.delete(key);
    }
  }

  #forget(flow: Flow): void {
    this.#flows.delete(keyOf(flow.original));
    this.#flows.delete(keyOf(flow.reply));
  }

  /** An error about a packet that was translated goes to who sent that, about what that looked like. */
  #enterError(packet: IpPacket): Tracked | undefined {
    const { body } = packet;
    const about = body.protocol === 'icmp' ? body.about : undefined;
    const ends = about && endsOf(about);
    if (!about || !ends || body.protocol !== 'icmp') return undefined;
    const back = reverse(ends);
    const flow = this.#flows.get(keyOf(back));
    if (!flow) return undefined;
    const direction = keyOf(back) === keyOf(flow.original) ? 'original' : 'reply';
    const seen = direction === 'reply' ? flow.original : flow.reply;
    return { packet: { ...packet, destination: seen.source, body: { ...body, about: withEnds(about, seen) } }, flow, direction, related: true };
  }

  /** POSTROUTING (with the interface it leaves by) and INPUT: the packet with the source that the receiver is to see. */
  leave({ packet, flow, direction, related }: Tracked, out: Interface | undefined): IpPacket {
    const ends = endsOf(packet);
    if (!flow || !ends || related) return packet;
    if (direction === 'reply') return this.#asSeen(packet, ends, { address: flow.original.destination, port: flow.original.destinationPort });
    if (!flow.settled && out) this.#settle(flow, ends, out);
    return this.#asSeen(packet, ends, { address: flow.reply.destination, port: flow.reply.destinationPort });
  }

  #asSeen(packet: IpPacket, ends: Ends, source: { address: IpAddress; port: number }): IpPacket {
    return source.address === ends.source && source.port === ends.sourcePort ? packet : withEnds(packet, { ...ends, source: source.address, sourcePort: source.port });
  }

  /** Decides whether the source is hidden. */
  #settle(flow: Flow, ends: Ends, out: Interface): void {
    flow.settled = true;
    if (out.kind === 'loopback' || !this.masquerades.some((range) => inRange(ends.source, parseCidr(range)) && !out.addresses.some(({ address }) => inRange(address, parseCidr(range))))) return;
    this.#flows.delete(keyOf(flow.reply));
    const reply = { ...flow.reply, destination: this.#namespace.sourceOn(out, ends.destination) };
    while (this.#flows.has(keyOf(reply))) reply.destinationPort = 1024 + ((reply.destinationPort + 1) % 64000);
    flow.reply = reply;
    this.#remember(flow);
  }

  /** A packet that leaves, as it was sent. */
  undo(packet: IpPacket): IpPacket {
    const ends = endsOf(packet);
    const flow = ends && this.#flows.get(keyOf(reverse(ends)));
    return flow ? withEnds(packet, keyOf(reverse(ends)) === keyOf(flow.reply) ? flow.original : flow.reply) : packet;
  }
}
