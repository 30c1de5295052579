import { parseIpv4, parseIpv6 } from '../../../base/ip/index.ts';
import type { NetworkNamespace } from '../../net/index.ts';
import { broadcastOf, isV6, parseCidr } from '../../net/index.ts';
import type { InetAddress, ListenSocket, TcpConnection } from '../../net/index.ts';
import { type IpAddress, type SocketAddress, type SocketState, SystemError } from '../../uapi/index.ts';
import type { Task } from '../../task/index.ts';
import { fixedEntries, type SyntheticEntries, SyntheticFile, type SyntheticFs } from '../synthetic.ts';

/** Numbers of TCP's states in /proc/net/tcp. */
const states: Record<SocketState | 'CLOSED', number> = {
  ESTAB: 1, 'SYN-SENT': 2, 'SYN-RECV': 3, 'FIN-WAIT-1': 4, 'FIN-WAIT-2': 5, 'TIME-WAIT': 6, CLOSED: 7, UNCONN: 7, 'CLOSE-WAIT': 8, 'LAST-ACK': 9, LISTEN: 10, CLOSING: 11,
};

function hex(value: number, width: number): string {
  return (value >>> 0).toString(16).padStart(width, '0').toUpperCase();
}

function swapped(value: number): string {
  return hex(((value & 255) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24), 8);
}

/** Words in the byte order of the machine, as the kernel prints addresses. */
function hexAddress(address: IpAddress, v6 = false): string {
  const groups = parseIpv6(isV6(address) ? address : v6 ? `::ffff:${address}` : '::');
  if (!v6 && !isV6(address)) return swapped(parseIpv4(address) ?? 0);
  return [0, 2, 4, 6].map((i) => swapped(((groups?.[i] ?? 0) << 16) | (groups?.[i + 1] ?? 0))).join('');
}

function devices({ interfaces }: NetworkNamespace): string {
  const header = 'Inter-|   Receive                                                |  Transmit\n face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n';
  return header + [...interfaces.values()].map(({ name, rxBytes, rxPackets, txBytes, txPackets, rxDropped, txDropped }) => {
    const columns = [rxBytes, rxPackets, 0, rxDropped, 0, 0, 0, 0, txBytes, txPackets, 0, txDropped, 0, 0, 0, 0];
    const widths = [8, 7, 4, 4, 4, 5, 10, 9, 8, 7, 4, 4, 4, 5, 7, 10];
    return `${name.padStart(6)}: ${columns.map((value, i) => String(value).padStart(widths[i] ?? 0)).join(' ')}\n`;
  }).join('');
}

function routes(namespace: NetworkNamespace): string {
  const header = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT                                                       \n';
  return header + namespace.routes.list().filter(({ destination }) => !isV6(destination)).map((route) => {
    const { address, prefixLength } = parseCidr(route.destination);
    const mask = prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
    const refuses = (route.type ?? 'unicast') !== 'unicast';
    const flags = (refuses ? 0x200 : 1) | (route.gateway === undefined ? 0 : 2) | (prefixLength === 32 ? 4 : 0);
    return `${route.device || '*'}\t${hexAddress(address)}\t${hexAddress(route.gateway ?? '0.0.0.0')}\t${hex(flags, 4)}\t0\t0\t${route.metric ?? 0}\t${swapped(mask)}\t0\t0\t0                                                                               \n`;
  }).join('');
}

interface Row {
  local: SocketAddress;
  peer?: InetAddress | undefined;
  state: number;
  uid: number;
  ino: number;
  send?: number;
  receive?: number;
}

/** A table of sockets of one family. */
function table(rows: readonly Row[], v6: boolean, udp: boolean): string {
  const header = v6 ? '  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode' : udp ? '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops            ' : '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     ';
  const end = (address: SocketAddress | undefined): string => (address?.family === 'inet' ? `${hexAddress(address.address, v6)}:${hex(address.port, 4)}` : `${'0'.repeat(v6 ? 32 : 8)}:0000`);
  const lines = rows.filter(({ local }) => local.family === 'inet' && isV6(local.address) === v6).map(({ local, peer, state, uid, ino, send = 0, receive = 0 }, index) =>
    `${`${String(index).padStart(udp ? 5 : 4)}: ${end(local)} ${end(peer)} ${hex(state, 2)} ${hex(send, 8)}:${hex(receive, 8)} 00:00000000 00000000 ${String(uid).padStart(5)}        0 ${ino} ${udp ? '2' : '1'} 0000000000000000 ${udp ? '0' : '100 0 0 10 0'}`.padEnd(udp ? 127 : 149)}\n`);
  return `${header}\n${lines.join('')}`;
}

function tcp({ ports, system }: NetworkNamespace, v6: boolean): string {
  const listening = ports.listeners().map((socket: ListenSocket): Row => ({ local: socket.local, state: states.LISTEN, uid: socket.uid, ino: socket.ino, receive: socket.waiting }));
  const connected = ports.connections.list(system.clock.now()).map((socket: TcpConnection): Row => {
    const { sendQueue, receiveQueue } = socket.entry();
    return { local: socket.local, peer: socket.peer, state: states[socket.state], uid: socket.uid, ino: socket.references > 0 ? socket.ino : 0, send: sendQueue, receive: receiveQueue };
  });
  return table([...listening, ...connected], v6, false);
}

function udp({ ports }: NetworkNamespace, v6: boolean): string {
  return table(ports.datagramSockets().map((socket) => ({ local: socket.local, peer: socket.peer, state: socket.peer ? states.ESTAB : states.UNCONN, uid: socket.uid, ino: socket.ino, receive: socket.waiting })), v6, true);
}

