import type { SocketAddress, SocketEntry } from '../../kernel/uapi/index.ts';
import { rawProgram } from '../program/index.ts';

const services: Record<number, string> = { 21: 'ftp', 22: 'ssh', 25: 'smtp', 53: 'domain', 80: 'http', 443: 'https', 5432: 'postgresql', 3306: 'mysql', 6379: 'redis', 8080: 'http-alt' };

export const ss = rawProgram('ss', async (tool, words) => {
  const letters = words.filter((word) => /^-[a-zA-Z0-9]+$/.test(word)).join('');
  const has = (letter: string, long: string): boolean => letters.includes(letter) || words.includes(`--${long}`);
  const wanted = [has('t', 'tcp') && 'tcp', has('u', 'udp') && 'udp', has('x', 'unix') && 'unix'].filter(Boolean);
  const numeric = has('n', 'numeric');
  const showProcess = has('p', 'processes');
  const all = has('a', 'all');
  const listening = has('l', 'listening');
  const quiet = (state: SocketEntry['state']): boolean => state === 'LISTEN' || state === 'UNCONN';
  const entries = tool.process.network.sockets().filter((entry) => (wanted.length === 0 || wanted.includes(entry.protocol)) && (all || quiet(entry.state) === listening));
  const processes = new Map(tool.process.processes().map((entry) => [entry.pid, entry.comm]));
  const address = (value: SocketAddress | undefined, other: SocketAddress): [string, string] => {
    if (!value) return other.family === 'unix' ? ['*', '0'] : [other.address.includes(':') ? '[::]' : '0.0.0.0', '*'];
    if (value.family === 'unix') return [value.path || '*', '0'];
    const host = value.address === '::' ? (numeric ? '[::]' : '*') : value.address.includes(':') ? `[${value.address}]` : value.address;
    return [host, value.port === 0 ? '*' : numeric ? String(value.port) : services[value.port] ?? String(value.port)];
  };
  const rows = entries.map((entry) => {
    const local = address(entry.local, entry.local);
    const peer = address(entry.peer, entry.local);
    const owner = showProcess && entry.pid !== undefined ? `users:(("${processes.get(entry.pid) ?? '?'}",pid=${entry.pid},fd=3))` : '';
    return { type: entry.protocol === 'unix' ? 'u_str' : entry.protocol, state: entry.state, queue: entry.state === 'LISTEN' ? '4096' : '0', local, peer, owner };
  });
  const withType = wanted.length !== 1;
  const width = (pick: (row: (typeof rows)[number]) => string, least: number): number => Math.max(least, ...rows.map((row) => pick(row).length));
  const localWidth = width((row) => row.local[0], 'Local Address'.length);
  const localPort = width((row) => row.local[1], 4);
  const peerWidth = width((row) => row.peer[0], 'Peer Address'.length);
  const peerPort = width((row) => row.peer[1], 4);
  const line = (type: string, state: string, recv: string, send: string, local: [string, string], peer: [string, string], owner: string): string => `${withType ? `${type.padEnd(5)} ` : ''}${state.padEnd(6)} ${recv.padEnd(6)} ${send.padEnd(6)} ${local[0].padStart(localWidth)}:${local[1].padEnd(localPort)} ${peer[0].padStart(peerWidth)}:${peer[1].padEnd(peerPort)} ${owner}\n`;
  if (!letters.includes('H')) tool.out.write(line('Netid', 'State', 'Recv-Q', 'Send-Q', ['Local Address', 'Port'], ['Peer Address', 'Port'], showProcess ? 'Process' : '').replace(/\s*\n$/, showProcess ? '\n' : 'Process\n'));
  for (const row of rows) tool.out.write(line(row.type, row.state, '0', row.queue, row.local, row.peer, row.owner));
  return 0;
});

export const netstat = rawProgram('netstat', (tool, words) => {
  const letters = words.filter((word) => word.startsWith('-')).join('');
  const names = new Map(tool.process.processes().map((entry) => [entry.pid, entry.comm]));
  const showProcess = letters.includes('p');
  const entries = tool.process.network.sockets().filter((entry) => (letters.includes('l') ? entry.state === 'LISTEN' || entry.state === 'UNCONN' : letters.includes('a') || entry.state === 'ESTAB') && (entry.protocol === 'unix' ? letters.includes('x') : /[tu]/.test(letters) ? letters.includes(entry.protocol.charAt(0)) : true));
  tool.out.write(`Active Internet connections (${letters.includes('l') ? 'only servers' : letters.includes('a') ? 'servers and established' : 'w/o servers'})\nProto Recv-Q Send-Q Local Address           Foreign Address         State      ${showProcess ? ' PID/Program name    ' : ''}\n`);
  for (const entry of entries) {
    if (entry.local.family === 'unix') continue;
    const peer = entry.peer?.family === 'inet' ? `${entry.peer.address}:${entry.peer.port}` : `${entry.local.address.includes(':') ? '::' : '0.0.0.0'}:*`;
    const state = { ESTAB: 'ESTABLISHED', 'CLOSE-WAIT': 'CLOSE_WAIT', UNCONN: '' }[entry.state as string] ?? entry.state;
    tool.out.write(`${entry.protocol.padEnd(5)} ${'0'.padStart(6)} ${'0'.padStart(6)} ${`${entry.local.address}:${entry.local.port}`.padEnd(23)} ${peer.padEnd(23)} ${state.padEnd(11)}${showProcess ? ` ${entry.pid === undefined ? '-' : `${entry.pid}/${names.get(entry.pid)}`}`.padEnd(21) : ''}\n`);
  }
  return 0;
});
