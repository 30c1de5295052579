import { isSystemError, LookupError, type SocketAddress, SystemError } from '../../kernel/uapi/index.ts';
import type { CallTable } from './call.ts';
import { ready } from './descriptor-calls.ts';
import type { OpenState, SocketState } from './open-state.ts';

const families = { 1: 'unix', 2: 'inet', 10: 'inet6' } as const;
const typeBits = { nonblock: 0o4000, cloexec: 0o2000000 };
const messageFlags = { peek: 2, dontWait: 0x40 };
const pollBits = { in: 1, out: 4, error: 8, hangUp: 16, invalid: 32 };
const socketLevel = 1;
const socketOptions = { reuseAddress: 2, type: 3, error: 4, acceptsConnections: 30, domain: 39, protocol: 38 };

/** A socket that was there before the interpreter. */
function inherited({ process }: OpenState, fd: number): SocketState {
  const state = process.socketState(fd);
  const bound = process.socketName(fd);
  return { family: bound.family === 'unix' ? 'unix' : bound.address.includes(':') ? 'inet6' : 'inet', type: state === 'datagram' ? 'datagram' : 'stream', state, bound, reuseAddress: true, v6Only: false };
}

function socketOf(open: OpenState, fd: number): SocketState {
  open.process.fstat(fd);
  const state = open.of(fd);
  return state.socket ??= inherited(open, fd);
}

/** Puts the kernel's new socket where the interpreter already has a descriptor for it. */
function place(open: OpenState, made: number, fd: number): void {
  open.process.dup2(made, fd);
  open.process.close(made);
  open.process.setCloexec(fd, open.of(fd).cloexec ?? false);
}

const anywhere = (socket: SocketState): SocketAddress => ({ family: 'inet', address: socket.family === 'inet6' ? '::' : '0.0.0.0', port: 0 });

async function connect(open: OpenState, fd: number, to: SocketAddress): Promise<void> {
  const socket = socketOf(open, fd);
  const { process } = open;
  if (socket.type === 'datagram') {
    if (socket.state === 'new') bindDatagram(open, fd, socket, anywhere(socket));
    process.connectDatagram(fd, to);
    return;
  }
  if (socket.state === 'connected') throw new SystemError('EISCONN');
  if (socket.state === 'connecting') throw new SystemError('EALREADY');
  const from = socket.bound;
  const settle = async (): Promise<void> => {
    const made = await process.connect(to, from ? { from } : {});
    place(open, made, fd);
    socket.state = 'connected';
  };
  if (!open.of(fd).nonblock) return settle();
  socket.state = 'connecting';
  socket.connecting = settle().catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
    socket.state = 'new';
    socket.error = error.code;
  }).finally(() => {
    delete socket.connecting;
  });
  // What fails at once fails here, as on the loopback.
  await Promise.race([socket.connecting, process.sleep(0)]);
  if (socket.error !== undefined) {
    const code = socket.error;
    delete socket.error;
    throw new SystemError(code as 'ECONNREFUSED');
  }
  if (socket.state === 'connecting') throw new SystemError('EINPROGRESS');
}

function bindDatagram(open: OpenState, fd: number, socket: SocketState, address: SocketAddress): void {
  place(open, open.process.bindDatagram(address, { v6Only: socket.v6Only }), fd);
  socket.state = 'datagram';
}

