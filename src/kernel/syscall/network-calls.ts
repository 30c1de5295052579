import { type Fd, type NetworkControl, type SocketAddress, SystemError, LookupError } from '../uapi/index.ts';
import { ListenSocket, StreamSocket } from '../net/index.ts';
import { MountCalls } from './mount-calls.ts';

/** Calls on sockets: connect(2), listen(2), accept(2) … */
export abstract class NetworkCalls extends MountCalls {
  connect(address: SocketAddress): Promise<Fd> {
    return this.blocking(async () => {
      if (address.family !== 'unix') throw new SystemError('ENETUNREACH');
      const socket = this.kernel.unixSockets.connect(this.task, address.path);
      return this.task.fds.add(socket);
    });
  }

  listen(address: SocketAddress, options: { backlog?: number; mode?: number } = {}): Fd {
    this.enter();
    if (address.family !== 'unix') throw new SystemError('EADDRNOTAVAIL');
    const mode = options.mode ?? 0o777 & ~this.task.umask;
    const { umask } = this.task;
    this.task.umask = 0;
    try {
      return this.task.fds.add(this.kernel.unixSockets.listen(this.task, address.path, options.backlog ?? 128, mode));
    } finally {
      this.task.umask = umask;
    }
  }

  accept(fd: Fd): Promise<{ fd: Fd; peer: SocketAddress }> {
    return this.blocking(async () => {
      const listener = this.file(fd);
      if (!(listener instanceof ListenSocket)) throw new SystemError('EINVAL');
      const { socket, peer } = await listener.accept(this.image);
      const accepted = this.task.fds.add(socket);
      socket.drop();
      return { fd: accepted, peer };
    });
  }

  shutdownWrite(fd: Fd): void {
    const file = this.file(fd);
    if (!(file instanceof StreamSocket)) throw new SystemError('ENOTSOCK');
    file.shutdownWrite();
  }

  socketName(fd: Fd): SocketAddress {
    const file = this.file(fd);
    if (file instanceof StreamSocket || file instanceof ListenSocket) return file.local;
    throw new SystemError('ENOTSOCK');
  }

  peerName(fd: Fd): SocketAddress {
    const file = this.file(fd);
    if (file instanceof StreamSocket) return file.peer;
    throw new SystemError(file instanceof ListenSocket ? 'ENOTCONN' : 'ENOTSOCK');
  }

  lookup(name: string): Promise<string[]> {
    return this.blocking(async () => {
      throw new LookupError('AGAIN', name);
    });
  }

  get network(): NetworkControl {
    throw new SystemError('ENOSYS');
  }
}
