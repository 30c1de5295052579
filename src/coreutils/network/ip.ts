import { isSystemError, type NetworkInterface } from '../../kernel/uapi/index.ts';
import { rawProgram, reason, type Tool } from '../program/index.ts';

/** How `ip` shows things: its options, and whether it is iproute2 or busybox's. */
interface Manner {
  brief: boolean;
  oneLine: boolean;
  family: 'inet' | 'inet6' | undefined;
  busybox: boolean;
}

function mannerOf(tool: Tool, words: readonly string[]): Manner {
  const has = (...names: string[]): boolean => words.some((word) => names.includes(word));
  const named = /^-f(?:amily)?$/.test(words.find((word) => /^-f/.test(word)) ?? '') ? words[words.findIndex((word) => /^-f/.test(word)) + 1] : undefined;
  return { brief: words.some((word) => /^-br/.test(word)), oneLine: has('-o', '-oneline'), family: has('-4') || named === 'inet' ? 'inet' : has('-6') || named === 'inet6' ? 'inet6' : undefined, busybox: tool.busybox };
}

/** With -o each record stands on one line. */
function record(lines: readonly string[], { oneLine }: Manner): string {
  return `${lines.join(oneLine ? '\\' : '\n')}\n`;
}

export const ip = rawProgram('ip', async (tool, words) => {
  const flags = words.filter((word) => /^-/.test(word));
  const rest = words.filter((word, index) => !/^-/.test(word) && !/^-f(?:amily)?$/.test(words[index - 1] ?? ''));
  const [object = '', verb = 'show', ...args] = rest;
  const manner = mannerOf(tool, words);
  const is = (name: string): boolean => object !== '' && name.startsWith(object);
  try {
    if (is('address') || object === 'a') return await addresses(tool, verb, args, manner);
    if (is('link') || object === 'l') return await links(tool, verb, args, manner);
    if (is('route') || object === 'r') return await routes(tool, verb, args, manner);
    if (is('neighbour') || is('neighbor')) return 0;
    if (object === '') {
      await tool.errorText('Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n       ip [ -force ] -batch filename\n');
      return 255;
    }
    if (flags.includes('-V')) tool.out.write('ip utility, iproute2-6.15.0\n');
    else {
      await tool.errorText(`Object "${object}" is unknown, try "ip help".\n`);
      return 1;
    }
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`RTNETLINK answers: ${reason(error)}\n`);
    return 2;
  }
}, 255);

function chosen(tool: Tool, args: readonly string[]): NetworkInterface[] | undefined {
  const name = args[0] === 'dev' ? args[1] : args[0] === 'up' || args[0] === undefined ? undefined : args[0];
  const all = tool.process.network.interfaces().sort((a, b) => a.index - b.index);
  if (name === undefined) return all;
  const found = all.filter((one) => one.name === name);
  return found.length ? found : undefined;
}

function linkLine(one: NetworkInterface, { busybox }: Manner, mode = ''): string {
  const flags = one.kind === 'loopback' ? ['LOOPBACK', ...(one.up ? ['UP', 'LOWER_UP'] : [])] : [...(one.kind === 'bridge' && one.up && !one.rxPackets && !one.txPackets ? ['NO-CARRIER'] : []), 'BROADCAST', 'MULTICAST', ...(one.up ? ['UP', ...(one.kind === 'bridge' && !one.rxPackets && !one.txPackets ? [] : ['LOWER_UP'])] : [])];
  if (busybox) return `${one.index}: ${one.name}${one.peerIndex === undefined ? '' : `@if${one.peerIndex}`}: <${[...flags, ...(one.peerIndex === undefined ? [] : ['M-DOWN'])].join(',')}> mtu ${one.mtu} qdisc noqueue ${one.kind === 'loopback' ? 'qlen 1000' : ''}`;
  const state = one.kind === 'loopback' ? 'UNKNOWN' : !one.up || flags.includes('NO-CARRIER') ? 'DOWN' : 'UP';
  const peer = one.peerIndex === undefined ? '' : `@if${one.peerIndex}`;
  return `${one.index}: ${one.name}${peer}: <${flags.join(',')}> mtu ${one.mtu} qdisc ${one.kind === 'ethernet' ? 'fq_codel' : 'noqueue'}${one.master === undefined ? '' : ` master ${one.master}`} state ${state}${mode} group default${one.kind === 'bridge' || one.kind === 'veth' ? '' : ' qlen 1000'}`;
}

