import { SystemError } from '../uapi/index.ts';
import type { ProcessGroup, Session } from './process-group.ts';
import type { Task } from './task.ts';

/** A process id: one number in each pid namespace that sees it. Lives as long as a task, a group or a session uses it. */
export class Pid {
  readonly numbers: ReadonlyMap<PidNamespace, number>;
  task: Task | undefined;
  group: ProcessGroup | undefined;
  session: Session | undefined;

  constructor(numbers: ReadonlyMap<PidNamespace, number>) {
    this.numbers = numbers;
  }

  /** The number as seen from a namespace; 0 when it is not visible there. */
  in(namespace: PidNamespace): number {
    return this.numbers.get(namespace) ?? 0;
  }

  /** Gives the numbers back when nobody uses the id any more. */
  release(): void {
    if (this.task || this.group || this.session) return;
    for (const [namespace, number] of this.numbers) namespace.pids.delete(number);
  }
}

/** The largest pid, as /proc/sys/kernel/pid_max says. */
export const pidMax = 4194304;

/** pid_namespaces(7) */
export class PidNamespace {
  readonly id: number;
  readonly parent: PidNamespace | undefined;
  readonly pids = new Map<number, Pid>();
  init: Task | undefined;
  #last = 0;

  constructor(id: number, parent: PidNamespace | undefined) {
    this.id = id;
    this.parent = parent;
  }

  /** A new id, with a number here and in all namespaces above. */
  allocate(): Pid {
    const numbers = new Map<PidNamespace, number>();
    for (let namespace: PidNamespace | undefined = this; namespace; namespace = namespace.parent) numbers.set(namespace, namespace.#next());
    const pid = new Pid(numbers);
    for (const [namespace, number] of numbers) namespace.pids.set(number, pid);
    return pid;
  }

  #next(): number {
    for (let tries = 0; tries < pidMax; tries++) {
      this.#last = this.#last + 1 >= pidMax ? 300 : this.#last + 1;
      if (!this.pids.has(this.#last)) return this.#last;
    }
    throw new SystemError('EAGAIN');
  }

  task(number: number): Task | undefined {
    return this.pids.get(number)?.task;
  }

  /** Visible tasks in the order of their numbers. */
  tasks(): Task[] {
    const found: [number, Task][] = [];
    for (const [number, { task }] of this.pids) if (task) found.push([number, task]);
    return found.sort((a, b) => a[0] - b[0]).map(([, task]) => task);
  }

  /** Whether this is `other` or one of the namespaces inside it. */
  isWithin(other: PidNamespace): boolean {
    for (let namespace: PidNamespace | undefined = this; namespace; namespace = namespace.parent) if (namespace === other) return true;
    return false;
  }
}
