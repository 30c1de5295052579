import { isSystemError, type NetworkInterface, type Process } from '../../../kernel/uapi/index.ts';
import { rawProgram, reason } from '../../program/index.ts';
import { broadcastOf, maskLength, maskText, parsePrefix } from '../ip/prefix.ts';
import { interfaceTable } from './interface-table.ts';
import { selfDescription } from './self-description.ts';

/** ifconfig(8) of net-tools and of busybox. */
export const ifconfig = rawProgram('ifconfig', async (tool, words) => {
  const { process, busybox } = tool;
  const described = busybox ? undefined : await selfDescription(tool, 'ifconfig', words);
  if (described !== undefined) return described;
  const unknown = busybox ? undefined : words.find((word) => /^--?./.test(word) && !/^-(?:a|s|v|arp|promisc|allmulti|multicast|broadcast|pointopoint|trailers|dynamic)$/.test(word));
  if (unknown !== undefined) {
    await tool.errorText(`ifconfig: option \`${unknown}' not recognised.\nifconfig: \`--help' gives usage information.\n`);
    return 1;
  }
  const all = words.includes('-a');
  const [name, ...settings] = words.filter((word) => !/^-[asv]$/.test(word));
  const describe = busybox ? describeBusybox : describeInterface;
  if (words.includes('-s')) {
    tool.out.write(interfaceTable(process, all, 'Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg'));
    return 0;
  }
  if (name === undefined) {
    for (const one of process.network.interfaces().filter(({ up }) => up || all).sort((a, b) => (a.name < b.name ? -1 : 1))) tool.out.write(describe(one));
    return 0;
  }
  const one = process.network.interfaces().find((each) => each.name === name);
  if (settings.length === 0) {
    if (!one) {
      await tool.errorText(busybox ? `ifconfig: ${name}: error fetching interface information: Device not found\n` : `${name}: error fetching interface information: Device not found\n`);
      return 1;
    }
    tool.out.write(describe(one));
    return 0;
  }
  try {
    const host = change(process, name, settings);
    if (host === undefined) return 0;
    await tool.errorText(`${host}: Host name lookup failure\nifconfig: \`--help' gives usage information.\n`);
    return 1;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`${busybox ? 'ifconfig: ' : ''}SIOCSIFFLAGS: ${reason(error)}\n`);
    return 255;
  }
});

/** Makes the changes; the word that was to be an address and is none. */
function change({ network }: Process, name: string, settings: readonly string[]): string | undefined {
  const queue = [...settings];
  let address: string | undefined;
  let length: number | undefined;
  let up: boolean | undefined;
  let broadcast: string | undefined;
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === 'up' || word === 'down') up = word === 'up';
    else if (word === 'netmask') length = maskLength(queue.shift() ?? '');
    else if (word === 'broadcast') broadcast = queue.shift();
    else if (word === 'mtu') network.setMtu(name, Number(queue.shift()));
    else if (word === 'txqueuelen') network.setQueueLength(name, Number(queue.shift()));
    else if (word === 'hw') network.setMac(name, (queue.shift(), queue.shift() ?? '').toLowerCase());
    else if (!word.startsWith('-') && word !== 'promisc' && word !== 'inet') address = word;
  }
  const parsed = address === undefined ? undefined : parsePrefix(address);
  if (address !== undefined && !parsed) return address;
  if (parsed) {
    for (const old of network.interfaces().find((each) => each.name === name)?.addresses ?? []) if (!old.address.includes(':')) network.removeAddress(name, old);
    const [first = 0] = parsed.address.split('.').map(Number);
    const prefixLength = length ?? (address?.includes('/') ? parsed.prefixLength : first < 128 ? 8 : first < 192 ? 16 : 24);
    network.addAddress(name, { address: parsed.address, prefixLength, ...(broadcast === undefined ? broadcastOf({ address: parsed.address, prefixLength }) : { broadcast }) });
    up ??= true;
  }
  if (up !== undefined) network.setUp(name, up);
  return undefined;
}

