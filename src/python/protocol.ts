import type { WorkerFailure } from '../base/worker/index.ts';

/** What a python process needs to start: its command line, environment, and which release of Python it is to look like. */
export interface PythonStart {
  argv: readonly string[];
  env: Record<string, string>;
  cwd: string;
  pid: number;
  /** Absolute path of the program that runs. */
  executable: string;
  /** `3.12.4` */
  version: string;
  /** The rest of sys.version: when and with what it was built. */
  build: string;
  /** `/usr/local` or `/usr` */
  prefix: string;
  /** Where packages are installed, first ones first. */
  sitePackages: readonly string[];
  language: 'en' | 'ru';
}

/** What the program of a python process says to its interpreter. */
export type ToInterpreter =
  | { kind: 'boot'; wasm?: WebAssembly.Module; snapshot?: Uint8Array; shared?: SharedArrayBuffer }
  | { kind: 'run'; start: PythonStart }
  | { kind: 'reply'; id: number; value?: unknown; errno?: string }
  | { kind: 'signal'; signal: number };

/** What an interpreter says to the program of its process. */
export type FromInterpreter =
  | { kind: 'ready'; wasm?: WebAssembly.Module; snapshot?: Uint8Array }
  /** Neither way to wait is there: this browser cannot run Python that blocks. */
  | { kind: 'unable' }
  /** `seen`: how many signals it had heard of by then. */
  | { kind: 'call'; id: number; name: string; args: readonly unknown[]; seen: number }
  | { kind: 'exit'; status: number; signal?: number }
  | WorkerFailure;

/** Calls that a signal interrupts: those that a process may wait in for long. With a signal that was not taken yet they fail with EINTR at once. */
export const interruptible: ReadonlySet<string> = new Set(['read', 'accept', 'poll', 'wait', 'sleep', 'receive']);

/** Layout of the shared memory by which an interpreter that cannot suspend waits: words, then the answer's bytes. */
export const shared = {
  /** 0 while an answer is awaited. */
  state: 0,
  /** How the bytes are to be read: 0 JSON, 1 bytes, 2 an errno. */
  form: 1,
  length: 2,
  /** Signals that have come and were not taken: a bit each, 1 << number. */
  signals: 3,
  headerBytes: 16,
  size: 4 * 2 ** 20,
} as const;
