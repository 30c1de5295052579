import { rawProgram, type Tool } from '../program/index.ts';
import { namesOfAddress, resolveName, services } from '../network/resolve-name.ts';
import { textOfFile } from './group-edit.ts';

const hint = "Try `getent --help' or `getent --usage' for more information.\n";

/** getent(1): entries of the databases of nsswitch.conf(5). Status 2 when a key was not found. */
export const getent = rawProgram('getent', async (tool, words) => {
  const operands: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-s' || word === '--service') i++;
    else if (!/^-./.test(word)) operands.push(word);
  }
  const unknown = words.find((word) => /^-[^s?]/.test(word) && !/^--(service|no-addrconfig|help|usage|version)/.test(word));
  if (unknown !== undefined) {
    await tool.errorText(`${tool.name}: ${unknown.startsWith('--') ? `unrecognized option '${unknown}'` : `invalid option -- '${unknown.charAt(1)}'`}\n${hint}`);
    return 64;
  }
  const [database, ...keys] = operands;
  if (database === undefined) {
    await tool.errorText(`${tool.name}: wrong number of arguments\n`);
    tool.out.write(hint);
    return 1;
  }
  switch (database) {
    case 'passwd': case 'group': case 'shadow': case 'gshadow': return byColumns(tool, database, keys);
    case 'services': return listed(tool, keys, serviceLines(tool, keys));
    case 'protocols': case 'networks': return listed(tool, keys, namedNumbers(tool, database, keys));
    case 'hosts': return keys.length === 0 ? listed(tool, keys, hostsFile(tool)) : eachKey(tool, keys, (key) => hostLines(tool, key));
    case 'ahosts': case 'ahostsv4': case 'ahostsv6': return keys.length === 0 ? listed(tool, keys, hostsFile(tool)) : eachKey(tool, keys, (key) => addressLines(tool, key, database));
    case 'initgroups': return eachKey(tool, keys, async (key) => [key.padEnd(21)]);
    case 'aliases': case 'ethers': case 'netgroup': case 'rpc': return 2;
    default:
      await tool.errorText(`Unknown database: ${database}\n`);
      tool.out.write(hint);
      return 1;
  }
});

/** Prints what was found for each key; status 2 where there was nothing. */
function listed(tool: Tool, keys: readonly string[], found: readonly (string | undefined)[]): number {
  for (const line of found) if (line !== undefined) tool.out.write(`${line}\n`);
  return keys.length > 0 && found.includes(undefined) ? 2 : 0;
}

async function eachKey(tool: Tool, keys: readonly string[], find: (key: string) => Promise<string[]>): Promise<number> {
  let status = 0;
  for (const key of keys) {
    const lines = await find(key);
    if (lines.length === 0) status = 2;
    for (const line of lines) tool.out.write(`${line}\n`);
  }
  return status;
}

function linesOf(tool: Tool, name: string): string[] {
  if (!tool.process.exists(`/etc/${name}`)) return [];
  return textOfFile(tool.process, `/etc/${name}`).split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function byColumns(tool: Tool, database: string, keys: readonly string[]): number {
  const lines = linesOf(tool, database);
  const numbered = database === 'passwd' || database === 'group';
  return listed(tool, keys, keys.length === 0 ? lines : keys.map((key) => lines.find((line) => {
    const [name, , id] = line.split(':');
    return name === key || (numbered && /^\d+$/.test(key) && id === key);
  })));
}

function serviceLines(tool: Tool, keys: readonly string[]): (string | undefined)[] {
  const all = services(tool.process);
  const shown = (each: (typeof all)[number] | undefined): string | undefined => each && `${each.name.padEnd(21)} ${each.port}/${each.protocol}${each.aliases.map((alias) => ` ${alias}`).join('')}`;
  if (keys.length === 0) return all.map(shown);
  return keys.map((key) => {
    const [name = '', protocol] = key.split('/');
    return shown(all.find((each) => (each.name === name || each.aliases.includes(name) || String(each.port) === name) && (protocol === undefined || each.protocol === protocol)));
  });
}

function namedNumbers(tool: Tool, database: string, keys: readonly string[]): (string | undefined)[] {
  const all = linesOf(tool, database).map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
  const shown = (words: string[] | undefined): string | undefined => words && `${(words[0] ?? '').padEnd(21)} ${words.slice(1).join(' ')}`;
  return keys.length === 0 ? all.map(shown) : keys.map((key) => shown(all.find(([name, number, ...aliases]) => name === key || number === key || aliases.includes(key))));
}

function hostsFile(tool: Tool): string[] {
  return linesOf(tool, 'hosts').map((line) => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    return `${address.padEnd(15)} ${names.join(' ')}`;
  });
}

/** gethostbyname2(3): IPv6 addresses if there are any, else IPv4; a literal address is looked up backwards. */
async function hostLines(tool: Tool, key: string): Promise<string[]> {
  const { process } = tool;
  if (/^[\d.]+$/.test(key) || key.includes(':')) {
    const names = await namesOfAddress(process, key);
    return names.length === 0 ? [] : [`${key.padEnd(15)} ${names.join(' ')}`];
  }
  const listed = linesOf(tool, 'hosts').map((line) => line.replace(/#.*/, '').trim().split(/\s+/)).filter(([, ...names]) => names.includes(key));
  const own = listed.filter(([address = '']) => address.includes(':'));
  if (listed.length > 0) return (own.length > 0 ? own : listed).map(([address = '', ...names]) => `${address.padEnd(15)} ${names.join(' ')}`);
  const found = await resolveName(process, key);
  if (found === undefined || found === 'again') return [];
  const ipv6 = found.addresses.filter((address) => address.includes(':'));
  return (ipv6.length > 0 ? ipv6 : found.addresses).map((address) => `${address.padEnd(15)} ${[found.canonical, ...found.aliases].join(' ')}`);
}

async function addressLines(tool: Tool, key: string, database: string): Promise<string[]> {
  const found = await resolveName(tool.process, key);
  if (found === undefined || found === 'again') return [];
  const wanted = found.addresses.flatMap((address) => {
    if (database === 'ahostsv4') return address.includes(':') ? [] : [address];
    if (database === 'ahostsv6') return address.includes(':') ? [address] : [`::ffff:${address}`];
    return [address];
  });
  return wanted.flatMap((address, first) => ['STREAM', 'DGRAM', 'RAW'].map((type, index) => `${address.padEnd(15)} ${type.padEnd(6)} ${first === 0 && index === 0 ? found.canonical : ''}`));
}
