import { type InterfaceAddress, isSystemError, type NetworkInterface } from '../../../kernel/uapi/index.ts';
import { briefJson, briefLine, briefState, detailLines, fullName, hardwareLine, linkJson, linkLine, statisticsJson, statisticsLines } from './link-lines.ts';
import { colored, IpError, type Manner, means, record, refused, requireDevice, type Words, writeJson } from './manner.ts';
import { broadcastOf, liesIn, parsePrefix } from './prefix.ts';
import { select } from './select.ts';
import { usages } from './usages.ts';

/** `ip address` */
export async function addressCommand(manner: Manner, words: Words): Promise<number> {
  const command = words.peek ?? 'show';
  if (means(command, 'add', 'replace', 'change') && command !== 'a') return change(manner, skip(words), command);
  if (means(command, 'delete') && command.length > 1) return change(manner, skip(words), 'delete');
  if (command === 'a') return change(manner, skip(words), 'add');
  if (means(command, 'flush')) return flush(manner, skip(words));
  if (command === 'help') {
    await manner.tool.errorText(usages.address);
    return 255;
  }
  if (words.peek !== undefined && means(command, 'show', 'list', 'lst')) skip(words);
  else if (words.peek !== undefined && !['dev', 'up', 'down', 'master', 'type', 'scope', 'to', 'label'].includes(command)) throw new IpError(`Command "${command}" is unknown, try "ip address help".`, 255);
  return show(manner, words);
}

function skip(words: Words): Words {
  words.next();
  return words;
}

function change(manner: Manner, words: Words, command: string): number {
  const { network } = manner.tool.process;
  let address: InterfaceAddress | undefined;
  let device: string | undefined;
  let broadcast: string | undefined;
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'dev') device = words.value();
    else if (means(word, 'broadcast') || word === 'brd') broadcast = words.value();
    else if (['scope', 'label', 'peer', 'valid_lft', 'preferred_lft', 'metric'].includes(word)) words.value();
    else if (word !== 'nodad' && word !== 'noprefixroute') {
      const text = word === 'local' ? words.value() : word;
      const parsed = parsePrefix(text);
      if (!parsed) throw new IpError(manner.busybox ? `ip: invalid ${text.includes(':') ? 'IPv6' : 'IP'} address: ${text}` : `Error: any valid prefix is expected rather than "${text}".`, 1);
      address = parsed;
    }
  }
  if (device === undefined) throw new IpError('Not enough information: "dev" argument is required.', 1);
  requireDevice(manner, device);
  if (!address) throw new IpError('RTNETLINK answers: Operation not supported', 2);
  if (broadcast !== undefined) address = { ...address, ...(broadcast === '+' ? broadcastOf(address) : { broadcast }) };
  const version = address.address.includes(':') ? 'ipv6' : 'ipv4';
  try {
    if (command === 'delete') network.removeAddress(device, address);
    else network.addAddress(device, address);
  } catch (error) {
    if (isSystemError(error, 'EEXIST') && means(command, 'replace', 'change')) return 0;
    if (version === 'ipv6' && isSystemError(error, 'EACCES')) throw new IpError('Error: IPv6 is disabled on this device.', 2);
    throw refused(error, manner.busybox ? {} : { EEXIST: version === 'ipv4' ? 'Error: ipv4: Address already assigned.' : 'Error: ipv6: address already assigned.', EADDRNOTAVAIL: version === 'ipv4' ? 'Error: ipv4: Address not found.' : 'Error: ipv6: address not found.' });
  }
  return 0;
}

function flush(manner: Manner, words: Words): number {
  if (words.peek === undefined) throw new IpError('Flush requires arguments.', 1);
  const { network } = manner.tool.process;
  for (const { name, addresses } of select(manner, words).interfaces) {
    for (const address of addresses) {
      if (manner.family !== undefined && address.address.includes(':') !== (manner.family === 'inet6')) continue;
      try {
        network.removeAddress(name, address);
      } catch (error) {
        throw refused(error);
      }
    }
  }
  return 0;
}

/** The scope that iproute2 shows. */
function scopeOf(address: string): string {
  if (address === '::1' || address.startsWith('127.')) return 'host';
  return /^fe[89ab]/.test(address) || address.startsWith('169.254.') ? 'link' : 'global';
}

function protocolOf(address: string): string | undefined {
  return address === '::1' ? 'kernel_lo' : /^fe[89ab]/.test(address) ? 'kernel_ll' : undefined;
}

function addressLine(manner: Manner, one: NetworkInterface, { address, prefixLength, broadcast }: InterfaceAddress): string {
  const v6 = address.includes(':');
  const protocol = manner.busybox ? undefined : protocolOf(address);
  const shown = colored(manner, v6 ? 'blue' : 'magenta', address);
  const brd = broadcast === undefined ? '' : `brd ${colored(manner, 'magenta', broadcast)} `;
  return `${v6 ? 'inet6' : 'inet'} ${shown}/${prefixLength} ${brd}scope ${scopeOf(address)} ${v6 ? (protocol === undefined ? '' : `proto ${protocol} `) : one.name}`;
}

