import type { Clock, Disposable } from '../../base/index.ts';

/** How a Saver works. */
export interface SaverOptions {
  clock: Clock;
  /** Takes the state as it is now and keeps it. */
  save(): Promise<void>;
  failed(error: unknown): void;
  /** Milliseconds of quiet before a save; default 400. */
  quietMs?: number;
  /** Milliseconds after the first unsaved change by which a save begins, quiet or not; default 3000. */
  longestMs?: number;
}

/** Saves after changes, when things are quiet, one save at a time. A failed save is told once and tried again after the next change. */
export class Saver implements Disposable {
  readonly #options: SaverOptions;
  #timer: Disposable | undefined;
  #firstChange: number | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(options: SaverOptions) {
    this.#options = options;
  }

  /** Something is different from what was saved. */
  changed(): void {
    if (this.#stopped) return;
    const { clock, quietMs = 400, longestMs = 3000 } = this.#options;
    this.#firstChange ??= clock.now();
    const left = this.#firstChange + longestMs - clock.now();
    this.#timer?.dispose();
    this.#timer = clock.setTimeout(() => void this.flush().catch(() => undefined), Math.max(0, Math.min(quietMs, left)));
  }

  /** Saves now what is not saved yet; resolves when it is kept, rejects when that failed. */
  async flush(): Promise<void> {
    await this.#running;
    if (this.#firstChange === undefined || this.#stopped) return;
    this.#timer?.dispose();
    this.#firstChange = undefined;
    const saving = this.#options.save();
    this.#running = saving.then(
      () => undefined,
      (error: unknown) => {
        // Still unsaved: the next change, or the next call, tries again.
        this.#firstChange ??= this.#options.clock.now();
        this.#options.failed(error);
      },
    );
    await saving;
  }

  /** No save begins after this; resolves when none runs. */
  async stop(): Promise<void> {
    this.dispose();
    await this.#running;
  }

  dispose(): void {
    this.#stopped = true;
    this.#timer?.dispose();
  }
}
