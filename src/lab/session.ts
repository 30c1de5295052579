import { type Clock, type Disposable, DisposableStore, Emitter, type Event } from '../base/index.ts';
import type { Backend } from '../backend/index.ts';
import type { Lab, Task } from './lab.ts';
import { type LabProgress, progressOf, emptyProgress } from './progress.ts';
import { checkTask, runAsLearner, setUpLab } from './runner.ts';
import type { Verdict } from './verdict.ts';

/** How a task stands. */
export interface TaskState {
  status: 'todo' | 'done';
  checking: boolean;
  /** The last verdict of a task not yet done; `asked` when the learner pressed the button or gave an answer. */
  verdict: Verdict | undefined;
  asked: boolean;
}

/** Quiet time after the last change before a check runs, in milliseconds. */
const quietMs = 120;
/** Time between two checks of a task about what runs or listens. */
const liveMs = 1500;

/**
 * A learner at work on a lab: checks the current task whenever the host's state changes and on demand, and keeps what is done.
 * The current task is the first that is not done; when it passes, the next is checked at once.
 */
export class LabSession implements Disposable {
  readonly lab: Lab;
  readonly #backend: Backend;
  readonly #clock: Clock;
  readonly #store = new DisposableStore();
  readonly #changes = new Emitter<void>();
  readonly #states = new Map<string, TaskState>();
  readonly #progress: LabProgress;
  #timer: Disposable | undefined;
  #running = false;
  #again = false;
  #disposed = false;

  /** Fires when a task's state or the progress changed. */
  readonly onChange: Event<void> = this.#changes.event;

  constructor(lab: Lab, backend: Backend, clock: Clock, progress: LabProgress = progressOf(emptyProgress(), lab.id)) {
    this.lab = lab;
    this.#backend = backend;
    this.#clock = clock;
    this.#progress = structuredClone(progress);
    this.#clear();
    this.#store.add(backend.onChange(() => this.#schedule()));
    this.#store.add(this.#changes);
  }

  /** Boots the hosts under `stateKey`; on fresh ones runs the lab's setup. What was done stays done either way. */
  async start(stateKey?: string): Promise<{ resumed: boolean }> {
    const { resumed } = await this.#backend.boot({ hosts: this.lab.hosts, user: this.lab.user, stateKey });
    if (!resumed) await setUpLab(this.lab, this.#backend);
    this.#schedule();
    return { resumed };
  }

  /** A copy of what is done, for keeping. */
  get progress(): LabProgress {
    return structuredClone(this.#progress);
  }

  state(task: Task): TaskState {
    return this.#states.get(task.id) ?? { status: 'todo', checking: false, verdict: undefined, asked: false };
  }

  /** The first task that is not done; undefined when all are. */
  get current(): Task | undefined {
    return this.lab.tasks.find((task) => this.state(task).status !== 'done');
  }

  /** Checks one task now because the learner asks. */
  async check(task: Task, answer?: string): Promise<Verdict> {
    if (answer !== undefined) this.#progress.answers[task.id] = answer;
    const verdict = await this.#check(task, true);
    if (verdict.kind === 'passed') this.#schedule();
    return verdict;
  }

  /** Opens the next hint; returns how many are open. */
  openHint(task: Task): number {
    const open = Math.min((this.#progress.hints[task.id] ?? 0) + 1, task.hints.length);
    this.#progress.hints[task.id] = open;
    this.#changes.fire();
    return open;
  }

  /** Does the task as its solution does, on the learner's own host. */
  async solve(task: Task): Promise<void> {
    await runAsLearner(this.lab, task, task.solve, this.#backend);
    this.#schedule();
  }

  /** A fresh host and nothing done. Terminals end. */
  async reset(): Promise<void> {
    await this.#backend.reset();
    this.#progress.done = {};
    this.#progress.answers = {};
    this.#clear();
    await setUpLab(this.lab, this.#backend);
    this.#schedule();
  }

  dispose(): void {
    this.#disposed = true;
    this.#timer?.dispose();
    this.#store.dispose();
  }

  #clear(): void {
    for (const task of this.lab.tasks) {
      const status = this.#progress.done[task.id] === undefined ? 'todo' : 'done';
      this.#states.set(task.id, { status, checking: false, verdict: undefined, asked: false });
    }
    this.#changes.fire();
  }

  #set(task: Task, change: Partial<TaskState>): void {
    this.#states.set(task.id, { ...this.state(task), ...change });
    this.#changes.fire();
  }

  #schedule(ms = quietMs): void {
    this.#timer?.dispose();
    if (!this.#disposed) this.#timer = this.#clock.setTimeout(() => void this.#checkCurrent(), ms);
  }

  async #checkCurrent(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      for (;;) {
        this.#again = false;
        const task = this.current;
        // An answer is judged only when it is given.
        if (!task || (task.answer && !this.#progress.answers[task.id])) return;
        const verdict = await this.#check(task, false);
        if (verdict.kind === 'passed' || this.#again) continue;
        if (task.live && !task.answer) this.#schedule(liveMs);
        return;
      }
    } catch {
      // The backend is gone: its onClose has told the page.
    } finally {
      this.#running = false;
    }
  }

  async #check(task: Task, asked: boolean): Promise<Verdict> {
    this.#set(task, { checking: true });
    try {
      const verdict = await checkTask(this.lab, task, this.#backend, this.#progress.answers[task.id] ?? '');
      const asks = asked || this.state(task).asked;
      if (verdict.kind === 'passed') {
        this.#progress.done[task.id] ??= this.#clock.now();
        this.#set(task, { status: 'done', checking: false, verdict: undefined, asked: false });
      } else this.#set(task, { checking: false, verdict, asked: asks });
      return verdict;
    } catch (error) {
      this.#set(task, { checking: false });
      throw error;
    }
  }
}
