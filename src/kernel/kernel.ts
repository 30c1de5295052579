import { type ByteStream, type Clock, Emitter, type Event, type RandomBytes, systemClock, systemRandom } from '../base/index.ts';
import type { ProgramTable } from './exec/index.ts';
import { createDevTmpFs, type DeviceDriver, DevPts, memoryDrivers, TmpFs } from './fs/index.ts';
import { broadcastOf, Internet, NetworkNamespace, NetworkSystem, Segment } from './net/index.ts';
import { createFs } from './create-fs.ts';
import { openSpecial } from './open-special.ts';
import { Terminal } from './terminal.ts';
import { type Process, type ProcessEntry, SystemError, type WindowSize } from './uapi/index.ts';
import { type CallEnvironment, defaultWindowSize, ProcessCalls, processEntry, UnixSockets } from './syscall/index.ts';
import { Cgroup, programMemory, defaultResourceLimits, FdTable, Image, namespaceInode, PidNamespace, type Pipe, ProcessGroup, runInMacrotask, Session, Task, type TaskSystem } from './task/index.ts';
import { type FileSystem, type Inode, type Location, mkdir, MountNamespace, MountTable, type OpenFile, resolve, Watcher } from './vfs/index.ts';

/** How a kernel is made. */
export interface KernelOptions {
  hostname: string;
  /** What is mounted at `/`. /proc, /sys, /dev, /dev/pts, /dev/shm and /run are mounted on it, as an init would. */
  root: FileSystem;
  /** What `mount` shows for the root. Default: source `overlay`, type of the file system. */
  rootMount?: { source: string; type: string };
  /** Further file systems, in order; the mount points are made where they are missing. */
  mounts?: readonly { source: string; target: string; fs: FileSystem; options?: string }[];
  /** The built-in programs that executable stubs name. */
  programs: ProgramTable;
  /** Environment of pid 1. */
  env?: Record<string, string>;
  /** The world outside, behind eth0; several kernels may share one. Default: an empty one of its own. */
  internet?: Internet;
  /** The address of eth0, its gateway, and the switch it is plugged into with other kernels'. Default 10.0.2.15/24 behind 10.0.2.2, each kernel behind a router of its own. */
  network?: { address: string; prefixLength: number; gateway: string; segment?: Segment };
  /** Default: the machine's. */
  clock?: Clock;
  /** Default: the machine's. */
  random?: RandomBytes;
  /** Told of a mistake in a program, which has ended its process with SIGSEGV; default: the console. */
  onFault?: (comm: string, error: unknown) => void;
}

/** A process that started or ended: its line of the process table then. */
export interface ProcessEvent {
  kind: 'started' | 'ended';
  process: ProcessEntry;
}

/** One Linux machine: file systems, processes, terminals, network. Nothing of it outlives `dispose`. */
export class Kernel implements TaskSystem, CallEnvironment {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly programs: ProgramTable;
  readonly devpts: DevPts;
  readonly unixSockets: UnixSockets;
  readonly drivers: Map<number, DeviceDriver>;
  readonly fifos = new Map<Inode, Pipe>();
  readonly boundNetworks = new Map<Inode, NetworkNamespace>();
  /** What moves packets; its `onPacket` shows them. */
  readonly network: NetworkSystem;
  readonly mountTable = new MountTable();
  readonly bootTime: number;
  /** The world outside: where the host puts servers and names. */
  readonly internet: Internet;
  /** Pid 1, for the host: it never ends by itself, and orphans that come to it are reaped. The children it spawns are the host's to wait for. */
  readonly init: Process;
  current: Task | undefined;
  readonly cgroups = new Cgroup<Task>('', undefined, ['cpuset', 'cpu', 'io', 'memory', 'pids']);
  readonly messages: { time: number; text: string }[] = [];
  readonly #initTask: Task;
  readonly #initImage: Image;
  readonly #onFault: (comm: string, error: unknown) => void;
  readonly #watcher = new Watcher(runInMacrotask);
  readonly #processEvents = new Emitter<ProcessEvent>();
  readonly #fileEvents = new Emitter<void>();
  readonly #terminals = new Set<Terminal>();
  #uplink: { link: Segment; address: string } | undefined;
  #filesChanged = false;
  #lastId = 0;
  #disposed = false;

  /** Fires when a process has started (its program is about to run) and when it has ended. */
  readonly onProcess: Event<ProcessEvent> = this.#processEvents.event;
  /** Fires, at most once a turn of the event loop, after something in a file system of the host's (root and `mounts`) changed. */
  readonly onFilesChanged: Event<void> = this.#fileEvents.event;

