import { broadcastMac, type Frame, type Interface, type Link } from './interface.ts';
import type { Internet } from './internet.ts';
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

  carry(frame: Frame, from: Interface): void {
    for (const card of [...this.#plugged]) if (card !== from && card.up && (frame.destination === card.mac || frame.destination === broadcastMac || frame.destination.startsWith('33:33'))) card.receive(frame);
    this.#router?.receive(frame, from.namespace.system);
  }
}
