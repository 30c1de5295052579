import { type IpAddress, SystemError } from '../uapi/index.ts';
import { endpoint, isAny } from './address.ts';
import type { DatagramSocket } from './datagram-socket.ts';
import type { ListenSocket, StreamSocket } from './stream-socket.ts';

const ephemeral = { first: 32768, last: 60999 };

type Bound = ListenSocket | DatagramSocket;

/** Who has which port of a namespace. */
export class PortTable {
  readonly #listeners = new Map<number, ListenSocket[]>();
  readonly #datagrams = new Map<number, DatagramSocket[]>();
  readonly streams = new Set<StreamSocket>();
  #lastEphemeral = ephemeral.first - 1;

  listeners(): ListenSocket[] {
    return [...this.#listeners.values()].flat();
  }

  datagramSockets(): DatagramSocket[] {
    return [...this.#datagrams.values()].flat();
  }

  listener(address: IpAddress, port: number): ListenSocket | undefined {
    return pick(this.#listeners.get(port), address);
  }

  datagram(address: IpAddress, port: number): DatagramSocket | undefined {
    return pick(this.#datagrams.get(port), address);
  }

  /** Throws EADDRINUSE when the port is taken on that address. */
  requireFree(protocol: 'tcp' | 'udp', address: IpAddress, port: number): void {
    const bound: readonly Bound[] = (protocol === 'tcp' ? this.#listeners : this.#datagrams).get(port) ?? [];
    const clash = bound.some(({ local }) => local.family === 'inet' && (isAny(local.address) || isAny(address) || local.address === address));
    if (clash) throw new SystemError('EADDRINUSE', endpoint(address, port));
  }

  bindListener(socket: ListenSocket, port: number): () => void {
    return bind(this.#listeners, socket, port);
  }

  bindDatagram(socket: DatagramSocket, port: number): () => void {
    return bind(this.#datagrams, socket, port);
  }

  /** A port for a client, or for who binds to port 0. */
  ephemeralPort(): number {
    for (let tries = ephemeral.first; tries <= ephemeral.last; tries++) {
      this.#lastEphemeral = this.#lastEphemeral >= ephemeral.last ? ephemeral.first : this.#lastEphemeral + 1;
      if (!this.#listeners.has(this.#lastEphemeral) && !this.#datagrams.has(this.#lastEphemeral)) return this.#lastEphemeral;
    }
    throw new SystemError('EADDRNOTAVAIL');
  }
}

function bind<T extends Bound>(table: Map<number, T[]>, socket: T, port: number): () => void {
  const bound = table.get(port) ?? [];
  bound.push(socket);
  table.set(port, bound);
  return () => {
    bound.splice(bound.indexOf(socket), 1);
    if (bound.length === 0) table.delete(port);
  };
}

/** The socket bound to the very address, else to any. */
function pick<T extends Bound>(bound: readonly T[] | undefined, address: IpAddress): T | undefined {
  const at = (want: (own: IpAddress) => boolean): T | undefined => bound?.find(({ local }) => local.family === 'inet' && want(local.address));
  return at((own) => own === address) ?? at(isAny);
}