function show(manner: Manner, words: Words): number {
  const { interfaces, all, device, scope, to, label } = select(manner, words);
  if (manner.family === 'link') return showLinks(manner, interfaces, all);
  const wanted = ({ address }: InterfaceAddress, name: string): boolean => {
    const v6 = address.includes(':');
    return (manner.family === undefined || v6 === (manner.family === 'inet6')) && (scope === undefined || scopeOf(address) === scope) && (to === undefined || liesIn(address, to)) && (label === undefined || v6 || label === name);
  };
  const shown = interfaces.map((one) => ({ one, addresses: one.addresses.filter((each) => wanted(each, one.name)) })).filter(({ addresses }) => (manner.family === undefined && scope === undefined && to === undefined) || addresses.length > 0);
  // Asked for addresses of IPv6 alone, the kernel says less of each interface.
  const less = manner.family === 'inet6' && device === undefined;
  const plain = manner.family !== undefined || to !== undefined;
  if (manner.json) {
    writeJson(manner, shown.map(({ one, addresses }) => jsonOf(manner, one, all, addresses, less)));
    return 0;
  }
  for (const { one, addresses } of shown) {
    const lines = addresses.map((each) => `    ${addressLine(manner, one, each)}`);
    const life = '       valid_lft forever preferred_lft forever';
    if (manner.brief) {
      manner.tool.out.write(`${colored(manner, 'cyan', `${fullName(one, all).padEnd(16)} `)}${briefState(manner, one)}${addresses.map(({ address, prefixLength }) => `${address}/${prefixLength} `).join('')}\n`);
    } else if (manner.oneLine) for (const line of lines) record(manner, [`${one.index}: ${one.name}${line}`, life]);
    else {
      const [first = '', ...more] = manner.details ? detailLines(one, false) : [];
      const head = [linkLine(manner, one, all, less ? 'short' : 'address'), ...(!plain || manner.details ? [...(less ? [hardwareLine(manner, one).replace(/ brd.*/, '')] : [hardwareLine(manner, one) + first, ...more])] : [])];
      record(manner, [...head, ...lines.flatMap((line) => [line, life]), ...(manner.statistics > 0 ? statisticsLines(one, manner.statistics) : [])]);
    }
  }
  return 0;
}

/** `ip -0 address`: interfaces as they are, without addresses. */
function showLinks(manner: Manner, interfaces: readonly NetworkInterface[], all: readonly NetworkInterface[]): number {
  if (manner.json) writeJson(manner, interfaces.map((one) => (manner.brief ? briefJson(one, all) : linkJson(manner, one, all, false))));
  else for (const one of interfaces) record(manner, manner.brief ? [briefLine(manner, one, all)] : [linkLine(manner, one, all, 'address'), hardwareLine(manner, one)]);
  return 0;
}

function jsonOf(manner: Manner, one: NetworkInterface, all: readonly NetworkInterface[], addresses: readonly InterfaceAddress[], less: boolean): Record<string, unknown> {
  const own = addresses.map((each) => addressJson(one, each));
  if (manner.brief) {
    const { link, ifname, operstate } = linkJson(manner, one, all, false);
    return { ...(link !== undefined && { link }), ifname, operstate, addr_info: addresses.map(({ address, prefixLength }) => ({ local: address, prefixlen: prefixLength })) };
  }
  if (manner.oneLine) return { addr_info: own.map((each) => ({ index: one.index, dev: one.name, ...each })) };
  const { link_type, address, broadcast, qdisc, group, ...rest } = linkJson(manner, one, all, false);
  const hardware = manner.family === undefined || manner.details;
  const order = ['ifindex', 'link', 'link_index', 'ifname', 'flags', 'mtu'];
  const first = Object.fromEntries(Object.entries(rest).filter(([key]) => order.includes(key)));
  const { operstate, master, txqlen, ...last } = Object.fromEntries(Object.entries(rest).filter(([key]) => !order.includes(key)));
  return { ...first, ...(!less && { qdisc }), ...(master !== undefined && { master }), operstate, ...(!less && { group }), ...(txqlen !== undefined && { txqlen }), ...(hardware && { link_type, address, broadcast, ...last }), addr_info: own, ...(manner.statistics > 0 && { stats64: statisticsJson(one, manner.statistics) }) };
}

function addressJson(one: NetworkInterface, { address, prefixLength, broadcast }: InterfaceAddress): Record<string, unknown> {
  const v6 = address.includes(':');
  const protocol = protocolOf(address);
  return { family: v6 ? 'inet6' : 'inet', local: address, prefixlen: prefixLength, ...(broadcast !== undefined && { broadcast }), scope: scopeOf(address), ...(v6 ? protocol !== undefined && { protocol } : { label: one.name }), valid_life_time: 4294967295, preferred_life_time: 4294967295 };
}
