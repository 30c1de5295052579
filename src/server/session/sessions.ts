import { createHash, randomBytes } from 'node:crypto';
import { ProtocolError, type SessionKey } from '../../protocol/index.ts';
import type { LabHostDriver } from '../lab-host/index.ts';
import { HostPool, type HostLimits } from './host-pool.ts';
import { Session, type SessionParts } from './session.ts';
import { hashToken, opens, type SessionRecord, SessionRecords } from './session-record.ts';

/** How sessions are kept. */
export interface SessionsOptions {
  driver: LabHostDriver;
  /** Where it is written down whose disks are whose. */
  folder: string;
  limits?: Partial<HostLimits>;
  /** Names of hosts of which fresh ones are kept started; default: none are. */
  warm?: readonly string[];
  /** The most sessions whose hosts run; default 4. */
  mostRunning?: number;
  /** Milliseconds until the hosts of a session that no page has are ended; default 10 minutes. */
  idleMs?: number;
  /** Milliseconds until the disks of a session that no page has had are deleted; default 30 days. */
  expiryMs?: number;
}

const usualLimits: HostLimits = { memory: '3g', cpus: 2, pids: 4096, disk: '20g' };
const day = 24 * 60 * 60 * 1000;


/** All sessions of a server. */
export class Sessions {
  readonly #parts: SessionParts;
  readonly #options: SessionsOptions;
  readonly #prefix: string;
  readonly #sessions = new Map<string, Session>();
  readonly #held = new Map<string, { since: number; timer: NodeJS.Timeout | undefined; pages: number }>();

  constructor(options: SessionsOptions) {
    this.#options = options;
    const { driver, folder, warm } = options;
    // Servers with records in other folders have disks of their own.
    this.#prefix = `drydock-disk-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}-`;
    this.#parts = { driver, records: new SessionRecords(folder), pool: new HostPool(driver, { ...usualLimits, ...options.limits }, warm, this.#prefix) };
  }

  /** Ends what an earlier server left behind, deletes what is too old, and gets fresh hosts ready. Call it first. */
  async begin(): Promise<void> {
    const { driver, records, pool } = this.#parts;
    await driver.prepare();
    const expired = Date.now() - (this.#options.expiryMs ?? 30 * day);
    const wanted = new Set<string>();
    for (const record of await records.all()) {
      if (record.begun && record.seen > expired) for (const name of Object.values(record.disks)) wanted.add(name);
      else await records.remove(record.id);
    }
    await driver.removeDisks((await driver.listDisks()).filter(({ name, ownerRuns }) => name.startsWith(this.#prefix) && !ownerRuns && !wanted.has(name)).map(({ name }) => name));
    pool.warm();
  }

  /** The session of a key, or a new one. A wrong key opens a new one too: what it was for is gone, or somebody else's. */
  async open(key: SessionKey | undefined): Promise<{ session: Session; key: SessionKey }> {
    const record = key && (this.#sessions.get(key.id)?.record ?? (await this.#parts.records.get(key.id)));
    if (key && record && opens(record, key.token)) return { session: this.#sessionOf(record), key };
    const made = { id: randomBytes(8).toString('hex'), token: randomBytes(24).toString('hex') };
    const session = this.#sessionOf({ id: made.id, tokenHash: hashToken(made.token), seen: Date.now(), hosts: [], user: '', disks: {}, begun: false });
    return { session, key: made };
  }

  /** A page has the session; call the result when it is gone. `too-many-sessions` when as many run as may, and pages have them all. */
  async hold(session: Session): Promise<() => void> {
    const { id } = session.record;
    const held = this.#held.get(id) ?? { since: Date.now(), timer: undefined, pages: 0 };
    this.#held.set(id, held);
    clearTimeout(held.timer);
    held.pages++;
    const release = (): void => {
      held.pages--;
      held.since = session.record.seen = Date.now();
      void this.#parts.records.put(session.record).catch(() => undefined);
      if (held.pages === 0) held.timer = setTimeout(() => void session.stop().catch(() => undefined), this.#options.idleMs ?? 600_000).unref();
    };
    try {
      await this.#makeRoom(session);
    } catch (error) {
      release();
      throw error;
    }
    return release;
  }

  /** Resolves when fresh hosts are ready and their engines answer, if any are kept so. */
  warmed(): Promise<void> {
    return this.#parts.pool.warmed();
  }

  /** Ends all hosts. Disks with something of a learner's on them stay for the next server. */
  async dispose(): Promise<void> {
    for (const { timer } of this.#held.values()) clearTimeout(timer);
    await Promise.all([this.#parts.pool.dispose(), ...[...this.#sessions.values()].map((session) => session.stop())]);
    this.#sessions.clear();
    await this.#parts.records.close();
    await this.#parts.driver.dispose();
  }

  #sessionOf(record: SessionRecord): Session {
    let session = this.#sessions.get(record.id);
    if (!session) this.#sessions.set(record.id, (session = new Session(record, this.#parts)));
    return session;
  }

  /** Ends the hosts of the session that has been without a page for longest, where too many run. */
  async #makeRoom(wanted: Session): Promise<void> {
    const running = [...this.#sessions.values()].filter((session) => session !== wanted && session.runs);
    if (running.length < (this.#options.mostRunning ?? 4)) return;
    const since = ({ record: { id } }: Session): number => this.#held.get(id)?.since ?? 0;
    const [idle] = running.filter(({ record: { id } }) => (this.#held.get(id)?.pages ?? 0) === 0).sort((a, b) => since(a) - since(b));
    if (!idle) throw new ProtocolError({ code: 'too-many-sessions', message: 'As many real hosts run as may. Close a page that has some.' });
    await idle.stop();
  }
}
