import { fileType, SystemError } from '../uapi/index.ts';
import { type FsContext, type Inode, may, mknod, requirePermission, resolve } from '../vfs/index.ts';
import { ListenSocket, socketPair, type StreamSocket } from '../net/index.ts';

/** The unix sockets of a machine, the listening ones by their inode: unix(7). */
export class UnixSockets {
  readonly #listeners = new Map<Inode, ListenSocket>();
  readonly #connections = new Set<StreamSocket>();
  readonly #nextIno: () => number;

  constructor(nextIno: () => number) {
    this.#nextIno = nextIno;
  }

  listeners(): ListenSocket[] {
    return [...this.#listeners.values()];
  }

  connections(): StreamSocket[] {
    return [...this.#connections];
  }

  listen(context: FsContext, path: string, backlog: number, mode: number): ListenSocket {
    let inode: Inode;
    try {
      inode = mknod(context, path, fileType.socket | mode, 0);
    } catch (error) {
      if (error instanceof SystemError && error.code === 'EEXIST') throw new SystemError('EADDRINUSE', path);
      throw error;
    }
    const socket = new ListenSocket(this.#nextIno(), { family: 'unix', path }, backlog, this.#nextIno);
    this.#listeners.set(inode, socket);
    inode.hold(1);
    socket.onRelease = () => {
      this.#listeners.delete(inode);
      inode.hold(-1);
    };
    return socket;
  }

  connect(context: FsContext, path: string): StreamSocket {
    const { inode } = resolve(context, path).dentry;
    requirePermission(context.credentials, inode, may.write);
    const listener = this.#listeners.get(inode);
    if (!listener) throw new SystemError('ECONNREFUSED', path);
    if (listener.full) throw new SystemError('EAGAIN', path);
    const [client, server] = socketPair([this.#nextIno(), this.#nextIno()], { family: 'unix', path: '' }, listener.local);
    for (const socket of [client, server]) {
      this.#connections.add(socket);
      socket.onRelease = () => this.#connections.delete(socket);
    }
    listener.established(server);
    return client;
  }
}
