import { colored, IpError, type Manner, means, refused, requireDevice, Words, writeJson } from './manner.ts';
import { hardwareAddress } from './link.ts';
import { parsePrefix } from './prefix.ts';
import { usages } from './usages.ts';

/** `ip neighbour` */
export async function neighbourCommand(manner: Manner, words: Words): Promise<number> {
  const { network } = manner.tool.process;
  const command = words.peek ?? 'show';
  if (means(command, 'add', 'replace', 'change', 'delete')) {
    words.next();
    const { address, device, mac: typed } = entry(words);
    if (address === undefined || device === undefined) throw new IpError('Device and destination are required arguments.', 255);
    if (!parsePrefix(address)) throw new IpError(`Error: any valid address is expected rather than "${address}".`, 1);
    const mac = typed === undefined ? undefined : hardwareAddress(typed);
    requireDevice(manner, device);
    try {
      if (means(command, 'delete')) network.removeNeighbour(device, address);
      else if (means(command, 'add') && network.neighbours().some((each) => each.address === address && each.device === device)) throw new IpError('RTNETLINK answers: File exists', 2);
      else if (mac === undefined) throw new IpError('RTNETLINK answers: Invalid argument', 2);
      else network.setNeighbour(device, address, mac);
    } catch (error) {
      throw error instanceof IpError ? error : refused(error);
    }
    return 0;
  }
  if (means(command, 'flush')) {
    words.next();
    const { address, device } = entry(words);
    if (address === undefined && device === undefined && words.peek === undefined) throw new IpError('Flush requires arguments.', 1);
    for (const each of network.neighbours()) if (each.state !== 'PERMANENT' && (address === undefined || address === 'all' || each.address === address) && (device === undefined || each.device === device)) network.removeNeighbour(each.device, each.address);
    return 0;
  }
  if (command === 'help') {
    await manner.tool.errorText(usages.neighbour);
    return 255;
  }
  if (means(command, 'get')) {
    words.next();
    const { address, device } = entry(words);
    if (address === undefined || device === undefined) throw new IpError('Device and address are required arguments.', 255);
    if (!network.neighbours().some((each) => each.address === address && each.device === device)) throw new IpError('Error: Neighbour entry not found.', 2);
    return show(manner, new Words([address, 'dev', device]));
  }
  if (words.peek !== undefined && means(command, 'show', 'list', 'lst')) words.next();
  else if (words.peek !== undefined && !['dev', 'to', 'nud', 'proxy', 'vrf', 'nomaster'].includes(command) && !parsePrefix(command)) throw new IpError(`Command "${command}" is unknown, try "ip neigh help".`, 255);
  return show(manner, words);
}

function entry(words: Words): { address: string | undefined; device: string | undefined; mac: string | undefined } {
  const found: ReturnType<typeof entry> = { address: undefined, device: undefined, mac: undefined };
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'dev') found.device = words.value();
    else if (word === 'lladdr') found.mac = words.value();
    else if (word === 'nud') {
      const state = words.value();
      if (!/^(?:delay|failed|incomplete|noarp|none|permanent|probe|reachable|stale|all|\d+)$/.test(state)) throw new IpError(`Error: argument "${state}" is wrong: nud state is bad`, 255);
    }
    else if (word === 'to') found.address = words.value();
    else found.address = word;
  }
  return found;
}

function show(manner: Manner, words: Words): number {
  const { address, device } = entry(words);
  if (device !== undefined) requireDevice(manner, device);
  const shown = manner.tool.process.network.neighbours().filter((each) => (address === undefined || each.address === address) && (device === undefined || each.device === device) && (manner.family === undefined || each.address.includes(':') === (manner.family === 'inet6')))
    .sort((a, b) => Number(a.address.includes(':')) - Number(b.address.includes(':')));
  if (manner.json) {
    writeJson(manner, shown.map((each) => ({ dst: each.address, ...(device === undefined && { dev: each.device }), ...(each.mac !== undefined && { lladdr: each.mac }), state: [each.state] })));
    return 0;
  }
  for (const each of shown) {
    const name = device === undefined ? `dev ${colored(manner, 'cyan', each.device)} ` : '';
    if (manner.brief) manner.tool.out.write(`${each.address.padEnd(39)} ${each.device.padEnd(16)} ${each.mac ?? ''} \n`);
    else manner.tool.out.write(`${colored(manner, each.address.includes(':') ? 'blue' : 'magenta', each.address)} ${name}${each.mac === undefined ? '' : `lladdr ${colored(manner, 'yellow', each.mac)} `}${each.state} \n`);
  }
  return 0;
}
