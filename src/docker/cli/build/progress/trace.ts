import { decodeUtf8 } from '../../../../base/index.ts';
import { parseRfc3339 } from '../../../../base/go/index.ts';
import type { SolveStatus, SolveVertex, SolveVertexLog, SolveVertexStatus, SolveWarning } from '../../../api/index.ts';
import { LogScreen } from './log-screen.ts';

/** A stretch of work; without an end it goes on. Milliseconds since the epoch. */
export interface Interval {
  start: number;
  stop: number | undefined;
}

/** Progress inside a step. */
export interface TraceStatus {
  id: string;
  current: number;
  total: number;
  timestamp: number;
  started: number | undefined;
  completed: number | undefined;
}

/** One step of a build, as far as messages told of it. */
export class TraceVertex {
  readonly digest: string;
  name: string;
  cached = false;
  error = '';
  /** The number under which plain progress shows it; 0 until it was shown. */
  index = 0;
  readonly intervals = new Map<number, Interval>();
  merged: Interval[] = [];
  readonly statuses: TraceStatus[] = [];
  readonly byId = new Map<string, TraceStatus>();
  statusUpdates = new Set<string>();
  readonly warnings: SolveWarning[] = [];
  warningsShown = 0;
  /** Lines with their time, not yet printed by plain progress; the last may be unfinished. */
  logs: string[] = [];
  logsPartial = false;
  /** How much of the first line was printed already. */
  logsOffset = 0;
  /** The last lines that were printed, for the summary of an error. */
  readonly printed: string[] = [];
  readonly screen: LogScreen | undefined;
  screenBytes = 0;
  screenCount = 0;
  /** Updates since it was last printed, and when they began. */
  count = 0;
  lastBlockTime: number | undefined;
  private lastSeen: string | undefined;

  constructor(digest: string, name: string, screen: LogScreen | undefined) {
    this.digest = digest;
    this.name = name;
    this.screen = screen;
  }

  get isStarted(): boolean {
    return this.merged.length > 0;
  }

  get latest(): Interval | undefined {
    return this.merged.at(-1);
  }

  get isCompleted(): boolean {
    return this.latest?.stop !== undefined;
  }

  get isCanceled(): boolean {
    return this.error.endsWith('context canceled');
  }

  touch(now: number): void {
    if (this.count === 0) this.lastBlockTime = now;
    this.count++;
  }

  /** Whether what a message says of a started step is new. */
  isNews(vertex: SolveVertex): boolean {
    if (vertex.started === undefined) return false;
    const seen = JSON.stringify([vertex.name, vertex.started, vertex.completed, vertex.cached ?? false, vertex.error ?? '']);
    const news = seen !== this.lastSeen;
    this.lastSeen = seen;
    return news;
  }
}

/** The state of a build, made of the messages that the builder streams. */
export class Trace {
  readonly #screens: { rows: number } | undefined;
  /** Steps in the order of their start. */
  readonly started: TraceVertex[] = [];
  readonly byDigest = new Map<string, TraceVertex>();
  /** Steps with news that were not printed yet. */
  readonly updates = new Set<string>();
  readonly warnings: SolveWarning[] = [];
  startTime: number | undefined;

  /** `screens`: keep the last rows of each step's output, for a terminal. */
  constructor(screens?: { rows: number }) {
    this.#screens = screens;
  }

  update(status: SolveStatus, columns: number, now: number): void {
    for (const vertex of status.vertexes ?? []) this.#vertex(vertex, columns, now);
    for (const part of status.statuses ?? []) this.#status(part, now);
    for (const warning of status.warnings ?? []) {
      this.warnings.push(warning);
      const vertex = this.byDigest.get(warning.vertex);
      vertex?.warnings.push(warning);
      vertex?.touch(now);
    }
    for (const log of status.logs ?? []) this.#log(log, columns, now);
  }

