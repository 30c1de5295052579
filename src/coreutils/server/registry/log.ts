import { formatRfc3339Nano, goQuote } from '../../../base/go/index.ts';
import type { Process } from '../../../kernel/uapi/index.ts';

/** Levels of logrus, the most severe first. */
export const levels = ['panic', 'fatal', 'error', 'warning', 'info', 'debug', 'trace'] as const;
export type Level = (typeof levels)[number];

/** Values by key; undefined ones are left out. */
export type Fields = Readonly<Record<string, string | number | undefined>>;

/** Reads a level of a configuration; `warn` is `warning`. */
export function parseLevel(text: string): Level | undefined {
  const lower = text.toLowerCase();
  return lower === 'warn' ? 'warning' : levels.find((level) => level === lower);
}

/** The registry's own log on standard error, as logrus writes it: `time="…" level=info msg="…" key=value …`, keys sorted. */
export class Log {
  readonly #process: Process;
  level: Level = 'info';
  formatter: 'text' | 'json' = 'text';

  constructor(process: Process) {
    this.#process = process;
  }

  async write(level: Level, message: string, fields: Fields = {}): Promise<void> {
    if (levels.indexOf(level) > levels.indexOf(this.level)) return;
    const time = formatTime(this.#process.clock.now());
    const given = Object.entries(fields).flatMap(([key, value]): [string, string | number][] => (value === undefined ? [] : [[key, value]]));
    const sorted = given.sort(([a], [b]) => (a < b ? -1 : 1));
    await this.#process.write(2, this.formatter === 'json' ? asJson(level, message, time, sorted) : asText(level, message, time, sorted));
  }
}

function asText(level: Level, message: string, time: string, fields: readonly (readonly [string, string | number])[]): string {
  const pairs = [['time', time], ['level', level], ['msg', message], ...fields.map(([key, value]) => [key, String(value)])] as [string, string][];
  return `${pairs.map(([key, value]) => `${key}=${needsQuotes(value) ? goQuote(value) : value}`).join(' ')}\n`;
}

function asJson(level: Level, message: string, time: string, fields: readonly (readonly [string, string | number])[]): string {
  const sorted = [...fields, ['level', level] as const, ['msg', message] as const, ['time', time] as const].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted)).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)}\n`;
}

/** logrus quotes what has other characters than these. */
function needsQuotes(value: string): boolean {
  return value === '' || !/^[\w\-./@^+]*$/.test(value);
}

function formatTime(now: number): string {
  return formatRfc3339Nano({ seconds: Math.floor(now / 1000), nanoseconds: Math.floor((now % 1000) * 1e6) });
}
