import type { Process } from '../../../kernel/uapi/index.ts';
import type { Configuration } from './configuration.ts';
import type { Database } from './database.ts';
import type { Log } from './log.ts';
import type { Reply } from './reply.ts';

/** What commands know of the connection they came by. */
export interface Client {
  readonly server: Server;
  readonly id: number;
  /** As MONITOR and CLIENT LIST name it: `127.0.0.1:40000`. */
  readonly address: string;
  name: string;
  /** Number of the chosen database. */
  index: number;
  readonly database: Database;
  /** Has given the password, or needs none. */
  trusted: boolean;
  monitoring: boolean;
  readonly channels: Set<string>;
  readonly patterns: Set<string>;
  /** What MULTI began; `spoilt` by a command that could not be queued. */
  transaction: { queue: (readonly string[])[]; spoilt: boolean } | undefined;
  /** EXEC runs what was queued. */
  readonly executing: boolean;
  /** A watched key was changed. */
  readonly touched: boolean;
  /** No answer is sent to what runs now: it has sent its own. */
  silent: boolean;
  /** The connection ends after this answer. */
  closing: boolean;
  select(index: number): void;
  watch(keys: readonly string[]): void;
  unwatch(): void;
  /** Resolves when some key was changed; false when the time (`until`, in milliseconds since the epoch) has come or the client has gone first. */
  waitForChange(until: number | undefined): Promise<boolean>;
  /** Runs a command now, as EXEC does; failures are answers. */
  perform(words: readonly string[]): Promise<Reply>;
  send(reply: Reply): Promise<void>;
}

/** What commands know of the server. */
export interface Server {
  readonly process: Process;
  readonly configuration: Configuration;
  readonly version: string;
  readonly logFile: Log;
  readonly databases: Database[];
  readonly clients: ReadonlySet<Client>;
  /** What COMMAND tells: every command with its number of words. */
  readonly table: Readonly<Record<string, { arity: number; writes?: boolean }>>;
  readonly password: string;
  readonly port: number;
  /** Times in milliseconds since the epoch. */
  readonly started: number;
  readonly lastSave: number;
  /** Changes since the last snapshot. */
  readonly dirty: number;
  /** Commands since the start or CONFIG RESETSTAT. */
  commands: number;
  readonly connections: number;
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Throws the failure that there is none. */
  database(index: number): Database;
  /** Writes the snapshot now. */
  save(): void;
  /** Ends the server; without `how`, whether it saves hangs on the configuration. */
  shutdown(how: 'save' | 'nosave' | undefined, words: readonly string[]): Promise<void>;
}
