import { Failure } from './reply.ts';

/** Values by their type, as `TYPE` names them. Strings are binary: a character a byte. */
export interface Values {
  string: string;
  list: string[];
  hash: Map<string, string>;
  set: Set<string>;
  zset: Map<string, number>;
}
export type Kind = keyof Values;

/** A key's value; `expires` is in milliseconds since the epoch. */
export type Entry = { [K in Kind]: { kind: K; value: Values[K]; expires: number | undefined } }[Kind];

const empty: { [K in Kind]: () => Values[K] } = { string: () => '', list: () => [], hash: () => new Map(), set: () => new Set(), zset: () => new Map() };

/** One of the sixteen databases. A key whose time has come is gone for all who ask. */
export class Database {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  /** Hears of each key that was changed. */
  onChange: (key: string) => void = () => undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry?.expires === undefined || entry.expires > this.#now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  /** The value of a key that must be of this type or not be there. */
  find<K extends Kind>(key: string, kind: K): Values[K] | undefined {
    const entry = this.get(key);
    if (!entry) return undefined;
    if (entry.kind !== kind) throw new Failure('WRONGTYPE Operation against a key holding the wrong kind of value');
    return entry.value as Values[K];
  }

  /** The same to be changed: an empty one is made. `changed` must follow. */
  take<K extends Exclude<Kind, 'string'>>(key: string, kind: K): Values[K] {
    const found = this.find(key, kind);
    if (found) return found;
    const value = empty[kind]();
    this.#entries.set(key, { kind, value, expires: undefined } as Entry);
    return value;
  }

  /** Says that a value was changed; one that has become empty goes with its key. */
  changed(key: string): void {
    const entry = this.#entries.get(key);
    if (entry && entry.kind !== 'string' && (entry.kind === 'list' ? entry.value.length : entry.value.size) === 0) this.#entries.delete(key);
    this.onChange(key);
  }

  set(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.changed(key);
  }

  delete(key: string): boolean {
    const was = this.get(key) !== undefined;
    this.#entries.delete(key);
    if (was) this.onChange(key);
    return was;
  }

  clear(): void {
    for (const key of this.keys()) this.delete(key);
  }

  /** Keys that are there now. */
  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.get(key) !== undefined);
  }

  entries(): [string, Entry][] {
    return this.keys().map((key): [string, Entry] => [key, this.#entries.get(key) as Entry]);
  }
}