function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${value.toFixed(1)} ${units[unit]}`;
}

function describeInterface(one: NetworkInterface): string {
  const loopback = one.kind === 'loopback';
  const flags: [number, string][] = [[1, 'UP'], [2, 'BROADCAST'], [8, 'LOOPBACK'], [64, 'RUNNING'], [128, 'NOARP'], [4096, 'MULTICAST']];
  const set = (one.up ? 1 : 0) | (loopback ? 8 : 2 | (one.kind === 'dummy' ? 128 : 4096)) | (one.carrier ? 64 : 0);
  const lines = [`${one.name}: flags=${set}<${flags.filter(([bit]) => (set & bit) !== 0).map(([, name]) => name).join(',')}>  mtu ${one.mtu}`];
  for (const { address, prefixLength, broadcast } of one.addresses) {
    if (address.includes(':')) {
      const [number, scope] = address === '::1' ? ['10', 'host'] : /^fe[89ab]/.test(address) ? ['20', 'link'] : ['0', 'global'];
      lines.push(`        inet6 ${address}  prefixlen ${prefixLength}  scopeid 0x${number}<${scope}>`);
    } else lines.push(`        inet ${address}  netmask ${maskText(prefixLength)}${loopback ? '' : `  broadcast ${broadcast ?? '0.0.0.0'}`}`);
  }
  lines.push(loopback ? `        loop  txqueuelen ${one.queueLength}  (Local Loopback)` : `        ether ${one.mac}  txqueuelen ${one.queueLength}  (Ethernet)`);
  lines.push(`        RX packets ${one.rxPackets}  bytes ${one.rxBytes} (${size(one.rxBytes)})`, `        RX errors 0  dropped ${one.rxDropped}  overruns 0  frame 0`, `        TX packets ${one.txPackets}  bytes ${one.txBytes} (${size(one.txBytes)})`, `        TX errors 0  dropped ${one.txDropped} overruns 0  carrier 0  collisions 0`);
  return `${lines.join('\n')}\n\n`;
}

function binarySize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return `${value.toFixed(1)} ${units[unit]}`;
}

function describeBusybox(one: NetworkInterface): string {
  const loopback = one.kind === 'loopback';
  const flags = [one.up && 'UP', loopback ? 'LOOPBACK' : 'BROADCAST', one.carrier && 'RUNNING', !loopback && 'MULTICAST'].filter((flag) => flag !== false);
  const lines = [`${one.name.padEnd(10)}Link encap:${loopback ? 'Local Loopback  ' : `Ethernet  HWaddr ${one.mac.toUpperCase()}  `}`];
  for (const { address, prefixLength, broadcast } of one.addresses) {
    if (!address.includes(':')) lines.push(`          inet addr:${address}  ${loopback ? '' : `Bcast:${broadcast ?? '0.0.0.0'}  `}Mask:${maskText(prefixLength)}`);
  }
  for (const { address, prefixLength } of one.addresses) if (address.includes(':')) lines.push(`          inet6 addr: ${address}/${prefixLength} Scope:${address === '::1' ? 'Host' : /^fe[89ab]/.test(address) ? 'Link' : 'Global'}`);
  lines.push(`          ${flags.join(' ')}  MTU:${one.mtu}  Metric:1`, `          RX packets:${one.rxPackets} errors:0 dropped:${one.rxDropped} overruns:0 frame:0`, `          TX packets:${one.txPackets} errors:0 dropped:${one.txDropped} overruns:0 carrier:0`, `          collisions:0 txqueuelen:${one.queueLength} `, `          RX bytes:${one.rxBytes} (${binarySize(one.rxBytes)})  TX bytes:${one.txBytes} (${binarySize(one.txBytes)})`);
  return `${lines.join('\n')}\n\n`;
}
