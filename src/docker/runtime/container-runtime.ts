import { type Process, type Signal, signalNumbers, type SpawnOptions, type WaitStatus, isEndOfProcess, isSystemError, type Resource, type ResourceLimit } from '../../kernel/index.ts';
import { type ExitStatus, type NamespaceSpec, type ProcessSpec, type Runtime, type RuntimeContainer, RuntimeError, type RuntimeProcess, type RuntimeProcessEntry, type RuntimeSpec, type RuntimeUsage } from '../engine/index.ts';
import { CgroupManager } from './cgroup-manager.ts';
import { maskPaths, mountAll, mountOwn, remountReadOnly, writeSysctls } from './container-mounts.ts';
import { processFiles } from './process-files.ts';
import { pipeIo, type ProcessIo, terminalIo } from './process-io.ts';
import { runProcess } from './run-process.ts';

/** How long the shim waits, after the first process ended, for its output to be read. */
const drainTime = 5000;

/**
 * Runs containers with system calls of our kernel, as containerd's shim and runc do. For each container there is a shim: a child of the daemon in a mount namespace of its
 * own, that mounts what the container sees, keeps the outer ends of its streams and is the parent of its processes.
 */
export class ContainerRuntime implements Runtime {
  readonly #process: Process;

  constructor(process: Process) {
    this.#process = process;
  }

