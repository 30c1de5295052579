import type { TlsTrace } from '../../base/index.ts';
import { type DatagramMessage, type Fd, isSystemError, type NetworkControl, type PacketEvent, type SocketAddress, SystemError } from '../uapi/index.ts';
import { bindEcho, bindUdp, CaptureSocket, connectDatagram, ConnectedSocket, connectTcp, DatagramSocket, ListenSocket, listenTcp, lookupName, requireInet, sendDatagram, type SocketContext, SocketFile } from '../net/index.ts';
import { requireCapability } from '../vfs/index.ts';
import { MountCalls } from './mount-calls.ts';
import { TaskNetworkControl } from './network-control.ts';
import { ownerOf } from './socket-entries.ts';

/** Calls on sockets: connect(2), listen(2), accept(2) … */
export abstract class NetworkCalls extends MountCalls {
  #network: NetworkControl | undefined;

  get network(): NetworkControl {
    this.#network ??= new TaskNetworkControl(this.task, this.kernel);
    return this.#network;
  }

  #add(socket: SocketFile): Fd {
    socket.uid = this.task.credentials.euid;
    socket.owner = ownerOf(this.task);
    return this.task.fds.add(socket);
  }

  get #context(): SocketContext {
    const { namespaces, credentials } = this.task;
    return { namespace: namespaces.network, credentials, owner: ownerOf(this.task), nextIno: () => this.kernel.nextSocket() };
  }

  connect(address: SocketAddress, options: { from?: SocketAddress | undefined; timeoutMs?: number | undefined } = {}): Promise<Fd> {
    return this.blocking(async () => {
      if (address.family === 'unix') return this.#add(this.kernel.unixSockets.connect(this.task, address.path));
      return this.#add(await connectTcp(this.#context, this.image, requireInet(address), { from: options.from && requireInet(options.from), timeoutMs: options.timeoutMs }));
    });
  }

  listen(address: SocketAddress, options: { backlog?: number; mode?: number; reuseAddress?: boolean; v6Only?: boolean } = {}): Fd {
    this.enter();
    const { backlog = address.family === 'unix' ? 128 : 4096 } = options;
    const { umask } = this.task;
    if (address.family === 'inet') return this.#add(listenTcp(this.#context, requireInet(address), backlog, options));
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
      const socket = await listener.accept(this.image);
      try {
        return { fd: this.#add(socket), peer: socket.peer };
      } finally {
        socket.drop();
      }
    });
  }

  #socket(fd: Fd): SocketFile {
    const file = this.file(fd);
    if (!(file instanceof SocketFile)) throw new SystemError('ENOTSOCK');
    return file;
  }

  #connected(fd: Fd): ConnectedSocket {
    const file = this.#socket(fd);
    if (!(file instanceof ConnectedSocket)) throw new SystemError('ENOTCONN');
    return file;
  }

  shutdownWrite(fd: Fd): void {
    this.#connected(fd).shutdownWrite();
  }

  socketName(fd: Fd): SocketAddress {
    return this.#socket(fd).local;
  }

  socketState(fd: Fd): 'listening' | 'connected' | 'datagram' {
    const file = this.#socket(fd);
    if (file instanceof ListenSocket) return 'listening';
    return file instanceof ConnectedSocket ? 'connected' : 'datagram';
  }

  peerName(fd: Fd): SocketAddress {
    const file = this.#socket(fd);
    if (file instanceof DatagramSocket && file.peer) return file.peer;
    return this.#connected(fd).peer;
  }

  bindDatagram(address: SocketAddress, options: { v6Only?: boolean } = {}): Fd {
    this.enter();
    return this.#add(bindUdp(this.#context, requireInet(address), options));
  }

  bindEcho(address: SocketAddress): Fd {
    this.enter();
    return this.#add(bindEcho(this.#context, requireInet(address).address));
  }

  #datagram(fd: Fd): DatagramSocket {
    const file = this.#socket(fd);
    if (!(file instanceof DatagramSocket)) throw new SystemError('EOPNOTSUPP');
    return file;
  }

  connectDatagram(fd: Fd, to: SocketAddress): void {
    connectDatagram(this.task.namespaces.network, this.#datagram(fd), requireInet(to));
  }

  setSocketOption(fd: Fd, option: 'ttl' | 'broadcast', value: number): void {
    const socket = this.#datagram(fd);
    if (option === 'broadcast') socket.broadcast = value !== 0;
    else if (value < 1 || value > 255) throw new SystemError('EINVAL');
    else socket.ttl = value;
  }

  sendTo(fd: Fd, data: Uint8Array, to: SocketAddress, sequence?: number): number {
    return sendDatagram(this.task.namespaces.network, this.#datagram(fd), data, requireInet(to), sequence);
  }

  receiveFrom(fd: Fd, timeoutMs?: number): Promise<{ data: Uint8Array; from: SocketAddress }> {
    return this.blocking(() => this.#datagram(fd).receive(this.image, timeoutMs));
  }

  receiveMessage(fd: Fd, timeoutMs?: number): Promise<DatagramMessage | undefined> {
    return this.blocking(async () => {
      const received = await this.#datagram(fd).receiveAny(this.image, timeoutMs);
      if (!received) return undefined;
      return 'data' in received ? { kind: 'data', ...received } : { kind: 'error', ...received };
    });
  }

  openCapture(device?: string): Fd {
    this.enter();
    requireCapability(this.task.credentials, 'CAP_NET_RAW');
    return this.#add(new CaptureSocket(this.kernel.nextSocket(), this.task.namespaces.network, device));
  }

  receivePacket(fd: Fd, timeoutMs?: number): Promise<PacketEvent> {
    return this.blocking(() => {
      const file = this.file(fd);
      if (!(file instanceof CaptureSocket)) throw new SystemError('EOPNOTSUPP');
      return file.receive(this.image, timeoutMs);
    });
  }

  traceTls(fd: Fd): TlsTrace {
    const { ino: socket, local, peer } = this.#connected(fd);
    const { network } = this.task.namespaces;
    const namespace = network.title();
    const owner = ownerOf(this.task);
    return (step) => network.system.emitTls({ time: network.system.stamp(), namespace, owner, socket, local, peer, step });
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
    const fd = this.bindDatagram({ family: 'inet', address: server.includes(':') ? '::' : '0.0.0.0', port: 0 });
    const to: SocketAddress = { family: 'inet', address: server, port: 53 };
    try {
      this.connectDatagram(fd, to);
      this.sendTo(fd, query, to);
      return (await this.#datagram(fd).receive(this.image, timeoutMs)).data;
    } catch (error) {
      if (isSystemError(error) && error.code !== 'EINTR') return undefined;
      throw error;
    } finally {
      if (this.image.alive) this.close(fd);
    }
  }
}
