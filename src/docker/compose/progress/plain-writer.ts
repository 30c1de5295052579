import type { ProgressEvent, ProgressWriter } from './event.ts';

/** What stands before each line with --dry-run. */
export const dryRunPrefix = ' DRY-RUN MODE - ';

/** One line an event, as it comes: where there is no terminal. */
export class PlainWriter implements ProgressWriter {
  readonly #write: (text: string) => Promise<void>;
  readonly #dryRun: boolean;
  #written: Promise<void> = Promise.resolve();

  constructor(write: (text: string) => Promise<void>, dryRun: boolean) {
    this.#write = write;
    this.#dryRun = dryRun;
  }

  event({ id, text = '', statusText = '' }: ProgressEvent): void {
    this.#print(`${[this.#dryRun ? dryRunPrefix : '', id, text, statusText].join(' ')}\n`);
  }

  tail(text: string): void {
    this.#print(`${this.#dryRun ? dryRunPrefix : ''}${text}\n`);
  }

  hasMore(): void {
    // Every event has its line at once.
  }

  stop(): Promise<void> {
    return this.#written;
  }

  #print(text: string): void {
    // Each text waits for those before, also for what others print.
    this.#written = this.#write(text);
    this.#written.catch(() => undefined);
  }
}

/** Shows nothing. */
export const quietWriter: ProgressWriter = { event: () => undefined, tail: () => undefined, hasMore: () => undefined, stop: () => Promise.resolve() };
