import { Emitter, type Event } from '../../base/index.ts';
import { type BootParams, type BootResult, type HostChange, ProtocolError, type TerminalSession, type TerminalSize } from '../../protocol/index.ts';
import type { LabHost, LabHostDriver } from '../lab-host/index.ts';
import type { HostPool } from './host-pool.ts';
import { KeptTerminal } from './kept-terminal.ts';
import { RunningHosts } from './running-hosts.ts';
import type { SessionRecord, SessionRecords } from './session-record.ts';

/** The most shells that a session may have open. */
const mostTerminals = 32;

/** What a session works with. */
export interface SessionParts {
  driver: LabHostDriver;
  pool: HostPool;
  records: SessionRecords;
}

/** One learner's hosts of one lab. They outlive the pages that look at them; their disks outlive the hosts. */
export class Session {
  readonly record: SessionRecord;
  readonly #parts: SessionParts;
  readonly #changes = new Emitter<HostChange>();
  readonly #losses = new Emitter<void>();
  readonly #terminals = new Map<string, KeptTerminal>();
  #running: RunningHosts | undefined;
  /** What changes the hosts is done one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  readonly onChange: Event<HostChange> = this.#changes.event;
  /** A host ended by itself. `boot` starts it again from its disk. */
  readonly onLost: Event<void> = this.#losses.event;

  constructor(record: SessionRecord, parts: SessionParts) {
    this.record = record;
    this.#parts = parts;
  }

  /** Whether its hosts run. */
  get runs(): boolean {
    return this.#running !== undefined;
  }

  get user(): string {
    return this.record.user;
  }

  /** The hosts as they run; `no-such-host` for a name that is none. */
  host(name?: string): LabHost {
    const hosts = this.running.hosts;
    const host = name === undefined ? hosts.values().next().value : hosts.get(name);
    if (!host) throw new ProtocolError({ code: 'no-such-host', message: `The lab has no host ${name ?? ''}.`, data: { host: name } });
    return host;
  }

  /** A host, once changes on it are told. */
  async watchedHost(name?: string): Promise<LabHost> {
    const host = this.host(name);
    await this.running.watched;
    return host;
  }

  get running(): RunningHosts {
    if (!this.#running) throw new ProtocolError({ code: 'not-booted', message: 'The hosts of this lab do not run yet.' });
    return this.#running;
  }

  /** The hosts that are there, or from the disks that are there; else fresh ones. */
  boot({ hosts, user }: BootParams): Promise<BootResult> {
    return this.#inTurn(async () => {
      const { record } = this;
      const same = record.begun && record.user === user && JSON.stringify(record.hosts) === JSON.stringify(hosts);
      if (this.#running && same && (await this.#running.alive())) return { resumed: true };
      await this.#end();
      const kept = same && (await this.#hasDisks());
      if (!kept) await this.#discard();
      await this.#start(hosts, user, kept ? record.disks : undefined);
      return { resumed: kept };
    });
  }

  /** Fresh hosts in place of these; shells end. */
  reset(): Promise<void> {
    return this.#inTurn(async () => {
      const { hosts, user, disks } = this.record;
      const old = this.#running;
      this.#forgetTerminals();
      this.#running = undefined;
      // The old ones go while the new ones come.
      const gone = (old?.dispose() ?? Promise.resolve()).then(() => this.#parts.driver.removeDisks(Object.values(disks)));
      await this.#start(hosts, user, undefined);
      await gone;
    });
  }

  /** A login shell; with the name of one that is open on that host, that one. */
  async openTerminal(options: { host?: string; user?: string; size: TerminalSize; language?: string; name?: string }): Promise<{ session: TerminalSession; joined: boolean; close?: () => void }> {
    const { size, language, name } = options;
    const host = this.host(options.host);
    await this.#begin();
    const key = name === undefined ? undefined : `${host.id} ${name}`;
    const open = key === undefined ? undefined : this.#terminals.get(key);
    if (open) return { session: open.join(size), joined: true };
    if (this.#terminals.size >= mostTerminals) throw new ProtocolError({ code: 'too-many-terminals', message: `There are ${mostTerminals} terminals already.` });
    const shell = await host.openTerminal({ user: options.user ?? this.user, size, ...(language === 'ru' && { env: { LC_MESSAGES: 'ru_RU.UTF-8' } }) });
    const terminal = new KeptTerminal(shell);
    const place = key ?? `${host.id} ${Math.random()}`;
    this.#terminals.set(place, terminal);
    void terminal.ended.then(() => this.#terminals.get(place) === terminal && this.#terminals.delete(place));
    return { session: terminal.join(size), joined: false, ...(key === undefined && { close: () => void terminal.close() }) };
  }

  /** A page closed a terminal for good: the shell ends. */
  closeTerminal(host: string | undefined, name: string): void {
    const key = `${this.host(host).id} ${name}`;
    void this.#terminals.get(key)?.close();
    this.#terminals.delete(key);
  }

  /** Ends the hosts; the disks stay, unless nothing of the learner's is on them. */
  stop(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#end();
      if (!this.record.begun) await this.#discard();
    });
  }

  /** Ends the hosts and deletes all of them. */
  remove(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#end();
      await this.#discard();
      await this.#parts.records.remove(this.record.id);
    });
  }

  async #start(hosts: readonly string[], user: string, disks: Readonly<Record<string, string>> | undefined): Promise<void> {
    const started = await this.#parts.pool.take(hosts, disks);
    try {
      // Remembered before anything is written to them: disks that no record names are deleted.
      Object.assign(this.record, { hosts, user, disks: started.disks, begun: disks !== undefined });
      await this.#parts.records.put(this.record);
      const running = new RunningHosts(started, user, (change) => this.#changes.fire(change));
      this.#running = running;
      void running.lost.then(() => this.#running === running && this.#losses.fire());
    } catch (error) {
      await started.group.dispose();
      throw error;
    }
  }

  /** From now on what is on the disks is the learner's. */
  async #begin(): Promise<void> {
    if (this.record.begun) return;
    this.record.begun = true;
    await this.#parts.records.put(this.record);
  }

  async #hasDisks(): Promise<boolean> {
    const there = new Set((await this.#parts.driver.listDisks()).map(({ name }) => name));
    return Object.values(this.record.disks).every((name) => there.has(name));
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#forgetTerminals();
    await running?.dispose();
  }

  async #discard(): Promise<void> {
    await this.#parts.driver.removeDisks(Object.values(this.record.disks));
    Object.assign(this.record, { disks: {}, begun: false });
    await this.#parts.records.put(this.record);
  }

  /** They end with their hosts. */
  #forgetTerminals(): void {
    this.#terminals.clear();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
