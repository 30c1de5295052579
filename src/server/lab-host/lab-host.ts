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

/** A real Docker host: Debian with an engine, the user `learner`, and nothing of the internet but the stand-in. */
export interface LabHost {
  /** Unique among all hosts; names the container. */
  readonly id: string;
  /** Runs a script with bash. Rejects only when the host is gone. */
  exec(script: string, options?: LabHostExecOptions): Promise<LabHostExecResult>;
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
}

/** What the hosts of one lab shall be like. */
export interface LabHostGroupRequest extends Omit<LabHostRequest, 'hostname'> {
  /** In the order of their addresses. */
  hostnames: readonly string[];
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
  /** Hosts that are not disposed of. */
  list(): readonly LabHost[];
  /** Ends all hosts and whatever else the driver opened. */
  dispose(): Promise<void>;
}
