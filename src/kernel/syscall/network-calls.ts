import { type Fd, isSystemError, type NetworkControl, type SocketAddress, SystemError } from '../uapi/index.ts';
import { bindUdp, connectTcp, DatagramSocket, ListenSocket, listenTcp, lookupName, requireInet, sendUdp, SocketFile, StreamSocket } from '../net/index.ts';
import { MountCalls } from './mount-calls.ts';
import { TaskNetworkControl } from './network-control.ts';

/** Calls on sockets: connect(2), listen(2), accept(2) … */
export abstract class NetworkCalls extends MountCalls {
  #network: NetworkControl | undefined;

  get network(): NetworkControl {
    this.#network ??= new TaskNetworkControl(this.task, this.kernel.unixSockets);
    return this.#network;
  }

  #add(socket: SocketFile): Fd {
    socket.uid = this.task.credentials.euid;
    return this.task.fds.add(socket);
  }

  connect(address: SocketAddress): Promise<Fd> {
    return this.blocking(async () => {
      if (address.family === 'unix') return this.#add(this.kernel.unixSockets.connect(this.task, address.path));
      return this.#add(connectTcp(this.task.namespaces.network, requireInet(address), () => this.kernel.nextSocket()));
    });
  }

  listen(address: SocketAddress, options: { backlog?: number; mode?: number } = {}): Fd {
    this.enter();
    const { backlog = 128 } = options;
    const { credentials, namespaces, umask } = this.task;
    if (address.family === 'inet') return this.#add(listenTcp(namespaces.network, credentials, requireInet(address), backlog, this.kernel.nextSocket()));
    this.task.umask = 0;
    try {
      return this.#add(this.kernel.unixSockets.listen(this.task, address.path, backlog, options.mode ?? 0o777 & ~umask));
    } finally {
      this.task.umask = umask;
    }
  }

  accept(fd: Fd): Promise<{ fd: Fd; peer: SocketAddress }> {
    return this.blocking(async () => {
      const listener = this.file(fd);
      if (!(listener instanceof ListenSocket)) throw new SystemError(listener instanceof SocketFile ? 'EINVAL' : 'ENOTSOCK');
      const { socket, peer } = await listener.accept(this.image);
      const accepted = this.#add(socket);
      socket.drop();
      return { fd: accepted, peer };
    });
  }

  #socket(fd: Fd): SocketFile {
    const file = this.file(fd);
    if (!(file instanceof SocketFile)) throw new SystemError('ENOTSOCK');
    return file;
  }

  shutdownWrite(fd: Fd): void {
    const file = this.#socket(fd);
    if (!(file instanceof StreamSocket)) throw new SystemError('ENOTCONN');
    file.shutdownWrite();
  }

  socketName(fd: Fd): SocketAddress {
    return this.#socket(fd).local;
  }

  peerName(fd: Fd): SocketAddress {
    const file = this.#socket(fd);
    if (!(file instanceof StreamSocket)) throw new SystemError('ENOTCONN');
    return file.peer;
  }

  bindDatagram(address: SocketAddress): Fd {
    this.enter();
    const { namespaces, credentials } = this.task;
    return this.#add(bindUdp(namespaces.network, credentials, requireInet(address), this.kernel.nextSocket()));
  }

  #datagram(fd: Fd): DatagramSocket {
    const file = this.#socket(fd);
    if (!(file instanceof DatagramSocket)) throw new SystemError('EOPNOTSUPP');
    return file;
  }

  sendTo(fd: Fd, data: Uint8Array, to: SocketAddress): void {
    sendUdp(this.task.namespaces.network, this.#datagram(fd), data, requireInet(to));
  }

  receiveFrom(fd: Fd, timeoutMs?: number): Promise<{ data: Uint8Array; from: SocketAddress }> {
    return this.blocking(() => this.#datagram(fd).receive(this.image, timeoutMs));
  }

  lookup(name: string): Promise<string[]> {
    return this.blocking(() => lookupName(name, {
      hosts: this.#configuration('/etc/hosts'),
      resolvConf: this.#configuration('/etc/resolv.conf'),
      newId: () => new DataView(this.kernel.random(2).buffer).getUint16(0),
      exchange: (server, query, timeoutMs) => this.#exchange(server, query, timeoutMs),
    }));
  }

  #configuration(path: string): string {
    try {
      return this.readTextFile(path);
    } catch (error) {
      if (isSystemError(error)) return '';
      throw error;
    }
  }

  async #exchange(server: string, query: Uint8Array, timeoutMs: number): Promise<Uint8Array | undefined> {
    const fd = this.bindDatagram({ family: 'inet', address: '0.0.0.0', port: 0 });
    try {
      this.sendTo(fd, query, { family: 'inet', address: server, port: 53 });
      return (await this.#datagram(fd).receive(this.image, timeoutMs)).data;
    } catch (error) {
      if (isSystemError(error) && error.code !== 'EINTR') return undefined;
      throw error;
    } finally {
      if (this.image.alive) this.close(fd);
    }
  }
}
