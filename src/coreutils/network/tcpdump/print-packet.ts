import { decodeUtf8 } from '../../../base/index.ts';
import type { IcmpMessage, IpAddress, IpPacket, TcpSegment, UdpDatagram } from '../../../kernel/uapi/index.ts';
import { type Captured, frameBytes, ipBytes } from './frame-bytes.ts';
import { printDns } from './print-dns.ts';

/** How packets are printed. */
export interface PrintOptions {
  /** Names of addresses and ports. */
  hostName(address: IpAddress): string;
  portName(port: number, protocol: 'tcp' | 'udp'): string;
  verbose: number;
  quiet: boolean;
  link: boolean;
  absolute: boolean;
  ascii: boolean;
  hex: boolean;
  time(ms: number): string;
}

const flagLetters = [['FIN', 'F'], ['SYN', 'S'], ['RST', 'R'], ['PSH', 'P'], ['URG', 'U'], ['ACK', '.']] as const;

/** Prints packets one after the other: sequence numbers are relative to the first of their connection. */
export class PacketPrinter {
  readonly #options: PrintOptions;
  readonly #begins = new Map<string, number>();

  constructor(options: PrintOptions) {
    this.#options = options;
  }

  print(packet: Captured): string {
    const { contents } = packet;
    const { link, verbose, ascii, hex } = this.#options;
    const time = this.#options.time(packet.time);
    const where = packet.interface ? `${packet.interface.name.padEnd(5)} ${packet.interface.kind === 'in' ? (packet.destinationMac === 'ff:ff:ff:ff:ff:ff' ? 'B  ' : 'In ') : 'Out'} ` : '';
    const v6 = contents.protocol === 'ip' && contents.source.includes(':');
    const type = contents.protocol === 'arp' ? 'ARP (0x0806)' : v6 ? 'IPv6 (0x86dd)' : 'IPv4 (0x0800)';
    const head = `${time}${where}${link ? `${packet.sourceMac} > ${packet.destinationMac}, ethertype ${type}, length ${frameBytes(packet).length}: ` : ''}`;
    let text: string;
    if (contents.protocol === 'arp') {
      const kind = verbose > 0 ? `ARP, Ethernet (len 6), IPv4 (len 4), ` : link ? '' : 'ARP, ';
      text = `${kind}${contents.operation === 'request' ? `Request who-has ${this.#options.hostName(contents.targetAddress)} tell ${this.#options.hostName(contents.senderAddress)}` : `Reply ${this.#options.hostName(contents.senderAddress)} is-at ${contents.senderMac}`}, length 28`;
    } else if (verbose > 0) text = this.#verboseIp(contents, v6, link);
    else text = `${link ? '' : v6 ? 'IP6 ' : 'IP '}${this.#body(contents)}`;
    const bytes = contents.protocol === 'arp' ? frameBytes(packet).subarray(14) : ipBytes(contents);
    return `${head}${text}\n${ascii ? `${asAscii(bytes)}\n` : ''}${hex ? asHex(bytes) : ''}`;
  }

  #verboseIp(packet: IpPacket, v6: boolean, link: boolean): string {
    const { body } = packet;
    const [name, number] = body.protocol === 'tcp' ? ['TCP', 6] : body.protocol === 'udp' ? ['UDP', 17] : v6 ? ['ICMPv6', 58] : ['ICMP', 1];
    const length = ipBytes(packet).length;
    if (v6) return `${link ? '' : 'IP6 '}(hlim ${packet.ttl}, next-header ${name} (${number}) payload length: ${length - 40}) ${this.#body(packet)}`;
    return `${link ? '' : 'IP '}(tos 0x0, ttl ${packet.ttl}, id ${packet.identification}, offset 0, flags [DF], proto ${name} (${number}), length ${length})\n    ${this.#body(packet)}`;
  }

  #body(packet: IpPacket): string {
    const { body, source, destination } = packet;
    const { hostName, portName, quiet } = this.#options;
    if (body.protocol === 'icmp') return `${hostName(source)} > ${hostName(destination)}: ${icmpText(body, source.includes(':'), hostName)}`;
    const ends = `${hostName(source)}.${portName(body.sourcePort, body.protocol)} > ${hostName(destination)}.${portName(body.destinationPort, body.protocol)}: `;
    if (body.protocol === 'udp') return ends + (quiet ? `UDP, length ${body.data.length}` : this.#udp(body));
    return ends + (quiet ? `tcp ${body.data.length}` : this.#tcp(packet, body));
  }

  #udp({ sourcePort, destinationPort, data }: UdpDatagram): string {
    const sum = this.#options.verbose > 0 ? '[udp sum ok] ' : '';
    const dns = sourcePort === 53 || destinationPort === 53 ? printDns(data) : undefined;
    return dns === undefined ? `${sum}UDP, length ${data.length}` : `${sum}${dns} (${data.length})`;
  }

