import type { ByteStream } from '../../base/index.ts';
import { type IpAddress, SystemError } from '../uapi/index.ts';
import { broadcastMac, type Frame, type Interface, type Link } from './interface.ts';
import type { Internet } from './internet.ts';
import type { NetworkSystem } from './network-system.ts';
import { Router } from './router.ts';

/** A switch: the ethernet interfaces plugged into it, of one machine or of several, reach each other, and the internet behind its router. */
export class Segment implements Link {
  readonly #plugged = new Set<Interface>();
  #router: Router | undefined;

  plug(card: Interface): void {
    card.link = this;
    this.#plugged.add(card);
  }

  unplug(card: Interface): void {
    card.link = undefined;
    this.#plugged.delete(card);
  }

  /** Puts a router to the world at an address of the segment, unless there is one. */
  connect(internet: Internet, gateway: string): void {
    this.#router ??= new Router(internet, gateway, (frame, system) => {
      for (const card of this.#plugged) if (card.namespace.system === system && (frame.destination === card.mac || frame.destination === broadcastMac)) card.receive(frame);
    });
  }

  /** Connects to a machine of the segment from behind its router; throws SystemErrors as connect(2). */
  connectFromOutside(system: NetworkSystem, address: IpAddress, port: number, timeoutMs: number): Promise<ByteStream> {
    if (!this.#router) throw new SystemError('ENETUNREACH');
    return this.#router.connect(system, address, port, timeoutMs);
  }

  carry(frame: Frame, from: Interface): void {
    for (const card of [...this.#plugged]) if (card !== from && card.up && (frame.destination === card.mac || frame.destination === broadcastMac || frame.destination.startsWith('33:33'))) card.receive(frame);
    this.#router?.receive(frame, from.namespace.system);
  }
}
