import type { Clock, RandomBytes } from '../../base/index.ts';
import type { ProgramTable } from '../exec/index.ts';
import type { DevPts } from '../fs/index.ts';
import type { NetworkNamespace } from '../net/index.ts';
import { endOfProcess, type Fd, type Process, SystemError, type WindowSize } from '../uapi/index.ts';
import type { FileSystem, Inode, Location, OpenFile } from '../vfs/index.ts';
import { type Image, takeTurn, type Task, turnIsDue } from '../task/index.ts';
import type { UnixSockets } from './unix-sockets.ts';

/** What the system calls find in the kernel around them. */
export interface CallEnvironment {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly programs: ProgramTable;
  readonly devpts: DevPts;
  readonly unixSockets: UnixSockets;
  /** Makes what a program is given. */
  makeProcess(image: Image): Process;
  newNetwork(): NetworkNamespace;
  /** Network namespaces that are bound to a file, as `ip netns` does it. */
  readonly boundNetworks: Map<Inode, NetworkNamespace>;
  /** The kernel's log. */
  readonly messages: readonly { time: number; text: string }[];
  /** An inode number for a socket. */
  nextSocket(): number;
  /** A new file system for mount(2); ENODEV for an unknown type. */
  createFs(task: Task, type: string, options: Map<string, string>): FileSystem;
  watch(task: Task, location: Location, path: string, listener: (paths: readonly string[]) => void): () => void;
}

/** The start of the chain of classes that make up `Process`: each adds the calls of one section. */
export abstract class CallBase {
  protected readonly image: Image;
  protected readonly task: Task;
  protected readonly kernel: CallEnvironment;

  constructor(image: Image, kernel: CallEnvironment) {
    this.image = image;
    this.task = image.task;
    this.kernel = kernel;
  }

  /** Every call starts here: calls of an ended program throw. */
  protected enter(): void {
    this.image.requireAlive();
    this.task.system.current = this.task;
  }

  /**
   * A call that may block: a stopped process waits here, a long-running one lets others go first. A call of a process that has ended never returns, as in
   * life: nothing of the program runs any more. Only pid 1 of the host, whose calls are made from outside, is told.
   */
  protected blocking<T>(call: () => Promise<T>): Promise<T> {
    return this.#blocking(call).catch((error: unknown) => {
      if (this.image.alive && error !== endOfProcess) throw error;
      // Whatever else it failed of meanwhile.
      if (this.image.isHost) throw endOfProcess;
      return new Promise<never>(() => undefined);
    });
  }

  async #blocking<T>(call: () => Promise<T>): Promise<T> {
    this.enter();
    const { interruptions } = this.image;
    if (this.task.state === 'T') await this.image.wait([this.task.resumed]);
    if (turnIsDue()) {
      const used = await takeTurn();
      this.task.cpuTime += used;
      this.enter();
      await this.#throttle(used);
      if (this.task.state === 'T') await this.image.wait([this.task.resumed]);
    }
    return this.image.begin(call, interruptions);
  }

  /** cpu.max: who used its share waits till the next period. */
  async #throttle(used: number): Promise<void> {
    const { cgroup } = this.task;
    const share = cgroup.cpuShare;
    if (share >= 1) return;
    const pause = used / share - used;
    cgroup.throttledTime += pause;
    cgroup.throttledPeriods++;
    await this.image.wait([], pause);
    // The pause was no work.
    await takeTurn();
    this.enter();
  }

  /** The file behind a descriptor. */
  protected file(fd: Fd): OpenFile {
    this.enter();
    return this.task.fds.get(fd);
  }

  /** Runs a call on a path; its errors name the path. */
  protected onPath<T>(path: string, call: () => T): T {
    this.enter();
    try {
      return call();
    } catch (error) {
      throw error instanceof SystemError ? error.at(path) : error;
    }
  }
}

/** The size of a terminal nobody asked for. */
export const defaultWindowSize: WindowSize = { rows: 24, columns: 80 };
