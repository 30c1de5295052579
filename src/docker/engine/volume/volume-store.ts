import type { Clock, RandomBytes } from '../../../base/index.ts';
import type { Volume } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import type { EventLog } from '../event/event-log.ts';
import { randomId } from '../identifier.ts';
import { checkVolumeName } from '../container/mounts.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { makeDirectories, readJson, removeTree, writeAtomically } from '../store/json-file.ts';
import { rfc3339 } from '../timestamp.ts';

/** A volume of the local driver. */
export interface VolumeRecord {
  name: string;
  created: string;
  labels: Record<string, string> | null;
  options: Record<string, string> | null;
}

/** Label of volumes that nobody named. */
export const anonymousLabel = 'com.docker.volume.anonymous';

/** The volumes: `/var/lib/docker/volumes/NAME/_data`, what is known of them in `metadata.db` (ours is JSON). */
export class VolumeStore {
  readonly #files: HostFiles;
  readonly #root: string;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #events: EventLog;
  #volumes = new Map<string, VolumeRecord>();

  constructor(files: HostFiles, root: string, clock: Clock, random: RandomBytes, events: EventLog) {
    this.#files = files;
    this.#root = root;
    this.#clock = clock;
    this.#random = random;
    this.#events = events;
  }

  load(): void {
    const records = readJson<VolumeRecord[]>(this.#files, `${this.#root}/metadata.db`) ?? [];
    this.#volumes = new Map(records.map((record) => [record.name, record]));
  }

  #save(): void {
    writeAtomically(this.#files, `${this.#root}/metadata.db`, JSON.stringify(this.all()));
  }

  all(): VolumeRecord[] {
    return [...this.#volumes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  get(name: string): VolumeRecord | undefined {
    return this.#volumes.get(name);
  }

  dataPath(name: string): string {
    return `${this.#root}/${name}/_data`;
  }

  /** Gives the volume of that name, made if need be. Without a name it is a new anonymous one. */
  create(name: string, labels: Record<string, string> | null, options: Record<string, string> | null): VolumeRecord {
    const known = this.#volumes.get(name);
    if (known) return known;
    const anonymous = name === '';
    const chosen = anonymous ? randomId(this.#random) : name;
    checkVolumeName(chosen);
    makeDirectories(this.#files, this.#root);
    makeDirectories(this.#files, `${this.#root}/${chosen}`);
    this.#files.mkdir(this.dataPath(chosen), 0o755);
    const record: VolumeRecord = { name: chosen, created: rfc3339(this.#clock.now()), labels: anonymous ? { ...labels, [anonymousLabel]: '' } : labels, options };
    this.#volumes.set(chosen, record);
    this.#save();
    this.#events.emit('volume', 'create', chosen, { driver: 'local' });
    return record;
  }

  /** `users` are ids of containers that have it. */
  remove(name: string, users: readonly string[], force: boolean): void {
    if (!this.#volumes.has(name)) {
      if (force) return;
      throw new EngineError('notFound', `get ${name}: no such volume`);
    }
    if (users.length > 0) throw new EngineError('conflict', `remove ${name}: volume is in use - [${users.join(', ')}]`);
    removeTree(this.#files, `${this.#root}/${name}`);
    this.#volumes.delete(name);
    this.#save();
    this.#events.emit('volume', 'destroy', name, { driver: 'local' });
  }

  toApi(record: VolumeRecord): Volume {
    return { CreatedAt: record.created, Driver: 'local', Labels: record.labels, Mountpoint: this.dataPath(record.name), Name: record.name, Options: record.options, Scope: 'local' };
  }
}
