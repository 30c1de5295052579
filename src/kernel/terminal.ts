import { type Disposable, encodeUtf8, toDisposable } from '../base/index.ts';
import type { DevPts } from './fs/index.ts';
import { isEndOfProcess, type Process, type SpawnOptions, type WindowSize } from './uapi/index.ts';
import type { Image, Task } from './task/index.ts';
import { PtyMasterFile, pumpOutput, type Tty, TtyFile } from './tty/index.ts';

/** A terminal as its emulator holds it: typed bytes go in, bytes for the screen come out. */
export class Terminal implements Disposable {
  readonly #init: Process;
  readonly #initImage: Image;
  readonly #initTask: Task;
  readonly #tty: Tty;
  readonly #master: PtyMasterFile;
  readonly #closed: () => void;
  readonly #listeners = new Set<(bytes: Uint8Array) => void | Promise<void>>();
  #pumping = false;
  #disposed = false;

  constructor(init: Process, initImage: Image, devpts: DevPts, size: WindowSize, closed: () => void) {
    this.#init = init;
    this.#initImage = initImage;
    this.#initTask = initImage.task;
    this.#tty = devpts.allocate(size, 0);
    this.#closed = closed;
    this.#master = new PtyMasterFile(this.#tty, () => devpts.release(this.#tty));
    this.#master.hold();
  }

  /** `pts/0` */
  get name(): string {
    return this.#tty.name;
  }

  get size(): WindowSize {
    return { ...this.#tty.size };
  }

  /** What was typed or pasted. */
  write(data: Uint8Array | string): void {
    this.#tty.input(typeof data === 'string' ? encodeUtf8(data) : data);
  }

  /** Bytes for the screen, in order. While a listener's promise is pending nothing more comes, and programs that write much wait. Output from before the first listener is kept. */
  onData(listener: (bytes: Uint8Array) => void | Promise<void>): Disposable {
    this.#listeners.add(listener);
    if (!this.#pumping) {
      this.#pumping = true;
      void pumpOutput(this.#master, this.#initImage, async (bytes) => {
        for (const each of [...this.#listeners]) await each(bytes);
      }).catch((error: unknown) => {
        if (!isEndOfProcess(error)) throw error;
      });
    }
    return toDisposable(() => this.#listeners.delete(listener));
  }

  /** The emulator has another size: SIGWINCH for the foreground. */
  resize(size: WindowSize): void {
    this.#tty.resize(size);
  }

  /** Runs a program as leader of a session on this terminal, with the terminal as its descriptors 0, 1 and 2. Returns its pid, for `init.wait`; throws as `Process.spawn` does. */
  spawn(path: string, argv: readonly string[], options: Omit<SpawnOptions, 'fds' | 'newSession' | 'controllingTerminal'> = {}): number {
    const slave = this.#initTask.fds.add(new TtyFile(this.#tty, { read: true, write: true }));
    try {
      if (options.credentials?.uid !== undefined) this.#tty.uid = options.credentials.uid;
      return this.#init.spawn(path, argv, { ...options, newSession: true, controllingTerminal: slave, fds: { 0: slave, 1: slave, 2: slave } });
    } finally {
      this.#initTask.fds.close(slave);
    }
  }

  /** Hangs up: SIGHUP for the session. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#master.drop();
    this.#listeners.clear();
    this.#closed();
  }
}
