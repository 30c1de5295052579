import type { ByteSink, ByteSource } from '../../../base/index.ts';

/** A process to run in a container: `process` of an OCI runtime spec's config.json. */
export interface ProcessSpec {
  args: readonly string[];
  /** `NAME=value` */
  env: readonly string[];
  cwd: string;
  user: { uid: number; gid: number; additionalGids: readonly number[] };
  terminal: boolean;
  consoleSize?: { rows: number; columns: number };
  /** Without it the process reads /dev/null. */
  stdin: boolean;
  capabilities: readonly string[] | 'all';
}

/** A mount in the container, in the words of mount(2): `bind` with a path of the host, or `tmpfs`, `proc`, `sysfs`, `devpts` … */
export interface RuntimeMount {
  source: string;
  /** As the container sees it; symbolic links are followed inside its root. */
  target: string;
  type: string;
  options?: string;
}

/** Which namespace: a new one, the host's, or that of a container's first process. */
export type NamespaceSpec = 'new' | 'host' | { pid: number };

/** Limits of a container's control group. 0 (or empty) is none. */
export interface RuntimeResources {
  /** Bytes. */
  memory: number;
  memoryReservation: number;
  /** Memory and swap together; -1 is no limit. */
  memorySwap: number;
  pids: number;
  /** Microseconds. */
  cpuQuota: number;
  cpuPeriod: number;
  cpuShares: number;
  /** `0-1` */
  cpus: string;
}

/** What the runtime makes a container of: an OCI bundle. */
export interface RuntimeSpec {
  id: string;
  /** Path on the host. */
  rootfs: string;
  readonlyRootfs: boolean;
  hostname: string;
  mounts: readonly RuntimeMount[];
  namespaces: { pid: NamespaceSpec; network: NamespaceSpec; ipc: NamespaceSpec; uts: NamespaceSpec; cgroup: 'new' | 'host' };
  cgroup: string;
  resources: RuntimeResources;
  /** -1000 to 1000 */
  oomScoreAdj: number;
  privileged: boolean;
  noNewPrivileges: boolean;
  /** The default filter of system calls is in force. */
  seccomp: boolean;
  /** Places that are hidden, and those that are read-only. */
  maskedPaths: readonly string[];
  readonlyPaths: readonly string[];
  /** Files of /proc/sys by their names with dots. */
  sysctls: Readonly<Record<string, string>>;
  devices: readonly { path: string; type: number; rdev: number; mode: number }[];
  /** Limits of every process, where they are not the daemon's: names as in getrlimit(2) in small letters, -1 for none. */
  limits: readonly { name: string; soft: number; hard: number }[];
  process: ProcessSpec;
}

/** How a process ended: 128 + signal when a signal killed it. */
export interface ExitStatus {
  code: number;
}

/** A running process of a container. */
export interface RuntimeProcess {
  readonly pid: number;
  /** Undefined without stdin. Closing is the end of input (with a terminal: hangs nothing up, as real). */
  readonly stdin: (ByteSink & { close(): void }) | undefined;
  /** With a terminal: everything it shows. */
  readonly stdout: ByteSource;
  /** Undefined with a terminal. */
  readonly stderr: ByteSource | undefined;
  readonly exited: Promise<ExitStatus>;
  kill(signal: number): void;
  resize(rows: number, columns: number): void;
}

/** A row of the process table, as the host sees it. Times are milliseconds. */
export interface RuntimeProcessEntry {
  pid: number;
  ppid: number;
  user: number;
  tty: string | undefined;
  startTime: number;
  cpuTime: number;
  state: string;
  comm: string;
  argv: readonly string[];
}

/** What a container uses. Times are milliseconds, sizes bytes. */
export interface RuntimeUsage {
  cpuTime: number;
  memory: number;
  /** Undefined without a limit. */
  memoryLimit: number | undefined;
  pids: number;
}

/** A created container. Its first process exists but does not run the program before `start`, so that its network can be made ready. */
export interface RuntimeContainer extends RuntimeProcess {
  /** Runs the program. Rejects with RuntimeError when it cannot be run; the container is gone then. */
  start(): Promise<void>;
  /** Another process in the container's namespaces. Rejects with RuntimeError. */
  exec(process: ProcessSpec): Promise<RuntimeProcess>;
  /** To every process of the container. */
  killAll(signal: number): void;
  pause(): void;
  resume(): void;
  processes(): RuntimeProcessEntry[];
  usage(): RuntimeUsage;
  /** Other limits from now on. Rejected with RuntimeError. */
  update(resources: RuntimeResources): void;
  /** Called each time the kernel ended one of its processes for its memory, before `exited` tells of it. */
  onOutOfMemory(listener: () => void): void;
}

/** Runs containers: what containerd and runc are to dockerd. */
export interface Runtime {
  create(spec: RuntimeSpec): Promise<RuntimeContainer>;
  /** Ends what is left of a container that another daemon started, if anything is. */
  cleanUp(id: string): void;
}

/** Why a program could not be run, in runc's words: `exec: "x": executable file not found in $PATH`. */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError';
}
