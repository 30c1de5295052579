import { parseIpv4 } from '../../base/ip/index.ts';
import { type ByteStream, type Disposable, noBytes, toDisposable } from '../../base/index.ts';
import { endOfProcess, type IpAddress, type SocketAddress } from '../uapi/index.ts';
import { WaitQueue, type Waiter } from '../vfs/index.ts';
import { endpoint } from './address.ts';
import { answerDns, type DnsRecords } from './dns.ts';
import type { NetworkSystem } from './network-system.ts';
import type { ConnectedSocket } from './stream-socket.ts';

/** Serves one connection; `peer` is who connected, as the server sees it. It owns the stream. */
export type StreamHandler = (stream: ByteStream, peer: SocketAddress) => void;
/** Answers one datagram, or leaves it unanswered. */
export type DatagramHandler = (data: Uint8Array, peer: SocketAddress) => Promise<Uint8Array | undefined> | Uint8Array | undefined;

/** The world outside: servers at addresses, and the names they have. Several kernels may share one. */
export class Internet {
  readonly #streams = new Map<string, StreamHandler>();
  readonly #datagrams = new Map<string, DatagramHandler>();
  readonly #addresses = new Map<IpAddress, number>();
  readonly #names = new Map<string, DnsRecords>();

  /** Puts a TCP server at an address. */
  serve(address: IpAddress, port: number, handler: StreamHandler): Disposable {
    return this.#put(this.#streams, address, port, handler);
  }

  /** Puts a UDP server at an address. */
  serveDatagrams(address: IpAddress, port: number, handler: DatagramHandler): Disposable {
    return this.#put(this.#datagrams, address, port, handler);
  }

  /** Puts a name server at an address that knows the names given with `addName`. */
  serveNames(address: IpAddress): Disposable {
    return this.serveDatagrams(address, 53, (query) => answerDns(query, (name) => this.#names.get(name)));
  }

  /** Gives a name (no final dot) addresses. Replaces what it had. */
  addName(name: string, addresses: readonly IpAddress[]): Disposable {
    const key = name.toLowerCase();
    this.#names.set(key, { addresses });
    return toDisposable(() => this.#names.delete(key));
  }

  /** The addresses of a name; undefined when it does not exist. */
  addressesOf(name: string): readonly IpAddress[] | undefined {
    return this.#names.get(name.toLowerCase())?.addresses;
  }

  #put<T>(table: Map<string, T>, address: IpAddress, port: number, handler: T): Disposable {
    if (parseIpv4(address) === undefined) throw new RangeError(`not an IPv4 address: ${address}`);
    const key = endpoint(address, port);
    if (table.has(key)) throw new RangeError(`${key} is taken`);
    table.set(key, handler);
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1);
    return toDisposable(() => {
      table.delete(key);
      const left = (this.#addresses.get(address) ?? 1) - 1;
      if (left > 0) this.#addresses.set(address, left);
      else this.#addresses.delete(address);
    });
  }

  /** Whether anything is at an address. */
  has(address: IpAddress): boolean {
    return this.#addresses.has(address);
  }

  streamHandler(address: IpAddress, port: number): StreamHandler | undefined {
    return this.#streams.get(endpoint(address, port));
  }

  datagramHandler(address: IpAddress, port: number): DatagramHandler | undefined {
    return this.#datagrams.get(endpoint(address, port));
  }
}

/** A waiter outside all processes: nobody interrupts it, a broken connection is an error of the call. */
const outside: Waiter = {
  wait: (queues) => new Promise((resolve) => {
    const wake = (): void => {
      for (const queue of queues) queue.delete(wake);
      resolve();
    };
    for (const queue of queues) queue.add(wake);
    if (queues.length === 0) new WaitQueue().add(wake);
  }),
  raise: () => undefined,
};

/** The same for a machine's connections, where a wait may have an end. */
export function outsideOf(system: NetworkSystem): Waiter {
  return {
    wait(queues, timeoutMs) {
      if (timeoutMs === undefined) return outside.wait(queues);
      const late = new WaitQueue();
      const timer = system.after(timeoutMs, () => late.wake());
      return outside.wait([...queues, late]).finally(() => timer.dispose());
    },
    raise: () => undefined,
  };
}

/** The server's end of a connection, for handlers outside the machine. */
export function socketStream(socket: ConnectedSocket): ByteStream {
  socket.hold();
  let open = true;
  return {
    read: (max = 65536) => (open ? socket.read(outside, max) : Promise.resolve(noBytes)),
    write: (bytes) => (open ? socket.write(outside, bytes) : Promise.reject(endOfProcess)),
    closeWrite: () => socket.shutdownWrite(),
    close: () => {
      if (!open) return;
      open = false;
      socket.drop();
    },
  };
}
