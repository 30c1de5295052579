import type { SocketAddress, SocketEntry } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { readServices } from '../services.ts';
import { interfaceTable } from './interface-table.ts';
import { routingTable } from './route.ts';
import { selfDescription } from './self-description.ts';

const longs: Readonly<Record<string, string>> = { tcp: 't', udp: 'u', unix: 'x', raw: 'w', listening: 'l', all: 'a', numeric: 'n', programs: 'p', route: 'r', interfaces: 'i', statistics: 's', extend: 'e', wide: 'W', timers: 'o', continuous: 'c' };
const states: Readonly<Record<string, string>> = { ESTAB: 'ESTABLISHED', 'SYN-SENT': 'SYN_SENT', 'SYN-RECV': 'SYN_RECV', 'FIN-WAIT-1': 'FIN_WAIT1', 'FIN-WAIT-2': 'FIN_WAIT2', 'TIME-WAIT': 'TIME_WAIT', 'CLOSE-WAIT': 'CLOSE_WAIT', 'LAST-ACK': 'LAST_ACK', UNCONN: '' };

/** netstat(8) of net-tools and of busybox. */
export const netstat = rawProgram('netstat', async (tool, words) => {
  const letters = new Set(words.flatMap((word) => (word.startsWith('--') ? [longs[word.slice(2)] ?? '?'] : word.startsWith('-') ? [...word.slice(1)] : [])));
  const has = (letter: string): boolean => letters.has(letter);
  const described = tool.busybox ? undefined : await selfDescription(tool, 'netstat', words);
  if (described !== undefined) return described;
  if (has('?')) {
    await tool.errorText(`netstat: unrecognized option '${words.find((word) => word.startsWith('--'))}'\nusage: netstat [-vWeenNcCF] [<Af>] -r         netstat {-V|--version|-h|--help}\n       netstat [-vWnNcaeol] [<Socket> ...]\n       netstat { [-vWeenNac] -i | [-cnNe] -M | -s [-6tuw] }\n`);
    return 4;
  }
  if (has('r')) {
    tool.out.write(await routingTable(tool, has('n'), true));
    return 0;
  }
  if (has('i')) {
    tool.out.write(`Kernel Interface table\n${interfaceTable(tool.process, has('a'))}`);
    return 0;
  }
  const entries = tool.process.network.sockets();
  const listed = (entry: SocketEntry): boolean => has('a') || (entry.state === 'LISTEN' || entry.state === 'UNCONN') === has('l');
  const title = has('l') ? 'only servers' : has('a') ? 'servers and established' : 'w/o servers';
  const any = has('t') || has('u') || has('w') || has('x');
  const families = { inet: has('t') || has('u') || has('w') || !any, unix: has('x') || !any };
  if (families.inet) {
    const order = ['tcp', 'udp', 'icmp'];
    const shown = entries.filter((entry) => entry.protocol !== 'unix' && listed(entry) && (has('t') && entry.protocol === 'tcp' || has('u') && entry.protocol === 'udp' || has('w') && entry.protocol === 'icmp' || (!has('t') && !has('u') && !has('w'))))
      .sort((a, b) => order.indexOf(a.protocol) - order.indexOf(b.protocol) || Number(a.v6) - Number(b.v6));
    tool.out.write(`Active Internet connections (${title})\nProto Recv-Q Send-Q Local Address           Foreign Address         State      ${has('e') ? ' User       Inode     ' : ''}${has('p') ? ' PID/Program name    ' : ''}\n`);
    const write = inetLine(tool, has('n'), has('p'), has('e'));
    for (const entry of shown) tool.out.write(write(entry));
  }
  if (families.unix) writeUnix(tool, entries.filter((entry) => entry.protocol === 'unix' && listed(entry)), title, has('p'));
  return 0;
});

function inetLine({ process, busybox }: Tool, numeric: boolean, programs: boolean, extended: boolean): (entry: SocketEntry) => string {
  const services = readServices(process);
  const names = new Map(process.processes().map(({ pid, comm }) => [pid, comm]));
  const end = (address: SocketAddress | undefined, entry: SocketEntry): string => {
    if (address?.family !== 'inet') return entry.v6 ? ':::*' : '0.0.0.0:*';
    const service = numeric ? undefined : services.get(`${address.port}/${entry.protocol}`);
    const port = address.port === 0 ? '*' : service ?? String(address.port);
    const any = address.address === '0.0.0.0' || address.address === '::';
    const host = numeric ? address.address : any ? (address.address === '::' ? '[::]' : '0.0.0.0') : /^127\.0\.0\.1$|^::1$/.test(address.address) ? 'localhost' : address.address;
    return `${host}:${port}`;
  };
  return (entry) => {
    const peer = entry.peer ? end(entry.peer, entry) : entry.v6 ? (numeric ? ':::*' : '[::]:*') : '0.0.0.0:*';
    const state = states[entry.state] ?? entry.state;
    const proto = `${entry.protocol === 'icmp' ? 'icmp' : entry.protocol}${entry.v6 && !(busybox && entry.protocol === 'icmp') ? '6' : ''}`;
    const program = programs ? ` ${(entry.pid === undefined ? '-' : `${entry.pid}/${names.get(entry.pid) ?? ''}`).padEnd(19)} ` : '';
    const user = extended ? ` ${(entry.uid === 0 ? 'root' : String(entry.uid)).padEnd(10)} ${String(entry.inode).padEnd(10)}` : '';
    return `${proto.padEnd(5)} ${String(entry.receiveQueue).padStart(6)} ${String(entry.state === 'LISTEN' ? 0 : entry.sendQueue).padStart(6)} ${end(entry.local, entry).padEnd(23)} ${peer.padEnd(23)} ${(entry.protocol === 'udp' && entry.state === 'ESTAB' ? 'ESTABLISHED' : state).padEnd(11)}${user}${program}\n`;
  };
}

function writeUnix({ out, process }: Tool, entries: readonly SocketEntry[], title: string, programs: boolean): void {
  const names = new Map(process.processes().map(({ pid, comm }) => [pid, comm]));
  out.write(`Active UNIX domain sockets (${title})\nProto RefCnt Flags       Type       State         I-Node   ${programs ? 'PID/Program name     ' : ''}Path\n`);
  for (const entry of entries) {
    const listening = entry.state === 'LISTEN';
    const program = programs ? `${(entry.pid === undefined ? '-' : `${entry.pid}/${names.get(entry.pid) ?? ''}`).padEnd(20)} ` : '';
    out.write(`unix  ${listening ? '2' : '3'}      ${(listening ? '[ ACC ]' : '[ ]').padEnd(11)} STREAM     ${(listening ? 'LISTENING' : 'CONNECTED').padEnd(13)} ${String(entry.inode).padEnd(8)} ${program}${entry.local.family === 'unix' ? entry.local.path : ''}\n`);
  }
}
