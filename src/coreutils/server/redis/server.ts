import { isEndOfProcess, isSystemError, type Fd, type Process } from '../../../kernel/uapi/index.ts';
import { AppendOnlyFile } from './append-only-file.ts';
import type { Commands } from './command.ts';
import { Connected, type ServerOfConnections } from './connected.ts';
import type { Configuration } from './configuration.ts';
import { Database } from './database.ts';
import type { Log } from './log.ts';
import type { Client } from './session.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { Failure } from './reply.ts';

/** A Redis at work in its process: databases, clients, files. Commands run one after the other, as they come. */
export class RedisServer implements ServerOfConnections {
  readonly process: Process;
  readonly configuration: Configuration;
  readonly version: string;
  readonly logFile: Log;
  readonly databases: Database[];
  readonly clients = new Set<Connected>();
  readonly table: Commands;
  readonly started: number;
  /** Changes since the last snapshot. */
  dirty = 0;
  /** Changes since the start. */
  changes = 0;
  commands = 0;
  connections = 0;
  lastSave: number;
  #end: (status: number) => void = () => undefined;
  #file: AppendOnlyFile | undefined;
  readonly ended: Promise<number>;

  constructor(process: Process, configuration: Configuration, version: string, log: Log, table: Commands) {
    this.table = table;
    this.process = process;
    this.configuration = configuration;
    this.version = version;
    this.logFile = log;
    this.started = this.now();
    this.lastSave = this.started;
    this.databases = Array.from({ length: Number(configuration.get('databases')) }, () => {
      const database = new Database(() => this.now());
      database.onChange = (key) => {
        this.dirty++;
        this.changes++;
        for (const client of this.clients) client.changed(database, key);
      };
      return database;
    });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get password(): string {
    return this.configuration.get('requirepass');
  }

  get port(): number {
    return Number(this.configuration.get('port'));
  }

  now(): number {
    return Math.floor(this.process.clock.now());
  }

  random(): number {
    const [value = 0] = new Uint32Array(this.process.random(4).slice().buffer);
    return value / 2 ** 32;
  }

  database(index: number): Database {
    const found = this.databases[index];
    if (!found) throw new Failure('ERR DB index is out of range');
    return found;
  }

  /** Reads what is kept: the append-only file where it is on, else the snapshot. */
  async load(): Promise<void> {
    if (this.configuration.get('appendonly') === 'yes') {
      this.#file = new AppendOnlyFile(this);
      await this.#file.open();
    } else await readSnapshot(this);
    this.dirty = 0;
    this.changes = 0;
  }

  /** Takes connections of a listening socket until the process ends. */
  async accept(listener: Fd): Promise<void> {
    try {
      for (;;) {
        const { fd, peer } = await this.process.accept(listener);
        const address = peer.family === 'unix' ? `${peer.path}:0` : `${peer.address.includes(':') ? `[${peer.address}]` : peer.address}:${peer.port}`;
        const client = new Connected(this, this.process.stream(fd), ++this.connections, address);
        this.clients.add(client);
        void client.serve().catch(letEnd).finally(() => this.clients.delete(client));
      }
    } catch (error) {
      letEnd(error);
    }
  }

  /** A command is about to run: those who watch with MONITOR are told. */
  async told(client: Client, line: string, name: string): Promise<void> {
    this.commands++;
    if (name === 'auth' || name === 'hello') return;
    for (const other of this.clients) if (other.monitoring && other !== client) await other.sendLine(`+${(this.process.clock.now() / 1000).toFixed(6)} [${client.index} ${client.address}] ${line}\r\n`).catch(letEnd);
  }

  /** A command has changed something. */
  async log(index: number, words: readonly string[]): Promise<void> {
    await this.#file?.append(index, words);
    void this.#saveByRule();
  }

  /** Writes the snapshot now. */
  save(): void {
    writeSnapshot(this);
    this.dirty = 0;
    this.lastSave = this.now();
  }

  /** Ends the server; `save` by the rules of the configuration. */
  async shutdown(how: 'save' | 'nosave' | undefined, words: readonly string[]): Promise<void> {
    await this.logFile.write('*', ...words);
    if (how === 'save' || (how === undefined && this.configuration.get('save') !== '')) {
      await this.logFile.write('*', 'Saving the final RDB snapshot before exiting.');
      this.save();
      await this.logFile.write('*', 'DB saved on disk');
    }
    if (this.configuration.get('daemonize') === 'yes' || this.configuration.get('pidfile') !== '') await this.logFile.write('*', 'Removing the pid file.');
    await this.logFile.write('#', 'Redis is now ready to exit, bye bye...');
    this.#end(0);
  }

  #saving = false;

  /** `save SECONDS CHANGES`: looked at after each change; the first rule that fits has a snapshot written when its time has come. */
  async #saveByRule(): Promise<void> {
    if (this.#saving || this.configuration.get('save') === '') return;
    const numbers = this.configuration.get('save').split(/\s+/).map(Number);
    const waits = numbers.flatMap((seconds, at) => (at % 2 === 0 && this.dirty >= (numbers[at + 1] ?? Infinity) ? [this.lastSave + seconds * 1000 - this.now()] : []));
    if (waits.length === 0) return;
    this.#saving = true;
    const changes = this.dirty;
    try {
      const wait = Math.max(0, Math.min(...waits));
      await this.process.sleep(wait);
      await this.logFile.write('*', `${changes} changes in ${Math.round((this.now() - this.lastSave) / 1000)} seconds. Saving...`, `Background saving started by pid ${this.process.pid + 1}`);
      this.save();
      await this.logFile.write('*', 'Background saving terminated with success');
    } catch (error) {
      letEnd(error);
    } finally {
      this.#saving = false;
    }
  }
}

/** A peer that has gone, and the end of the process, are no news. */
function letEnd(error: unknown): void {
  if (!isEndOfProcess(error) && !isSystemError(error)) throw error;
}
