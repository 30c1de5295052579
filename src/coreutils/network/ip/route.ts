import { isSystemError, type Route } from '../../../kernel/uapi/index.ts';
import { colored, IpError, type Manner, means, refused, requireDevice, type Words, writeJson } from './manner.ts';
import { broadcastOf, ipv4Number, ipv4Text, liesIn, parsePrefix } from './prefix.ts';
import { usages } from './usages.ts';

const types = ['unicast', 'blackhole', 'unreachable', 'prohibit'] as const;

/** `ip route` */
export async function routeCommand(manner: Manner, words: Words): Promise<number> {
  const command = words.peek ?? 'show';
  if (command === 'help') {
    await manner.tool.errorText(usages.route);
    return 255;
  }
  if (means(command, 'add', 'append', 'replace', 'change')) return add(manner, skip(words), command);
  if (means(command, 'delete')) return remove(manner, skip(words));
  if (means(command, 'get')) return get(manner, skip(words));
  if (means(command, 'flush')) return flush(manner, skip(words));
  if (words.peek !== undefined && means(command, 'show', 'list', 'lst')) skip(words);
  else if (words.peek !== undefined && !['dev', 'table', 'via', 'proto', 'default', 'match', 'exact', 'root', 'type', 'scope', 'src', 'to', 'oif'].includes(command) && !parsePrefix(command)) throw new IpError(`Command "${command}" is unknown, try "ip route help".`, 255);
  return show(manner, words);
}

function skip(words: Words): Words {
  words.next();
  return words;
}

function destinationOf({ family }: Manner, text: string, gateway?: string): string {
  if (text === 'default' || text === 'any' || text === 'all') return family === 'inet6' || gateway?.includes(':') ? '::/0' : '0.0.0.0/0';
  const prefix = parsePrefix(text);
  if (!prefix) throw new IpError(`Error: any valid prefix is expected rather than "${text}".`, 1);
  return `${prefix.address}/${prefix.prefixLength}`;
}

function parseRoute(manner: Manner, words: Words): Route & { given: Set<string> } {
  const route: Route & { given: Set<string> } = { destination: '', gateway: undefined, device: '', source: undefined, given: new Set() };
  let destination: string | undefined;
  for (let word = words.next(); word !== undefined; word = words.next()) {
    route.given.add(word);
    if (word === 'via') {
      const text = words.value();
      const next = text === 'inet' || text === 'inet6' ? words.value() : text;
      const gateway = parsePrefix(next);
      if (!gateway || next.includes('/')) throw new IpError(`Error: any valid address is expected rather than "${next}".`, 1);
      route.gateway = gateway.address;
    } else if (word === 'dev' || word === 'oif') route.device = words.value();
    else if (word === 'src') route.source = words.value();
    else if (means(word, 'metric', 'preference', 'priority') && word.length > 2) route.metric = Number(words.value());
    else if (word === 'proto' || word === 'protocol') route.protocol = words.value() as NonNullable<Route['protocol']>;
    else if (word === 'scope') route.scope = words.value() as NonNullable<Route['scope']>;
    else if (word === 'table' || word === 'mtu' || word === 'tos' || word === 'advmss') words.value();
    else if (word === 'onlink') continue;
    else {
      const type = types.find((each) => each === word);
      if (type) route.type = type;
      else if (destination === undefined) destination = word === 'to' ? words.value() : word;
      else throw new IpError(`Error: either "to" is duplicate, or "${word}" is a garbage.`, 255);
    }
  }
  if (destination === undefined) throw new IpError('Error: Need destination.', 255);
  return { ...route, destination: destinationOf(manner, destination, route.gateway) };
}

const addRefusals = { ENETUNREACH: 'Error: Nexthop has invalid gateway.', EHOSTUNREACH: 'Error: Nexthop device is not up.', ENETDOWN: 'Error: Device for nexthop is not up.', EINVAL: 'Error: Invalid prefix for given prefix length.' };

function add(manner: Manner, words: Words, command: string): number {
  const { network } = manner.tool.process;
  if (words.peek === undefined) throw new IpError(usages.route.trimEnd(), 255);
  const { given, ...route } = parseRoute(manner, words);
  if (route.device !== '') requireDevice(manner, route.device);
  if ((route.type ?? 'unicast') === 'unicast' && route.device === '' && !given.has('via')) throw new IpError('RTNETLINK answers: No such device', 2);
  const plain: Route = { ...route, ...(route.gateway === undefined && (route.type ?? 'unicast') === 'unicast' && !route.destination.includes(':') && { scope: route.scope ?? 'link' }) };
  const isReplaced = (each: Route): boolean => each.destination === plain.destination && (each.metric ?? 0) === (plain.metric ?? 0);
  const [old] = network.routes().filter(isReplaced);
  if (means(command, 'change') && !old) throw new IpError('RTNETLINK answers: No such file or directory', 2);
  if (means(command, 'replace', 'change') && old) network.removeRoute(old);
  try {
    network.addRoute(plain);
  } catch (error) {
    throw refused(error, addRefusals);
  }
  return 0;
}