  #tcp(packet: IpPacket, segment: TcpSegment): string {
    const { flags, sequence, acknowledgment, data, sourcePort, destinationPort } = segment;
    const own = `${packet.source} ${sourcePort} ${packet.destination} ${destinationPort}`;
    const other = `${packet.destination} ${destinationPort} ${packet.source} ${sourcePort}`;
    const syn = flags.includes('SYN');
    if (syn) this.#begins.set(own, sequence);
    const relative = !this.#options.absolute;
    if (relative && !syn && !this.#begins.has(own)) {
      this.#begins.set(own, sequence - 1);
      if (flags.includes('ACK') && !this.#begins.has(other)) this.#begins.set(other, acknowledgment - 1);
      return this.#tcpText(packet, segment, { start: sequence, end: sequence + data.length, ack: acknowledgment });
    }
    const from = relative && !syn ? this.#begins.get(own) ?? 0 : 0;
    const ackFrom = relative && !(syn && !this.#begins.has(other)) && !syn ? this.#begins.get(other) ?? 0 : 0;
    return this.#tcpText(packet, segment, { start: (sequence - from) >>> 0, end: ((sequence - from) >>> 0) + data.length, ack: (acknowledgment - ackFrom) >>> 0 });
  }

  #tcpText(packet: IpPacket, { flags, window, options, timestamps, data, sourcePort, destinationPort }: TcpSegment, { start, end, ack }: { start: number; end: number; ack: number }): string {
    const has = (flag: TcpSegment['flags'][number]): boolean => flags.includes(flag);
    const letters = flagLetters.filter(([flag]) => has(flag)).map(([, letter]) => letter).join('') || 'none';
    const shown = [
      `Flags [${letters}]`, this.#options.verbose > 0 ? `cksum 0x${sumOf(packet)} (correct)` : undefined, data.length > 0 ? `seq ${start}:${end}` : has('SYN') || has('FIN') || has('RST') ? `seq ${start}` : undefined, has('ACK') ? `ack ${ack}` : undefined, `win ${window}`,
      options ? `options [mss ${options.mss},sackOK,${timestamps ? `TS val ${timestamps[0]} ecr ${timestamps[1]},` : ''}nop,wscale ${options.windowScale}]` : timestamps ? `options [nop,nop,TS val ${timestamps[0]} ecr ${timestamps[1]}]` : undefined, `length ${data.length}`,
    ].filter((part) => part !== undefined).join(', ');
    return shown + (data.length > 0 && [sourcePort, destinationPort].some((port) => port === 80 || port === 8080 || port === 3128) ? this.#http(data) : '');
  }

  #http(data: Uint8Array): string {
    const text = decodeUtf8(data.subarray(0, 2000));
    const [first = ''] = text.split('\r\n');
    if (!/^(?:[A-Z]{3,7} \S+ HTTP\/|HTTP\/1\.)/.test(first)) return ': HTTP';
    if (this.#options.verbose === 0) return `: HTTP: ${first}`;
    return `\n\tHTTP, length: ${data.length}\n${text.split('\r\n').slice(0, text.split('\r\n').indexOf('') + 1).map((line) => `\t${line}`).join('\n')}`;
  }
}

/** The checksum in a TCP header. */
function sumOf(packet: IpPacket): string {
  const at = (packet.source.includes(':') ? 40 : 20) + 16;
  return [...ipBytes(packet).subarray(at, at + 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function icmpText({ message, code, identifier, sequence, data, about, target }: IcmpMessage, v6: boolean, hostName: (address: IpAddress) => string): string {
  const name = v6 ? 'ICMP6,' : 'ICMP';
  if (message === 'echo-request' || message === 'echo-reply') return `${name} ${message.replace('-', ' ')}, id ${identifier}, seq ${sequence}, length ${8 + data.length}`;
  if (message === 'neighbour-solicitation') return `ICMP6, neighbor solicitation, who has ${target}, length 32`;
  if (message === 'neighbour-advertisement') return `ICMP6, neighbor advertisement, tgt is ${target}, length 32`;
  const length = 8 + (about ? Math.min(548, ipBytes(about).length) : 0);
  if (message === 'time-exceeded') return v6 ? `ICMP6, time exceeded in-transit, length ${length}` : `ICMP time exceeded in-transit, length ${length}`;
  const to = about ? hostName(about.destination) : '';
  if (code === 3 && about && about.body.protocol !== 'icmp') return `${name} ${to} ${about.body.protocol} port ${about.body.destinationPort} unreachable, length ${length}`;
  const what = { 0: `net ${to} unreachable`, 1: `host ${to} unreachable`, 4: `${to} unreachable - need to frag`, 10: `host ${to} unreachable - admin prohibited`, 13: `host ${to} unreachable - admin prohibited filter` }[code] ?? `${to} unreachable`;
  return `${name} ${what}, length ${length}`;
}

function asAscii(bytes: Uint8Array): string {
  return [...bytes].map((byte) => (byte === 10 ? '\n' : byte === 13 ? '\r' : byte === 9 ? '\t' : byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
}

function asHex(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)];
    let groups = '';
    for (let i = 0; i < row.length; i += 2) groups += `${i === 0 ? '' : ' '}${row.slice(i, i + 2).map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    out += `\t0x${at.toString(16).padStart(4, '0')}:  ${groups.padEnd(39)}  ${row.map((byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')}\n`;
  }
  return out;
}
