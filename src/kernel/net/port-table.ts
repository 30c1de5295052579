import { type IpPacket, type IpAddress, type SocketOwner, SystemError } from '../uapi/index.ts';
import { endpoint, isAny, isV6 } from './address.ts';
import type { DatagramSocket } from './datagram-socket.ts';
import type { NetworkSystem } from './network-system.ts';
import type { ListenSocket } from './stream-socket.ts';
import { Connections } from './tcp-host.ts';

type Bound = ListenSocket | DatagramSocket;

/** Who has which port of a namespace. */
export class PortTable {
  readonly connections = new Connections();
  readonly #listeners = new Map<number, ListenSocket[]>();
  readonly #datagrams = new Map<number, DatagramSocket[]>();
  readonly #echoes = new Map<number, DatagramSocket>();
  readonly #system: NetworkSystem;
  /** net.ipv4.ip_local_port_range */
  range = { first: 32768, last: 60999 };
  #last: number | undefined;

  constructor(system: NetworkSystem) {
    this.#system = system;
  }

  listeners(): ListenSocket[] {
    return [...this.#listeners.values()].flat();
  }

  datagramSockets(): DatagramSocket[] {
    return [...this.#datagrams.values()].flat();
  }

  echoSockets(): DatagramSocket[] {
    return [...this.#echoes.values()];
  }

  listener(address: IpAddress, port: number): ListenSocket | undefined {
    return pick(this.#listeners.get(port), address);
  }

  /** Who gets a datagram: the socket that is connected to its sender, else one bound to the very address, else to any. */
  datagram(address: IpAddress, port: number, peer: IpAddress, peerPort: number): DatagramSocket | undefined {
    const bound = this.#datagrams.get(port);
    return bound?.find((each) => each.peer?.address === peer && each.peer.port === peerPort) ?? pick(bound?.filter((each) => !each.peer), address);
  }

  /** Who gets one that is for all. */
  datagramsFor(port: number): DatagramSocket[] {
    return (this.#datagrams.get(port) ?? []).filter((each) => !each.peer);
  }

  echo(identifier: number): DatagramSocket | undefined {
    return this.#echoes.get(identifier);
  }

  ownerOf({ source, destination, body }: IpPacket): SocketOwner | undefined {
    if (body.protocol === 'tcp') return (this.connections.find(destination, body.destinationPort, source, body.sourcePort) ?? this.listener(destination, body.destinationPort))?.owner;
    if (body.protocol === 'udp') return this.datagram(destination, body.destinationPort, source, body.sourcePort)?.owner;
    return body.message === 'echo-reply' ? this.echo(body.identifier)?.owner : undefined;
  }

  /** Throws EADDRINUSE when the port is taken on that address, or (without `reuse`, SO_REUSEADDR) a connection that ended still has it. */
  requireFree(protocol: 'tcp' | 'udp', wanted: { address: IpAddress; v6Only: boolean }, port: number, reuse: boolean): void {
    const bound: readonly Bound[] = (protocol === 'tcp' ? this.#listeners : this.#datagrams).get(port) ?? [];
    const clash = bound.some(({ local, v6Only }) => local.family === 'inet' && overlap({ address: local.address, v6Only }, wanted))
      || (protocol === 'tcp' && !reuse && this.connections.list(this.#system.clock.now()).some(({ local }) => local.port === port && overlap({ address: local.address, v6Only: false }, wanted)));
    if (clash) throw new SystemError('EADDRINUSE', endpoint(wanted.address, port));
  }

  bindListener(socket: ListenSocket, port: number): () => void {
    return bind(this.#listeners, socket, port);
  }

  bindDatagram(socket: DatagramSocket, port: number): () => void {
    return bind(this.#datagrams, socket, port);
  }

  bindEcho(socket: DatagramSocket, identifier: number): () => void {
    this.#echoes.set(identifier, socket);
    return () => this.#echoes.delete(identifier);
  }

  /** A port for a client, or for who binds to port 0. */
  ephemeralPort(): number {
    const { first, last } = this.range;
    this.#last ??= first + Math.floor(this.#system.chance() * (last - first));
    for (let tries = first; tries <= last; tries++) {
      this.#last = this.#last >= last || this.#last < first ? first : this.#last + 1;
      if (!this.#listeners.has(this.#last) && !this.#datagrams.has(this.#last) && !this.#echoes.has(this.#last)) return this.#last;
    }
    throw new SystemError('EADDRNOTAVAIL');
  }

  /** A port for a connection to `to` that no other connection to it has. */
  portTo(local: IpAddress, to: { address: IpAddress; port: number }): number {
    for (let tries = this.range.last - this.range.first; tries >= 0; tries--) {
      const port = this.ephemeralPort();
      if (!this.connections.find(local, port, to.address, to.port)) return port;
    }
    throw new SystemError('EADDRNOTAVAIL');
  }
}

/** Whether two sockets on one port would be in each other's way. `::` takes IPv4 too. */
function overlap(one: { address: IpAddress; v6Only: boolean }, two: { address: IpAddress; v6Only: boolean }): boolean {
  const all = (each: typeof one, other: typeof one): boolean => each.address === '::' && (!each.v6Only || isV6(other.address));
  if (all(one, two) || all(two, one)) return true;
  return isV6(one.address) === isV6(two.address) && (isAny(one.address) || isAny(two.address) || one.address === two.address);
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

/** The socket bound to the very address, else to any of the family, else to any at all. */
function pick<T extends Bound>(bound: readonly T[] | undefined, address: IpAddress): T | undefined {
  const at = (want: IpAddress): T | undefined => bound?.find(({ local }) => local.family === 'inet' && local.address === want);
  if (isV6(address)) return at(address) ?? at('::');
  return at(address) ?? at('0.0.0.0') ?? bound?.find(({ local, v6Only }) => local.family === 'inet' && local.address === '::' && !v6Only);
}