function remove(manner: Manner, words: Words): number {
  if (words.peek === undefined) throw new IpError(usages.route.trimEnd(), 255);
  const { given: _given, ...route } = parseRoute(manner, words);
  if (route.device !== '') requireDevice(manner, route.device);
  try {
    manner.tool.process.network.removeRoute(route);
  } catch (error) {
    throw refused(error);
  }
  return 0;
}

function flush(manner: Manner, words: Words): number {
  const { network } = manner.tool.process;
  if (words.peek === 'cache') return 0;
  if (words.peek === undefined) throw new IpError('"ip route flush" requires arguments.', 1);
  for (const route of chosen(manner, words).routes) {
    try {
      network.removeRoute(route);
    } catch (error) {
      throw refused(error);
    }
  }
  return 0;
}

/** What a selector has chosen; a field by which it chose is not shown. */
interface Chosen {
  routes: Route[];
  hidden: ReadonlySet<'dev' | 'via' | 'proto' | 'scope'>;
  table: string | undefined;
}

function chosen(manner: Manner, words: Words): Chosen {
  const { network } = manner.tool.process;
  const v6 = manner.family === 'inet6';
  let routes = network.routes().filter(({ destination }) => destination.includes(':') === v6);
  const hidden = new Set<'dev' | 'via' | 'proto' | 'scope'>();
  let table: string | undefined;
  const only = (keep: (route: Route) => boolean): void => {
    routes = routes.filter(keep);
  };
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'dev' || word === 'oif') {
      const name = words.value();
      requireDevice(manner, name);
      hidden.add('dev');
      only(({ device }) => device === name);
    } else if (word === 'table') table = words.value();
    else if (word === 'via') {
      const via = words.value();
      hidden.add('via');
      only(({ gateway }) => gateway === via);
    } else if (word === 'proto' || word === 'protocol') {
      const wanted = words.value();
      hidden.add('proto');
      only(({ protocol = 'boot' }) => protocol === wanted);
    } else if (word === 'scope') {
      const wanted = words.value();
      hidden.add('scope');
      only(({ scope = 'global' }) => scope === wanted);
    } else if (word === 'type') {
      const wanted = words.value();
      only(({ type = 'unicast' }) => type === wanted);
    } else if (word === 'src') {
      const wanted = words.value();
      only(({ source }) => source === wanted);
    } else if (word === 'match' || word === 'root') {
      const wanted = destinationOf(manner, words.value());
      only(({ destination }) => (word === 'match' ? within(wanted, destination) : within(destination, wanted)));
    } else {
      const wanted = destinationOf(manner, word === 'exact' || word === 'to' ? words.value() : word);
      only(({ destination }) => destination === wanted);
    }
  }
  return { routes, hidden, table };
}

/** Whether one prefix lies in another. */
function within(inner: string, outer: string): boolean {
  return Number(inner.split('/')[1]) >= Number(outer.split('/')[1]) && liesIn(inner.split('/')[0] ?? '', outer);
}

function show(manner: Manner, words: Words): number {
  const { routes, hidden, table } = chosen(manner, words);
  if (table === 'local') return showLocal(manner);
  if (table !== undefined && !['main', 'all', '254'].includes(table)) {
    if (table === 'default' || table === '253') return 0;
    throw new IpError(/^\d+$/.test(table) ? 'Error: ipv4: FIB table does not exist.\nDump terminated' : `Error: argument "${table}" is wrong: table id value is invalid\n`, 2);
  }
  if (manner.json) {
    writeJson(manner, routes.map((each) => jsonOf(manner, each, hidden)));
    return 0;
  }
  for (const each of routes) manner.tool.out.write(`${routeLine(manner, each, hidden)}\n`);
  return 0;
}

function shownDestination(destination: string): string {
  if (destination === '0.0.0.0/0' || destination === '::/0') return 'default';
  return destination.replace(/^([^:]*)\/32$|^(.*)\/128$/, '$1$2');
}

