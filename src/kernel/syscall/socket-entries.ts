import type { SocketEntry } from '../uapi/index.ts';
import type { SocketFile, StreamSocket } from '../net/index.ts';
import type { Task } from '../task/index.ts';
import type { UnixSockets } from './unix-sockets.ts';

function streamState(socket: StreamSocket): SocketEntry['state'] {
  if (socket.incoming.ended) return socket.outgoing.ended ? 'LAST-ACK' : 'CLOSE-WAIT';
  return socket.outgoing.ended ? 'FIN-WAIT-2' : 'ESTAB';
}

/** Who holds which socket, by file. */
function holders(task: Task): Map<SocketFile, number> {
  const pids = new Map<SocketFile, number>();
  const { pid } = task.namespaces;
  for (const each of pid.tasks()) {
    for (const fd of each.fds.numbers()) {
      const file = each.fds.get(fd) as unknown;
      if (file instanceof Object && 'local' in file && !pids.has(file as SocketFile)) pids.set(file as SocketFile, each.pid.in(pid));
    }
  }
  return pids;
}

/** The sockets of a task's network namespace, and all unix ones, as ss(8) lists them. */
export function socketEntries(task: Task, unix: UnixSockets): SocketEntry[] {
  const { ports } = task.namespaces.network;
  const pids = holders(task);
  const entry = (protocol: SocketEntry['protocol'], state: SocketEntry['state'], socket: SocketFile, peer?: SocketEntry['peer']): SocketEntry =>
    ({ protocol, state, local: socket.local, peer, inode: socket.ino, uid: socket.uid, pid: pids.get(socket) });
  return [
    ...ports.datagramSockets().map((socket) => entry('udp', 'UNCONN', socket)),
    ...ports.listeners().map((socket) => entry('tcp', 'LISTEN', socket)),
    ...[...ports.streams].map((socket) => entry('tcp', streamState(socket), socket, socket.peer)),
    ...unix.listeners().map((socket) => entry('unix', 'LISTEN', socket)),
  ];
}
