import { type Signal, SystemError } from '../uapi/index.ts';

/** What ids, groups and sessions need of a task. */
export interface GroupMember<T extends GroupMember<T>> {
  readonly state: string;
  readonly parent: T | undefined;
  readonly group: ProcessGroup<T>;
  signal(signal: Signal, from?: T): void;
}

/** A process id: one number in each pid namespace that sees it. Lives as long as a task, a group or a session uses it. */
export class Pid<T extends GroupMember<T>> {
  readonly numbers: ReadonlyMap<PidNamespace<T>, number>;
  task: T | undefined;
  group: ProcessGroup<T> | undefined;
  session: Session<T> | undefined;

  constructor(numbers: ReadonlyMap<PidNamespace<T>, number>) {
    this.numbers = numbers;
  }

  /** The number as seen from a namespace; 0 when it is not visible there. */
  in(namespace: PidNamespace<T>): number {
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
export class PidNamespace<T extends GroupMember<T>> {
  readonly id: number;
  readonly parent: PidNamespace<T> | undefined;
  readonly pids = new Map<number, Pid<T>>();
  init: T | undefined;
  #last = 0;

  constructor(id: number, parent: PidNamespace<T> | undefined) {
    this.id = id;
    this.parent = parent;
  }

  /** This namespace and those around it. */
  #upwards(): PidNamespace<T>[] {
    return this.parent ? [this, ...this.parent.#upwards()] : [this];
  }

  /** A new id, with a number here and in all namespaces above. */
  allocate(): Pid<T> {
    const numbers = new Map<PidNamespace<T>, number>();
    for (const namespace of this.#upwards()) numbers.set(namespace, namespace.#next());
    const pid = new Pid<T>(numbers);
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

  task(number: number): T | undefined {
    return this.pids.get(number)?.task;
  }

  /** Visible tasks in the order of their numbers. */
  tasks(): T[] {
    const found: [number, T][] = [];
    for (const [number, { task }] of this.pids) if (task) found.push([number, task]);
    return found.sort((a, b) => a[0] - b[0]).map(([, task]) => task);
  }

  /** Whether this is `other` or one of the namespaces inside it. */
  isWithin(other: PidNamespace<T>): boolean {
    return this.#upwards().includes(other);
  }
}

/** What a session asks of its controlling terminal. */
export interface ControllingTerminal<T extends GroupMember<T>> {
  /** `pts/0` */
  readonly name: string;
  foreground: ProcessGroup<T> | undefined;
  session: Session<T> | undefined;
  /** The session leader has ended. */
  disassociate(): void;
}

/** A session: setsid(2). */
export class Session<T extends GroupMember<T>> {
  readonly id: Pid<T>;
  leader: T | undefined;
  terminal: ControllingTerminal<T> | undefined;
  #groups = 0;

  constructor(id: Pid<T>, leader: T | undefined) {
    this.id = id;
    this.leader = leader;
    id.session = this;
  }

  hold(by: 1 | -1): void {
    this.#groups += by;
    if (this.#groups > 0) return;
    this.id.session = undefined;
    this.id.release();
  }
}

/** A process group: setpgid(2). */
export class ProcessGroup<T extends GroupMember<T>> {
  readonly id: Pid<T>;
  readonly session: Session<T>;
  readonly members = new Set<T>();

  constructor(id: Pid<T>, session: Session<T>) {
    this.id = id;
    this.session = session;
    id.group = this;
    session.hold(1);
  }

  join(task: T): void {
    this.members.add(task);
  }

  leave(task: T): void {
    this.members.delete(task);
    if (this.members.size > 0) return;
    if (this.session.terminal?.foreground === this) this.session.terminal.foreground = undefined;
    this.id.group = undefined;
    this.id.release();
    this.session.hold(-1);
  }

  /** No member has a parent in another group of the same session: nobody could continue it after a stop. */
  get orphaned(): boolean {
    for (const task of this.members) {
      const above = task.parent;
      if (task.state !== 'Z' && above && above.group !== this && above.group.session === this.session) return false;
    }
    return true;
  }

  signal(signal: Signal, from?: T): void {
    for (const task of [...this.members]) task.signal(signal, from);
  }
}