function macLine(one: NetworkInterface, { busybox }: Manner): string {
  return `    link/${one.kind === 'loopback' ? 'loopback' : 'ether'} ${one.mac} brd ${one.kind === 'loopback' ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff'}${one.peerIndex === undefined || busybox ? '' : ' link-netnsid 0'}`;
}

function broadcast(address: string, prefix: number): string {
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - prefix);
  const last = Math.floor(value / size) * size + size - 1;
  return [24, 16, 8, 0].map((shift) => Math.floor(last / 2 ** shift) % 256).join('.');
}

async function missing(tool: Tool, args: readonly string[]): Promise<number> {
  const name = args[0] === 'dev' ? args[1] : args[0];
  await tool.errorText(tool.busybox ? `ip: can't find device '${name}'\n` : `Device "${name}" does not exist.\n`);
  return 1;
}

async function addresses(tool: Tool, verb: string, args: string[], manner: Manner): Promise<number> {
  const { network } = tool.process;
  if (verb === 'add' || verb === 'del') {
    const [address = '', prefix = '32'] = (args[0] ?? '').split('/');
    const device = args[args.indexOf('dev') + 1] ?? '';
    const value = { address, prefixLength: Number(prefix) };
    if (verb === 'add') network.addAddress(device, value);
    else network.removeAddress(device, value);
    return 0;
  }
  const shown = chosen(tool, 'show'.startsWith(verb) || verb === 'list' || verb === 'ls' ? args : [verb, ...args]);
  if (!shown) return await missing(tool, 'show'.startsWith(verb) ? args : [verb]);
  for (const one of shown) {
    const shownAddresses = one.addresses.filter(({ address }) => manner.family === undefined || address.includes(':') === (manner.family === 'inet6'));
    if (manner.family !== undefined && shownAddresses.length === 0) continue;
    if (manner.brief) {
      tool.out.write(`${`${one.name}${one.peerIndex === undefined ? '' : `@if${one.peerIndex}`}`.padEnd(16)} ${(one.kind === 'loopback' ? 'UNKNOWN' : one.up ? 'UP' : 'DOWN').padEnd(14)} ${shownAddresses.map(({ address, prefixLength }) => `${address}/${prefixLength} `).join('')}\n`);
      continue;
    }
    if (!manner.oneLine) tool.out.write(record([linkLine(one, manner), ...(manner.family === undefined ? [macLine(one, manner)] : [])], manner));
    for (const { address, prefixLength } of shownAddresses) {
      const six = address.includes(':');
      const scope = one.kind === 'loopback' ? 'host' : six && address.startsWith('fe80') ? 'link' : 'global';
      const line = six
        ? `inet6 ${address}/${prefixLength} scope ${scope} ${one.kind === 'loopback' && !manner.busybox ? 'noprefixroute ' : ''}`
        : `inet ${address}/${prefixLength} ${one.kind === 'loopback' ? '' : `brd ${broadcast(address, prefixLength)} `}scope ${scope} ${one.name}`;
      tool.out.write(record([`${manner.oneLine ? `${one.index}: ${one.name}` : ''}    ${line}`, '       valid_lft forever preferred_lft forever'], manner));
    }
  }
  return 0;
}

