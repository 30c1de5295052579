import { SystemError } from '../uapi/index.ts';

/** What a process takes beside what it says it holds, in bytes. */
export const processMemory = 400 * 1024;

/** Controllers in the order in which the kernel names them. */
export const controllers = ['cpuset', 'cpu', 'io', 'memory', 'hugetlb', 'pids', 'rdma', 'misc'] as const;

/** What a group counts of a process. */
interface CgroupMember {
  /** Bytes that it says it holds. */
  readonly memory: number;
  /** Milliseconds. */
  readonly cpuTime: number;
}

/** A control group: cgroups(7), version 2. What lives below it counts in it too. */
export class Cgroup<T extends CgroupMember> {
  readonly name: string;
  readonly parent: Cgroup<T> | undefined;
  readonly children = new Map<string, Cgroup<T>>();
  /** Processes here, without those below. */
  readonly members = new Set<T>();
  /** Controllers that children have. */
  readonly subtreeControl: Set<string>;
  /** Bytes that may be used; Infinity is `max`. */
  memoryMax = Infinity;
  pidsMax = Infinity;
  /** Microseconds of processor time in each period. */
  cpuQuota = Infinity;
  cpuPeriod = 100_000;
  frozen = false;
  readonly events = { memoryMax: 0, oom: 0, oomKill: 0, pidsMax: 0 };
  /** Bytes in use at most, so far. */
  memoryPeak = 0;
  pidsPeak = 0;
  /** Milliseconds. */
  throttledTime = 0;
  throttledPeriods = 0;
  /** What was written and is only kept. */
  readonly settings = new Map<string, string>();
  /** Told when the kernel killed one of its processes for its memory. */
  readonly onOomKill = new Set<() => void>();
  #population = 0;
  #charged = 0;
  #pastCpuTime = 0;
  #removed = false;
  /** This group and those above it. */
  readonly #chain: readonly Cgroup<T>[];

  constructor(name: string, parent: Cgroup<T> | undefined, subtreeControl: Iterable<string> = []) {
    this.name = name;
    this.parent = parent;
    this.#chain = parent ? [this, ...parent.#chain] : [this];
    this.subtreeControl = new Set(subtreeControl);
  }

  /** From the root, as /proc/PID/cgroup shows it. */
  get path(): string {
    return this.parent ? `${this.parent.path === '/' ? '' : this.parent.path}/${this.name}` : '/';
  }

  /** As a process in a cgroup namespace with this root sees it. */
  pathFrom(root: Cgroup<T>): string {
    if (this.isWithin(root)) return root.parent ? this.path.slice(root.path.length) || '/' : this.path;
    let above = root;
    let up = '';
    while (above.parent && !this.isWithin(above)) {
      above = above.parent;
      up += '/..';
    }
    return up + (this === above ? '' : this.path.slice(above.parent ? above.path.length : 0));
  }

  isWithin(other: Cgroup<T>): boolean {
    return this.#chain.includes(other);
  }

  /** The group at a path from here, made where it is missing, with all controllers on the way. */
  at(path: string): Cgroup<T> {
    return path.split('/').filter((name) => name !== '').reduce<Cgroup<T>>((group, name) => {
      let next = group.children.get(name);
      if (!next) {
        next = new Cgroup(name, group, group.subtreeControl);
        group.children.set(name, next);
      }
      return next;
    }, this);
  }

  /** rmdir(2): EBUSY while processes or groups are in it. */
  remove(): void {
    if (this.#population > 0 || this.children.size > 0 || !this.parent) throw new SystemError('EBUSY');
    this.#charge(-this.#charged);
    this.#removed = true;
    this.parent.children.delete(this.name);
  }

  /** Processes here and below. */
  get population(): number {
    return this.#population;
  }

  /** Processes here and below. */
  *tasks(): Iterable<T> {
    yield* this.members;
    for (const child of this.children.values()) yield* child.tasks();
  }

  add(task: T): void {
    this.members.add(task);
    for (const each of this.#chain) {
      each.#population++;
      each.pidsPeak = Math.max(each.pidsPeak, each.#population);
      each.#charged += task.memory;
    }
  }

  delete(task: T): void {
    if (!this.members.delete(task)) return;
    for (const each of this.#chain) {
      each.#population--;
      each.#charged -= task.memory;
      each.#pastCpuTime += task.cpuTime;
    }
  }

  /** Whether one process more may be here: pids.max of this group and those above. */
  hasRoom(): boolean {
    for (const each of this.#chain) {
      if (each.#population < each.pidsMax) continue;
      each.events.pidsMax++;
      return false;
    }
    return true;
  }

  get memory(): number {
    return Math.max(0, this.#charged) + this.#population * processMemory;
  }

  /** Milliseconds of processor time that its processes used, those that ended too. */
  get cpuTime(): number {
    let sum = this.#pastCpuTime;
    for (const task of this.tasks()) sum += task.cpuTime;
    return sum;
  }

  #charge(bytes: number): void {
    for (const each of this.#chain) each.#charged += bytes;
  }

  /** Takes (or with a negative number gives back) memory. Gives the nearest group whose limit that breaks. */
  charge(bytes: number): Cgroup<T> | undefined {
    if (this.#removed) return undefined;
    this.#charge(bytes);
    if (bytes <= 0) return undefined;
    for (const each of this.#chain) each.memoryPeak = Math.min(each.memoryMax, Math.max(each.memoryPeak, each.memory));
    return this.exceeded();
  }

  /** The nearest group that uses more memory than it may. */
  exceeded(): Cgroup<T> | undefined {
    return this.#chain.find((each) => each.memory > each.memoryMax);
  }

  /** The strictest share of processors that holds here: processors' worth, Infinity without a limit. */
  get cpuShare(): number {
    return Math.min(...this.#chain.map((each) => each.cpuQuota / each.cpuPeriod));
  }
}
