import type { SolveStatus } from '../../../api/index.ts';
import { transferText } from './byte-count.ts';
import type { BuildDisplay } from './display.ts';
import { durationOf, mergeIntervals, Trace, type Interval, type TraceVertex } from './trace.ts';

/** Rows of a running step's output that are shown. */
const logRows = 6;
const colors = { run: '\x1b[34m', cancel: '\x1b[33m', error: '\x1b[31m', none: '' };

/** A line of the display: a step, or progress inside it. */
interface Job {
  intervals: Interval[];
  isCompleted: boolean;
  name: string;
  status: string;
  color: keyof typeof colors;
  /** The step, for its output. */
  vertex: TraceVertex | undefined;
  showLog: boolean;
}

export interface TtyOptions {
  /** What stands at the right of the first line, such as `docker:default`. */
  description: string;
  size(): { rows: number; columns: number };
  /** Whether colours are wanted (NO_COLOR). */
  color: boolean;
  write(text: string): void;
}

/** Progress on a terminal, drawn again and again over itself: `[+] Building 1.2s (6/6) FINISHED`. */
export class TtyDisplay implements BuildDisplay {
  readonly trace = new Trace({ rows: logRows });
  readonly #options: TtyOptions;
  #lines = 0;
  #repeated = false;

  constructor(options: TtyOptions) {
    this.#options = options;
  }

  update(status: SolveStatus, now: number): void {
    this.trace.update(status, this.#size().columns, now);
  }

  refresh(now: number): void {
    this.#draw(now, false);
  }

  done(now: number): void {
    this.#draw(now, true);
    this.#options.write(this.trace.errorSummary());
  }

  #size(): { rows: number; columns: number } {
    const { rows, columns } = this.#options.size();
    return rows > 0 && columns > 0 ? { rows, columns } : { rows: 10, columns: 80 };
  }

  #draw(now: number, all: boolean): void {
    const { rows, columns } = this.#size();
    const vertexes = [...this.trace.byDigest.values()];
    const completed = vertexes.filter((vertex) => vertex.isCompleted).length;
    const jobs = chooseJobs(this.trace.started.flatMap(jobsOf), rows, all);
    let text = `${'\x1b[1A'.repeat(this.#lines + 1)}${this.#repeated ? '' : '\x1b[1B'}\x1b[0G\x1b[?25l`;
    this.#repeated = true;
    const finished = completed > 0 && completed === vertexes.length && all ? 'FINISHED' : '';
    const elapsed = Math.max(0, now - (this.trace.startTime ?? now)) / 1000;
    text += `${align(`[+] Building ${elapsed.toFixed(1)}s (${completed}/${vertexes.length}) ${finished}`, this.#options.description, columns - 1)}\n`;
    let lines = 0;
    for (const job of jobs) {
      const drawn = this.#line(job, columns, now);
      if (drawn === undefined) continue;
      text += drawn;
      lines++;
      if (!job.showLog || !job.vertex?.screen) continue;
      for (const line of job.vertex.screen.lines()) {
        text += this.#colored(` => => # ${line}\n`, '\x1b[2m');
        lines++;
      }
      job.vertex.screenCount++;
    }
    const surplus = this.#lines - lines;
    if (surplus > 0) text += `${`${' '.repeat(columns)}\n`.repeat(surplus)}\x1b[${surplus}A\x1b[0G`;
    this.#lines = lines;
    this.#options.write(`${text}\x1b[?25h`);
  }

  #line(job: Job, columns: number, now: number): string | undefined {
    if (job.intervals.length === 0) return undefined;
    const seconds = durationOf(job.intervals, now);
    const timer = ` ${(seconds < 0.05 ? 0 : seconds).toFixed(1).padStart(3)}s\n`;
    let left = columns - ' => '.length - timer.length - 1;
    const showStatus = job.status !== '' && left + job.status.length > 20;
    if (showStatus) left -= job.status.length + 1;
    if (left < 12) return undefined;
    const line = align(` => ${job.name.slice(0, left)}${showStatus ? ` ${job.status}` : ''}`, timer, columns);
    return job.isCompleted ? this.#colored(line, colors[job.color]) : line;
  }

  #colored(text: string, color: string): string {
    return color === '' || !this.#options.color ? text : `${color}${text}\x1b[0m`;
  }
}

function align(left: string, right: string, width: number): string {
  return `${left.padEnd(width - right.length - 1)} ${right}`;
}

function jobsOf(vertex: TraceVertex): Job[] {
  const intervals = mergeIntervals([...vertex.intervals.values()]);
  const failed = vertex.error !== '';
  const mark = vertex.isCanceled ? 'CANCELED ' : failed ? 'ERROR ' : '';
  const jobs: Job[] = [
    {
      intervals, isCompleted: [...vertex.intervals.values()].every(({ stop }) => stop !== undefined), name: `${vertex.cached ? 'CACHED ' : ''}${mark}${vertex.name.replaceAll('\t', ' ')}`,
      status: '', color: vertex.isCanceled ? 'cancel' : failed ? 'error' : 'run', vertex, showLog: false,
    },
  ];
  for (const status of vertex.statuses) {
    jobs.push({
      intervals: status.started === undefined ? [] : [{ start: status.started, stop: status.completed }], isCompleted: status.completed !== undefined, name: `=> ${status.id}`,
      status: transferText(status).trimStart(), color: 'run', vertex: undefined, showLog: false,
    });
  }
  for (const warning of vertex.warnings) {
    jobs.push({ intervals: vertex.latest ? [vertex.latest] : [], isCompleted: false, name: `WARN: ${warning.short}`, status: '', color: 'cancel', vertex: undefined, showLog: false });
  }
  return jobs;
}

/** Gives running steps room for their output, and leaves out what does not fit on the screen. */
function chooseJobs(jobs: Job[], rows: number, all: boolean): Job[] {
  const candidates = jobs
    .filter((job) => job.vertex && job.vertex.screenBytes > 0 && !job.isCompleted)
    .toSorted((a, b) => weight(b) - weight(a));
  let free = rows - 2 - jobs.filter((job) => !job.isCompleted).length;
  let hidden = 0;
  for (const job of candidates) {
    if (free <= logRows + 3) break;
    job.showLog = true;
    hidden += job.vertex?.screen?.lines().length ?? 0;
    free -= logRows + 3;
  }
  return all ? jobs : fit(jobs, rows - 2 - hidden);
}

function weight({ vertex }: Job): number {
  return (vertex?.screenBytes ?? 0) + (vertex?.screenCount ?? 0) * 50;
}

function fit(jobs: Job[], limit: number): Job[] {
  if (limit < 0) return [];
  if (jobs.length <= limit) return jobs;
  const visible = jobs.slice(jobs.length - limit);
  const running = jobs.slice(0, jobs.length - limit).filter((job) => !job.isCompleted);
  if (running.length === 0) return visible;
  let toHide = running.length;
  const kept = visible.filter((job) => !job.isCompleted || toHide-- <= 0);
  return [...running.slice(running.length - (visible.length - kept.length)), ...kept];
}
