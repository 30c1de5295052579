import { isSystemError, type Route } from '../../../kernel/uapi/index.ts';
import { rawProgram, reason, type Tool } from '../../program/index.ts';
import { maskLength, maskText, parsePrefix } from '../ip/prefix.ts';
import { selfDescription, usageOf } from './self-description.ts';

/** The table of `route` and `netstat -r`. */
export async function routingTable({ process }: Tool, numeric: boolean, netstat: boolean): Promise<string> {
  const rows = process.network.routes().filter(({ destination }) => !destination.includes(':')).map((route) => {
    const [address = '', length = '32'] = route.destination.split('/');
    const mask = maskText(Number(length));
    const rejects = (route.type ?? 'unicast') !== 'unicast';
    const flags = `${rejects ? '!' : 'U'}${route.gateway === undefined ? '' : 'G'}${length === '32' ? 'H' : ''}`;
    const destination = !numeric && length === '0' ? 'default' : address;
    const gateway = rejects ? '-' : route.gateway ?? '0.0.0.0';
    const start = `${destination.padEnd(15)} ${gateway.padEnd(15)} ${mask.padEnd(15)} ${flags.padEnd(5)} `;
    return netstat ? `${start}    0 0          0 ${route.device || '-'}\n` : `${start}${String(route.metric ?? 0).padEnd(6)} ${(rejects ? '-' : '0').padEnd(3)} ${'0'.padStart(6)} ${route.device || '-'}\n`;
  });
  return `Kernel IP routing table\nDestination     Gateway         Genmask         ${netstat ? 'Flags   MSS Window  irtt Iface' : 'Flags Metric Ref    Use Iface'}\n${rows.join('')}`;
}

/** route(8) */
export const route = rawProgram('route', async (tool, words) => {
  const described = tool.busybox ? undefined : await selfDescription(tool, 'route', words);
  if (described !== undefined) return described;
  const [command, ...rest] = words.filter((word) => !/^-[neFv4]+$/.test(word));
  if (command === undefined) {
    tool.out.write(await routingTable(tool, words.some((word) => /^-[a-zA-Z]*n/.test(word)), words.some((word) => /^-[a-zA-Z]*e/.test(word))));
    return 0;
  }
  if (command !== 'add' && command !== 'del') {
    await tool.errorText(usageOf('route'));
    return 3;
  }
  if (rest.length === 0) {
    tool.out.write(`${inetUsage}\n`);
    return 0;
  }
  const found = read(rest);
  if (typeof found === 'string') {
    await tool.errorText(`${found}\n`);
    return found.endsWith('supported') ? 3 : 6;
  }
  try {
    if (command === 'add' && found.gateway === undefined && found.device === '' && found.type === undefined) {
      await tool.errorText('SIOCADDRT: No such device\n');
      return 7;
    }
    if (command === 'add') tool.process.network.addRoute(found);
    else tool.process.network.removeRoute(found);
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`SIOC${command === 'add' ? 'ADD' : 'DEL'}RT: ${reason(error)}\n`);
    return 7;
  }
});

const inetUsage = 'Usage: inet_route [-vF] del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]\n       inet_route [-vF] add {-host|-net} Target[/prefix] [gw Gw] [metric M]\n                              [netmask N] [mss Mss] [window W] [irtt I]\n                              [mod] [dyn] [reinstate] [[dev] If]\n       inet_route [-vF] add {-host|-net} Target[/prefix] [metric M] reject\n       inet_route [-FC] flush      NOT supported';

function read(words: readonly string[]): Route | string {
  const found: Route = { destination: '', gateway: undefined, device: '', source: undefined };
  let length: number | undefined;
  let target: string | undefined;
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '-net' || word === '-host') {
      target = queue.shift();
      if (word === '-host') length = 32;
    } else if (word === 'gw') {
      const gateway = queue.shift();
      if (gateway === undefined) return inetUsage;
      if (!parsePrefix(gateway)) return `${gateway}: Unknown host`;
      found.gateway = gateway;
    }
    else if (word === 'netmask') length = maskLength(queue.shift() ?? '');
    else if (word === 'metric') found.metric = Number(queue.shift());
    else if (word === 'dev') found.device = queue.shift() ?? '';
    else if (word === 'reject') found.type = 'unreachable';
    else if (target === undefined) target = word;
    else found.device = word;
  }
  if (target === undefined) return inetUsage;
  const prefix = target === 'default' ? { address: '0.0.0.0', prefixLength: 0 } : parsePrefix(target);
  if (!prefix) return `${target}: Unknown host`;
  if (target.includes('/') && !words.includes('-net')) return `route: netmask ${hostPart(prefix.prefixLength)} doesn't make sense with host route\n${inetUsage}`;
  return { ...found, destination: `${prefix.address}/${target.includes('/') || target === 'default' ? prefix.prefixLength : length ?? 32}` };
}

/** The bits of a host in a network of this length, as eight hexadecimal digits. */
function hostPart(length: number): string {
  return (2 ** (32 - length) - 1).toString(16).padStart(8, '0');
}
