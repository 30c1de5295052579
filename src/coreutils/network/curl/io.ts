import { concatBytes } from '../../../base/index.ts';
import { type Fd, isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { bytesOf } from '../../program/index.ts';

/** What stdio keeps back of a pipe's or a file's output. */
const blockSize = 4096;

/** curl's standard output, which is buffered as stdio does it, and its messages, which are not. What is said goes out with the next `flush`, in order. */
export class CurlIo {
  readonly process: Process;
  /** Where messages go: --stderr. */
  errorFd: Fd = 2;
  /** Set by -N. */
  unbuffered = false;
  readonly terminal: boolean;
  /** Standard output takes nothing any more. */
  broken = false;
  #kept: Uint8Array[] = [];
  #keptSize = 0;
  #pending: { fd: Fd; bytes: Uint8Array }[] = [];
  #flushing: Promise<void> | undefined;

  constructor(process: Process) {
    this.process = process;
    this.terminal = process.isatty(1);
  }

  /** Says something on standard error. */
  error(text: string): void {
    this.write(this.errorFd, bytesOf(text));
  }

  /** Writes to a descriptor without a buffer. */
  write(fd: Fd, bytes: Uint8Array): void {
    if (fd === 1) this.#release();
    if (bytes.length > 0) this.#pending.push({ fd, bytes });
  }

  /** Writes to standard output. */
  out(bytes: Uint8Array | string): void {
    const part = typeof bytes === 'string' ? bytesOf(bytes) : bytes;
    if (part.length === 0) return;
    this.#kept.push(part);
    this.#keptSize += part.length;
    if (this.terminal || this.unbuffered) this.#release();
    else if (this.#keptSize >= blockSize) {
      const all = concatBytes(this.#kept);
      const whole = all.length - (all.length % blockSize);
      this.#kept = [all.subarray(0, whole)];
      this.#release();
      if (whole < all.length) this.#kept = [all.subarray(whole)];
      this.#keptSize = all.length - whole;
    }
  }

  #release(): void {
    if (this.#kept.length === 0) return;
    this.#pending.push({ fd: 1, bytes: concatBytes(this.#kept) });
    this.#kept = [];
    this.#keptSize = 0;
  }

  /** fflush(stdout). */
  async flushOut(): Promise<void> {
    this.#release();
    await this.flush();
  }

  /** Lets out what was said. */
  async flush(): Promise<void> {
    while (this.#flushing) await this.#flushing;
    if (this.#pending.length === 0) return;
    this.#flushing = this.#drain();
    try {
      await this.#flushing;
    } finally {
      this.#flushing = undefined;
    }
  }

  async #drain(): Promise<void> {
    for (let next = this.#pending.shift(); next; next = this.#pending.shift()) {
      try {
        if (next.fd !== 1 || !this.broken) await this.process.write(next.fd, next.bytes);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        if (next.fd === 1) this.broken = true;
      }
    }
  }
}
