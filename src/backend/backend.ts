import type { Disposable, Event } from '../base/index.ts';
import type { BootParams, BootResult, EngineRequest, EngineResponse, ErrorData, Events, ExecOptions, ExecResult, FileEntry, HostChange, NetworkEvents, PortRequest, PortResponse, TerminalSize } from '../protocol/index.ts';

/** A terminal session on a host. The page's terminal is the master side's user: what is typed goes in, output comes out. */
export interface BackendTerminal extends Disposable {
  /** The shell was there already, and what comes first is its latest output. */
  readonly joined: boolean;
  /** Typed or pasted input. */
  write(data: Uint8Array | string): void;
  resize(size: TerminalSize): void;
  /** Output; call `shown` with the number of bytes once they are on the screen, else output pauses after 256 KiB. */
  readonly onData: Event<Uint8Array>;
  shown(bytes: number): void;
  /** The session ended (exit status of the shell). */
  readonly onExit: Event<number>;
}

/** Files of the lab's hosts, as root sees them. Paths are absolute. Failures are ProtocolErrors with the kernel's codes (ENOENT …). `host` defaults to the first. */
export interface BackendFiles {
  /** Entries of a folder, sorted by name. */
  list(path: string, host?: string): Promise<FileEntry[]>;
  read(path: string, host?: string): Promise<Uint8Array>;
  /** Creates missing folders; what is created belongs to the learner unless `user` says else. An existing file keeps owner and mode unless `mode` is given. */
  write(path: string, data: Uint8Array | string, options?: { mode?: number; user?: string; host?: string }): Promise<void>;
  mkdir(path: string, host?: string): Promise<void>;
  rename(from: string, to: string, host?: string): Promise<void>;
  /** Folders with all in them. */
  remove(path: string, host?: string): Promise<void>;
}

/** What can differ between implementations; the page says so where something is missing. */
export interface BackendCapabilities {
  /** What a check writes to files is thrown away. */
  sealed: boolean;
  /** State survives a reload of the page. */
  resume: boolean;
  /** Packets can be watched (`watchNetwork`). Default false. */
  networkEvents?: boolean;
  /** Shells, and what runs, outlive the page: a terminal that is opened with the name of one that is still there joins it. Default false. */
  shells?: boolean;
}

/** A machine beside the lab's hosts that is none of them: the Node of a WebContainer. `openTerminal` and `httpRequest` know it by its name; it has no engine, and no file of the hosts. */
export interface Alongside {
  readonly name: string;
  /** Ports on which a program of it listens now, sorted. */
  ports(): readonly number[];
  readonly onPorts: Event<void>;
}

/**
 * One lab's hosts, wherever they run: the sandbox in a worker, a real Docker host behind a server, a WebContainer.
 * All methods reject with ProtocolError. `boot` first, once.
 */
export interface Backend extends Disposable {
  readonly kind: 'sandbox' | 'docker' | 'webcontainer';
  readonly capabilities: BackendCapabilities;
  /** Default: none. */
  readonly alongside?: Alongside;
  boot(params: BootParams): Promise<BootResult>;
  openTerminal(options: { host?: string; user?: string; size: TerminalSize; language?: string; name?: string }): Promise<BackendTerminal>;
  /** Runs a script with bash, outside the learner's terminal and history. */
  exec(script: string, options?: ExecOptions): Promise<ExecResult>;
  readonly files: BackendFiles;
  engine(request: EngineRequest): Promise<EngineResponse>;
  /**
   * Follows an Engine API answer that goes on (`/events`, logs with `follow=1`): `text` gets its pieces as they come, `ended` is called once when the engine
   * ends it (dockerd stopped, the host was reset). Rejects when no engine answers. The result stops it.
   */
  followEngine(request: { host?: string; path: string }, text: (piece: string) => void, ended: () => void): Promise<Disposable>;
  /** Asks an HTTP server at a port of a host, as from another machine of its network. Rejects with a code of `portFailures`: refused, reset, timeout, not HTTP, too large. */
  httpRequest(request: PortRequest): Promise<PortResponse>;
  /** Tells every packet of a host (default: the first) from when it resolves until the result is disposed of. Only with the capability `networkEvents`; else it rejects. Costs nothing while nobody watches. */
  watchNetwork(listener: (events: NetworkEvents) => void, host?: string): Promise<Disposable>;
  /** Resolves when all up to now is kept for the next visit. */
  save(): Promise<void>;
  /** Throws everything away; terminals end (onExit fires); ready to be used again when it resolves. */
  reset(): Promise<void>;
  readonly onChange: Event<HostChange>;
  readonly onSaveFailed: Event<Events['save.failed']>;
  /** The backend is gone: crashed, disconnected. Nothing works any more; make a new one. */
  readonly onClose: Event<ErrorData>;
}