/** Calls on sockets. */
export const socketCalls: CallTable = {
  socket(open, domain: number, type: number, _protocol: number) {
    const family = families[domain as keyof typeof families];
    if (!family) throw new SystemError('EAFNOSUPPORT');
    const kind = type & 0xf;
    if (kind !== 1 && kind !== 2) throw new SystemError('EPROTONOSUPPORT');
    // The kernel makes sockets that are connected or listen; until then the number is held by a file.
    const fd = open.process.open('/dev/null', 'r+');
    const state = open.of(fd);
    state.nonblock = (type & typeBits.nonblock) !== 0;
    state.cloexec = (type & typeBits.cloexec) !== 0;
    state.socket = { family, type: kind === 1 ? 'stream' : 'datagram', state: 'new', reuseAddress: false, v6Only: false };
    open.process.setCloexec(fd, state.cloexec);
    return fd;
  },
  bind(open, fd: number, address: SocketAddress) {
    const socket = socketOf(open, fd);
    if (socket.state !== 'new' || socket.bound) throw new SystemError('EINVAL');
    if (socket.type === 'datagram') bindDatagram(open, fd, socket, address);
    else {
      // Bound and listening are one in the kernel: a port that is taken fails here, as in life.
      place(open, open.process.listen(address, { reuseAddress: socket.reuseAddress, v6Only: socket.v6Only }), fd);
      socket.bound = address;
    }
  },
  listen(open, fd: number, backlog: number) {
    const socket = socketOf(open, fd);
    if (!socket.bound) place(open, open.process.listen(anywhere(socket), { backlog }), fd);
    socket.state = 'listening';
  },
  async connect(open, fd: number, to: SocketAddress) {
    const socket = socketOf(open, fd);
    if (socket.bound && socket.state === 'new') {
      // It was bound to connect from there: what listened goes.
      socket.bound = open.process.socketName(fd);
      place(open, open.process.open('/dev/null', 'r+'), fd);
    }
    await connect(open, fd, to);
  },
  async accept(open, fd: number, nonblock: boolean) {
    const socket = socketOf(open, fd);
    if (socket.state !== 'listening') throw new SystemError('EINVAL');
    await ready(open, fd);
    const accepted = await open.process.accept(fd);
    const state = open.of(accepted.fd);
    state.nonblock = nonblock;
    state.cloexec = true;
    open.process.setCloexec(accepted.fd, true);
    state.socket = { ...socket, state: 'connected' };
    return accepted;
  },
  socketName(open, fd: number) {
    const socket = socketOf(open, fd);
    if (socket.state === 'new' && !socket.bound) return socket.family === 'unix' ? { family: 'unix', path: '' } : anywhere(socket);
    return open.process.socketName(fd);
  },
  peerName(open, fd: number) {
    const socket = socketOf(open, fd);
    if (socket.state !== 'connected' && socket.state !== 'datagram') throw new SystemError('ENOTCONN');
    return open.process.peerName(fd);
  },
  async receive(open, fd: number, max: number, flags: number) {
    const socket = socketOf(open, fd);
    if (socket.state === 'datagram') {
      await ready(open, fd, open.of(fd).nonblock || (flags & messageFlags.dontWait) !== 0);
      const { data, from } = await open.process.receiveFrom(fd);
      return { data, peer: from };
    }
    if (socket.state !== 'connected') throw new SystemError('ENOTCONN');
    let data = socket.peeked;
    if (!data) {
      await ready(open, fd, open.of(fd).nonblock || (flags & messageFlags.dontWait) !== 0);
      data = await open.process.read(fd, max);
    }
    const taken = data.subarray(0, max);
    const rest = (flags & messageFlags.peek) === 0 ? data.subarray(taken.length) : data;
    if (rest.length > 0) socket.peeked = rest;
    else delete socket.peeked;
    return { data: taken };
  },
  async send(open, fd: number, data: Uint8Array, _flags: number, to: SocketAddress | undefined | null) {
    const socket = socketOf(open, fd);
    if (socket.type === 'datagram') {
      if (socket.state === 'new') bindDatagram(open, fd, socket, anywhere(socket));
      if (to) open.process.sendTo(fd, data, to);
      else await open.process.write(fd, data);
      return data.length;
    }
    if (socket.state !== 'connected') throw new SystemError(socket.state === 'connecting' ? 'EAGAIN' : 'EPIPE');
    if (data.length > 0) await open.process.write(fd, data);
    return data.length;
  },
  shutdown(open, fd: number, how: number) {
    const socket = socketOf(open, fd);
    if (socket.state !== 'connected') throw new SystemError('ENOTCONN');
    if (how !== 0) open.process.shutdownWrite(fd);
  },
  getSocketOption(open, fd: number, level: number, option: number) {
    const socket = socketOf(open, fd);
    if (level !== socketLevel) return 0;
    if (option === socketOptions.type) return socket.type === 'stream' ? 1 : 2;
    if (option === socketOptions.reuseAddress) return Number(socket.reuseAddress);
    if (option === socketOptions.acceptsConnections) return Number(socket.state === 'listening');
    if (option === socketOptions.domain) return Number(Object.entries(families).find(([, name]) => name === socket.family)?.[0]);
    if (option !== socketOptions.error) return 0;
    const code = socket.error;
    delete socket.error;
    return code === undefined ? 0 : { errno: code };
  },
  setSocketOption(open, fd: number, level: number, option: number, value: number) {
    const socket = socketOf(open, fd);
    if (level === socketLevel && option === socketOptions.reuseAddress) socket.reuseAddress = value !== 0;
    if (level === 41 && option === 26) socket.v6Only = value !== 0;
    if (level === socketLevel && option === 6 && socket.state === 'datagram') open.process.setSocketOption(fd, 'broadcast', value);
  },
  async lookup(open, name: string | undefined | null, passive: boolean) {
    if (name === undefined || name === null) return passive ? ['0.0.0.0', '::'] : ['127.0.0.1', '::1'];
    if (name === '') return [];
    try {
      return await open.process.lookup(name);
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      if (error.code === 'AGAIN') throw new SystemError('EAGAIN');
      return [];
    }
  },
  async poll(open, entries: readonly { fd: number; events: number }[], timeout: number) {
    const { process } = open;
    const answers = (): number[] => entries.map(({ fd, events }) => {
      if (fd < 0) return 0;
      if (!process.descriptors().includes(fd)) return pollBits.invalid;
      const { socket } = open.of(fd);
      if (socket?.state === 'connecting') return 0;
      if (socket?.error !== undefined) return pollBits.error | (events & pollBits.out);
      return (events & pollBits.out) | (socket?.peeked ? events & pollBits.in : 0);
    });
    const watched = entries.filter(({ fd, events }) => fd >= 0 && (events & pollBits.in) !== 0 && process.descriptors().includes(fd) && open.of(fd).socket?.state !== 'connecting').map(({ fd }) => fd);
    const connecting = entries.flatMap(({ fd }) => (fd >= 0 ? (open.of(fd).socket?.connecting ?? []) : []));
    const first = answers();
    const waits = first.every((events) => events === 0) ? timeout : 0;
    const readable = process.poll(watched, waits < 0 ? undefined : waits);
    const found = connecting.length > 0 && waits !== 0 ? await Promise.race([readable, ...connecting.map((each) => each.then(() => []))]) : await readable;
    return answers().map((events, i) => {
      const entry = entries[i];
      return entry && found.includes(entry.fd) ? events | (entry.events & pollBits.in) : events;
    });
  },
};
