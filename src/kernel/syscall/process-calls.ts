import type { Clock, RandomBytes } from '../../base/index.ts';
import {
  type Credentials, endOfProcess, type Fd, type Process, type ProcessEntry, type Program, type Resource, type ResourceLimit, type Signal, type SignalDisposition, type SpawnOptions, SystemError, type WaitStatus,
} from '../uapi/index.ts';
import { capable } from '../vfs/index.ts';
import { type Executable, findExecutable } from '../exec/index.ts';
import { bounded, chargeMemory, createTask, Image, mergeCredentials, ProcessGroup, startSession, type Task, waitChild } from '../task/index.ts';
import { NetworkCalls } from './network-calls.ts';
import { processEntry } from './process-entry.ts';
import { signalTargets } from './signal-targets.ts';
import { takeControllingTerminal } from './controlling-terminal.ts';

/** A whole `Process`: the calls on processes on top of all others. */
export class ProcessCalls extends NetworkCalls implements Process {
  get pid(): number {
    return this.task.pid.in(this.task.namespaces.pid);
  }
  get ppid(): number {
    return this.task.parent?.pid.in(this.task.namespaces.pid) ?? 0;
  }
  get argv(): readonly string[] {
    return this.image.argv;
  }
  setproctitle(title: string): void {
    this.image.argv = title.split(' ');
  }
  get env(): Record<string, string> {
    return this.image.env;
  }
  get credentials(): Credentials {
    return this.task.credentials;
  }
  get clock(): Clock {
    return this.kernel.clock;
  }
  get random(): RandomBytes {
    return this.kernel.random;
  }
  get signal(): AbortSignal {
    return this.image.signal;
  }

  fork(main: Program, options: SpawnOptions = {}): number {
    this.enter();
    const child = this.#child(options);
    const { argv0 } = options;
    const named = argv0 === undefined ? { argv: this.image.argv, comm: this.image.comm } : { argv: argv0.split(' '), comm: argv0.replace(/ .*$/, '').replace(/^.*\//, '').slice(0, 15) };
    const image = new Image(child, { ...named, env: options.env ? { ...options.env } : { ...this.image.env }, exe: this.image.exe });
    return this.#start(child, image, () => main);
  }

  spawn(path: string, argv: readonly string[], options: SpawnOptions = {}): number {
    this.enter();
    const child = this.#child(options);
    try {
      const found = this.onPath(path, () => findExecutable(child, path, argv, this.kernel.programs));
      child.fds.closeOnExec();
      resetHandlers(child);
      const env = options.env ? { ...options.env } : { ...this.image.env };
      const image = replaceImage(child, found, options.argv0 === undefined ? found.argv : [options.argv0, ...found.argv.slice(1)], env);
      return this.#start(child, image, found.load);
    } catch (error) {
      abandon(child);
      throw error;
    }
  }

  #child(options: SpawnOptions): Task {
    const child = createTask(this.task, options, () => this.kernel.newNetwork());
    try {
      if (options.controllingTerminal !== undefined) takeControllingTerminal(child, this.file(options.controllingTerminal));
    } catch (error) {
      abandon(child);
      throw error;
    }
    return child;
  }

  #start(child: Task, image: Image, load: () => Program | Promise<Program>): number {
    child.image = image;
    const process = this.kernel.makeProcess(image);
    child.system.started(child);
    const number = child.pid.in(this.task.namespaces.pid);
    void image.run(process, async () => load());
    return number;
  }

  exec(path: string, argv: readonly string[], env?: Record<string, string>): Promise<never> {
    return this.blocking<never>(async () => {
      const { task, image: old } = this;
      const found = this.onPath(path, () => findExecutable(task, path, argv, this.kernel.programs));
      old.end();
      chargeMemory(task.cgroup, -task.memory, task);
      task.memory = 0;
      task.fds.closeOnExec();
      resetHandlers(task);
      const image = replaceImage(task, found, found.argv, { ...(env ?? old.env) });
      task.image = image;
      void image.run(this.kernel.makeProcess(image), async () => found.load());
      throw endOfProcess;
    });
  }

