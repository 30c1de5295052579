import { concatBytes, decodeUtf8, Emitter, type Event, noBytes } from '../../../base/index.ts';
import type { Clock } from '../../../base/index.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { parseRfc3339, rfc3339Nano } from '../timestamp.ts';

/** A line of a container's log, its newline included; without one it is a part of a long or unfinished line. */
export interface LogEntry {
  log: string;
  stream: 'stdout' | 'stderr';
  /** Milliseconds since the epoch. */
  time: number;
}

const maxLine = 16 * 1024;

/** The json-file log driver: one JSON object a line. */
export class JsonLog {
  readonly #files: HostFiles;
  readonly #path: string;
  readonly #clock: Clock;
  /** What is written with every line: see `logAttributes`. */
  readonly #attributes: Readonly<Record<string, string>>;
  readonly #pending: Record<'stdout' | 'stderr', Uint8Array> = { stdout: noBytes, stderr: noBytes };
  readonly #emitter = new Emitter<LogEntry>();

  constructor(files: HostFiles, path: string, clock: Clock, attributes: Readonly<Record<string, string>> = {}) {
    this.#files = files;
    this.#path = path;
    this.#clock = clock;
    this.#attributes = attributes;
  }

  /** Fires with each entry as it is written. */
  get event(): Event<LogEntry> {
    return this.#emitter.event;
  }

  /** Takes output in any portions; no bytes at all mean the end of the stream. */
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array | undefined): void {
    let rest = bytes ? concatBytes([this.#pending[stream], bytes]) : this.#pending[stream];
    const entries: LogEntry[] = [];
    const time = this.#clock.now();
    for (;;) {
      const newline = rest.indexOf(10);
      const end = newline >= 0 && newline < maxLine ? newline + 1 : rest.length >= maxLine ? maxLine : 0;
      if (end === 0) break;
      entries.push({ log: decodeUtf8(rest.subarray(0, end)), stream, time });
      rest = rest.subarray(end);
    }
    if (!bytes && rest.length > 0) {
      entries.push({ log: decodeUtf8(rest), stream, time });
      rest = noBytes;
    }
    this.#pending[stream] = rest.slice();
    if (entries.length === 0) return;
    const attrs = Object.keys(this.#attributes).length > 0 ? { attrs: this.#attributes } : {};
    const lines = entries.map((entry) => `${JSON.stringify({ log: entry.log, stream: entry.stream, ...attrs, time: rfc3339Nano(entry.time) })}\n`).join('');
    this.#files.writeFile(this.#path, lines, { append: true, mode: 0o640 });
    for (const entry of entries) this.#emitter.fire(entry);
  }

  /** All that was logged so far. */
  read(): LogEntry[] {
    if (!this.#files.exists(this.#path)) return [];
    return this.#files.readTextFile(this.#path).split('\n').filter((line) => line !== '').map((line) => {
      const { log, stream, time } = JSON.parse(line) as { log: string; stream: 'stdout' | 'stderr'; time: string };
      return { log, stream, time: parseRfc3339(time) };
    });
  }
}
