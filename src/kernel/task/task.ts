import type { Clock } from '../../base/index.ts';
import { type Credentials, isEndOfProcess, type Resource, type ResourceLimit, type Signal, type SignalDisposition, signalNumbers, type WaitStatus } from '../uapi/index.ts';
import { type FsContext, type Inode, type Location, type OpenFile, WaitQueue } from '../vfs/index.ts';
import type { Cgroup } from './cgroup.ts';
import type { FdTable } from './fd-table.ts';
import type { Namespaces } from './namespaces.ts';
import type { Pid, PidNamespace, ProcessGroup, Session } from './pid.ts';
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
  started(task: Task): void;
  ended(task: Task): void;
  /** A program threw what is no error of a system call: a mistake in it. */
  faulted(task: Task, error: unknown): void;
  changed(location: Location, name?: string): void;
  openSpecial(task: Task, location: Location, flags: OpenFile['flags']): OpenFile;
  /** Network namespaces that are bound to a file. */
  readonly boundNetworks: ReadonlyMap<Inode, TaskNamespaces['network']>;
  /** The root of the control groups. */
  readonly cgroups: Cgroup<Task>;
  /** A line for the kernel's log: dmesg(1). */
  log(text: string): void;
  /** A number for a new namespace, pipe or socket. */
  nextId(): number;
}

/** The program in a task, as far as the task itself knows it: `Image` is the whole. */
export interface TaskImage {
  readonly argv: readonly string[];
  readonly env: Record<string, string>;
  readonly comm: string;
  readonly exe: Location | undefined;
  /** Some call of it waits. */
  readonly blocked: boolean;
  /** A handler ran: blocked calls fail with EINTR. */
  interrupt(): void;
  /** Nothing of it goes on. */
  end(): void;
}

/** The namespaces of a task. */
export type TaskNamespaces = Namespaces<PidNamespace<Task>, Cgroup<Task>>;

/** What a new task has from its parent or its options. */
export interface TaskInit {
  system: TaskSystem;
  pid: Pid<Task>;
  parent: Task | undefined;
  namespaces: TaskNamespaces;
  group: ProcessGroup<Task>;
  credentials: Credentials;
  bounding: ReadonlySet<string> | 'all';
  fds: FdTable;
  root: Location;
  cwd: Location;
  umask: number;
  cgroup: Cgroup<Task>;
  oomScoreAdj: number;
  nice: number;
  noNewPrivileges: boolean;
  seccomp: ReadonlySet<string> | undefined;
  /** Taken over as they are. */
  resourceLimits: ReadonlyMap<Resource, ResourceLimit>;
}

