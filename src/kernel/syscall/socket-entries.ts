import type { SocketAddress, SocketEntry, SocketOwner } from '../uapi/index.ts';
import { ConnectedSocket, type DatagramSocket, type ListenSocket, SocketFile, type StreamSocket, type TcpConnection } from '../net/index.ts';
import type { Task } from '../task/index.ts';
import type { UnixSockets } from './unix-sockets.ts';

/** What events about packets say of a process. */
export function ownerOf(task: Task): SocketOwner {
  let { pid } = task.namespaces;
  while (pid.parent) pid = pid.parent;
  return { pid: task.pid.in(pid), comm: task.image?.comm ?? '', cgroup: task.cgroup.path };
}

/** Who holds which socket, as far as the asking task may know. */
function holders(task: Task): Map<SocketFile, { pid: number; fd: number }[]> {
  const found = new Map<SocketFile, { pid: number; fd: number }[]>();
  const { credentials, namespaces: { pid } } = task;
  for (const each of pid.tasks()) {
    if (credentials.capabilities !== 'all' && each.credentials.uid !== credentials.euid) continue;
    for (const fd of each.fds.numbers()) {
      const file: unknown = each.fds.get(fd);
      if (!(file instanceof SocketFile)) continue;
      const known = found.get(file);
      if (known) known.push({ pid: each.pid.in(pid), fd });
      else found.set(file, [{ pid: each.pid.in(pid), fd }]);
    }
  }
  return found;
}

function isV6(address: SocketAddress): boolean {
  return address.family === 'inet' && address.address.includes(':');
}

/** The sockets of a task's network namespace, and the unix ones of processes in it, as ss(8) lists them. */
export function socketEntries(task: Task, unix: UnixSockets): SocketEntry[] {
  const { ports, system } = task.namespaces.network;
  const held = holders(task);
  const entry = (protocol: SocketEntry['protocol'], state: SocketEntry['state'], socket: SocketFile, rest: Partial<SocketEntry>): SocketEntry => {
    const holding = held.get(socket) ?? [];
    return { protocol, state, v6: isV6(socket.local) || (socket instanceof ConnectedSocket && socket.mapped), v6Only: socket.v6Only, local: socket.local, peer: undefined, inode: socket.ino, peerInode: undefined, uid: socket.uid, pid: holding[0]?.pid, holders: holding, receiveQueue: 0, sendQueue: 0, timer: undefined, ...rest };
  };
  const datagram = (socket: DatagramSocket): SocketEntry => entry(socket.protocol, socket.peer ? 'ESTAB' : 'UNCONN', socket, { peer: socket.peer, receiveQueue: socket.waiting });
  const listener = (protocol: 'tcp' | 'unix') => (socket: ListenSocket): SocketEntry => entry(protocol, 'LISTEN', socket, { receiveQueue: socket.waiting, sendQueue: socket.backlog });
  const connection = (socket: TcpConnection): SocketEntry[] => (socket.state === 'CLOSED' ? [] : [entry('tcp', socket.state, socket, { ...socket.entry(), peer: socket.peer, ...(socket.references === 0 && socket.state !== 'SYN-RECV' && { inode: 0 }) })]);
  const stream = (socket: StreamSocket): SocketEntry => entry('unix', 'ESTAB', socket, { peer: socket.peer, peerInode: socket.peerIno, receiveQueue: socket.incoming.bytes.length });
  return [
    ...ports.echoSockets().map(datagram), ...ports.datagramSockets().map(datagram), ...ports.listeners().map(listener('tcp')), ...ports.connections.list(system.clock.now()).flatMap(connection),
    ...unix.listeners().map(listener('unix')), ...unix.connections().map(stream),
  ];
}
