import type { IpAddress, TcpFlag } from '../../../kernel/uapi/index.ts';
import { ipv4Number, parsePrefix } from '../ip/prefix.ts';
import { type Captured, frameBytes } from './frame-bytes.ts';

type Test = (packet: Captured) => boolean;

/** Names in a filter by what they stand for. */
export interface FilterNames {
  addresses(name: string): Promise<readonly IpAddress[]>;
  port(name: string): number | undefined;
}

/** An expression of pcap-filter(7) that makes no sense. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}

const flagBits: Readonly<Record<string, number>> = { 'tcp-fin': 1, 'tcp-syn': 2, 'tcp-rst': 4, 'tcp-push': 8, 'tcp-ack': 16, 'tcp-urg': 32 };
const flagOrder: readonly TcpFlag[] = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'];
const protocols = ['tcp', 'udp', 'icmp', 'icmp6', 'ip', 'ip6', 'arp'];

/** Reads a filter: host, net, port, portrange, src, dst, protocols, `tcp[tcpflags] & tcp-syn != 0`, greater, less, and, or, not. */
export async function parseFilter(words: readonly string[], names: FilterNames): Promise<Test> {
  const text = words.join(' ');
  const tokens = text.match(/\w+\[[^\]]*\]|[()]|!=|==|>=|<=|&&|\|\||[!=<>&|+-]|[\w.:/-]+/g) ?? [];
  if (tokens.length === 0) return () => true;
  const parser = new Parser(tokens, names);
  const test = await parser.either();
  if (!parser.done) throw new FilterError('syntax error');
  return test;
}

interface Qualifier {
  protocol: string | undefined;
  direction: 'src' | 'dst' | 'both' | undefined;
  kind: string;
}

class Parser {
  readonly #tokens: readonly string[];
  readonly #names: FilterNames;
  #at = 0;
  /** What a bare name after `or` takes over: `port 80 or 443`. */
  #last: Qualifier | undefined;

  constructor(tokens: readonly string[], names: FilterNames) {
    this.#tokens = tokens;
    this.#names = names;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new FilterError('syntax error');
    return token;
  }

