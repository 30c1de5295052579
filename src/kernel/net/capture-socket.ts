import type { Disposable } from '../../base/index.ts';
import { type PacketEvent, SystemError } from '../uapi/index.ts';
import { type Waiter, WaitQueue } from '../vfs/index.ts';
import type { InterfaceOwner } from './interface.ts';
import { SocketFile } from './stream-socket.ts';

/** Packets that wait to be read; more are dropped. */
const capacity = 10_000;

/** A socket that sees the packets of a namespace's interfaces: packet(7). */
export class CaptureSocket extends SocketFile {
  readonly #queue: PacketEvent[] = [];
  readonly #arrived = new WaitQueue();
  readonly #subscription: Disposable;

  constructor(ino: number, namespace: InterfaceOwner, device: string | undefined) {
    super(ino, { family: 'unix', path: '' });
    if (device !== undefined && !namespace.interfaces.has(device)) throw new SystemError('ENODEV');
    const { inode } = namespace.title();
    this.#subscription = namespace.system.onPacket((event) => {
      if (event.kind === 'drop' || event.namespace.inode !== inode || (device !== undefined && event.interface !== device) || this.#queue.length >= capacity) return;
      this.#queue.push(event);
      this.#arrived.wake();
    });
  }

  override get readable(): boolean {
    return this.#queue.length > 0;
  }

  override get readableQueue(): WaitQueue {
    return this.#arrived;
  }

  /** The next packet; EAGAIN after `timeoutMs`. */
  async receive(waiter: Waiter, timeoutMs?: number): Promise<PacketEvent> {
    for (;;) {
      const next = this.#queue.shift();
      if (next) return next;
      await waiter.wait([this.#arrived], timeoutMs);
      if (timeoutMs !== undefined && this.#queue.length === 0) throw new SystemError('EAGAIN');
    }
  }

  protected override release(): void {
    this.#subscription.dispose();
  }
}
