import type { Clock } from '../../base/index.ts';
import type { Credentials, Process, Signal, SignalDisposition, WaitStatus } from '../uapi/index.ts';
import { type FsContext, type Location, type OpenFile, WaitQueue } from '../vfs/index.ts';
import { endTask } from './end-task.ts';
import { FdTable } from './fd-table.ts';
import type { Image } from './image.ts';
import type { Namespaces } from './namespaces.ts';
import type { Pid } from './pid.ts';
import type { ProcessGroup, Session } from './process-group.ts';
import { defaultAction } from './signal-default.ts';

/** How a process ended. */
export type ExitStatus = { kind: 'exited'; status: number } | { kind: 'signaled'; signal: Signal; coreDumped: boolean };

/** What tasks ask of the kernel around them. */
export interface TaskSystem {
  readonly clock: Clock;
  readonly bootTime: number;
  /** The task whose call runs at the moment. */
  current: Task | undefined;
  /** Makes what a program is given. */
  makeProcess(image: Image): Process;
  started(task: Task): void;
  ended(task: Task): void;
  changed(location: Location, name?: string): void;
  openSpecial(task: Task, location: Location, flags: OpenFile['flags']): OpenFile;
  /** A number for a new namespace, pipe or socket. */
  nextId(): number;
}

/** What a new task has from its parent or its options. */
export interface TaskInit {
  system: TaskSystem;
  pid: Pid;
  parent: Task | undefined;
  namespaces: Namespaces;
  group: ProcessGroup;
  credentials: Credentials;
  bounding: ReadonlySet<string> | 'all';
  fds: FdTable;
  root: Location;
  cwd: Location;
  umask: number;
  cgroup: string;
}

/** A process: what the kernel knows of it. Programs see it through `Process`. */
export class Task implements FsContext {
  readonly system: TaskSystem;
  readonly pid: Pid;
  readonly namespaces: Namespaces;
  readonly children = new Set<Task>();
  readonly startTime: number;
  readonly dispositions = new Map<Signal, SignalDisposition>();
  /** Woken when a child ends, stops or continues. */
  readonly childEvents = new WaitQueue();
  /** Woken when the task goes on after a stop. */
  readonly resumed = new WaitQueue();
  parent: Task | undefined;
  group: ProcessGroup;
  credentials: Credentials;
  /** The capabilities that a set-user-ID program can get. */
  bounding: ReadonlySet<string> | 'all';
  fds: FdTable;
  root: Location;
  cwd: Location;
  umask: number;
  cgroup: string;
  image: Image | undefined;
  state: 'R' | 'T' | 'Z' = 'R';
  exitStatus: ExitStatus | undefined;
  /** A stop or continue that wait() has not told yet. */
  news: Extract<WaitStatus, { kind: 'stopped' | 'continued' }> | undefined;
  /** Nobody will wait for it: it goes away when it ends. */
  autoReap = false;
  cpuTime = 0;
  readonly #pending = new Set<Signal>();

  constructor(init: TaskInit) {
    this.system = init.system;
    this.pid = init.pid;
    this.parent = init.parent;
    this.namespaces = init.namespaces;
    this.group = init.group;
    this.credentials = init.credentials;
    this.bounding = init.bounding;
    this.fds = init.fds;
    this.root = init.root;
    this.cwd = init.cwd;
    this.umask = init.umask;
    this.cgroup = init.cgroup;
    this.startTime = init.system.clock.now();
    init.pid.task = this;
    init.parent?.children.add(this);
    init.group.join(this);
    init.namespaces.network.hold(1);
  }

  get session(): Session {
    return this.group.session;
  }

  changed(location: Location, name?: string): void {
    this.system.changed(location, name);
  }

  /** The first process of its pid namespace, which ignores what it does not handle. */
  get isInit(): boolean {
    return this.namespaces.pid.init === this;
  }

  /** Moves to another process group. */
  setGroup(group: ProcessGroup): void {
    if (group === this.group) return;
    const before = this.group;
    group.join(this);
    this.group = group;
    before.leave(this);
  }

  /** Delivers a signal; `from` is the sender, undefined for the kernel (terminals, broken pipes). */
  signal(signal: Signal, from?: Task): void {
    if (this.state === 'Z') return;
    const disposition = this.dispositions.get(signal) ?? 'default';
    if (this.isInit && (disposition === 'default' || signal === 'SIGKILL' || signal === 'SIGSTOP')) {
      const outside = from !== undefined && !from.namespaces.pid.isWithin(this.namespaces.pid);
      if (!(outside && (signal === 'SIGKILL' || signal === 'SIGSTOP')) && signal !== 'SIGCONT') return;
    }
    if (signal === 'SIGKILL') {
      this.terminate({ kind: 'signaled', signal, coreDumped: false });
    } else if (signal === 'SIGSTOP') {
      this.#stop(signal);
    } else if (signal === 'SIGCONT') {
      this.#continue();
      this.#deliver(signal, disposition);
    } else if (this.state === 'T') {
      if (disposition !== 'ignore') this.#pending.add(signal);
    } else this.#deliver(signal, disposition);
  }

  #deliver(signal: Signal, disposition: SignalDisposition): void {
    if (disposition === 'ignore') return;
    if (disposition !== 'default') {
      disposition.handle(signal);
      if (!disposition.restart) this.image?.interrupt();
      return;
    }
    const action = defaultAction(signal);
    if (action === 'stop') {
      if (!this.group.orphaned) this.#stop(signal);
    } else if (action === 'terminate' || action === 'core') {
      this.terminate({ kind: 'signaled', signal, coreDumped: false });
    }
  }

  #stop(signal: Signal): void {
    if (this.state !== 'R') return;
    this.state = 'T';
    this.#tellParent({ pid: 0, kind: 'stopped', signal });
  }

  #continue(): void {
    if (this.state !== 'T') return;
    this.state = 'R';
    this.#tellParent({ pid: 0, kind: 'continued' });
    const pending = [...this.#pending];
    this.#pending.clear();
    for (const signal of pending) this.signal(signal);
    this.resumed.wake();
  }

  #tellParent(news: NonNullable<Task['news']>): void {
    this.news = news;
    this.parent?.childEvents.wake();
    this.parent?.signal('SIGCHLD', this);
  }

  /** Ends the task now; its parent can wait for it. */
  terminate(status: ExitStatus): void {
    if (this.state === 'Z') return;
    this.state = 'Z';
    this.exitStatus = status;
    endTask(this);
  }
}
