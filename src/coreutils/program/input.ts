import { concatBytes, noBytes } from '../../base/index.ts';
import { isSystemError, type Fd, type Process } from '../../kernel/uapi/index.ts';
import { textOf } from './encoding.ts';

/** Opens `name` for reading; `-` is standard input. */
export function openInput(process: Process, name: string): Fd {
  return name === '-' ? 0 : process.open(name, { read: true, cloexec: true });
}

/** Closes what `openInput` opened. */
export function closeInput(process: Process, fd: Fd): void {
  if (fd !== 0) process.close(fd);
}

/** The blocks of a descriptor as they come. */
export async function* readBlocks(process: Process, fd: Fd): AsyncGenerator<Uint8Array> {
  for (;;) {
    const block = await process.read(fd);
    if (block.length === 0) return;
    yield block;
    await process.checkpoint();
  }
}

/** Tells the kernel what a program holds, a megabyte at a time. */
class HeldMemory {
  readonly #process: Process;
  #held = 0;
  #told = 0;

  constructor(process: Process) {
    this.#process = process;
  }

  grow(bytes: number): void {
    this.#held += bytes;
    if (this.#held - this.#told < 2 ** 20) return;
    this.#told = this.#held;
    this.#process.brk(this.#held);
  }
}

/** Reads a descriptor to its end. */
export async function readToEnd(process: Process, fd: Fd): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const memory = new HeldMemory(process);
  for await (const block of readBlocks(process, fd)) {
    parts.push(block);
    memory.grow(block.length);
  }
  return parts.length === 0 ? noBytes : concatBytes(parts);
}

/** All of the file `name` (`-` is standard input), which may be a pipe or a device. */
export async function readInput(process: Process, name: string): Promise<Uint8Array> {
  const fd = openInput(process, name);
  try {
    return await readToEnd(process, fd);
  } finally {
    closeInput(process, fd);
  }
}

/** Lines of text, without their ends. */
export class LineReader {
  readonly #process: Process;
  readonly #fd: Fd;
  readonly #delimiter: number;
  readonly #decode: (bytes: Uint8Array) => string;
  #carry: Uint8Array[] = [];
  #ready: string[] = [];
  #at = 0;
  #ended = false;
  #memory: HeldMemory | undefined;
  /** Whether the last line handed out ended without its newline (known once it was read). */
  unterminated = false;

  /** `decode` is what makes text of bytes; by default they are UTF-8. */
  constructor(process: Process, fd: Fd, delimiter = 10, decode: (bytes: Uint8Array) => string = textOf) {
    this.#decode = decode;
    this.#process = process;
    this.#fd = fd;
    this.#delimiter = delimiter;
  }

  /** The next line, or undefined at the end. */
  async next(): Promise<string | undefined> {
    if (this.#at < this.#ready.length) return this.#ready[this.#at++];
    const batch = await this.nextBatch();
    if (!batch) return undefined;
    this.#ready = batch;
    this.#at = 1;
    return batch[0];
  }

  /** Lines already read, or else those of the next block; undefined at the end. Never empty. */
  async nextBatch(): Promise<string[] | undefined> {
    if (this.#at < this.#ready.length) {
      const batch = this.#ready.slice(this.#at);
      this.#at = this.#ready.length;
      return batch;
    }
    while (!this.#ended) {
      const block = await this.#process.read(this.#fd);
      await this.#process.checkpoint();
      if (block.length === 0) {
        this.#ended = true;
        if (this.#carry.length === 0) return undefined;
        this.unterminated = true;
        const last = this.#decode(concatBytes(this.#carry));
        this.#carry = [];
        return [last];
      }
      const end = block.lastIndexOf(this.#delimiter);
      if (end < 0) {
        this.#carry.push(block.slice());
        (this.#memory ??= new HeldMemory(this.#process)).grow(block.length);
        continue;
      }
      const whole = concatBytes([...this.#carry, block.subarray(0, end)]);
      this.#carry = end + 1 < block.length ? [block.slice(end + 1)] : [];
      return this.#decode(whole).split(String.fromCharCode(this.#delimiter));
    }
    return undefined;
  }
}

/** The words of strerror for a failed system call; anything else is thrown on. */
export function reason(error: unknown): string {
  if (!isSystemError(error)) throw error;
  return error.path === undefined ? error.message : error.message.slice(error.path.length + 2);
}