  constructor(options: KernelOptions) {
    this.clock = options.clock ?? systemClock;
    this.random = options.random ?? systemRandom;
    // oxlint-disable-next-line no-console -- the last resort where nobody listens: a program's own fault must not vanish
    this.#onFault = options.onFault ?? ((comm, error) => console.error(`${comm}: fault:`, error));
    this.programs = options.programs;
    this.network = new NetworkSystem(this.clock, this.random);
    this.bootTime = this.clock.now();
    this.cgroups.memoryMax = programMemory;
    const now = (): number => this.clock.now();
    this.devpts = new DevPts(now);
    this.internet = options.internet ?? new Internet();
    this.drivers = memoryDrivers(this.random);
    this.unixSockets = new UnixSockets(() => this.nextSocket());
    const about = options.rootMount ?? { source: 'overlay', type: options.root.type };
    const root = this.mountTable.mount(this.mountTable.superBlock(options.root).root, undefined, { ...about, options: 'rw,relatime', readOnly: false });
    const mounts = new MountNamespace(this.nextId(), this.mountTable, root);
    this.#initTask = this.#createInit(mounts, options.hostname);
    const image = new Image(this.#initTask, { argv: ['/sbin/init'], env: { ...options.env }, comm: 'systemd', exe: undefined, isHost: true });
    this.#initTask.image = image;
    this.#initImage = image;
    this.init = this.makeProcess(image);
    this.#mountAll(options, now);
    this.#plugIn(options.network ?? { address: '10.0.2.15', prefixLength: 24, gateway: '10.0.2.2' });
    for (const fs of [options.root, ...(options.mounts ?? []).map((mount) => mount.fs)]) this.#announceChanges(fs);
  }

  #createInit(mount: MountNamespace, hostname: string): Task {
    const pid = new PidNamespace<Task>(this.nextId(), undefined);
    const id = pid.allocate();
    const root: Location = mount.root.location;
    const task = new Task({
      system: this,
      pid: id,
      parent: undefined,
      namespaces: { pid, mount, network: this.newNetwork(), uts: { id: this.nextId(), hostname }, ipc: { id: this.nextId() }, cgroup: { id: 0, root: this.cgroups } },
      group: new ProcessGroup(id, new Session<Task>(id, undefined)),
      credentials: { uid: 0, gid: 0, euid: 0, egid: 0, groups: [0], capabilities: 'all' },
      bounding: 'all',
      fds: new FdTable(),
      root,
      cwd: root,
      umask: 0o022,
      cgroup: this.cgroups.at('/init.scope'),
      oomScoreAdj: 0,
      nice: 0,
      noNewPrivileges: false,
      seccomp: undefined,
      resourceLimits: defaultResourceLimits,
    });
    task.session.leader = task;
    pid.init = task;
    return task;
  }