function routeLine(manner: Manner, route: Route, hidden: Chosen['hidden']): string {
  const v6 = route.destination.includes(':');
  const type = route.type ?? 'unicast';
  const protocol = route.protocol ?? 'boot';
  if (manner.busybox) {
    const link = route.gateway === undefined ? 'scope link ' : '';
    return `${shownDestination(route.destination)} ${route.gateway === undefined ? '' : `via ${route.gateway} `}dev ${route.device} ${link}${route.source === undefined ? '' : ` src ${route.source} `}`;
  }
  return [
    type === 'unicast' && !manner.details ? '' : `${type} `, `${colored(manner, v6 ? 'blue' : 'magenta', shownDestination(route.destination))} `, route.gateway === undefined || hidden.has('via') ? '' : `via ${colored(manner, v6 ? 'blue' : 'magenta', route.gateway)} `,
    route.device === '' || hidden.has('dev') ? (v6 && type !== 'unicast' ? 'dev lo ' : '') : `dev ${colored(manner, 'cyan', route.device)} `, (protocol === 'boot' && !manner.details) || hidden.has('proto') ? '' : `proto ${protocol} `,
    v6 ? '' : ((route.scope === undefined || route.scope === 'global') && !manner.details) || hidden.has('scope') ? '' : `scope ${route.scope ?? 'global'} `, route.source === undefined ? '' : `src ${route.source} `, route.metric === undefined && !v6 ? '' : `metric ${route.metric ?? 1024} `, route.linkDown ? 'linkdown ' : '', v6 ? 'pref medium' : '',
  ].join('');
}

function jsonOf(manner: Manner, route: Route, hidden: Chosen['hidden']): Record<string, unknown> {
  return {
    ...((manner.details || (route.type && route.type !== 'unicast')) && { type: route.type ?? 'unicast' }), dst: shownDestination(route.destination), ...(route.gateway !== undefined && !hidden.has('via') && { gateway: route.gateway }), ...(route.device !== '' && !hidden.has('dev') && { dev: route.device }),
    ...((manner.details || (route.protocol ?? 'boot') !== 'boot') && !hidden.has('proto') && { protocol: route.protocol ?? 'boot' }), ...((manner.details || (route.scope ?? 'global') !== 'global') && !hidden.has('scope') && { scope: route.scope ?? 'global' }), ...(route.source !== undefined && { prefsrc: route.source }),
    ...(route.metric !== undefined && { metric: route.metric }), flags: route.linkDown ? ['linkdown'] : [],
  };
}

/** The table of own addresses. */
function showLocal({ tool }: Manner): number {
  const rows = tool.process.network.interfaces().filter(({ up }) => up).flatMap(({ name, addresses }) => addresses.filter(({ address }) => !address.includes(':')).flatMap((each) => {
    const { address, prefixLength } = each;
    const size = 2 ** (32 - prefixLength);
    const network = ipv4Text(Math.floor((ipv4Number(address) ?? 0) / size) * size);
    const { broadcast } = broadcastOf(each);
    return [
      ...(address.startsWith('127.') ? [{ at: network, line: `local ${network}/${prefixLength} dev ${name} proto kernel scope host src ${address} ` }] : []),
      { at: address, line: `local ${address} dev ${name} proto kernel scope host src ${address} ` },
      ...(broadcast === undefined ? [] : [{ at: broadcast, line: `broadcast ${broadcast} dev ${name} proto kernel scope link src ${address} ` }]),
    ];
  }));
  for (const { line } of rows.sort((a, b) => (ipv4Number(a.at) ?? 0) - (ipv4Number(b.at) ?? 0))) tool.out.write(`${line}\n`);
  return 0;
}

function get(manner: Manner, words: Words): number {
  const { tool } = manner;
  const word = words.next();
  const text = word === 'to' ? words.value() : word;
  if (text === undefined) throw new IpError('need at least a destination address', 1);
  const address = parsePrefix(text)?.address;
  if (address === undefined) throw new IpError(`Error: any valid prefix is expected rather than "${text}".`, 1);
  try {
    const { gateway, device, source, local } = tool.process.network.routeTo(address);
    const uid = tool.process.credentials.uid;
    if (manner.json) writeJson(manner, [{ ...(local && { type: 'local' }), dst: address, ...(gateway !== undefined && { gateway }), dev: device, prefsrc: source, flags: [], uid, cache: local ? ['local'] : [] }]);
    else if (address.includes(':')) tool.out.write(`${local ? 'local ' : ''}${address} from :: ${gateway === undefined ? '' : `via ${gateway} `}dev ${device} ${local ? 'table local ' : ''}proto kernel src ${source} metric ${local ? 0 : 256} pref medium\n`);
    else tool.out.write(`${local ? 'local ' : ''}${address} ${gateway === undefined ? '' : `via ${gateway} `}dev ${device} src ${source} uid ${uid} \n    cache ${local ? '<local> ' : ''}\n`);
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw refused(error, { EINVAL: 'RTNETLINK answers: Invalid argument' });
  }
}

/** `ip rule`: the tables that there are. */
export async function ruleCommand({ tool, family }: Manner, words: Words): Promise<number> {
  const command = words.peek ?? 'show';
  if (command === 'help') {
    await tool.errorText(usages.rule);
    return 255;
  }
  if (!means(command, 'show', 'list', 'lst')) throw new IpError('ip rule: only the default rules are part of this sandbox', 255);
  tool.out.write(`0:	from all lookup local\n32766:	from all lookup main\n${family === 'inet6' ? '' : '32767:	from all lookup default\n'}`);
  return 0;
}
