import { exhausted } from '../../base/index.ts';
import { endOfProcess, isSystemError, type Process, type Program, type Signal, SystemError } from '../uapi/index.ts';
import type { Location, Waiter, WaitQueue } from '../vfs/index.ts';
import type { ExitStatus, Task } from './task.ts';

/** What a process runs, as execve(2) set it. */
export interface ImageOptions {
  argv: readonly string[];
  env: Record<string, string>;
  comm: string;
  exe: Location | undefined;
  /** Pid 1 of the machine: whoever simulates it makes its calls. Default false. */
  isHost?: boolean;
}

/** One program in a process, from exec or fork to its end or the next exec. It is who waits in blocking calls. */
export class Image implements Waiter {
  readonly task: Task;
  argv: readonly string[];
  readonly env: Record<string, string>;
  readonly comm: string;
  readonly exe: Location | undefined;
  readonly isHost: boolean;
  alive = true;
  readonly #blocked = new Set<(reason: unknown) => void>();
  /** How often a handler has run. */
  #interruptions = 0;
  /** The call that begins was interrupted before it could block. */
  #early = false;
  #abort: AbortController | undefined;

  constructor(task: Task, options: ImageOptions) {
    this.task = task;
    this.argv = options.argv;
    this.env = options.env;
    this.comm = options.comm;
    this.exe = options.exe;
    this.isHost = options.isHost ?? false;
  }

  get blocked(): boolean {
    return this.#blocked.size > 0;
  }

  /** Aborted when the program is over. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (!this.alive) this.#abort.abort(endOfProcess);
    return this.#abort.signal;
  }

  get interruptions(): number {
    return this.#interruptions;
  }

  /** Begins a call that was made when there had been so many interruptions: with more of them now, it fails with EINTR where it would block. */
  begin<T>(call: () => Promise<T>, interruptions: number): Promise<T> {
    this.#early = this.#interruptions !== interruptions;
    try {
      return call();
    } finally {
      this.#early = false;
    }
  }

  async wait(queues: readonly WaitQueue[], timeoutMs?: number): Promise<void> {
    this.requireAlive();
    if (this.#early) throw new SystemError('EINTR');
    await new Promise<void>((resolve, reject) => {
      const timer = timeoutMs === undefined ? undefined : this.task.system.clock.setTimeout(() => wake(), timeoutMs);
      const leave = (): void => {
        timer?.dispose();
        for (const queue of queues) queue.delete(wake);
        this.task.resumed.delete(wake);
        this.#blocked.delete(interrupt);
      };
      const wake = (): void => {
        if (this.task.state === 'T') {
          this.task.resumed.add(wake);
          return;
        }
        leave();
        resolve();
      };
      const interrupt = (reason: unknown): void => {
        leave();
        reject(reason);
      };
      for (const queue of queues) queue.add(wake);
      this.#blocked.add(interrupt);
    });
    this.requireAlive();
  }

  raise(signal: Signal): void {
    this.task.signal(signal, this.task);
    this.requireAlive();
  }

  requireAlive(): void {
    if (!this.alive) throw endOfProcess;
  }

  /** A handler ran: blocked calls fail with EINTR. */
  interrupt(): void {
    this.#interruptions++;
    for (const interrupt of [...this.#blocked]) interrupt(new SystemError('EINTR'));
  }

  /** The process ends or runs something else from now on. */
  end(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const interrupt of [...this.#blocked]) interrupt(endOfProcess);
    this.#abort?.abort(endOfProcess);
  }

  /** Runs a program to its end, which is the end of the process. */
  async run(process: Process, load: () => Program | Promise<Program>): Promise<void> {
    try {
      const program = await load();
      if (!this.alive) return;
      while (this.task.state === 'T') await this.wait([this.task.resumed]);
      const status = await program(process);
      if (this.alive) this.task.terminate({ kind: 'exited', status: status & 0xff });
    } catch (error) {
      if (!this.alive) return;
      this.task.terminate(this.#failure(error));
    }
  }

  /** How a process ends whose program threw: out of memory with words, else as one that the kernel ends for a fault of its own. */
  #failure(error: unknown): ExitStatus {
    if (error === endOfProcess) return { kind: 'exited', status: 1 };
    const ranOut = exhausted(error);
    if (isSystemError(error) || ranOut === 'memory') {
      this.#complain(isSystemError(error) ? error.message : 'memory exhausted');
      return { kind: 'exited', status: isSystemError(error) ? 1 : 2 };
    }
    if (ranOut === undefined) this.task.system.faulted(this.task, error);
    return { kind: 'signaled', signal: 'SIGSEGV', coreDumped: false };
  }

  #complain(text: string): void {
    const { fds } = this.task;
    if (!fds.has(2)) return;
    // Nobody is left who could wait: what does not fit at once is lost.
    const waiter: Waiter = { wait: () => Promise.reject(endOfProcess), raise: () => undefined };
    fds.get(2).write(waiter, new TextEncoder().encode(`${this.comm}: ${text}\n`)).catch(() => undefined);
  }
}