  #mountAll(options: KernelOptions, now: () => number): void {
    const standard: { source: string; target: string; fs: FileSystem; options?: string }[] = [
      { source: 'sysfs', target: '/sys', fs: createFs(this, this.#initTask, 'sysfs', new Map()), options: 'rw,nosuid,nodev,noexec,relatime' },
      { source: 'cgroup2', target: '/sys/fs/cgroup', fs: createFs(this, this.#initTask, 'cgroup2', new Map()), options: 'rw,nosuid,nodev,noexec,relatime,nsdelegate,memory_recursiveprot' },
      { source: 'proc', target: '/proc', fs: createFs(this, this.#initTask, 'proc', new Map()), options: 'rw,nosuid,nodev,noexec,relatime' },
      { source: 'udev', target: '/dev', fs: createDevTmpFs(now), options: 'rw,nosuid,relatime,mode=755' },
      { source: 'devpts', target: '/dev/pts', fs: this.devpts, options: 'rw,nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=000' },
      { source: 'tmpfs', target: '/run', fs: new TmpFs({ now, sizeLimit: 400 * 2 ** 20 }), options: 'rw,nosuid,nodev,noexec,relatime,mode=755' },
      { source: 'tmpfs', target: '/dev/shm', fs: new TmpFs({ now, mode: 0o1777, sizeLimit: 2 ** 31 }), options: 'rw,nosuid,nodev' },
    ];
    const { mount } = this.#initTask.namespaces;
    for (const { source, target, fs, options: text } of [...standard, ...(options.mounts ?? [])]) {
      this.#makeDirectories(target);
      mount.mountFs(fs, resolve(this.#initTask, target), { source, type: fs.type, options: text ?? 'rw,relatime', readOnly: false });
    }
  }

  /** Brings lo and eth0 up, as an init would. */
  #plugIn({ address, prefixLength, gateway, segment }: NonNullable<KernelOptions['network']>): void {
    const { network } = this.#initTask.namespaces;
    const link = segment ?? new Segment();
    this.#uplink = { link, address };
    network.name = 'host';
    network.setUp('lo', true);
    link.plug(network.add('eth0', 'ethernet'));
    link.connect(this.internet, gateway);
    network.setUp('eth0', true);
    const broadcast = broadcastOf({ address, prefixLength });
    network.addAddress('eth0', { address, prefixLength, ...(broadcast !== undefined && { broadcast }) });
    network.routes.add({ destination: '0.0.0.0/0', gateway, device: 'eth0', source: undefined });
  }

  #unplug(): void {
    for (const card of this.#initTask.namespaces.network.interfaces.values()) {
      card.up = false;
      card.link?.unplug(card);
    }
  }

  #makeDirectories(path: string): void {
    let made = '';
    for (const name of path.split('/').filter((part) => part !== '')) {
      made += `/${name}`;
      try {
        mkdir(this.#initTask, made, 0o755);
      } catch (error) {
        if (!(error instanceof SystemError && error.code === 'EEXIST')) throw error;
      }
    }
  }

  #announceChanges(fs: FileSystem): void {
    fs.onChange?.(() => {
      if (this.#filesChanged || this.#disposed) return;
      this.#filesChanged = true;
      runInMacrotask(() => {
        this.#filesChanged = false;
        if (!this.#disposed) this.#fileEvents.fire();
      });
    });
  }

  /** A new terminal for a page or a test: its master. Dispose of it to hang up. */
  openTerminal(size: WindowSize = defaultWindowSize): Terminal {
    const terminal = new Terminal(this.init, this.#initImage, this.devpts, size, () => this.#terminals.delete(terminal));
    this.#terminals.add(terminal);
    return terminal;
  }

  /** Connects to a port of the machine from outside, as somebody behind its network's router. Rejects with SystemErrors as connect(2): ECONNREFUSED, ETIMEDOUT after `timeoutMs`. */
  async connectFromOutside(port: number, timeoutMs: number): Promise<ByteStream> {
    if (!this.#uplink || this.#disposed) throw new SystemError('EHOSTUNREACH');
    return this.#uplink.link.connectFromOutside(this.network, this.#uplink.address, port, timeoutMs);
  }

  /** Processes that exist, pid 1 among them. */
  processes(): ProcessEntry[] {
    const { pid } = this.#initTask.namespaces;
    return pid.tasks().map((task) => processEntry(task, pid));
  }

  /** Kills everything. File systems stay as they are; their owner may keep them. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const terminal of [...this.#terminals]) terminal.dispose();
    this.#initTask.terminate({ kind: 'signaled', signal: 'SIGKILL', coreDumped: false });
    this.#unplug();
    this.network.dispose();
    this.#watcher.dispose();
    this.#processEvents.dispose();
    this.#fileEvents.dispose();
  }

  // What tasks and system calls find here.

  makeProcess(image: Image): Process {
    return new ProcessCalls(image, this);
  }

  started(task: Task): void {
    this.#processEvents.fire({ kind: 'started', process: processEntry(task, this.#initTask.namespaces.pid) });
  }

  ended(task: Task): void {
    if (task.image) this.#processEvents.fire({ kind: 'ended', process: processEntry(task, this.#initTask.namespaces.pid) });
  }

  faulted(task: Task, error: unknown): void {
    this.#onFault(task.image?.comm ?? '', error);
  }

  changed(location: Location, name?: string): void {
    this.#watcher.changed(location, name);
  }

  openSpecial(task: Task, location: Location, flags: OpenFile['flags']): OpenFile {
    return openSpecial(this, task, location, flags);
  }

  /** The last thousand lines are kept. */
  log(text: string): void {
    this.messages.push({ time: this.clock.now(), text });
    if (this.messages.length > 1000) this.messages.shift();
  }

  nextId(): number {
    return ++this.#lastId;
  }

  newNetwork(): NetworkNamespace {
    const id = this.nextId();
    const made = new NetworkNamespace(id, namespaceInode({ id }), this.network);
    // net.core.devconf_inherit_init_net: settings begin as those of the first namespace are.
    if (this.#initTask) made.forwarding = this.#initTask.namespaces.network.forwarding;
    return made;
  }

  nextSocket(): number {
    return 20000 + this.nextId();
  }

  createFs(task: Task, type: string, options: Map<string, string>): FileSystem {
    return createFs(this, task, type, options);
  }

  watch(task: Task, location: Location, path: string, listener: (paths: readonly string[]) => void): () => void {
    const { image } = task;
    location.dentry.inode.watched(() => this.#watcher.changed(location, undefined));
    return this.#watcher.watch(location, path, listener, () => task.state !== 'Z' && task.image === image);
  }
}
