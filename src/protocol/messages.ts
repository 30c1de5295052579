import type { NetworkEvents } from './network-event.ts';

/** Size of a terminal in characters. */
export interface TerminalSize {
  rows: number;
  columns: number;
}

/** What one run of a script on a host gave. Output is UTF-8 text. */
export interface ExecResult {
  stdout: string;
  stderr: string;
  /** 0 to 255; 128 + n when signal n ended it. */
  exitCode: number;
}

/** How a script is run. */
export interface ExecOptions {
  /** Host of the lab; default: its first. */
  host?: string;
  /** Login name; default `root`. */
  user?: string;
  /** Default: the user's home. */
  cwd?: string;
  env?: Record<string, string>;
  stdin?: string;
  /** Milliseconds; after it the script is killed and `exitCode` is 124. Default: none. */
  timeoutMs?: number;
  /** What the script writes to files is thrown away with it, where the backend can (`capabilities.sealed`): for checks. It sees the host as it runs. */
  sealed?: boolean;
}

/** A file or folder of a host. */
export interface FileEntry {
  name: string;
  kind: 'file' | 'directory' | 'symlink' | 'other';
  /** Bytes. */
  size: number;
  /** Permission bits. */
  mode: number;
  /** Milliseconds since the epoch. */
  mtime: number;
}

/** That something on a host is no longer as it was; sent at most every few milliseconds, never for what a check does. */
export interface HostChange {
  host: string;
  /** Changed paths of regular files and folders below the learner's home (at most 100; more: only their common folder). */
  paths: readonly string[];
  /** Whether images, containers, networks or volumes may have changed. */
  engine: boolean;
}

/** What `boot` is told. */
export interface BootParams {
  /** Names of the lab's hosts; the first is the default one. */
  hosts: readonly string[];
  /** Login name of the learner. */
  user: string;
  /** Where the state is kept in the browser, so that a reload resumes; undefined keeps nothing. */
  stateKey?: string;
}

/** What `boot` answers. */
export interface BootResult {
  /** True when a kept state was found: the lab's setup must not run again. */
  resumed: boolean;
}

/** A request of the Engine API; the body is JSON text. Only GET is served to pages. */
export interface EngineRequest {
  host?: string;
  method: string;
  path: string;
}

/** The Engine API's answer. */
export interface EngineResponse {
  status: number;
  body: string;
}

/** An HTTP request to a port of a host, sent as from another machine of its network: it reaches what `docker run -p` publishes, nothing that listens on the host's loopback only. */
export interface PortRequest {
  host?: string;
  port: number;
  /** Default GET. */
  method?: string;
  /** Path and query. */
  path: string;
  /** `Host` defaults to the host's name and the port. */
  headers?: readonly (readonly [name: string, value: string])[];
  body?: Uint8Array;
  /** Milliseconds until the whole answer must be there; default 10000. */
  timeoutMs?: number;
}

/** What a port answered. */
export interface PortResponse {
  status: number;
  statusText: string;
  /** As they came, in order. Those of the connection (`Transfer-Encoding`) are among them; the body is whole. */
  headers: readonly (readonly [name: string, value: string])[];
  /** At most 16 MiB. */
  body: Uint8Array;
}

/** Kinds of failure of a `PortRequest`, as codes of its ProtocolError. */
export const portFailures = {
  /** Nothing listens there (or only on the loopback). */
  refused: 'port-refused',
  /** The connection was cut before the answer was whole. */
  reset: 'port-reset',
  /** No answer in time. */
  timeout: 'port-timeout',
  /** What answered does not speak HTTP/1. */
  notHttp: 'port-not-http',
  /** The answer is larger than what is taken. */
  tooLarge: 'port-too-large',
} as const;

/** The largest answer that is taken from a port, in bytes. */
export const largestPortBody = 16 * 2 ** 20;

/** Requests from page to host and their answers, by method. */
export interface Requests {
  boot: { params: BootParams; result: BootResult };
  /**
   * `language`: what people read (`en`, `ru`); the session's LC_MESSAGES, which man obeys. `name`: where shells outlive the page (`BackendCapabilities.shells`), the one of that name on that host is
   * joined if there is one, its latest output first.
   */
  'terminal.open': { params: { host?: string; user?: string; size: TerminalSize; language?: string; name?: string }; result: { terminal: number; joined?: boolean } };
  'terminal.write': { params: { terminal: number; data: Uint8Array }; result: void };
  'terminal.resize': { params: { terminal: number; size: TerminalSize }; result: void };
  /** The page has shown so many bytes; output pauses while too many are not yet shown. */
  'terminal.ack': { params: { terminal: number; bytes: number }; result: void };
  'terminal.close': { params: { terminal: number }; result: void };
  exec: { params: { script: string; options: ExecOptions }; result: ExecResult };
  'files.list': { params: { host?: string; path: string }; result: FileEntry[] };
  'files.read': { params: { host?: string; path: string }; result: Uint8Array };
  /** Creates missing folders; files and folders made so belong to `user` (default: the learner). */
  'files.write': { params: { host?: string; path: string; data: Uint8Array; mode?: number; user?: string }; result: void };
  'files.mkdir': { params: { host?: string; path: string }; result: void };
  'files.rename': { params: { host?: string; from: string; to: string }; result: void };
  'files.remove': { params: { host?: string; path: string }; result: void };
  engine: { params: EngineRequest; result: EngineResponse };
  /** Follows an answer that goes on (`/events`, logs with `follow`): `engine.text` tells it as it comes, `engine.end` that it ended. GET only. */
  'engine.follow': { params: { host?: string; path: string }; result: { follow: number } };
  /** Rejects with a code of `portFailures`. */
  'http.request': { params: PortRequest; result: PortResponse };
  'engine.unfollow': { params: { follow: number }; result: void };
  /** Whether packets of a host are told, by `network` events. The sandbox only. */
  'network.watch': { params: { host?: string; on: boolean }; result: void };
  /** Saves now; answers when it is on disk. */
  save: { params: Record<string, never>; result: void };
  /** Throws the state away and boots afresh; terminals end. */
  reset: { params: Record<string, never>; result: void };
}

/** Events from host to page, by name. */
export interface Events {
  'terminal.data': { terminal: number; data: Uint8Array };
  /** The session ended by itself (exit, Ctrl-D). */
  'terminal.exit': { terminal: number; exitCode: number };
  change: HostChange;
  'engine.text': { follow: number; text: string };
  'engine.end': { follow: number };
  network: NetworkEvents;
  /** Saving failed: what the learner does is safe until the page closes. `code` such as `storage-full`. */
  'save.failed': { code: string; message: string };
}

/** A request's method. */
export type Method = keyof Requests;
/** An event's name. */
export type EventName = keyof Events;