  exit(status: number): never {
    this.enter();
    this.task.terminate({ kind: 'exited', status: status & 0xff });
    throw endOfProcess;
  }

  wait(pid: number, options: { nohang?: boolean; untraced?: boolean } = {}): Promise<WaitStatus | undefined> {
    return this.blocking(() => waitChild(this.image, this.task, pid, options));
  }

  kill(pid: number, signal: Signal | undefined): void {
    this.enter();
    const targets = signalTargets(this.task, pid, signal);
    if (signal) for (const target of targets) target.signal(signal, this.task);
    this.image.requireAlive();
  }

  onSignal(signal: Signal, disposition: SignalDisposition): void {
    this.enter();
    if (signal === 'SIGKILL' || signal === 'SIGSTOP') throw new SystemError('EINVAL');
    if (disposition === 'default') this.task.dispositions.delete(signal);
    else this.task.dispositions.set(signal, disposition);
  }

  signalDisposition(signal: Signal): SignalDisposition {
    this.enter();
    return this.task.dispositions.get(signal) ?? 'default';
  }

  sleep(ms: number): Promise<void> {
    return this.blocking(() => this.image.wait([], Math.max(0, ms)));
  }

  checkpoint(): Promise<void> {
    return this.blocking(async () => undefined);
  }

  #task(pid: number | undefined): Task {
    this.enter();
    if (pid === undefined || pid === 0) return this.task;
    const found = this.task.namespaces.pid.task(pid);
    if (!found) throw new SystemError('ESRCH');
    return found;
  }

  pidfdGetfd(pid: number, fd: Fd): Fd {
    const target = this.#task(pid);
    if (target !== this.task && !capable(this.task.credentials, 'CAP_SYS_PTRACE')) throw new SystemError('EPERM');
    return this.task.fds.add(target.fds.get(fd), true);
  }

  brk(bytes: number): void {
    this.enter();
    const { task } = this;
    if (bytes > (task.resourceLimits.get('data')?.soft ?? Infinity) || bytes > (task.resourceLimits.get('as')?.soft ?? Infinity)) throw new SystemError('ENOMEM');
    chargeMemory(task.cgroup, bytes - task.memory, task);
    task.memory = bytes;
  }

  syslog(): readonly { time: number; text: string }[] {
    this.enter();
    if (!capable(this.task.credentials, 'CAP_SYSLOG')) throw new SystemError('EPERM');
    return this.kernel.messages;
  }

  getpriority(pid?: number): number {
    return this.#task(pid).nice;
  }

  setpriority(pid: number, nice: number): void {
    const target = this.#task(pid);
    const wanted = Math.max(-20, Math.min(19, nice));
    const { credentials } = this.task;
    if (!capable(credentials, 'CAP_SYS_NICE')) {
      if (credentials.euid !== target.credentials.uid && credentials.euid !== target.credentials.euid) throw new SystemError('EPERM');
      if (wanted < target.nice) throw new SystemError('EACCES');
    }
    target.nice = wanted;
  }

  getpgid(pid?: number): number {
    return this.#task(pid).group.id.in(this.task.namespaces.pid);
  }

  getsid(pid?: number): number {
    return this.#task(pid).session.id.in(this.task.namespaces.pid);
  }

  setpgid(pid: number, pgid: number): void {
    const target = this.#task(pid);
    if (target !== this.task && target.parent !== this.task) throw new SystemError('ESRCH');
    if (target.session !== this.task.session || target.session.id === target.pid) throw new SystemError('EPERM');
    const number = pgid === 0 ? target.pid.in(this.task.namespaces.pid) : pgid;
    if (target.pid.in(this.task.namespaces.pid) === number) {
      if (target.group.id !== target.pid) target.setGroup(target.pid.group ?? new ProcessGroup(target.pid, target.session));
      return;
    }
    const group = this.task.namespaces.pid.pids.get(number)?.group;
    if (!group || group.session !== target.session) throw new SystemError('EPERM');
    target.setGroup(group);
  }

  setsid(): number {
    this.enter();
    if (this.task.pid.group) throw new SystemError('EPERM');
    startSession(this.task);
    return this.pid;
  }

  umask(mask?: number): number {
    this.enter();
    const before = this.task.umask;
    if (mask !== undefined) this.task.umask = mask & 0o777;
    return before;
  }

  getrlimit(resource: Resource): ResourceLimit {
    this.enter();
    return this.task.resourceLimits.get(resource) ?? { soft: Infinity, hard: Infinity };
  }

  setrlimit(resource: Resource, limit: ResourceLimit): void {
    this.enter();
    if (limit.soft > limit.hard) throw new SystemError('EINVAL');
    if (limit.hard > this.getrlimit(resource).hard && !capable(this.task.credentials, 'CAP_SYS_RESOURCE')) throw new SystemError('EPERM');
    this.task.resourceLimits = new Map(this.task.resourceLimits).set(resource, { ...limit });
    if (resource === 'nofile') this.task.fds.limit = limit.soft;
  }

  setCredentials({ bounding, seccomp, ...change }: Partial<Credentials> & { bounding?: Credentials['capabilities']; seccomp?: ReadonlySet<string> }): void {
    this.enter();
    const old = this.task.credentials;
    const privileged = capable(old, 'CAP_SETUID');
    const ownUid = (uid: number | undefined): boolean => uid === undefined || uid === old.uid || uid === old.euid;
    const ownGid = (gid: number | undefined): boolean => gid === undefined || gid === old.gid || gid === old.egid;
    if (!privileged && (!ownUid(change.uid) || !ownUid(change.euid) || change.capabilities === 'all' || bounding || seccomp)) throw new SystemError('EPERM');
    if (!capable(old, 'CAP_SETGID') && (!ownGid(change.gid) || !ownGid(change.egid) || change.groups)) throw new SystemError('EPERM');
    if (seccomp) this.task.seccomp ??= seccomp;
    const merged = mergeCredentials(old, change);
    this.task.credentials = change.capabilities === undefined ? merged : { ...merged, capabilities: bounded(merged.capabilities, this.task.bounding) };
    if (bounding) this.task.bounding = bounded(bounding, this.task.bounding);
  }

  processes(): ProcessEntry[] {
    this.enter();
    return this.task.namespaces.pid.tasks().map((task) => processEntry(task, this.task.namespaces.pid));
  }

  hostname(): string {
    this.enter();
    return this.task.namespaces.uts.hostname;
  }

  sethostname(name: string): void {
    this.enter();
    if (!capable(this.task.credentials, 'CAP_SYS_ADMIN')) throw new SystemError('EPERM');
    if (name.length > 64) throw new SystemError('EINVAL');
    this.task.namespaces.uts.hostname = name;
  }
}

/** Takes a child back that never ran. */
function abandon(child: Task): void {
  child.autoReap = true;
  child.terminate({ kind: 'exited', status: 127 });
}

/** execve(2): signals that were handled are at their default again; ignored ones stay ignored. */
function resetHandlers(task: Task): void {
  for (const [signal, disposition] of task.dispositions) if (disposition !== 'ignore') task.dispositions.delete(signal);
}

/** The new image of a task, with the credentials that a set-user-ID file gives. */
function replaceImage(task: Task, found: Executable, argv: readonly string[], env: Record<string, string>): Image {
  const { credentials } = task;
  if (!task.noNewPrivileges && (found.setUid !== undefined || found.setGid !== undefined)) {
    const euid = found.setUid ?? credentials.euid;
    task.credentials = { ...credentials, euid, egid: found.setGid ?? credentials.egid, capabilities: euid === 0 ? task.bounding : credentials.capabilities };
  }
  return new Image(task, { argv: argv.length > 0 ? argv : [''], env, comm: found.comm, exe: found.exe });
}
