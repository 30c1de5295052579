import { isSystemError, type NetworkNamespaceReference } from '../../../kernel/uapi/index.ts';
import { briefJson, briefLine, detailLines, hardwareLine, linkJson, linkLine, statisticsJson, statisticsLines } from './link-lines.ts';
import { IpError, type Manner, means, record, refused, requireDevice, type Words, writeJson } from './manner.ts';
import { namespacePath } from './netns.ts';
import { select } from './select.ts';
import { usages } from './usages.ts';

/** `ip link` */
export async function linkCommand(manner: Manner, words: Words): Promise<number> {
  const command = words.peek ?? 'show';
  if (command === 'help') {
    await manner.tool.errorText(usages.link);
    return 255;
  }
  if (means(command, 'add')) return add(manner, skip(words));
  if (means(command, 'set', 'change') && command !== 's') return set(manner, skip(words));
  if (means(command, 'delete')) return remove(manner, skip(words));
  if (words.peek !== undefined && means(command, 'show', 'list', 'lst')) skip(words);
  else if (words.peek !== undefined && !['dev', 'up', 'master', 'type'].includes(command)) throw new IpError(`Command "${command}" is unknown, try "ip link help".`, 255);
  return show(manner, words);
}

function skip(words: Words): Words {
  words.next();
  return words;
}

/** A namespace by its name or the pid of a process in it. */
function namespaceOf({ tool: { process } }: Manner, text: string): NetworkNamespaceReference {
  if (!process.exists(`/run/netns/${text}`) && /^\d+$/.test(text)) return { pid: Number(text) };
  try {
    return { path: namespacePath(process, text) };
  } catch (error) {
    if (error instanceof IpError) throw new IpError(`Error: argument "${text}" is wrong: Invalid "netns" value\n`, 255);
    throw error;
  }
}

/** What `add` and `set` may say of an interface. */
interface Settings {
  name: string | undefined;
  address: string | undefined;
  mtu: number | undefined;
  netns: string | undefined;
  queue: number;
}

function add(manner: Manner, words: Words): number {
  const { network } = manner.tool.process;
  const own: Settings = { name: undefined, address: undefined, mtu: undefined, netns: undefined, queue: 1000 };
  const peer: Settings = { ...own };
  let type: string | undefined;
  let into = own;
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'type') type = words.value();
    else if (word === 'peer' && type === 'veth') into = peer;
    else if (word === 'name' || word === 'dev') into.name = words.value();
    else if (means(word, 'address') && word.length > 1) into.address = words.value();
    else if (word === 'mtu') into.mtu = Number(words.value());
    else if (word === 'netns') into.netns = words.value();
    else if (means(word, 'txqueuelen', 'qlen')) into.queue = Number(words.value());
    else if (type === undefined || into === peer) into.name ??= word;
    else words.next();
  }
  if (type === undefined) throw new IpError('Not enough information: "type" argument is required', 1);
  const name = own.name ?? freeName(manner, type);
  if (name.length > 15 || name === '' || /[/\s]/.test(name)) throw new IpError(`Error: argument "${name}" is wrong: "name" not a valid ifname`, 255);
  try {
    if (type === 'bridge') network.addBridge(name);
    else if (type === 'dummy') network.addDummy(name);
    else if (type === 'veth') {
      peer.name ??= freeName(manner, type, name);
      network.addVeth(name, { name: peer.name });
    } else throw new IpError(['vlan', 'vxlan', 'macvlan', 'ipvlan', 'bond', 'tun', 'tap', 'wireguard', 'gre', 'ipip', 'sit', 'vcan', 'ifb', 'vrf', 'team'].includes(type) ? `ip link: type ${type} is not part of this sandbox; bridge, dummy and veth are` : 'Error: Unknown device type.', 2);
    for (const each of type === 'veth' ? [{ ...own, name }, peer] : [{ ...own, name }]) apply(manner, each);
  } catch (error) {
    throw error instanceof IpError ? error : refused(error);
  }
  return 0;
}

function freeName({ tool }: Manner, type: string, taken?: string): string {
  const names = new Set([...tool.process.network.interfaces().map((one) => one.name), taken]);
  for (let i = 0; ; i++) if (!names.has(`${type}${i}`)) return `${type}${i}`;
}

function apply(manner: Manner, { name = '', address, mtu, netns, queue }: Settings): void {
  const { network } = manner.tool.process;
  network.setQueueLength(name, queue);
  if (address !== undefined) network.setMac(name, address.toLowerCase());
  if (mtu !== undefined) network.setMtu(name, mtu);
  if (netns !== undefined) network.moveInterface(name, namespaceOf(manner, netns));
}

