import { matches } from './argument.ts';
import { splitLine } from './split-line.ts';

/** A mistake in the configuration, with the line that holds it. */
export class ConfigurationFailure extends Error {
  readonly line: number;
  readonly text: string;

  constructor(line: number, text: string, why: string) {
    super(why);
    this.line = line;
    this.text = text;
  }
}

type Kind = 'number' | 'yesno' | 'memory' | 'text' | 'several';

/** The settings that are known, with their kind and default; those that change nothing here are read and told all the same. */
const settings: Readonly<Record<string, [Kind, string]>> = {
  port: ['number', '6379'], bind: ['several', '* -::*'], 'protected-mode': ['yesno', 'no'], requirepass: ['text', ''], dir: ['text', ''], dbfilename: ['text', 'dump.rdb'], save: ['several', '3600 1 300 100 60 10000'], appendonly: ['yesno', 'no'],
  appenddirname: ['text', 'appendonlydir'], appendfilename: ['text', 'appendonly.aof'], appendfsync: ['text', 'everysec'], daemonize: ['yesno', 'no'], logfile: ['text', ''], loglevel: ['text', 'notice'], databases: ['number', '16'], maxmemory: ['memory', '0'],
  'maxmemory-policy': ['text', 'noeviction'], maxclients: ['number', '10000'], timeout: ['number', '0'], 'tcp-keepalive': ['number', '300'], 'tcp-backlog': ['number', '511'], pidfile: ['text', ''], 'always-show-logo': ['yesno', 'no'], hz: ['number', '10'],
  'stop-writes-on-bgsave-error': ['yesno', 'yes'], rdbcompression: ['yesno', 'yes'], rdbchecksum: ['yesno', 'yes'], 'replica-serve-stale-data': ['yesno', 'yes'], 'slowlog-log-slower-than': ['number', '10000'], 'slowlog-max-len': ['number', '128'],
  unixsocket: ['text', ''], supervised: ['text', 'no'], 'set-proc-title': ['yesno', 'yes'], 'lazyfree-lazy-eviction': ['yesno', 'no'], 'notify-keyspace-events': ['text', ''], 'latency-monitor-threshold': ['number', '0'], 'auto-aof-rewrite-percentage': ['number', '100'],
  'auto-aof-rewrite-min-size': ['memory', '67108864'], 'aof-use-rdb-preamble': ['yesno', 'yes'], activerehashing: ['yesno', 'yes'], 'dynamic-hz': ['yesno', 'yes'], 'io-threads': ['number', '1'],
};
const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1000, kb: 1024, m: 1e6, mb: 1024 ** 2, g: 1e9, gb: 1024 ** 3 };

/** The value as it is kept; a sentence of Redis's about it when it is not of the setting's kind. */
function read(kind: Kind, value: string): { value: string } | { why: string } {
  if (kind === 'number') return /^-?\d+$/.test(value) ? { value } : { why: "argument couldn't be parsed into an integer" };
  if (kind === 'yesno') return /^(yes|no)$/i.test(value) ? { value: value.toLowerCase() } : { why: "argument must be 'yes' or 'no'" };
  if (kind === 'memory') {
    const [, number = '', unit = ''] = /^(\d+)([a-z]*)$/i.exec(value) ?? [];
    const factor = units[unit.toLowerCase()];
    return number === '' || factor === undefined ? { why: 'argument must be a memory value' } : { value: String(Number(number) * factor) };
  }
  return { value };
}

/** What a server goes by: read from a file and from options, changed by CONFIG SET. */
export class Configuration {
  readonly #values = new Map(Object.entries(settings).map(([name, [, value]]) => [name, value]));

  get(name: string): string {
    return this.#values.get(name) ?? '';
  }

  /** Names and values that fit a pattern, in turn. */
  find(pattern: string): string[] {
    return [...this.#values].filter(([name]) => matches(pattern.toLowerCase(), name)).flat();
  }

  /** Sets a value; returns what is wrong with it. `unknown`: there is no such setting. */
  set(name: string, value: string): string | undefined {
    const [kind] = settings[name.toLowerCase()] ?? [];
    if (!kind) return 'unknown';
    const found = read(kind, value);
    if ('why' in found) return found.why;
    this.#values.set(name.toLowerCase(), found.value);
    return undefined;
  }

  /** Reads lines as of redis.conf. Throws ConfigurationFailure; settings that are not known come back as they stand. */
  readLines(text: string, exists: (folder: string) => boolean): string[] {
    const unknown: string[] = [];
    let saved = false;
    for (const [index, line] of text.split('\n').entries()) {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) continue;
      const [name = '', ...words] = splitLine(trimmed) ?? [];
      const bad = (why: string): ConfigurationFailure => new ConfigurationFailure(index + 1, trimmed, why);
      if (name === '') throw bad('Unbalanced quotes in configuration line');
      if (words.length === 0) throw bad('wrong number of arguments');
      if (name.toLowerCase() === 'save') {
        const value = saved && words[0] !== '' ? `${this.get('save')} ${words.join(' ')}`.trim() : words.join(' ');
        saved = true;
        this.#values.set('save', value);
        continue;
      }
      if (name.toLowerCase() === 'dir' && !exists(words[0] ?? '')) throw bad('No such file or directory');
      const why = this.set(name, words.join(' '));
      if (why === 'unknown') unknown.push(`${name} ${words.join(' ')}`);
      else if (why !== undefined) throw bad(why);
    }
    return unknown;
  }
}