  #accept(...wanted: readonly string[]): boolean {
    if (!wanted.includes(this.#peek() ?? '')) return false;
    this.#at++;
    return true;
  }

  async either(): Promise<Test> {
    let left = await this.#both();
    while (this.#accept('or', '||')) {
      const [one, two] = [left, await this.#both()];
      left = (packet) => one(packet) || two(packet);
    }
    return left;
  }

  async #both(): Promise<Test> {
    let left = await this.#negated();
    while (this.#accept('and', '&&')) {
      const [one, two] = [left, await this.#negated()];
      left = (packet) => one(packet) && two(packet);
    }
    return left;
  }

  async #negated(): Promise<Test> {
    if (this.#accept('not', '!')) {
      const inner = await this.#negated();
      return (packet) => !inner(packet);
    }
    if (this.#accept('(')) {
      const inner = await this.either();
      if (!this.#accept(')')) throw new FilterError('syntax error');
      return inner;
    }
    return await this.#primitive();
  }

  async #primitive(): Promise<Test> {
    if (/\[/.test(this.#peek() ?? '')) return this.#bytes();
    if (this.#accept('greater', 'less')) {
      const more = this.#tokens[this.#at - 1] === 'greater';
      const size = Number(this.#take());
      return (packet) => (more ? frameBytes(packet).length >= size : frameBytes(packet).length <= size);
    }
    if (this.#accept('broadcast')) return ({ destinationMac }) => destinationMac === 'ff:ff:ff:ff:ff:ff';
    if (this.#accept('multicast')) return ({ destinationMac }) => (Number.parseInt(destinationMac.slice(1, 2), 16) & 1) === 1;
    let protocol: string | undefined;
    if (protocols.includes(this.#peek() ?? '')) protocol = this.#take();
    else if (this.#peek() === 'ether') {
      this.#take();
      return this.#ether();
    }
    let direction: Qualifier['direction'];
    if (this.#peek() === 'src' || this.#peek() === 'dst') {
      direction = this.#take() as 'src' | 'dst';
      if (this.#peek() === 'or' || this.#peek() === 'and') {
        const joint = this.#take();
        this.#take();
        direction = joint === 'or' ? undefined : 'both';
      }
    }
    const kinds = ['host', 'net', 'port', 'portrange', 'proto', 'gateway'];
    let kind: string;
    if (kinds.includes(this.#peek() ?? '')) kind = this.#take();
    else if (direction !== undefined) kind = 'host';
    else if (protocol !== undefined) return isProtocol(protocol);
    else if (this.#last && /^[\w.:/-]+$/.test(this.#peek() ?? '') && !/^(and|or|not)$/.test(this.#peek() ?? '')) return await this.#test(this.#last);
    else throw new FilterError('syntax error');
    this.#last = { protocol, direction, kind };
    return await this.#test(this.#last);
  }

  async #test({ protocol, direction, kind }: Qualifier): Promise<Test> {
    const value = this.#take();
    const within = protocol === undefined ? (): boolean => true : isProtocol(protocol);
    const ends = (packet: Captured, matches: (end: 'src' | 'dst') => boolean): boolean => within(packet) && (direction === 'both' ? matches('src') && matches('dst') : direction === undefined ? matches('src') || matches('dst') : matches(direction));
    if (kind === 'proto') return isProtocol({ 1: 'icmp', 6: 'tcp', 17: 'udp' }[Number(value)] ?? value);
    if (kind === 'port' || kind === 'portrange') {
      const [first, last] = kind === 'portrange' ? value.split('-').map((part) => this.#port(part)) : [this.#port(value), this.#port(value)];
      return (packet) => ends(packet, (end) => {
        const port = portOf(packet, end);
        return port !== undefined && port >= (first ?? 0) && port <= (last ?? 0);
      });
    }
    if (kind === 'net') {
      const prefix = parsePrefix(value);
      if (!prefix) throw new FilterError(`unknown network '${value}'`);
      const parts = value.split('/')[0]?.split('.').length ?? 4;
      const length = this.#accept('mask') ? 32 - Math.log2(2 ** 32 - (ipv4Number(this.#take()) ?? 0)) : value.includes('/') ? prefix.prefixLength : parts * 8;
      const size = 2 ** (32 - length);
      const base = Math.floor((ipv4Number(prefix.address) ?? 0) / size);
      return (packet) => ends(packet, (end) => {
        const number = ipv4Number(addressOf(packet, end) ?? '');
        return number !== undefined && Math.floor(number / size) === base;
      });
    }
    const literal = parsePrefix(value)?.address;
    const addresses = literal === undefined ? await this.#names.addresses(value) : [literal];
    if (addresses.length === 0) throw new FilterError(`unknown host '${value}'`);
    return (packet) => ends(packet, (end) => addresses.includes(addressOf(packet, end) ?? ''));
  }

  #port(name: string): number {
    const port = /^\d+$/.test(name) ? Number(name) : this.#names.port(name);
    if (port === undefined) throw new FilterError(`unknown port '${name}'`);
    return port;
  }

  #ether(): Test {
    if (this.#accept('broadcast')) return ({ destinationMac }) => destinationMac === 'ff:ff:ff:ff:ff:ff';
    const direction = this.#accept('src') ? 'src' : this.#accept('dst') ? 'dst' : undefined;
    this.#accept('host');
    const mac = this.#take().toLowerCase();
    return ({ sourceMac, destinationMac }) => (direction !== 'dst' && sourceMac === mac) || (direction !== 'src' && destinationMac === mac);
  }

  /** `tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn`, `tcp[13] & 2 != 0`, `icmp[icmptype] = icmp-echo` */
  #bytes(): Test {
    const [, protocol = '', inside = ''] = /^(\w+)\[(.*)\]$/.exec(this.#take()) ?? [];
    const read = (packet: Captured): number | undefined => {
      const { contents } = packet;
      if (contents.protocol !== 'ip' || contents.body.protocol !== protocol) return undefined;
      const { body } = contents;
      if (body.protocol === 'tcp' && (inside === 'tcpflags' || inside === '13')) return body.flags.reduce((bits, flag) => bits | (1 << flagOrder.indexOf(flag)), 0);
      const [at = 0, size = 1] = (inside === 'icmptype' ? '0' : inside === 'icmpcode' ? '1' : inside).split(':').map(Number);
      const bytes = frameBytes(packet).subarray(14 + (contents.source.includes(':') ? 40 : 20));
      return bytes.subarray(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0);
    };
    const mask = this.#accept('&') ? this.#number() : undefined;
    const comparison = this.#take();
    const wanted = this.#number();
    return (packet) => {
      const value = read(packet);
      if (value === undefined) return false;
      const masked = mask === undefined ? value : value & mask;
      switch (comparison) {
        case '=': case '==': return masked === wanted;
        case '!=': return masked !== wanted;
        case '>': return masked > wanted;
        case '<': return masked < wanted;
        case '>=': return masked >= wanted;
        case '<=': return masked <= wanted;
        default: throw new FilterError('syntax error');
      }
    };
  }

  #number(): number {
    if (this.#accept('(')) {
      let value = this.#number();
      while (this.#accept('|', '+')) value |= this.#number();
      if (!this.#accept(')')) throw new FilterError('syntax error');
      return value;
    }
    const token = this.#take();
    const value = flagBits[token] ?? { 'icmp-echo': 8, 'icmp-echoreply': 0, 'icmp-unreach': 3, 'icmp-timxceed': 11 }[token] ?? Number(token);
    if (Number.isNaN(value)) throw new FilterError('syntax error');
    let sum = value;
    while (this.#accept('|')) sum |= this.#number();
    return sum;
  }
}

function isProtocol(name: string): Test {
  return ({ contents }) => {
    if (name === 'arp' || contents.protocol === 'arp') return name === contents.protocol;
    const v6 = contents.source.includes(':');
    if (name === 'ip' || name === 'ip6') return v6 === (name === 'ip6');
    if (name === 'icmp' || name === 'icmp6') return contents.body.protocol === 'icmp' && v6 === (name === 'icmp6');
    return contents.body.protocol === name;
  };
}

function addressOf({ contents }: Captured, end: 'src' | 'dst'): IpAddress | undefined {
  if (contents.protocol === 'arp') return end === 'src' ? contents.senderAddress : contents.targetAddress;
  return end === 'src' ? contents.source : contents.destination;
}

function portOf({ contents }: Captured, end: 'src' | 'dst'): number | undefined {
  if (contents.protocol === 'arp' || contents.body.protocol === 'icmp') return undefined;
  return end === 'src' ? contents.body.sourcePort : contents.body.destinationPort;
}