function remove(manner: Manner, words: Words): number {
  const word = words.next();
  const name = word === 'dev' ? words.value() : word;
  if (name === undefined) throw new IpError('Not enough information: "dev" argument is required.', 255);
  requireDevice(manner, name);
  try {
    manner.tool.process.network.removeInterface(name);
  } catch (error) {
    throw refused(error);
  }
  return 0;
}

function set(manner: Manner, words: Words): number {
  const { network } = manner.tool.process;
  let name: string | undefined;
  const changes: (() => void)[] = [];
  const change = (make: (device: string) => void): void => void changes.push(() => make(name ?? ''));
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'dev') name = words.value();
    else if (word === 'up' || word === 'down') {
      const up = word === 'up';
      change((device) => {
        try {
          network.setUp(device, up);
        } catch (error) {
          throw refused(error, manner.busybox ? { EPERM: 'ip: SIOCSIFFLAGS: Operation not permitted' } : {});
        }
      });
    } else if (word === 'master') {
      const master = words.value();
      change((device) => {
        if (!network.interfaces().some((one) => one.name === master)) throw new IpError(`Error: argument "${master}" is wrong: Device does not exist\n`, 255);
        network.setMaster(device, master);
      });
    } else if (word === 'nomaster') change((device) => network.setMaster(device, undefined));
    else if (word === 'mtu') {
      const mtu = countOf(words.value(), 'mtu');
      change((device) => network.setMtu(device, mtu));
    } else if (word === 'netns') {
      const reference = namespaceOf(manner, words.value());
      change((device) => network.moveInterface(device, reference));
    } else if (word === 'name') {
      const newName = words.value();
      if (newName.length > 15) throw new IpError(`Error: argument "${newName}" is wrong: "name" not a valid ifname`, 255);
      change((device) => {
        network.rename(device, newName);
        name = newName;
      });
    } else if (means(word, 'txqueuelen', 'qlen')) {
      const packets = countOf(words.value(), 'txqueuelen');
      change((device) => network.setQueueLength(device, packets));
    } else if (means(word, 'address') && word.length > 2) {
      const mac = hardwareAddress(words.value());
      change((device) => network.setMac(device, mac));
    } else if (['promisc', 'multicast', 'arp', 'allmulticast', 'dynamic', 'group', 'alias', 'addrgenmode'].includes(word)) words.next();
    else if (name === undefined) name = word;
    else throw new IpError(`Error: either "dev" is duplicate, or "${word}" is garbage.`, 255);
  }
  if (name === undefined) throw new IpError('Not enough information: "dev" argument is required.', 255);
  requireDevice(manner, name);
  try {
    for (const make of changes) make();
  } catch (error) {
    if (error instanceof IpError) throw error;
    throw refused(error, isSystemError(error, 'EOPNOTSUPP') ? { EOPNOTSUPP: 'Error: Device type does not allow enslaving.' } : { EINVAL: 'Error: mtu less than device minimum.' });
  }
  return 0;
}

function countOf(text: string, what: string): number {
  if (!/^\d+$/.test(text)) throw new IpError(`Error: argument "${text}" is wrong: Invalid "${what}" value\n`, 255);
  return Number(text);
}

/** An address of hardware as typed. */
export function hardwareAddress(text: string): string {
  if (!/^[\da-f]{1,2}(?::[\da-f]{1,2}){5}$/i.test(text)) throw new IpError(`"${text}" is invalid lladdr.`, 1);
  return text.toLowerCase().split(':').map((part) => part.padStart(2, '0')).join(':');
}

function show(manner: Manner, words: Words): number {
  const { interfaces, all } = select(manner, words);
  if (manner.json) {
    writeJson(manner, interfaces.map((one) => (manner.brief ? briefJson(one, all) : { ...linkJson(manner, one, all, true), ...(manner.statistics > 0 && { stats64: statisticsJson(one, manner.statistics) }) })));
    return 0;
  }
  for (const one of interfaces) {
    if (manner.brief) {
      manner.tool.out.write(`${briefLine(manner, one, all)}\n`);
      continue;
    }
    const [first = '', ...more] = manner.details ? detailLines(one) : [];
    record(manner, [linkLine(manner, one, all, 'link'), hardwareLine(manner, one) + first, ...more, ...(manner.statistics > 0 ? statisticsLines(one, manner.statistics) : [])]);
  }
  return 0;
}
