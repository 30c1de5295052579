import type { SolveStatus } from '../../../api/index.ts';
import { transferText } from './byte-count.ts';
import type { BuildDisplay } from './display.ts';
import { durationOf, mergeIntervals, Trace, type TraceStatus, type TraceVertex } from './trace.ts';

// The numbers of buildkit's progressui/printer.go, in milliseconds.
const antiFlicker = 5000;
const maxDelay = 10_000;
const minTimeDelta = 5000;
const minProgressDelta = 0.05;
const keptLines = 10;

/** Progress as lines, one step at a time: what buildx prints where there is no terminal. */
export class PlainDisplay implements BuildDisplay {
  readonly trace = new Trace();
  readonly #description: string;
  readonly #write: (text: string) => void;
  readonly #last = new Map<string, { current: number; timestamp: number }>();
  #current: TraceVertex | undefined;
  #any = false;
  #nextIndex = 0;

  constructor(description: string, write: (text: string) => void) {
    this.#description = description;
    this.#write = write;
  }

  update(status: SolveStatus, now: number): void {
    this.trace.update(status, 80, now);
  }

  refresh(now: number): void {
    const { trace } = this;
    const updated = [...trace.updates].flatMap((digest) => trace.byDigest.get(digest) ?? []);
    const completed = updated.filter((vertex) => vertex.isCompleted);
    const rest = new Set(updated.filter((vertex) => !vertex.isCompleted));
    const current = this.#current;
    const currentCompleted = current !== undefined && completed.includes(current);
    if (current && currentCompleted) this.#print(current, now);
    for (const vertex of completed.toSorted((a, b) => (a.latest?.stop ?? 0) - (b.latest?.stop ?? 0))) {
      if (vertex !== current) this.#print(vertex, now);
    }
    if (rest.size === 0) {
      if (current && current.isStarted && !current.isCompleted) return;
      const running = [...trace.byDigest.values()].find((vertex) => vertex.isStarted && !vertex.isCompleted);
      if (running) this.#print(running, now);
      return;
    }
    if (current && rest.has(current)) this.#print(current, now);
    this.#switch(rest, current, currentCompleted, now);
  }

  done(now: number): void {
    this.refresh(now);
    this.#write(this.trace.errorSummary());
  }

  /** Goes over to another step when the shown one is done, or another waits for too long. */
  #switch(rest: Set<TraceVertex>, current: TraceVertex | undefined, currentCompleted: boolean, now: number): void {
    if (current) rest.add(current);
    const stats = new Map<TraceVertex, { blockTime: number; speed: number; overLimit: boolean }>();
    let sum = 0;
    let fastest: TraceVertex | undefined;
    for (const vertex of rest) {
      if (vertex.lastBlockTime === undefined) continue;
      const blockTime = now - vertex.lastBlockTime;
      const speed = vertex.count / Math.max(blockTime / 1000, 1e-9);
      const overLimit = blockTime > maxDelay && vertex !== current;
      stats.set(vertex, { blockTime, speed, overLimit });
      sum += speed;
      if (overLimit || !fastest || (stats.get(fastest)?.speed ?? 0) < speed) fastest = vertex;
    }
    if (currentCompleted || !current) {
      if (fastest) this.#print(fastest, now);
      return;
    }
    const late = [...rest].find((vertex) => stats.get(vertex)?.overLimit);
    if (late) return this.#print(late, now);
    const own = stats.get(current);
    if (own && fastest && antiFlicker / (1 - own.speed / sum) < own.blockTime) this.#print(fastest, now);
  }

  #print(vertex: TraceVertex, now: number): void {
    if (vertex.index === 0) vertex.index = ++this.#nextIndex;
    if (vertex !== this.#current) this.#header(vertex);
    const prefix = `#${vertex.index} `;
    const open = this.#statuses(vertex, prefix);
    for (const warning of vertex.warnings.slice(vertex.warningsShown)) this.#write(`${prefix}WARN: ${warning.short}\n`);
    vertex.warningsShown = vertex.warnings.length;
    this.#logs(vertex, prefix);
    this.#current = vertex;
    if (vertex.isCompleted && !open) this.#end(vertex, prefix, now);
    this.trace.updates.delete(vertex.digest);
  }

  #header(vertex: TraceVertex): void {
    const old = this.#current;
    if (old) {
      if (old.logsPartial) this.#write('\n');
      old.logsOffset = 0;
      old.count = 0;
      this.#write(`#${old.index} ...\n`);
    }
    if (this.#any) this.#write('\n');
    else if (this.#description !== '') this.#write(`#0 ${this.#description}\n\n`);
    this.#any = true;
    this.#write(`#${vertex.index} ${vertex.name}\n`);
  }

  /** Prints what moved enough; whether something is still under way. */
  #statuses(vertex: TraceVertex, prefix: string): boolean {
    let open = false;
    for (const status of vertex.statuses) {
      if (!vertex.statusUpdates.has(status.id) || !this.#moved(status)) continue;
      this.#last.set(status.id, { current: status.current, timestamp: status.timestamp });
      const seconds = status.started === undefined ? 0 : ((status.completed ?? status.timestamp) - status.started) / 1000;
      const time = seconds > 0.01 ? ` ${seconds.toFixed(1)}s` : '';
      if (status.completed === undefined) open = true;
      this.#write(`${prefix}${status.id}${transferText(status)}${time}${status.completed === undefined ? '' : ' done'}\n`);
    }
    vertex.statusUpdates = new Set();
    return open;
  }

  #moved(status: TraceStatus): boolean {
    const last = this.#last.get(status.id);
    if (!last || status.completed !== undefined) return true;
    const progress = status.total > 0 ? (status.current - last.current) / status.total : 0;
    return progress >= minProgressDelta || status.timestamp - last.timestamp >= minTimeDelta;
  }

  #logs(vertex: TraceVertex, prefix: string): void {
    for (const [i, line] of vertex.logs.entries()) {
      const partial = i === vertex.logs.length - 1 && vertex.logsPartial;
      const continued = i === 0 && vertex.logsOffset !== 0;
      this.#write((continued ? line.slice(vertex.logsOffset) : prefix + line) + (partial ? '' : '\n'));
      if (continued) vertex.printed.pop();
      vertex.printed.push(line);
      if (vertex.printed.length > keptLines) vertex.printed.shift();
    }
    if (vertex.logs.length === 0) return;
    vertex.logs = vertex.logsPartial ? vertex.logs.slice(-1) : [];
    vertex.logsOffset = vertex.logs[0]?.length ?? 0;
  }

  #end(vertex: TraceVertex, prefix: string, now: number): void {
    this.#current = undefined;
    vertex.count = 0;
    if (vertex.logsPartial) this.#write('\n');
    if (vertex.logsPartial) vertex.logs = [];
    if (vertex.error !== '') this.#write(vertex.isCanceled ? `${prefix}CANCELED\n` : `${prefix}ERROR: ${vertex.error}\n`);
    else if (vertex.cached) this.#write(`${prefix}CACHED\n`);
    else this.#write(`${prefix}DONE ${durationOf(mergeIntervals([...vertex.intervals.values()]), now).toFixed(1)}s\n`);
  }
}
