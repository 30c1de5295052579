import type { ByteStream } from '../../base/index.ts';

/** How a script is run in a lab host. */
export interface LabHostExecOptions {
  /** Login name; default `root`. */
  user?: string;
  /** Default: the user's home. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** What the script reads; default: nothing. */
  stdin?: string | Uint8Array;
  /** Aborting kills the script and what it started; `exitCode` is then 137. */
  signal?: AbortSignal;
  /** Milliseconds; after it the script is killed and `exitCode` is 124. Default: none. */
  timeoutMs?: number;
  /** Get output as it comes, instead of the result. */
  onStdout?: (bytes: Uint8Array) => void;
  onStderr?: (bytes: Uint8Array) => void;
}

/** What a script gave; output as UTF-8 text. */
export interface LabHostExecResult {
  stdout: string;
  stderr: string;
  /** 0 to 255 */
  exitCode: number;
}

/** A file to be put into a lab host. */
export interface LabHostFile {
  /** Absolute. Missing folders are made and belong to the same user. */
  path: string;
  data: Uint8Array | string;
  /** Permission bits; default 0o644. */
  mode?: number;
  /** Login name of the owner; default `root`. */
  user?: string;
}

/** Size of a terminal in characters. */
export interface LabTerminalSize {
  rows: number;
  columns: number;
}

/** How a shell is opened. */
export interface LabTerminalOptions {
  /** Login name. */
  user: string;
  size: LabTerminalSize;
  /** Variables besides the login's. */
  env?: Readonly<Record<string, string>>;
}

/** A login shell on a terminal of a lab host. */
export interface LabTerminal {
  /** Gets output as it comes, from the first listener on; while its promise is pending nothing more is read. */
  onData(listener: (bytes: Uint8Array) => Promise<void> | undefined): void;
  write(bytes: Uint8Array): void;
  resize(size: LabTerminalSize): void;
  /** Exit status of the shell; 129 when it was hung up or the host is gone. */
  readonly ended: Promise<number>;
  /** Hangs up: the shell and what it runs get SIGHUP, and what is left a second later is killed. */
  close(): Promise<void>;
}

/** What a watch of a folder tells. */
export interface LabHostEvents {
  /** Paths of regular files and folders that changed, at most a hundred; more: the watched folder alone. */
  paths(paths: readonly string[]): void;
  /** The engine of the host was started: its socket is there. */
  engine(): void;
}

/** A real Docker host: Debian with an engine, the user `learner`, and nothing of the internet but the stand-in. */
export interface LabHost {
  /** Unique among all hosts; names the container. */
  readonly id: string;
  /** Runs a script with bash. Rejects only when the host is gone. */
  exec(script: string, options?: LabHostExecOptions): Promise<LabHostExecResult>;
  /** Runs a program without a terminal, as root; the stream is its stdin and stdout and ends with it. `failed` gets what it wrote to stderr and its status, unless that is 0. */
  open(command: readonly string[], failed?: (stderr: string, exitCode: number) => void): Promise<ByteStream>;
  openTerminal(options: LabTerminalOptions): Promise<LabTerminal>;
  /** Tells what changes below a folder and when the engine starts, until the stream that it resolves to is closed or ends with the host. Resolves when nothing is missed any more. */
  watch(folder: string, events: LabHostEvents): Promise<{ close(): void; readonly ended: Promise<void> }>;
  /** Resolves when the engine answers; rejects with its last words when it does not within 20 seconds. */
  engineAnswers(): Promise<void>;
  /** Connects to a port of the host, as another machine of its network does. Rejects with an errno as its `code` (ECONNREFUSED …). */
  connectPort(port: number, timeoutMs: number): Promise<ByteStream>;
  /** Copies the host's disk, while the host stands still, to a new one of that name; only for hosts that have a disk. */
  snapshot(name: string): Promise<void>;
  putFiles(files: readonly LabHostFile[]): Promise<void>;
  /**
   * Another host in the state of this one, which goes on undisturbed (it stands still for a second or two). Processes and containers do not run
   * there: it is as this one would be after a power cut.
   */
  fork(): Promise<LabHost>;
  /** Ends the host and deletes all of it. Safe to call twice. */
  dispose(): Promise<void>;
}

/** What a host shall be like. */
export interface LabHostRequest {
  /** Default `lab`. */
  hostname?: string;
  /** Images of the Hub that it has from the start; default: none. */
  images?: readonly string[];
  /** As of `docker run --memory`; default 3g. */
  memory?: string;
  /** Processors, as of `docker run --cpus`; default: all. */
  cpus?: number;
  /** The most processes, as of `docker run --pids-limit`; default: no limit. */
  pids?: number;
  /**
   * The disk that all it writes lands on, which outlives it: a host that is created with the disk of one that is gone is as that would be after a power cut. `size` (such as `20g`) is the
   * most that fits on a new one. Default: no disk and no limit; what is written is gone with the host.
   */
  disk?: LabDisk;
  /** Whether to wait until the engine answers; default true. A shell needs none. */
  awaitEngine?: boolean;
}

/** A disk, by the name of its volume. */
export interface LabDisk {
  name: string;
  size: string;
}

/** What the hosts of one lab shall be like. */
export interface LabHostGroupRequest extends Omit<LabHostRequest, 'hostname' | 'disk'> {
  /** In the order of their addresses. */
  hostnames: readonly string[];
  /** By hostname. */
  disks?: Readonly<Record<string, LabDisk>>;
}

/** Hosts on a network of their own, where each knows the others as `NAME` and `NAME.test`. */
export interface LabHostGroup {
  /** By hostname, in the order asked for. */
  readonly hosts: ReadonlyMap<string, LabHost>;
  /** Others in the state of these, on another network; see `LabHost.fork`. Undefined where they would lack something that is not on disk: programs or containers that run, changes of the network. */
  fork(): Promise<LabHostGroup | undefined>;
  /** Ends all of them and their network. */
  dispose(): Promise<void>;
}

/** Hands out lab hosts. */
export interface LabHostDriver {
  /** A fresh host whose engine answers. */
  create(request?: LabHostRequest): Promise<LabHost>;
  /** Fresh hosts that know each other, with engines that answer. */
  createGroup(request: LabHostGroupRequest): Promise<LabHostGroup>;
  /** Gets everything ready that hosts share, and ends what belongs to processes of this checkout that are gone. Else the first host does. */
  prepare(): Promise<void>;
  /** Disks that there are; `ownerRuns`: whether the process that made it runs. */
  listDisks(): Promise<{ name: string; ownerRuns: boolean }[]>;
  /** Deletes disks that no host has. */
  removeDisks(names: readonly string[]): Promise<void>;
  /** Hosts that are not disposed of. */
  list(): readonly LabHost[];
  /** Ends all hosts and whatever else the driver opened. */
  dispose(): Promise<void>;
}
