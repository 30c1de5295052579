import { ByteQueue, noBytes } from '../../base/index.ts';
import { SystemError } from '../uapi/index.ts';
import { type Waiter, WaitQueue } from '../vfs/index.ts';

/** Bytes on their way in one direction before the sender blocks: net.core.wmem_default. */
const capacity = 212992;

/** One direction of a stream connection. */
export class Channel {
  readonly bytes = new ByteQueue();
  readonly readable = new WaitQueue();
  readonly writable = new WaitQueue();
  /** The sender will send no more. */
  ended = false;
  /** The receiver reads no more. */
  refused = false;
  /** The connection was cut: what is buffered is lost. */
  reset = false;
  /** Counts bytes that pass. */
  onBytes: ((count: number) => void) | undefined;

  get canRead(): boolean {
    return this.bytes.length > 0 || this.ended || this.reset;
  }

  async receive(waiter: Waiter, max: number, nonblock: boolean): Promise<Uint8Array> {
    for (;;) {
      if (this.reset) {
        this.reset = false;
        this.ended = true;
        throw new SystemError('ECONNRESET');
      }
      if (this.bytes.length > 0) {
        const bytes = this.bytes.take(max);
        this.writable.wake();
        return bytes;
      }
      if (this.ended) return noBytes;
      if (nonblock) throw new SystemError('EAGAIN');
      await waiter.wait([this.readable]);
    }
  }

  async send(waiter: Waiter, bytes: Uint8Array, nonblock: boolean): Promise<void> {
    for (let rest = bytes; rest.length > 0; ) {
      if (this.ended || this.refused || this.reset) {
        waiter.raise('SIGPIPE');
        throw new SystemError('EPIPE');
      }
      const room = capacity - this.bytes.length;
      if (room > 0) {
        const part = rest.subarray(0, room);
        this.bytes.push(part);
        this.onBytes?.(part.length);
        rest = rest.subarray(part.length);
        this.readable.wake();
      } else if (nonblock) throw new SystemError('EAGAIN');
      else await waiter.wait([this.writable]);
    }
  }

  /** The sender is done. */
  end(): void {
    this.ended = true;
    this.readable.wake();
    this.writable.wake();
  }

  /** The receiver is gone; unread bytes make it a reset, as TCP and unix sockets do. */
  refuse(): void {
    this.refused = true;
    this.writable.wake();
  }

  cut(): void {
    this.reset = true;
    this.bytes.clear();
    this.readable.wake();
    this.writable.wake();
  }
}
