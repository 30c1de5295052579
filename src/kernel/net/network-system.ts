import { type Clock, type Disposable, Emitter, type Event, type RandomBytes } from '../../base/index.ts';
import type { PacketEvent, TlsEvent } from '../uapi/index.ts';

/** What waits until all packets have come to rest. */
export interface Settling {
  settled(): void;
}

/**
 * The part of a kernel that moves packets. Packets go through a queue: whoever sends does so in `run`, which returns when everything that follows at once
 * (requests, answers, acknowledgements, on all links without delay) has happened.
 */
export class NetworkSystem implements Disposable {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly #queue: (() => void)[] = [];
  readonly #settling = new Set<Settling>();
  readonly #timers = new Set<Disposable>();
  readonly #events = new Emitter<PacketEvent>();
  readonly #tlsEvents = new Emitter<TlsEvent>();
  /** Some link delays or loses packets: no segments that a card would have to cut up. */
  impaired = false;
  #running = false;
  #lastTime = 0;
  #listeners = 0;
  #disposed = false;

  constructor(clock: Clock, random: RandomBytes) {
    this.clock = clock;
    this.random = random;
  }

  /** Does something with packets now, or, when that is what goes on already, next. */
  run(work: () => void): void {
    this.#queue.push(work);
    if (this.#running) return;
    this.#running = true;
    try {
      for (;;) {
        for (let i = 0; i < this.#queue.length; i++) this.#queue[i]?.();
        this.#queue.length = 0;
        if (this.#settling.size === 0) return;
        const settling = [...this.#settling];
        this.#settling.clear();
        for (const each of settling) each.settled();
        if (this.#queue.length === 0) return;
      }
    } finally {
      this.#queue.length = 0;
      this.#running = false;
    }
  }

  /** Calls `settled` when the queue is empty. */
  settle(who: Settling): void {
    this.#settling.add(who);
  }

  /** A timer that ends with the machine. */
  after(milliseconds: number, work: () => void): Disposable {
    if (this.#disposed) return { dispose: () => undefined };
    const timer = this.clock.setTimeout(() => {
      this.#timers.delete(own);
      this.run(work);
    }, milliseconds);
    const own: Disposable = {
      dispose: () => {
        timer.dispose();
        this.#timers.delete(own);
      },
    };
    this.#timers.add(own);
    return own;
  }

  /** The time on a packet: a little later for each one, as a packet needs a few microseconds for each step. */
  stamp(): number {
    const step = 0.004 + (this.#random16() % 11) / 1000;
    return (this.#lastTime = Math.max(this.clock.now(), this.#lastTime + step));
  }

  #seed = 0;

  /** Cheap, for what need not be random. */
  #random16(): number {
    return (this.#seed = (this.#seed * 25173 + 13849) & 0xffff);
  }

  /** A random number from 0 to below 1. */
  chance(): number {
    return new DataView(this.random(4).buffer).getUint32(0) / 2 ** 32;
  }

  /** Whether anybody looks at packets. */
  get traced(): boolean {
    return this.#listeners > 0;
  }

  emit(event: PacketEvent): void {
    this.#events.fire(event);
  }

  /** Every packet at every interface of the machine. Costs nothing while nobody listens. */
  readonly onPacket: Event<PacketEvent> = (listener) => {
    this.#listeners++;
    const subscription = this.#events.event(listener);
    let open = true;
    return {
      dispose: () => {
        if (!open) return;
        open = false;
        this.#listeners--;
        subscription.dispose();
      },
    };
  };

  /** Every step of TLS that a process of the machine tells. */
  readonly onTls: Event<TlsEvent> = this.#tlsEvents.event;

  emitTls(event: TlsEvent): void {
    this.#tlsEvents.fire(event);
  }

  dispose(): void {
    this.#disposed = true;
    this.#tlsEvents.dispose();
    for (const timer of [...this.#timers]) timer.dispose();
    this.#events.dispose();
  }
}

let lastPacket = 0;

/** A number that no packet of any machine had before. */
export function nextPacketId(): number {
  return ++lastPacket;
}
