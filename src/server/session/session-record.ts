import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is remembered of a session when no process has it: whose it is and which disks are its hosts'. */
export interface SessionRecord {
  readonly id: string;
  /** sha256 of the token that opens it, hexadecimal. */
  readonly tokenHash: string;
  /** When a page had it last, in milliseconds since the epoch. */
  seen: number;
  /** The hosts' names, in their order; none before its first boot. */
  hosts: readonly string[];
  user: string;
  /** Disks by host. */
  disks: Readonly<Record<string, string>>;
  /** The lab's setup is done: what is on the disks is the learner's. */
  begun: boolean;
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a token opens a session; takes as long for a wrong one. */
export function opens(record: SessionRecord, token: string): boolean {
  return timingSafeEqual(Buffer.from(record.tokenHash, 'hex'), Buffer.from(hashToken(token), 'hex'));
}

/** The records in a folder, a file each, readable by nobody else. */
export class SessionRecords {
  readonly #folder: string;
  /** Writing is done in turn: two writers of one record would take each other's file away. */
  #writing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async all(): Promise<SessionRecord[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const found = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => this.get(name.slice(0, -'.json'.length))));
    return found.filter((record) => record !== undefined);
  }

  /** Undefined for none, or a damaged one. */
  async get(id: string): Promise<SessionRecord | undefined> {
    if (!/^[0-9a-f]{16}$/.test(id)) return undefined;
    try {
      return JSON.parse(await readFile(this.#path(id), 'utf8')) as SessionRecord;
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all, at whatever moment the process is ended; as the record is when its turn has come. */
  put(record: SessionRecord): Promise<void> {
    return this.#inTurn(async () => {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const partial = `${this.#path(record.id)}.${process.pid}`;
      await writeFile(partial, JSON.stringify(record), { mode: 0o600 });
      await rename(partial, this.#path(record.id));
    });
  }

  remove(id: string): Promise<void> {
    return this.#inTurn(() => rm(this.#path(id), { force: true }));
  }

  /** Resolves when all is written; from then on nothing is. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#closed) return this.#writing;
    const done = this.#writing.then(work);
    this.#writing = done.catch(() => undefined);
    return done;
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