function arp(namespace: NetworkNamespace): string {
  return `IP address       HW type     Flags       HW address            Mask     Device\n${namespace.neighbours().filter(({ address }) => !isV6(address)).map(({ address, mac, state, device }) => `${address.padEnd(16)} 0x1         0x${mac === undefined ? 0 : state === 'PERMANENT' ? 6 : 2}         ${mac ?? '00:00:00:00:00:00'}     *        ${device}\n`).join('')}`;
}

function interfaces6(namespace: NetworkNamespace): string {
  return [...namespace.interfaces.values()].flatMap(({ index, name, addresses }) => addresses.filter(({ address }) => isV6(address)).map(({ address, prefixLength }) => {
    const scope = address === '::1' ? 0x10 : address.startsWith('fe80') ? 0x20 : 0;
    return `${(parseIpv6(address) ?? []).map((group) => group.toString(16).padStart(4, '0')).join('')} ${hex(index, 2).toLowerCase()} ${hex(prefixLength, 2).toLowerCase()} ${hex(scope, 2)} 80 ${name.padStart(8)}\n`;
  })).join('');
}

/** The local table, shortened to what libraries look for. */
function trie(namespace: NetworkNamespace): string {
  const own = [...namespace.interfaces.values()].flatMap(({ addresses }) => addresses.filter(({ address }) => !isV6(address)));
  return `Main:\n  +-- 0.0.0.0/0 3 0 5\n${own.map((each) => `     |-- ${each.address}\n        /32 host LOCAL\n${broadcastOf(each) === undefined ? '' : `     |-- ${broadcastOf(each)}\n        /32 link BROADCAST\n`}`).join('')}`;
}

/** /proc/PID/net; `unix` gives the table of unix sockets. */
export function networkEntries(fs: SyntheticFs, task: Task): SyntheticEntries {
  const file = (text: (namespace: NetworkNamespace) => string) => () => new SyntheticFile(fs, () => text(task.namespaces.network));
  return fixedEntries({
    arp: file(arp), dev: file(devices), fib_trie: file(trie), if_inet6: file(interfaces6), route: file(routes), tcp: file((each) => tcp(each, false)), tcp6: file((each) => tcp(each, true)), udp: file((each) => udp(each, false)), udp6: file((each) => udp(each, true)),
  });
}

/** What a namespace's files below /proc/sys/net/ipv4 say before somebody writes them. */
const defaults: Readonly<Record<string, string>> = {
  icmp_echo_ignore_all: '0', icmp_echo_ignore_broadcasts: '1', ip_default_ttl: '64', ping_group_range: '0\t2147483647', tcp_fin_timeout: '60', tcp_keepalive_time: '7200', tcp_max_syn_backlog: '512', tcp_retries2: '15', tcp_rmem: '4096\t131072\t6291456',
  tcp_sack: '1', tcp_syn_retries: '6', tcp_syncookies: '1', tcp_timestamps: '1', tcp_tw_reuse: '2', tcp_window_scaling: '1', tcp_wmem: '4096\t16384\t4194304',
};

/** A file of a setting of the asking process's network namespace. */
function setting(fs: SyntheticFs, asking: () => Task | undefined, read: (namespace: NetworkNamespace) => string, write: (namespace: NetworkNamespace, value: string) => void): () => SyntheticFile {
  return () => new SyntheticFile(fs, () => {
    const task = asking();
    return task ? `${read(task.namespaces.network)}\n` : '';
  }, {
    write: (text) => {
      const task = asking();
      if (!task || task.credentials.euid !== 0) throw new SystemError('EPERM');
      write(task.namespaces.network, text.trim());
    },
  });
}

function requireNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new SystemError('EINVAL');
  return Number(value);
}

/** /proc/sys/net/ipv4 */
export function ipv4Entries(fs: SyntheticFs, asking: () => Task | undefined): Record<string, () => SyntheticFile> {
  const plain = Object.entries(defaults).map(([name, value]) => [name, setting(fs, asking, (each) => each.setting(name) ?? value, (each, written) => void each.settings.set(`ipv4/${name}`, written))] as const);
  return {
    ...Object.fromEntries(plain),
    ip_forward: setting(fs, asking, (each) => (each.forwarding ? '1' : '0'), (each, value) => {
      each.forwarding = requireNumber(value) !== 0;
    }),
    ip_unprivileged_port_start: setting(fs, asking, (each) => String(each.unprivilegedPortStart), (each, value) => {
      each.unprivilegedPortStart = requireNumber(value);
    }),
    ip_local_port_range: setting(fs, asking, ({ ports: { range } }) => `${range.first}\t${range.last}`, (each, value) => {
      const [first = 0, last = 0] = value.split(/\s+/).map(requireNumber);
      if (first > last || last > 65535) throw new SystemError('EINVAL');
      each.ports.range = { first, last };
    }),
  };
}

/** /proc/sys/net/ipv6/conf/NAME */
export function ipv6Entries(fs: SyntheticFs, asking: () => Task | undefined, name: string): Record<string, () => SyntheticFile> {
  const file = (key: string) => setting(fs, asking, (each) => each.settings.get(`ipv6/conf/${name}/${key}`) ?? '0', (each, value) => {
    requireNumber(value);
    each.settings.set(`ipv6/conf/${name}/${key}`, value);
    if (key === 'disable_ipv6') each.applyIpv6();
  });
  return { disable_ipv6: file('disable_ipv6'), forwarding: file('forwarding') };
}
