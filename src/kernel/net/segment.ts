import type { Interface } from './namespace.ts';

/** A switch: the ethernet interfaces plugged into it, of one machine or of several, reach each other. */
export class Segment {
  readonly #plugged = new Set<Interface>();

  plug(card: Interface): void {
    card.segment = this;
    this.#plugged.add(card);
  }

  unplug(card: Interface): void {
    card.segment = undefined;
    this.#plugged.delete(card);
  }

  /** Who else is on the link. */
  others(card: Interface): Interface[] {
    return [...this.#plugged].filter((each) => each !== card && each.up);
  }
}
