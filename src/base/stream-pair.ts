import { noBytes } from './bytes.ts';
import type { ByteStream } from './byte-stream.ts';

/** Why a write failed: nobody reads the other side any more. */
export class StreamClosedError extends Error {
  override readonly name = 'StreamClosedError';
  readonly code = 'EPIPE';

  constructor() {
    super('write on a closed stream');
  }
}

/** One direction of a pair: a bounded queue of bytes between one writer and one reader. */
class Channel {
  readonly #queue: Uint8Array[] = [];
  #queued = 0;
  #ended = false;
  #broken = false;
  #readable: (() => void)[] = [];
  #writable: (() => void)[] = [];
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  async read(max = 65536): Promise<Uint8Array> {
    while (this.#queued === 0) {
      if (this.#ended || this.#broken) return noBytes;
      await new Promise<void>((resolve) => this.#readable.push(resolve));
    }
    const first = this.#queue.shift() ?? noBytes;
    const taken = first.length > max ? first.subarray(0, max) : first;
    if (taken.length < first.length) this.#queue.unshift(first.subarray(max));
    this.#queued -= taken.length;
    wake(this.#writable);
    return taken;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#ended || this.#broken) throw new StreamClosedError();
    if (bytes.length === 0) return;
    this.#queue.push(bytes.slice());
    this.#queued += bytes.length;
    wake(this.#readable);
    while (this.#queued > this.#capacity) {
      await new Promise<void>((resolve) => this.#writable.push(resolve));
      if (this.#broken) throw new StreamClosedError();
    }
  }

  /** The writer is done; the reader gets what is queued. */
  end(): void {
    this.#ended = true;
    wake(this.#readable);
  }

  /** The reader is gone; what is queued is lost. */
  break(): void {
    this.#broken = true;
    this.#queue.length = 0;
    this.#queued = 0;
    wake(this.#readable);
    wake(this.#writable);
  }
}

function wake(waiting: (() => void)[]): void {
  for (const resolve of waiting.splice(0)) resolve();
}

function endOf(incoming: Channel, outgoing: Channel): ByteStream {
  return {
    read: (max) => incoming.read(max),
    write: (bytes) => outgoing.write(bytes),
    closeWrite: () => outgoing.end(),
    close() {
      outgoing.end();
      incoming.break();
    },
  };
}

/** Two connected streams: what is written to one is read from the other. A write waits while more than `capacity` bytes (default 65536) are unread. */
export function createStreamPair(capacity = 65536): [ByteStream, ByteStream] {
  const there = new Channel(capacity);
  const back = new Channel(capacity);
  return [endOf(back, there), endOf(there, back)];
}