/** A process: what the kernel knows of it. Programs see it through `Process`. */
export class Task implements FsContext {
  readonly system: TaskSystem;
  readonly pid: Pid<Task>;
  readonly namespaces: TaskNamespaces;
  readonly children = new Set<Task>();
  readonly startTime: number;
  readonly dispositions = new Map<Signal, SignalDisposition>();
  /** Woken when a child ends, stops or continues. */
  readonly childEvents = new WaitQueue();
  /** Woken when the task goes on after a stop. */
  readonly resumed = new WaitQueue();
  parent: Task | undefined;
  group: ProcessGroup<Task>;
  credentials: Credentials;
  /** The capabilities that a set-user-ID program can get. */
  bounding: ReadonlySet<string> | 'all';
  fds: FdTable;
  root: Location;
  cwd: Location;
  umask: number;
  cgroup: Cgroup<Task>;
  /** Bytes that the program says it holds: brk(2). */
  memory = 0;
  /** -1000 (never) to 1000: how soon the kernel ends it where memory is short. */
  oomScoreAdj: number;
  /** Niceness, -20 to 19. Nothing is scheduled by it. */
  nice: number;
  /** execve(2) gives nothing that was not there before: PR_SET_NO_NEW_PRIVS. */
  noNewPrivileges: boolean;
  /** A filter of system calls: the capabilities whose calls it lets through. */
  seccomp: ReadonlySet<string> | undefined;
  /** Never changed in place: children share it. */
  resourceLimits: ReadonlyMap<Resource, ResourceLimit>;
  image: TaskImage | undefined;
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
    this.oomScoreAdj = init.oomScoreAdj;
    this.nice = init.nice;
    this.noNewPrivileges = init.noNewPrivileges;
    this.seccomp = init.seccomp;
    this.resourceLimits = init.resourceLimits;
    init.fds.limit = init.resourceLimits.get('nofile')?.soft ?? Infinity;
    this.startTime = init.system.clock.now();
    init.pid.task = this;
    init.parent?.children.add(this);
    init.group.join(this);
    init.cgroup.add(this);
    init.namespaces.network.hold(1, init.cgroup.path);
    init.namespaces.mount.hold(1);
  }

  get session(): Session<Task> {
    return this.group.session;
  }

  changed(location: Location, name?: string): void {
    this.system.changed(location, name);
  }

  /** The first process of its pid namespace, which ignores what it does not handle. */
  get isInit(): boolean {
    return this.namespaces.pid.init === this;
  }

  /** Moves to another control group. */
  setCgroup(cgroup: Cgroup<Task>): void {
    if (cgroup === this.cgroup || this.state === 'Z') return;
    this.cgroup.delete(this);
    this.cgroup = cgroup;
    cgroup.add(this);
    this.namespaces.network.hold(0, cgroup.path);
  }

  /** Moves to another process group. */
  setGroup(group: ProcessGroup<Task>): void {
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
      try {
        disposition.handle(signal);
      } catch (error) {
        // The handler ended its own process; whoever sent the signal goes on.
        if (!isEndOfProcess(error)) throw error;
        return;
      }
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
    const pending = [...this.#pending].sort((a, b) => signalNumbers[a] - signalNumbers[b]);
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

/** What follows the end of a task: _exit(2) under "consequences". The task is a zombie already. */
function endTask(task: Task): void {
  const { pid: namespace } = task.namespaces;
  if (namespace.init === task) {
    for (const other of namespace.tasks()) {
      if (other === task) continue;
      if (other.parent?.namespaces.pid.isWithin(namespace)) other.autoReap = true;
      other.terminate({ kind: 'signaled', signal: 'SIGKILL', coreDumped: false });
    }
  }
  task.image?.end();
  task.fds.closeAll();
  task.cgroup.delete(task);
  task.namespaces.network.hold(-1);
  task.namespaces.mount.hold(-1);
  giveAwayChildren(task);
  const { session } = task;
  if (session.leader === task) {
    session.leader = undefined;
    session.terminal?.disassociate();
  }
  task.system.ended(task);
  const { parent } = task;
  if (!parent || task.autoReap || parent.dispositions.get('SIGCHLD') === 'ignore') {
    reap(task);
    parent?.childEvents.wake();
  } else {
    parent.childEvents.wake();
    parent.signal('SIGCHLD', task);
  }
}

function giveAwayChildren(task: Task): void {
  const groups = new Set<ProcessGroup<Task>>();
  for (const child of [...task.children]) {
    groups.add(child.group);
    task.children.delete(child);
    const { init } = child.namespaces.pid;
    const heir = init && init !== child && init.state !== 'Z' ? init : rootInit(child);
    child.parent = heir;
    if (heir) heir.children.add(child);
    const abandoned = !heir || heir.namespaces.pid.parent === undefined;
    if (abandoned) child.autoReap = true;
    if (child.state !== 'Z') continue;
    if (abandoned) reap(child);
    else {
      heir.childEvents.wake();
      heir.signal('SIGCHLD', child);
    }
  }
  for (const group of groups) {
    if (group === task.group || !group.orphaned) continue;
    if (![...group.members].some((member) => member.state === 'T')) continue;
    group.signal('SIGHUP');
    group.signal('SIGCONT');
  }
}

function rootInit(task: Task): Task | undefined {
  let namespace = task.namespaces.pid;
  while (namespace.parent) namespace = namespace.parent;
  return namespace.init === task ? undefined : namespace.init;
}

/** Removes a zombie from the process table. */
export function reap(task: Task): void {
  task.parent?.children.delete(task);
  task.parent = undefined;
  task.group.leave(task);
  if (task.pid.task === task) task.pid.task = undefined;
  task.pid.release();
}
