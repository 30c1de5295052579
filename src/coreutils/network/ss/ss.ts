import type { SocketAddress, SocketEntry, SocketState } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { readServices } from '../services.ts';
import { type ColumnName, layOut, type Row } from './columns.ts';
import { parseFilter } from './filter.ts';
import { summary } from './summary.ts';
import { usage } from './usage.ts';

/** Names of long options by their letter. */
const longs: Readonly<Record<string, string>> = {
  help: 'h', version: 'V', numeric: 'n', resolve: 'r', all: 'a', listening: 'l', options: 'o', extended: 'e', memory: 'm', processes: 'p', info: 'i', summary: 's', ipv4: '4', ipv6: '6', tcp: 't', udp: 'u', raw: 'w', unix: 'x', packet: '0', 'no-header': 'H', 'no-queues': 'Q', oneline: 'O',
};

/** What -A takes. */
const tables = new Set('all inet tcp mptcp sctp dccp udp raw unix unix_stream u_str unix_dgram u_dgr unix_seqpacket u_seq packet packet_raw p_raw packet_dgram p_dgr netlink vsock vsock_stream v_str vsock_dgram v_dgr tipc xdp'.split(' '));

const connected: readonly SocketState[] = ['ESTAB', 'SYN-SENT', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSING'];

/** ss(8) of iproute2. */
export const ss = rawProgram('ss', async (tool, words) => {
  const letters = new Set<string>();
  const rest: string[] = [];
  const queue = [...words];
  const protocols = new Set<string>();
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word.startsWith('--')) {
      const [name = '', value] = word.slice(2).split('=');
      const letter = longs[name];
      if (letter !== undefined) letters.add(letter);
      else if (name === 'family') letters.add(familyLetter(value ?? queue.shift() ?? ''));
      else if (name === 'query' || name === 'socket') for (const each of (value ?? queue.shift() ?? '').split(',')) protocols.add(each);
      else return await wrong(tool, `ss: unrecognized option '--${name}'\n`);
    } else if (word.startsWith('-') && word.length > 1) {
      for (let at = 1; at < word.length; at++) {
        const letter = word.charAt(at);
        if (letter === 'f' || letter === 'A' || letter === 'N' || letter === 'F' || letter === 'D') {
          const value = word.slice(at + 1) || queue.shift();
          if (value === undefined) return await wrong(tool, `ss: option requires an argument -- '${letter}'\n`);
          if (letter === 'N' && !tool.process.exists(`/run/netns/${value}`)) {
            await tool.errorText(`Cannot open network namespace "${value}": No such file or directory\n`);
            return 1;
          }
          const table = letter === 'A' ? value.split(',').find((each) => !tables.has(each.replace(/^!/, ''))) : undefined;
          if (table !== undefined) return await wrong(tool, `ss: "${table}" is illegal socket table id\n`);
          if (letter === 'A') for (const each of value.split(',')) protocols.add(each);
          else if (letter === 'f') {
            const family = familyLetter(value);
            if (family === '') return await wrong(tool, `ss: "${value}" is invalid family\n`);
            letters.add(family);
          }
          break;
        }
        if (!/[hVnarlBoempTisbEZz460tMSudwxHQOK]/.test(letter)) return await wrong(tool, `ss: invalid option -- '${letter}'\n`);
        letters.add(letter);
      }
    } else rest.push(word);
  }
  if (letters.has('h')) {
    tool.out.write(usage);
    return 0;
  }
  if (letters.has('V')) {
    tool.out.write('ss utility, iproute2-6.15.0\n');
    return 0;
  }
  if (letters.has('s')) {
    tool.out.write(summary(tool.process.network.sockets()));
    return 0;
  }
  for (const [letter, name] of [['t', 'tcp'], ['u', 'udp'], ['x', 'unix'], ['w', 'icmp']] as const) if (letters.has(letter)) protocols.add(name);
  return await list(tool, letters, protocols, rest);
}, 255);

function familyLetter(family: string): string {
  return { inet: '4', inet6: '6', unix: 'x', link: '0', netlink: '0' }[family] ?? '';
}

async function wrong(tool: Tool, message: string): Promise<number> {
  await tool.errorText(message + usage);
  return 255;
}

