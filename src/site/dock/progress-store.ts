import { Emitter, type Event } from '../../base/index.ts';
import { emptyProgress, type LabProgress, mergeProgress, parseProgress, type Progress, progressOf, type QuizProgress } from '../../lab/index.ts';
import { keep, recall } from './kept.ts';

const key = 'drydock.progress';

/** What the learner has reached, kept in this browser and carried away in a file. */
export class ProgressStore {
  readonly #changes = new Emitter<void>();
  #progress: Progress = parseProgress(recall(key) ?? '') ?? emptyProgress();

  readonly onChange: Event<void> = this.#changes.event;

  constructor() {
    addEventListener('storage', (event) => {
      if (event.key !== key) return;
      this.#progress = parseProgress(event.newValue ?? '') ?? emptyProgress();
      this.#changes.fire();
    });
  }

  of(lab: string): LabProgress {
    return progressOf(this.#progress, lab);
  }

  /** Keeps a lab's progress; false when the browser's storage refuses. */
  set(lab: string, progress: LabProgress): boolean {
    if (JSON.stringify(progress) === JSON.stringify(this.of(lab))) return true;
    this.#progress = { ...this.#progress, labs: { ...this.#progress.labs, [lab]: progress } };
    return this.#keep();
  }

  /** What was reached in a quiz; undefined before its first answer. */
  quiz(id: string): QuizProgress | undefined {
    return this.#progress.quizzes[id];
  }

  /** Keeps a quiz's progress; false when the browser's storage refuses. */
  setQuiz(id: string, progress: QuizProgress): boolean {
    this.#progress = { ...this.#progress, quizzes: { ...this.#progress.quizzes, [id]: progress } };
    return this.#keep();
  }

  /** Everything as the text of a file. */
  toFile(): string {
    return `${JSON.stringify(this.#progress, undefined, 2)}\n`;
  }

  /** Adds what a file holds; false when it holds no progress. */
  addFile(text: string): boolean {
    const theirs = parseProgress(text);
    if (!theirs) return false;
    this.#progress = mergeProgress(this.#progress, theirs);
    this.#keep();
    return true;
  }

  #keep(): boolean {
    const kept = keep(key, JSON.stringify(this.#progress));
    this.#changes.fire();
    return kept;
  }
}
