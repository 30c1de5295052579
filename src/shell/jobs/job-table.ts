import type { WaitStatus } from '../../kernel/index.ts';
import type { Job } from './job.ts';

/** The jobs of a shell, with the current (`+`) and previous (`-`) one. */
export class JobTable {
  #jobs: Job[] = [];
  /** Job ids, the most recent last. */
  #recent: number[] = [];
  /** Exit statuses of background processes that `wait PID` may still ask for. */
  readonly ended = new Map<number, number>();
  /** The processes are another shell's children. */
  foreign = false;

  get count(): number {
    return this.#jobs.length;
  }

  all(): Job[] {
    return [...this.#jobs];
  }

  add(pgid: number, pids: readonly number[], command: string, cwd: string, foreground: boolean): Job {
    this.#forget();
    const id = this.#jobs.reduce((highest, job) => Math.max(highest, job.id), 0) + 1;
    const job: Job = { id, pgid, processes: pids.map((pid) => ({ pid, status: undefined })), command, state: 'running', foreground, notified: !foreground, keep: false, cwd };
    this.#jobs.push(job);
    if (!foreground) this.touch(job);
    return job;
  }

  /** Makes the job the current one. */
  touch(job: Job): void {
    this.#recent = [...this.#recent.filter((id) => id !== job.id), job.id];
  }

  /** A subshell that starts jobs of its own has no others. */
  #forget(): void {
    if (!this.foreign) return;
    this.#jobs = [];
    this.#recent = [];
    this.foreign = false;
  }

  remove(job: Job): void {
    this.#jobs = this.#jobs.filter((one) => one !== job);
    this.#recent = this.#recent.filter((id) => id !== job.id);
  }

  byPid(pid: number): Job | undefined {
    return this.#jobs.find((job) => job.processes.some((process) => process.pid === pid));
  }

  get current(): Job | undefined {
    return this.#ordered()[0];
  }

  get previous(): Job | undefined {
    return this.#ordered()[1];
  }

  /** Stopped jobs come before running ones. */
  #ordered(): Job[] {
    const recent = this.#recent.toReversed().map((id) => this.#jobs.find((job) => job.id === id)).filter((job) => job !== undefined);
    return [...recent.filter((job) => job.state === 'stopped'), ...recent.filter((job) => job.state !== 'stopped')];
  }

  /** `+`, `-` or a blank. */
  mark(job: Job): string {
    return job === this.current ? '+' : job === this.previous ? '-' : ' ';
  }

  /** The job that `%1`, `%%`, `%+`, `%-`, `%name`, `%?text` means. */
  find(spec: string): Job | undefined | 'ambiguous' {
    const text = spec.startsWith('%') ? spec.slice(1) : spec;
    if (text === '' || text === '%' || text === '+') return this.current;
    if (text === '-') return this.previous;
    if (/^\d+$/.test(text)) return this.#jobs.find((job) => job.id === Number(text));
    const matches = this.#jobs.filter((job) => (text.startsWith('?') ? job.command.includes(text.slice(1)) : job.command.startsWith(text)));
    return matches.length > 1 ? 'ambiguous' : matches[0];
  }

  /** Records how a process changed; returns its job. */
  update(status: WaitStatus): Job | undefined {
    const job = this.byPid(status.pid);
    const process = job?.processes.find((one) => one.pid === status.pid);
    if (!job || !process) return undefined;
    process.status = status.kind === 'continued' ? undefined : status;
    const before = job.state;
    const alive = job.processes.filter((one) => !one.status || one.status.kind === 'stopped');
    job.state = alive.length === 0 ? 'done' : alive.every((one) => one.status?.kind === 'stopped') ? 'stopped' : 'running';
    if (job.state !== before) job.notified = false;
    if (job.state === 'stopped') this.touch(job);
    return job;
  }

  /** The jobs as a forked shell sees them: to list, not to wait for. */
  cloneForChild(): JobTable {
    const copy = new JobTable();
    copy.#jobs = this.#jobs.map((job) => ({ ...job, processes: job.processes.map((process) => ({ ...process })) }));
    copy.#recent = [...this.#recent];
    copy.foreign = true;
    return copy;
  }
}
