import { formatIpv6, parseIpv6 } from '../../base/ip/index.ts';
import type { SocketAddress } from '../../kernel/uapi/index.ts';
import { errnoNumber } from './errno.ts';
import type { Import, SystemCalls } from './system-calls.ts';

const family = { unix: 1, inet: 2, inet6: 10 };
const eai = { family: -6, noName: -2, again: -3 };

/** The system calls on sockets, and the two calls of the C library that look up names. */
export function socketImports(calls: SystemCalls, exports: { malloc(size: number): number }): Record<string, Import> {
  const { memory } = calls;
  const address = (pointer: number, length: number): SocketAddress => readAddress(calls, pointer, length);
  const give = (pointer: number, lengthPointer: number, value: SocketAddress): number => {
    if (pointer === 0) return 0;
    const room = memory.view.getUint32(lengthPointer, true);
    memory.view.setUint32(lengthPointer, writeAddress(calls, pointer, room, value), true);
    return 0;
  };
  const received = (pointer: number, size: number, from: number, fromLength: number) => ({ data, peer }: { data: Uint8Array; peer?: SocketAddress }): number => {
    memory.bytes.set(data.subarray(0, size), pointer);
    if (peer && from !== 0) give(from, fromLength, peer);
    return Math.min(data.length, size);
  };
  return {
    __syscall_socket: (domain: number, type: number, protocol: number) => calls.ask<number>('socket', [domain, type, protocol], (fd) => fd),
    __syscall_bind: (fd: number, pointer: number, length: number) => calls.ask('bind', [fd, address(pointer, length)]),
    __syscall_listen: (fd: number, backlog: number) => calls.ask('listen', [fd, backlog]),
    __syscall_connect: (fd: number, pointer: number, length: number) => calls.ask('connect', [fd, address(pointer, length)]),
    _maybe_connect_async: () => null,
    __syscall_accept4: (fd: number, pointer: number, length: number, flags: number) => calls.ask<{ fd: number; peer: SocketAddress }>('accept', [fd, (flags & 0o4000) !== 0], ({ fd: accepted, peer }) => {
      give(pointer, length, peer);
      return accepted;
    }),
    __syscall_getsockname: (fd: number, pointer: number, length: number) => calls.ask<SocketAddress>('socketName', [fd], (name) => give(pointer, length, name)),
    __syscall_getpeername: (fd: number, pointer: number, length: number) => calls.ask<SocketAddress>('peerName', [fd], (name) => give(pointer, length, name)),
    __syscall_recvfrom: (fd: number, pointer: number, size: number, flags: number, from: number, fromLength: number) => calls.ask('receive', [fd, size, flags], received(pointer, size, from, fromLength)),
    _maybe_recvfrom_async: () => null,
    __syscall_sendto: (fd: number, pointer: number, size: number, flags: number, to: number, toLength: number) => (
      calls.ask<number>('send', [fd, memory.bytes.slice(pointer, pointer + size), flags, to === 0 ? undefined : address(to, toLength)], (sent) => sent)),
    _maybe_sendto_async: () => null,
    __syscall_recvmsg(fd: number, message: number, flags: number) {
      const [vectors, count] = [memory.view.getUint32(message + 8, true), memory.view.getInt32(message + 12, true)];
      return calls.ask<{ data: Uint8Array }>('receive', [fd, memory.room(vectors, count), flags], ({ data }) => {
        memory.scatter(vectors, count, data);
        memory.view.setUint32(message + 4, 0, true);
        memory.view.setUint32(message + 20, 0, true);
        return data.length;
      });
    },
    __syscall_sendmsg(fd: number, message: number, flags: number) {
      const [name, length] = [memory.view.getUint32(message, true), memory.view.getUint32(message + 4, true)];
      const data = memory.gather(memory.view.getUint32(message + 8, true), memory.view.getInt32(message + 12, true));
      return calls.ask<number>('send', [fd, data, flags, name === 0 ? undefined : address(name, length)], (sent) => sent);
    },
    __syscall_getsockopt: (fd: number, level: number, option: number, value: number, length: number) => calls.ask<number | { errno: string }>('getSocketOption', [fd, level, option], (result) => {
      memory.view.setInt32(value, typeof result === 'number' ? result : errnoNumber(result.errno), true);
      memory.view.setUint32(length, 4, true);
      return 0;
    }),
    _try_shutdown(fd: number, how: number, result: number) {
      const done = calls.ask('shutdown', [fd, how]);
      const write = (value: number): number => {
        memory.view.setInt32(result, value, true);
        return 1;
      };
      return typeof done === 'number' ? write(done) : done.then(write);
    },
    getaddrinfo(node: number, service: number, hint: number, out: number) {
      const port = service === 0 ? 0 : Number(memory.text(service));
      const [wanted, type, protocol, flags] = hint === 0 ? [0, 0, 0, 0] : [memory.view.getInt32(hint + 4, true), memory.view.getInt32(hint + 8, true), memory.view.getInt32(hint + 12, true), memory.view.getInt32(hint, true)];
      if (Number.isNaN(port)) return eai.noName;
      const asked = calls.ask<string[]>('lookup', [node === 0 ? undefined : memory.text(node), (flags & 1) !== 0], (addresses) => {
        const wantedFamily = (text: string): boolean => wanted === 0 || wanted === (text.includes(':') ? family.inet6 : family.inet);
        const found = addresses.filter(wantedFamily);
        if (found.length === 0) return eai.noName;
        const types = type === 0 ? [[1, 6], [2, 17]] as const : [[type, protocol || (type === 2 ? 17 : 6)]] as const;
        const infos = found.flatMap((each) => types.map(([socketType, number]) => addressInfo(calls, exports, each, port, socketType, number)));
        infos.forEach((info, i) => memory.view.setUint32(info + 28, infos[i + 1] ?? 0, true));
        memory.view.setUint32(out, infos[0] ?? 0, true);
        return 0;
      });
      // EAGAIN: nobody answered.
      const code = (result: number): number => (result === 0 || result === eai.noName ? result : result === -6 ? eai.again : eai.noName);
      return typeof asked === 'number' ? code(asked) : asked.then(code);
    },
    getnameinfo(pointer: number, length: number, node: number, nodeSize: number, service: number, serviceSize: number, _flags: number) {
      const value = address(pointer, length);
      if (value.family !== 'inet') return eai.family;
      if (node !== 0 && nodeSize !== 0) memory.writeText(node, nodeSize, value.address);
      if (service !== 0 && serviceSize !== 0) memory.writeText(service, serviceSize, String(value.port));
      return 0;
    },
  };
}