async function links(tool: Tool, verb: string, args: string[], manner: Manner): Promise<number> {
  const { network } = tool.process;
  const value = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  if (verb === 'add') {
    const name = value('name') ?? args.find((word) => !['dev', 'link', 'type', 'bridge', 'veth'].includes(word)) ?? '';
    if (value('type') === 'bridge') network.addBridge(name);
    else network.addVeth(name, { name: args[args.lastIndexOf('name') + 1] ?? `${name}p`, namespacePid: tool.process.pid });
    return 0;
  }
  if (verb === 'del' || verb === 'delete') {
    network.removeInterface(args[0] === 'dev' ? args[1] ?? '' : args[0] ?? '');
    return 0;
  }
  if (verb === 'set') {
    const name = value('dev') ?? args[0] ?? '';
    if (args.includes('up')) network.setUp(name, true);
    if (args.includes('down')) network.setUp(name, false);
    if (value('master') !== undefined) network.setMaster(name, value('master'));
    if (args.includes('nomaster')) network.setMaster(name, undefined);
    return 0;
  }
  const shown = chosen(tool, 'show'.startsWith(verb) || verb === 'list' || verb === 'ls' ? args : [verb, ...args]);
  if (!shown) return await missing(tool, 'show'.startsWith(verb) ? args : [verb]);
  for (const one of shown) {
    tool.out.write(manner.brief ? `${one.name.padEnd(16)} ${(one.kind === 'loopback' ? 'UNKNOWN' : one.up ? 'UP' : 'DOWN').padEnd(14)} ${one.mac} <${linkLine(one, manner).replace(/.*<|>.*/g, '')}> \n` : record([linkLine(one, manner, ' mode DEFAULT'), macLine(one, manner)], manner));
  }
  return 0;
}

async function routes(tool: Tool, verb: string, args: string[], { busybox }: Manner): Promise<number> {
  const { network } = tool.process;
  const value = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  if (verb === 'add' || verb === 'del') {
    const destination = args[0] === 'default' ? '0.0.0.0/0' : (args[0] ?? '').includes('/') ? args[0] ?? '' : `${args[0]}/32`;
    const found = network.routes().find((route) => route.destination === destination);
    const route = { destination, gateway: value('via'), device: value('dev') ?? found?.device ?? network.interfaces().find((one) => one.kind !== 'loopback')?.name ?? '', source: value('src') };
    if (verb === 'add') network.addRoute(route);
    else network.removeRoute(found ?? route);
    return 0;
  }
  if (verb === 'get') {
    const target = args[0] ?? '';
    const number = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    const best = network.routes().filter((route) => {
      const [base = '', prefix = '32'] = route.destination.split('/');
      const size = 2 ** (32 - Number(prefix));
      return Math.floor(number(base) / size) === Math.floor(number(target) / size);
    }).sort((a, b) => Number(b.destination.split('/')[1]) - Number(a.destination.split('/')[1]))[0];
    if (!best) {
      await tool.errorText('RTNETLINK answers: Network is unreachable\n');
      return 2;
    }
    const source = best.source ?? network.interfaces().find((one) => one.name === best.device)?.addresses.find(({ address }) => !address.includes(':'))?.address;
    tool.out.write(`${target} ${best.gateway === undefined ? '' : `via ${best.gateway} `}dev ${best.device} src ${source} uid ${tool.process.credentials.uid} \n    cache \n`);
    return 0;
  }
  for (const route of network.routes()) {
    const device = network.interfaces().find((one) => one.name === route.device);
    if (device?.kind === 'loopback') continue;
    const source = route.source ?? (route.gateway === undefined ? device?.addresses[0]?.address : undefined);
    tool.out.write(`${route.destination === '0.0.0.0/0' ? 'default' : route.destination} ${route.gateway === undefined ? '' : `via ${route.gateway} `}dev ${route.device} ${route.gateway === undefined ? `${busybox ? 'scope link ' : 'proto kernel scope link'} ${source === undefined ? '' : `src ${source} `}` : ''}\n`);
  }
  return 0;
}
