import type { ByteStream } from '../../../base/index.ts';
import { asciiBytes, quoted } from './binary.ts';
import type { Commands } from './command.ts';
import type { Database } from './database.ts';
import { encodeReply, Failure, type Reply, Status } from './reply.ts';
import { ProtocolFailure, RequestReader } from './request-reader.ts';
import type { Client, Server } from './session.ts';

const queued = new Status('QUEUED');
const queueless = new Set(['multi', 'exec', 'discard', 'watch', 'quit', 'reset']);
const whileSubscribed = new Set(['subscribe', 'unsubscribe', 'psubscribe', 'punsubscribe', 'ping', 'quit', 'reset']);

/** What a connection asks of the server besides what commands do. */
export interface ServerOfConnections extends Server {
  readonly table: Commands;
  /** Changes since the start. */
  readonly changes: number;
  /** A command is about to run: those who watch with MONITOR are told. */
  told(client: Client, line: string, name: string): Promise<void>;
  /** A command has changed something. */
  log(index: number, words: readonly string[]): Promise<void>;
}

/** A connection of the server: what it chose, what it waits for, and its answers. */
export class Connected implements Client {
  readonly server: ServerOfConnections;
  readonly id: number;
  readonly address: string;
  readonly #stream: ByteStream;
  name = '';
  index = 0;
  trusted: boolean;
  monitoring = false;
  readonly channels = new Set<string>();
  readonly patterns = new Set<string>();
  transaction: { queue: (readonly string[])[]; spoilt: boolean } | undefined;
  executing = false;
  touched = false;
  #watched = new Map<Database, Set<string>>();
  silent = false;
  closing = false;
  #waiting: (() => void) | undefined;
  #gone = false;

  constructor(server: ServerOfConnections, stream: ByteStream, id: number, address: string) {
    this.server = server;
    this.#stream = stream;
    this.id = id;
    this.address = address;
    this.trusted = server.password === '';
  }

  get database(): Database {
    return this.server.database(this.index);
  }

  select(index: number): void {
    this.server.database(index);
    this.index = index;
  }

  watch(keys: readonly string[]): void {
    const set = this.#watched.get(this.database) ?? new Set();
    for (const key of keys) set.add(key);
    this.#watched.set(this.database, set);
  }

  unwatch(): void {
    this.#watched = new Map();
    this.touched = false;
  }

  /** A key of a database was changed by anybody. */
  changed(database: Database, key: string): void {
    if (this.#watched.get(database)?.has(key)) this.touched = true;
    this.#waiting?.();
  }

  async waitForChange(until: number | undefined): Promise<boolean> {
    const change = new Promise<boolean>((resolve) => {
      this.#waiting = () => resolve(true);
    });
    const timer = until === undefined ? undefined : this.server.process.clock.setTimeout(() => this.#waiting?.(), Math.max(0, until - this.server.now()));
    await change;
    this.#waiting = undefined;
    timer?.dispose();
    return !this.#gone && (until === undefined || this.server.now() < until);
  }

  /** Serves the connection until it ends. */
  async serve(): Promise<void> {
    const reader = new RequestReader(this.#stream);
    try {
      for (let words = await reader.next(); words !== undefined && !this.closing; words = await reader.next()) {
        if (words.length === 0) continue;
        const reply = await this.#answer(words);
        if (!this.silent) await this.send(reply);
        this.silent = false;
        if (this.closing) break;
        if (reader.hasMore) await this.server.process.checkpoint();
      }
    } catch (error) {
      if (!(error instanceof ProtocolFailure)) throw error;
      await this.send(new Failure(`ERR Protocol error: ${error.message}`));
    } finally {
      this.#gone = true;
      this.#waiting?.();
      this.#stream.close();
    }
  }

  async send(reply: Reply): Promise<void> {
    await this.#stream.write(asciiBytes(encodeReply(reply)));
  }

  async sendLine(line: string): Promise<void> {
    await this.#stream.write(asciiBytes(line));
  }

  async perform(words: readonly string[]): Promise<Reply> {
    this.executing = true;
    try {
      return await this.#run(words);
    } finally {
      this.executing = false;
    }
  }

  async #answer(words: readonly string[]): Promise<Reply> {
    const name = (words[0] ?? '').toLowerCase();
    const refusal = this.#refusal(name, words);
    if (refusal) {
      if (this.transaction) this.transaction.spoilt = true;
      return refusal;
    }
    if (this.transaction && !queueless.has(name)) {
      this.transaction.queue.push(words);
      return queued;
    }
    return this.#run(words);
  }

  #refusal(name: string, words: readonly string[]): Failure | undefined {
    const command = this.server.table[name];
    if (!command) return new Failure(`ERR unknown command '${words[0]?.slice(0, 128) ?? ''}', with args beginning with: ${words.slice(1).map((word) => `'${word.slice(0, 128)}' `).join('')}`);
    if (command.arity > 0 ? words.length !== command.arity : words.length < -command.arity) return new Failure(`ERR wrong number of arguments for '${name}' command`);
    if (!this.trusted && !command.open) return new Failure('NOAUTH Authentication required.');
    if (this.channels.size + this.patterns.size > 0 && !whileSubscribed.has(name)) return new Failure(`ERR Can't execute '${name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`);
    return undefined;
  }

  async #run(words: readonly string[]): Promise<Reply> {
    const name = (words[0] ?? '').toLowerCase();
    const command = this.server.table[name];
    if (!command) return null;
    await this.server.told(this, words.map(quoted).join(' '), name);
    try {
      const changes = this.server.changes;
      const reply = await command.run(this, words.slice(1));
      if (command.writes && this.server.changes !== changes) await this.server.log(this.index, words);
      return reply;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
}