  #vertex(message: SolveVertex, columns: number, now: number): void {
    const started = timeOf(message.started);
    this.startTime ??= started;
    let vertex = this.byDigest.get(message.digest);
    if (!vertex) {
      vertex = new TraceVertex(message.digest, message.name, this.#screens && new LogScreen(this.#screens.rows, columns - 10));
      this.byDigest.set(message.digest, vertex);
    }
    if (vertex.isNews(message)) {
      vertex.touch(now);
      this.updates.add(message.digest);
    }
    if (started !== undefined && !vertex.isStarted) this.started.push(vertex);
    if (started !== undefined || !vertex.isStarted) {
      vertex.name = message.name;
      vertex.cached = message.cached ?? false;
      vertex.error = message.error ?? '';
    }
    if (started !== undefined) {
      vertex.intervals.set(started, { start: started, stop: timeOf(message.completed) });
      vertex.merged = mergeIntervals([...vertex.intervals.values()]);
    }
  }

  #status(message: SolveVertexStatus, now: number): void {
    const vertex = this.byDigest.get(message.vertex);
    if (!vertex) return;
    const known = vertex.byId.get(message.id);
    const values = {
      id: message.id, current: message.current, total: message.total ?? 0, timestamp: timeOf(message.timestamp) ?? now, started: timeOf(message.started), completed: timeOf(message.completed),
    };
    const status = known ?? values;
    if (values.started !== undefined && known?.started === undefined) vertex.statuses.push(status);
    Object.assign(status, values);
    vertex.byId.set(message.id, status);
    vertex.statusUpdates.add(message.id);
    this.updates.add(vertex.digest);
    vertex.touch(now);
  }

  #log(message: SolveVertexLog, columns: number, now: number): void {
    const vertex = this.byDigest.get(message.vertex);
    if (!vertex) return;
    const bytes = Uint8Array.from(atob(message.data), (char) => char.charCodeAt(0));
    if (bytes.length === 0) return;
    const text = decodeUtf8(bytes);
    vertex.screen?.resize(columns - 10);
    vertex.screen?.write(text);
    vertex.screenBytes += bytes.length;
    const seconds = Math.max(0, ((timeOf(message.timestamp) ?? now) - (vertex.latest?.start ?? now)) / 1000);
    const stamp = seconds.toFixed(seconds < 10 ? 3 : seconds < 100 ? 2 : 1);
    const complete = text.endsWith('\n');
    for (const [i, line] of (complete ? text.slice(0, -1) : text).split('\n').entries()) {
      if (i === 0 && vertex.logsPartial && vertex.logs.length > 0) vertex.logs.push((vertex.logs.pop() ?? '') + line);
      else vertex.logs.push(`${stamp} ${line}`);
    }
    vertex.logsPartial = !complete;
    this.updates.add(vertex.digest);
    vertex.touch(now);
  }

  /** The build was broken off: what runs ends here. */
  cancel(now: number): void {
    for (const vertex of this.started) {
      if (vertex.isCompleted) continue;
      for (const interval of vertex.intervals.values()) interval.stop ??= now;
      vertex.merged = mergeIntervals([...vertex.intervals.values()]);
      vertex.error = 'context canceled';
      this.updates.add(vertex.digest);
    }
  }

  /** The output of the steps that failed, once more. */
  errorSummary(): string {
    return this.started
      .filter((vertex) => vertex.error !== '' && !vertex.isCanceled)
      .map((vertex) => `------\n > ${vertex.name}:\n${[...vertex.logs, ...vertex.printed].map((line) => `${line}\n`).join('')}------\n`)
      .join('');
  }
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? undefined : parseRfc3339(text);
  return time && time.seconds * 1000 + time.nanoseconds / 1e6;
}

/** Joins stretches that touch or overlap. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.start - b.start)) {
    const current = merged.at(-1);
    if (!current || (current.stop !== undefined && current.stop < next.start)) merged.push({ ...next });
    else if (current.stop !== undefined && (next.stop === undefined || next.stop > current.stop)) current.stop = next.stop;
    if (merged.at(-1)?.stop === undefined) break;
  }
  return merged;
}

/** Seconds of work in all. */
export function durationOf(intervals: readonly Interval[], now: number): number {
  return intervals.reduce((sum, { start, stop = now }) => sum + Math.max(0, stop - start) / 1000, 0);
}
