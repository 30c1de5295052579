import type { WorkerFailure } from '../../base/worker/index.ts';

/** What a run of jq starts with. Texts are bytes, as execve(2) has them. */
export interface JqStart {
  argv: readonly Uint8Array[];
  /** `NAME=value` */
  env: readonly Uint8Array[];
  cwd: Uint8Array;
  /** Whether descriptors 0, 1 and 2 are terminals. */
  terminals: readonly boolean[];
  /** Milliseconds since the epoch. */
  now: number;
  /** The time zone: as `Intl` knows it, or the name and the seconds east of Greenwich that TZ gives itself. */
  zone: string | { name: string; offset: number };
}

/** Part of what stat(2) tells, and what jq makes a difference of. */
export interface FileStatus {
  mode: number;
  size: number;
  ino: number;
}

/** A file that jq has opened: a regular one with all that it holds. */
export interface OpenedFile extends FileStatus {
  fd: number;
  content: Uint8Array | undefined;
}

/** The system calls of jq, by name. */
export interface JqCalls {
  open(path: Uint8Array): OpenedFile;
  close(fd: number): void;
  /** No bytes at the end; at most `max`, all there is to come without. */
  read(fd: number, max?: number): Promise<Uint8Array>;
  write(fd: number, data: Uint8Array): Promise<void>;
  fstat(fd: number): FileStatus;
  stat(path: Uint8Array): FileStatus;
  lstat(path: Uint8Array): FileStatus;
  readlink(path: Uint8Array): Uint8Array;
}

/** How a run ended. `unwritten`: the errno at which the last of standard output was refused. */
export type JqEnd = { status: number } | { unwritten: string } | { signal: 'SIGABRT' | 'SIGSEGV' };

/** How a machine waits for the answer to a system call: its WebAssembly is suspended, or it is run anew with the answers so far. */
export type Waiting = 'suspend' | 'repeat';

/** What the host says to a machine. */
export type ToMachine =
  | { kind: 'run'; start: JqStart; waiting?: Waiting; wasm?: WebAssembly.Module }
  | { kind: 'answer'; id: number; value?: unknown; errno?: string };

/** What a machine says to the host. */
export type FromMachine =
  /** Compiled here, for other machines. */
  | { kind: 'compiled'; wasm: WebAssembly.Module }
  | { kind: 'call'; id: number; name: keyof JqCalls; args: readonly unknown[] }
  | { kind: 'end'; end: JqEnd }
  | WorkerFailure;