/** struct addrinfo with its address, on the heap. */
function addressInfo(calls: SystemCalls, { malloc }: { malloc(size: number): number }, address: string, port: number, type: number, protocol: number): number {
  const size = address.includes(':') ? 28 : 16;
  const info = malloc(32);
  const at = malloc(size);
  const { view } = calls.memory;
  writeAddress(calls, at, size, { family: 'inet', address, port });
  [0, size === 28 ? family.inet6 : family.inet, type, protocol, size, at, 0, 0].forEach((value, i) => view.setUint32(info + 4 * i, value, true));
  return info;
}

function readAddress({ memory: { view, bytes } }: SystemCalls, at: number, length: number): SocketAddress {
  const kind = view.getUint16(at, true);
  if (kind === family.unix) {
    const path = bytes.slice(at + 2, at + length);
    const end = path.indexOf(0);
    return { family: 'unix', path: new TextDecoder().decode(end > 0 ? path.subarray(0, end) : path) };
  }
  const port = view.getUint16(at + 2);
  if (kind === family.inet) return { family: 'inet', address: bytes.slice(at + 4, at + 8).join('.'), port };
  const groups = Array.from({ length: 8 }, (_, i) => view.getUint16(at + 8 + 2 * i));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return { family: 'inet', address: bytes.slice(at + 20, at + 24).join('.'), port };
  return { family: 'inet', address: formatIpv6(groups), port };
}

/** Writes a socket address where there is room; its true length. */
function writeAddress({ memory: { view, bytes } }: SystemCalls, at: number, room: number, address: SocketAddress): number {
  if (address.family === 'unix') {
    const path = new TextEncoder().encode(address.path === '' ? '' : `${address.path}\0`).subarray(0, Math.max(room - 2, 0));
    view.setUint16(at, family.unix, true);
    bytes.set(path, at + 2);
    return 2 + path.length;
  }
  const v6 = address.address.includes(':');
  bytes.fill(0, at, at + Math.min(room, v6 ? 28 : 16));
  view.setUint16(at, v6 ? family.inet6 : family.inet, true);
  view.setUint16(at + 2, address.port);
  if (v6) (parseIpv6(address.address) ?? []).forEach((group, i) => view.setUint16(at + 8 + 2 * i, group));
  else bytes.set(address.address.split('.').map(Number), at + 4);
  return v6 ? 28 : 16;
}
