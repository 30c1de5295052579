import type { SocketEntry } from '../../../kernel/uapi/index.ts';

/** `ss -s` */
export function summary(entries: readonly SocketEntry[]): string {
  const tcp = entries.filter(({ protocol }) => protocol === 'tcp');
  const count = (...states: readonly string[]): number => tcp.filter(({ state }) => states.includes(state)).length;
  const waiting = tcp.filter(({ timer }) => timer?.kind === 'timewait').length;
  const orphaned = tcp.filter(({ holders, state }) => holders.length === 0 && state !== 'TIME-WAIT' && state !== 'SYN-RECV').length;
  const row = (name: string, all: readonly SocketEntry[]): string => `${name}	  ${[all.length, all.filter(({ v6 }) => !v6).length, all.filter(({ v6 }) => v6).length].map((each) => String(each).padEnd(9)).join(' ')}\n`;
  const live = tcp.filter(({ state }) => state !== 'TIME-WAIT');
  const udp = entries.filter(({ protocol }) => protocol === 'udp');
  return `Total: ${entries.length - count('TIME-WAIT')}
TCP:   ${tcp.length} (estab ${count('ESTAB', 'CLOSE-WAIT')}, closed ${waiting}, orphaned ${orphaned}, timewait ${waiting})

Transport Total     IP        IPv6
${row('RAW', entries.filter(({ protocol }) => protocol === 'icmp'))}${row('UDP', udp)}${row('TCP', live)}${row('INET', [...udp, ...live])}${row('FRAG', [])}
`;
}
