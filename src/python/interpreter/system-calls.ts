import { CallError } from '../../base/wasm/index.ts';
import type { Transport } from './transport.ts';
import { errnoNumber } from './errno.ts';
import type { Memory } from './memory.ts';

/** An import of the interpreter's WebAssembly module. */
export type Import = (...args: never[]) => unknown;

/** Descriptors of files inside the interpreter (its standard library) are numbered from here on; below are those of the kernel's process. */
export const firstLocal = 0x10000;

/** What the imports that stand for system calls share. */
export class SystemCalls {
  readonly memory: Memory;
  readonly transport: Transport;
  /** Paths that the interpreter serves itself, each with the folder it stands for. */
  aliases: readonly (readonly [path: string, local: string])[] = [];
  /** Folders below those that are the kernel's all the same. */
  exceptions: readonly string[] = [];

  readonly #malloc: (size: number) => number;
  #scratch = 0;

  constructor(memory: Memory, transport: Transport, malloc: (size: number) => number) {
    this.memory = memory;
    this.transport = transport;
    this.#malloc = malloc;
  }

  /** A C string that lives until the next call of this; cut at 4095 bytes. */
  scratch(text: string): number {
    this.#scratch ||= this.#malloc(4096);
    if (this.memory.writeText(this.#scratch, 4096, text) === 0) this.memory.bytes[this.#scratch] = 0;
    return this.#scratch;
  }

  /** Asks the kernel; `write` takes the answer and gives the call's result. A failure is `-errno`. */
  ask<T>(name: string, args: readonly unknown[], write: (value: T) => number = () => 0): number | Promise<number> {
    try {
      const answer = this.transport.call(name, args);
      return answer instanceof Promise ? answer.then(write, failed) : write(answer as T);
    } catch (error) {
      return failed(error);
    }
  }

  /** The same for calls of WASI, which fail with the errno itself. */
  askWasi<T>(name: string, args: readonly unknown[], write: (value: T) => number = () => 0): number | Promise<number> {
    const result = this.ask(name, args, write);
    return typeof result === 'number' ? Math.abs(result) : result.then(Math.abs);
  }

  /** The interpreter's own file for a path; undefined: the kernel has it. */
  local(path: string): string | undefined {
    for (const [from, to] of this.aliases) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      if (this.exceptions.some((exception) => path === exception || path.startsWith(`${exception}/`))) return undefined;
      return to + path.slice(from.length);
    }
    return undefined;
  }
}

function failed(error: unknown): number {
  if (error instanceof CallError) return -errnoNumber(error.code);
  throw error;
}
