import type { Clock } from '../../../base/index.ts';
import type { Digest } from '../../../oci/index.ts';
import type { BuildCacheRecord } from '../../api/index.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { makeDirectories, readJson, writeAtomically } from '../store/json-file.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { BuildLog } from './build-log.ts';

/** What a step of a build gave: the layers up to it, by the step's cache key. */
export interface CacheEntry {
  key: string;
  id: string;
  type: 'regular' | 'source.local' | 'internal' | 'exec.cachemount';
  description: string;
  /** Key of the step below. */
  parent: string | undefined;
  /** Uppermost layer; undefined for nothing (scratch). */
  chainId: Digest | undefined;
  /** Diff ids of all layers up to here, lowest first. */
  diffIds: Digest[];
  /** Whether the step made a layer. */
  made: boolean;
  /** When it was made, so that images made from the cache are the same. */
  created: string;
  lastUsed: string | null;
  uses: number;
  size: number;
}

/** The build cache: `buildkit/cache.db` (ours is JSON). Its layers stay until it is pruned. */
export class BuildCache {
  readonly #files: HostFiles;
  readonly #path: string;
  readonly #clock: Clock;
  /** What the last builds made of their Dockerfiles. */
  readonly builds = new BuildLog();
  #entries = new Map<string, CacheEntry>();
  /** Contents of build contexts that clients sent already, since this daemon started. */
  readonly #seen = new Set<string>();

  constructor(files: HostFiles, path: string, clock: Clock) {
    this.#files = files;
    this.#path = path;
    this.#clock = clock;
  }

  load(): void {
    this.#entries = new Map((readJson<CacheEntry[]>(this.#files, this.#path) ?? []).map((entry) => [entry.key, entry]));
  }

  #save(): void {
    makeDirectories(this.#files, this.#path.slice(0, this.#path.lastIndexOf('/')));
    writeAtomically(this.#files, this.#path, JSON.stringify([...this.#entries.values()]));
  }

  get(key: string): CacheEntry | undefined {
    return this.#entries.get(key);
  }

  /** Whether a file of a context was sent before; from now on it was. */
  seen(file: string): boolean {
    const known = this.#seen.has(file);
    this.#seen.add(file);
    return known;
  }

  all(): CacheEntry[] {
    return [...this.#entries.values()];
  }

  put(entry: Omit<CacheEntry, 'lastUsed' | 'uses'>): CacheEntry {
    const kept: CacheEntry = { ...entry, lastUsed: null, uses: 0 };
    this.#entries.set(entry.key, kept);
    this.#save();
    return kept;
  }

  use(entry: CacheEntry): void {
    entry.uses++;
    entry.lastUsed = rfc3339Nano(this.#clock.now());
    this.#save();
  }

  /** Tops of the layer stacks that it holds. */
  layers(): Digest[] {
    return this.all().flatMap((entry) => (entry.chainId === undefined ? [] : [entry.chainId]));
  }

  delete(keys: readonly string[]): void {
    for (const key of keys) this.#entries.delete(key);
    this.#save();
  }

  toApi(inUse: (entry: CacheEntry) => boolean): BuildCacheRecord[] {
    return this.all().map((entry) => ({
      ID: entry.id, ...(entry.parent !== undefined && { Parent: this.#entries.get(entry.parent)?.id ?? '' }), Type: entry.type, Description: entry.description, InUse: inUse(entry), Shared: inUse(entry),
      Size: entry.size, CreatedAt: entry.created, LastUsedAt: entry.lastUsed, UsageCount: entry.uses,
    }));
  }
}