async function list(tool: Tool, letters: ReadonlySet<string>, protocols: ReadonlySet<string>, words: readonly string[]): Promise<number> {
  const { process } = tool;
  const has = (letter: string): boolean => letters.has(letter);
  const services = readServices(process);
  const portOf = (name: string): number | undefined => {
    if (/^\d+$/.test(name)) return Number(name);
    const found = [...services].find(([, each]) => each === name)?.[0];
    return found === undefined ? undefined : Number.parseInt(found, 10);
  };
  let filter: ReturnType<typeof parseFilter>;
  try {
    filter = parseFilter(words, portOf);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Error') throw error;
    if (error.message.startsWith('ss: bison')) return await wrong(tool, `${error.message}\n`);
    await tool.errorText(`${error.message}\n`);
    return error.message.startsWith('Error:') ? 1 : 255;
  }
  const states = filter.states ?? new Set<SocketState>(has('a') ? [...connected, 'SYN-RECV', 'TIME-WAIT', 'LISTEN', 'UNCONN'] : has('l') ? ['LISTEN', 'UNCONN'] : connected);
  const order = ['unix', 'icmp', 'udp', 'tcp'];
  const inet = protocols.has('inet') || protocols.has('all') || protocols.size === 0;
  const families = has('4') || has('6');
  const entries = process.network.sockets().filter((entry) => {
    if (!states.has(entry.state) || (entry.protocol !== 'unix' && families && !(entry.v6 ? has('6') : has('4')))) return false;
    const wanted = entry.protocol === 'unix' ? protocols.has('unix') || protocols.has('unix_stream') || (protocols.size === 0 && !families) || protocols.has('all') : protocols.has(entry.protocol) || (inet && entry.protocol !== 'icmp') || protocols.has('raw');
    return wanted && filter.matches(entry);
  }).sort((a, b) => order.indexOf(a.protocol) - order.indexOf(b.protocol) || Number(a.v6) - Number(b.v6));
  const kinds = protocols.size === 0 || protocols.has('all') || protocols.has('inet') ? 2 : protocols.size;
  const names = new Map(process.processes().map(({ pid, comm }) => [pid, comm]));
  const rows = entries.map((entry) => rowOf(entry, { numeric: has('n'), services, names, process: has('p'), extended: has('e'), timer: has('o') || has('e') }));
  const shown: ColumnName[] = [...(kinds > 1 ? ['netid' as const] : []), ...(states.size > 1 ? ['state' as const] : []), ...(has('Q') ? [] : ['receive' as const, 'send' as const]), 'local', 'localPort', 'peer', 'peerPort', ...(has('p') ? ['process' as const] : []), 'extended'];
  tool.out.write(layOut(rows, shown, !has('H'), process.isatty(1) && !has('O') ? process.windowSize(1).columns : undefined));
  return 0;
}

interface Manner {
  numeric: boolean;
  services: ReadonlyMap<string, string>;
  names: ReadonlyMap<number, string>;
  process: boolean;
  extended: boolean;
  timer: boolean;
}

/** Milliseconds as ss writes them: `59sec`, `1min30sec`, `200ms`. */
function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds >= 60) return `${Math.floor(seconds / 60)}min${seconds % 60 === 0 ? '' : `${seconds % 60}sec`}`;
  const rest = Math.round(milliseconds % 1000);
  if (seconds >= 10) return `${seconds}sec`;
  return seconds > 0 ? (rest > 0 ? `${seconds}.${String(rest).padStart(3, '0')}ms` : `${seconds}sec`) : `${rest}ms`;
}

function rowOf(entry: SocketEntry, manner: Manner): Row {
  const [local, localPort] = endOf(entry.local, entry, manner);
  const [peer, peerPort] = entry.protocol === 'unix' ? ['* ', String(entry.peerInode ?? 0)] : entry.peer ? endOf(entry.peer, entry, manner) : endOf({ family: 'inet', address: entry.v6 ? '::' : '0.0.0.0', port: 0 }, entry, manner);
  const extended: string[] = [];
  if (manner.timer && entry.timer) extended.push(` timer:(${entry.timer.kind},${duration(entry.timer.milliseconds)},${entry.timer.retransmissions})`);
  if (manner.extended && entry.protocol !== 'unix') extended.push(`${entry.uid === 0 ? '' : ` uid:${entry.uid}`}${entry.inode === 0 ? '' : ` ino:${entry.inode}`} sk:${(entry.inode % 4096).toString(16)} cgroup:/${entry.v6 ? ` v6only:${entry.v6Only ? 1 : 0}` : ''} <->`);
  return {
    netid: { tcp: 'tcp', udp: 'udp', icmp: 'icmp', unix: 'u_str' }[entry.protocol], state: entry.state, receive: String(entry.receiveQueue).padEnd(6), send: String(entry.sendQueue).padEnd(6), local, localPort: localPort + (entry.protocol === 'unix' ? '' : ''), peer, peerPort,
    process: manner.process && entry.holders.length > 0 ? ` users:(${entry.holders.map(({ pid, fd }) => `("${manner.names.get(pid) ?? ''}",pid=${pid},fd=${fd})`).join(',')})` : '', extended: extended.join(''),
  };
}

function endOf(end: SocketAddress, entry: SocketEntry, { numeric, services }: Manner): [string, string] {
  if (end.family === 'unix') return [`${end.path || '*'} `, String(entry.inode)];
  const name = numeric ? undefined : services.get(`${end.port}/${entry.protocol}`);
  const port = end.port === 0 ? '*' : name ?? String(end.port);
  const { address } = end;
  if (address === '::') return [entry.v6Only ? '[::]:' : '*:', port];
  if (address.includes(':')) return [`[${address}]:`, port];
  return [entry.v6 ? `[::ffff:${address}]:` : `${address}:`, port];
}
