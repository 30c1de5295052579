import type { IpAddress, SocketAddress } from '../../uapi/index.ts';
import { parseCidr, parseIpv4 } from '../../net/index.ts';
import type { Task } from '../../task/index.ts';
import { fixedEntries, type SyntheticEntries, SyntheticFile, type SyntheticFs } from '../synthetic.ts';

/** Little-endian hexadecimal, as the kernel prints addresses. */
function hexAddress(address: IpAddress): string {
  const value = parseIpv4(address) ?? 0;
  return [0, 8, 16, 24].map((shift) => ((value >>> shift) & 255).toString(16).padStart(2, '0')).join('').toUpperCase();
}

function hexEndpoint(address: SocketAddress | undefined): string {
  if (address?.family !== 'inet') return '00000000:0000';
  return `${hexAddress(address.address)}:${address.port.toString(16).padStart(4, '0').toUpperCase()}`;
}

function devices(task: Task): string {
  const header = 'Inter-|   Receive                                                |  Transmit\n face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n';
  return header + [...task.namespaces.network.interfaces.values()].map(({ name, rxBytes, rxPackets, txBytes, txPackets }) => {
    const columns = [rxBytes, rxPackets, 0, 0, 0, 0, 0, 0, txBytes, txPackets, 0, 0, 0, 0, 0, 0];
    const widths = [8, 7, 4, 4, 4, 5, 10, 9, 8, 7, 4, 4, 4, 5, 7, 10];
    return `${name.padStart(6)}: ${columns.map((value, i) => String(value).padStart(widths[i] ?? 0)).join(' ')}\n`;
  }).join('');
}

function routes(task: Task): string {
  const header = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT                                                       \n';
  return header + task.namespaces.network.routes().map((route) => {
    const { address, prefixLength } = parseCidr(route.destination);
    const mask = prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
    const flags = route.gateway === undefined ? '0001' : '0003';
    const maskText = [0, 8, 16, 24].map((shift) => ((mask >>> shift) & 255).toString(16).padStart(2, '0')).join('').toUpperCase();
    return `${route.device}\t${hexAddress(address)}\t${hexAddress(route.gateway ?? '0.0.0.0')}\t${flags}\t0\t0\t0\t${maskText}\t0\t0\t0                                                                               \n`;
  }).join('');
}

const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     \n';

function row(index: number, local: SocketAddress, peer: SocketAddress | undefined, state: string, uid: number, ino: number): string {
  return `${`${String(index).padStart(4)}: ${hexEndpoint(local)} ${hexEndpoint(peer)} ${state} 00000000:00000000 00:00000000 00000000 ${String(uid).padStart(5)}        0 ${ino} 1 0000000000000000 100 0 0 10 0`.padEnd(149)}\n`;
}

function tcp(task: Task): string {
  const { ports } = task.namespaces.network;
  const listening = ports.listeners().map((socket) => ({ socket, peer: undefined, state: '0A' }));
  const connected = [...ports.streams].map((socket) => ({ socket, peer: socket.peer, state: socket.incoming.ended ? '08' : '01' }));
  return header + [...listening, ...connected].map(({ socket, peer, state }, i) => row(i, socket.local, peer, state, socket.uid, socket.ino)).join('');
}

function udp(task: Task): string {
  return header + task.namespaces.network.ports.datagramSockets().map((socket, i) => row(i, socket.local, undefined, '07', socket.uid, socket.ino)).join('');
}

/** /proc/PID/net */
export function networkEntries(fs: SyntheticFs, task: Task): SyntheticEntries {
  const file = (text: () => string) => () => new SyntheticFile(fs, text);
  return fixedEntries({ dev: file(() => devices(task)), route: file(() => routes(task)), tcp: file(() => tcp(task)), tcp6: file(() => header), udp: file(() => udp(task)) });
}