  async create(spec: RuntimeSpec): Promise<RuntimeContainer> {
    const shim = await Shim.start(this.#process, spec);
    try {
      return shim.createInit();
    } catch (error) {
      shim.end();
      throw error;
    }
  }

  cleanUp(id: string): void {
    for (const entry of this.#process.processes()) {
      if (entry.cgroup.endsWith(`/${id}`)) killQuietly(this.#process, entry.pid, 'SIGKILL');
    }
  }
}

class Shim {
  readonly #process: Process;
  readonly #spec: RuntimeSpec;
  readonly #finish: () => void;
  readonly #cgroup: CgroupManager;
  readonly #oomListeners = new Set<() => void>();
  #oomKills = 0;
  #initPid = 0;

  private constructor(process: Process, spec: RuntimeSpec, finish: () => void) {
    this.#process = process;
    this.#spec = spec;
    this.#finish = finish;
    this.#cgroup = new CgroupManager(process, spec.cgroup);
  }

  static async start(daemon: Process, spec: RuntimeSpec): Promise<Shim> {
    const ready = Promise.withResolvers<Process>();
    const finished = Promise.withResolvers<void>();
    const pid = daemon.fork(async (process) => {
      ready.resolve(process);
      await finished.promise;
      return 0;
    }, { fds: {}, cwd: '/', namespaces: { mount: 'new' }, processGroup: 'new', argv0: `/usr/bin/containerd-shim-runc-v2 -namespace moby -id ${spec.id} -address /run/containerd/containerd.sock`, ignoredSignals: ['SIGPIPE', 'SIGTERM', 'SIGINT'] });
    daemon.wait(pid).catch((error: unknown) => {
      if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
    });
    return new Shim(await ready.promise, spec, () => finished.resolve());
  }

  end(): void {
    this.#finish();
  }

  createInit(): RuntimeContainer {
    const { rootfs, mounts, process: spec, namespaces, resources } = this.#spec;
    const shim = this.#process;
    const files = processFiles(shim);
    this.#cgroup.create(resources);
    mountAll(shim, files, rootfs, this.#spec);
    const io = this.#io(spec, `${rootfs}/dev/pts`);
    const gate = Promise.withResolvers<void>();
    const outcome = Promise.withResolvers<void>();
    const pid = shim.fork(async (init) => {
      await gate.promise;
      try {
        if (namespaces.uts === 'new' && this.#spec.hostname.length > 64) throw new RuntimeError('error during container init: sethostname: invalid argument');
        mountOwn(init, mounts);
        if (this.#spec.oomScoreAdj !== 0) init.writeFile('/proc/self/oom_score_adj', String(this.#spec.oomScoreAdj));
        writeSysctls(init, this.#spec.sysctls);
        maskPaths(init, this.#spec.maskedPaths, this.#spec.readonlyPaths);
        if (this.#spec.readonlyRootfs) remountReadOnly(init);
        return await runProcess(init, spec, this.#seccomp, outcome.resolve);
      } catch (error) {
        if (isEndOfProcess(error)) throw error;
        outcome.reject(error);
        return 1;
      }
    }, {
      ...this.#spawnOptions(io), root: rootfs, ...(namespaces.uts === 'new' && { hostname: this.#spec.hostname }), umask: 0o022,
      namespaces: { mount: 'new', ...namespaceOption('pid', namespaces.pid), ...namespaceOption('network', namespaces.network), ...namespaceOption('ipc', namespaces.ipc), ...namespaceOption('uts', namespaces.uts), ...(namespaces.cgroup === 'new' && { cgroup: 'new' }) },
    });
    io.closeChildEnds();
    this.#initPid = pid;
    const exited = this.#exit(pid);
    this.#cgroup.onOutOfMemory(() => this.#tellOutOfMemory());
    void exited.then(() => this.#endAfter(io));
    return {
      pid, ...io.streams, exited,
      start: async () => {
        gate.resolve();
        // A process that is killed while it gets ready tells nothing.
        await Promise.race([outcome.promise, exited.then(() => undefined)]);
      },
      kill: (signal) => this.#kill(pid, signal),
      exec: (process) => this.#exec(process),
      killAll: (signal) => { for (const entry of this.#entries()) this.#kill(entry.pid, signal); },
      pause: () => this.#cgroup.freeze(true),
      resume: () => this.#cgroup.freeze(false),
      processes: () => this.#entries(),
      usage: () => this.#usage(),
      update: (resources) => this.#cgroup.set(resources),
      onOutOfMemory: (listener) => this.#oomListeners.add(listener),
    };
  }

  async #exec(spec: ProcessSpec): Promise<RuntimeProcess> {
    const shim = this.#process;
    const initPid = this.#initPid;
    const io = this.#io(spec, `${this.#spec.rootfs}/dev/pts`);
    const outcome = Promise.withResolvers<void>();
    let pid: number;
    try {
      pid = shim.fork(async (process) => {
        try {
          return await runProcess(process, spec, this.#seccomp, outcome.resolve);
        } catch (error) {
          if (isEndOfProcess(error)) throw error;
          outcome.reject(error);
          return 126;
        }
      }, { ...this.#spawnOptions(io), umask: 0o022, namespaces: { pid: initPid, mount: initPid, network: initPid, ipc: initPid, uts: initPid, cgroup: initPid } });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new RuntimeError(`container is not running`);
    } finally {
      io.closeChildEnds();
    }
    const exited = this.#exit(pid);
    await Promise.race([outcome.promise, exited.then(() => undefined)]);
    return { pid, ...io.streams, exited, kill: (signal) => this.#kill(pid, signal) };
  }

  /** The capabilities that the filter of system calls is made for: the container's, for all that is executed in it too. */
  get #seccomp(): ReadonlySet<string> | undefined {
    return this.#spec.seccomp ? new Set(this.#spec.process.capabilities) : undefined;
  }

  #io(spec: ProcessSpec, pts: string): ProcessIo {
    return spec.terminal ? terminalIo(this.#process, pts, spec.stdin, spec.consoleSize, spec.user.uid) : pipeIo(this.#process, spec.stdin);
  }

  #spawnOptions({ child, terminal }: ProcessIo): SpawnOptions {
    return {
      fds: { 0: child.stdin, 1: child.stdout, 2: child.stderr }, newSession: true, argv0: 'runc init', cgroup: this.#spec.cgroup, noNewPrivileges: this.#spec.noNewPrivileges, resourceLimits: resourceLimits(this.#spec.limits), defaultSignals: ['SIGPIPE', 'SIGTERM', 'SIGINT'],
      ...(terminal !== undefined && { controllingTerminal: terminal }),
    };
  }

  async #exit(pid: number): Promise<ExitStatus> {
    try {
      const status = await this.#process.wait(pid);
      this.#tellOutOfMemory();
      return { code: exitCode(status) };
    } catch (error) {
      if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
      return { code: 137 };
    }
  }

  /** The shim stays until the output was read. */
  #endAfter(io: ProcessIo): void {
    const finish = (): void => {
      this.#cgroup.remove();
      this.#finish();
    };
    const timer = this.#process.clock.setTimeout(finish, drainTime);
    void io.drained.then(() => {
      timer.dispose();
      finish();
    });
  }

  #entries(): RuntimeProcessEntry[] {
    return this.#process.processes().filter((entry) => entry.cgroup === this.#spec.cgroup).map((entry) => ({
      pid: entry.pid, ppid: entry.ppid, user: entry.uid, tty: entry.tty, startTime: entry.startTime, cpuTime: entry.cpuTime, state: entry.state, comm: entry.comm, argv: entry.argv,
    }));
  }

  /** Told as often as it happened, by the file's change and, so that it comes before it, at the end. */
  #tellOutOfMemory(): void {
    for (const { oomKills } = this.#cgroup; this.#oomKills < oomKills; this.#oomKills++) for (const listener of this.#oomListeners) listener();
  }

  #kill(pid: number, signal: number): void {
    const name = (Object.keys(signalNumbers) as Signal[]).find((each) => signalNumbers[each] === signal);
    if (name) killQuietly(this.#process, pid, name);
  }

  #usage(): RuntimeUsage {
    const { cpuTime, memory, memoryLimit, processes } = this.#cgroup;
    return { cpuTime, memory, memoryLimit, pids: processes };
  }
}

/** Numbers of the spec as the kernel takes them. */
function resourceLimits(limits: RuntimeSpec['limits']): Partial<Record<Resource, ResourceLimit>> {
  const number = (value: number): number => (value < 0 ? Infinity : value);
  return Object.fromEntries(limits.map(({ name, soft, hard }) => [name, { soft: number(soft), hard: number(hard) }]));
}

function namespaceOption<K extends 'pid' | 'network' | 'ipc' | 'uts'>(kind: K, wanted: NamespaceSpec): Partial<Record<K, 'new' | number>> {
  if (wanted === 'host') return {};
  const value: 'new' | number = wanted === 'new' ? 'new' : wanted.pid;
  return { [kind]: value } as Partial<Record<K, 'new' | number>>;
}

/** 128 + the signal's number for what a signal ended. */
function exitCode(status: WaitStatus | undefined): number {
  if (status?.kind === 'exited') return status.status;
  return status?.kind === 'signaled' ? 128 + signalNumbers[status.signal] : 255;
}

/** Signals a process that may be gone already. */
function killQuietly(process: Process, pid: number, signal: Signal): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isEndOfProcess(error) && !isSystemError(error, 'ESRCH')) throw error;
  }
}
