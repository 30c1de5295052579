import type { ProgressStore } from '../dock/progress-store.ts';
import type { QuizAnswer, QuizProgress, QuizScore } from '../../lab/index.ts';

/** An attempt at the questions of a page: its seed and answers, kept with the progress. */
export class QuizAttempt {
  readonly #id: string;
  readonly #store: ProgressStore;
  #progress: QuizProgress;
  /** False once the browser has refused to keep something. */
  kept = true;

  constructor(id: string, store: ProgressStore) {
    this.#id = id;
    this.#store = store;
    this.#progress = store.quiz(id) ?? { seed: newSeed(), answers: {}, last: undefined, best: undefined };
  }

  get seed(): number {
    return this.#progress.seed;
  }

  get last(): QuizScore | undefined {
    return this.#progress.last;
  }

  get best(): QuizScore | undefined {
    return this.#progress.best;
  }

  /** The answer to a question in this attempt. */
  answer(question: string): QuizAnswer | undefined {
    return this.#progress.answers[question];
  }

  /** Keeps an answer. What counts is the first one. */
  record(question: string, { right, given, shown }: { right: boolean; given: readonly string[]; shown: boolean }): void {
    const first = this.answer(question)?.first ?? (right && !shown);
    this.#keep({ ...this.#progress, answers: { ...this.#progress.answers, [question]: { first, given: [...given], shown } } });
  }

  /** How many of `questions` are answered, and how many were right at the first try. */
  count(questions: readonly string[]): { answered: number; right: number; all: number } {
    const answers = questions.flatMap((each) => this.answer(each) ?? []);
    return { answered: answers.length, right: answers.filter(({ first }) => first).length, all: questions.length };
  }

  /** Keeps the score when all questions are answered. */
  finish(questions: readonly string[]): void {
    const { answered, right, all } = this.count(questions);
    const { best } = this.#progress;
    if (answered < all) return;
    const last = { right, of: all, at: Date.now() };
    this.#keep({ ...this.#progress, last, best: best && best.right / best.of >= right / all ? best : last });
  }

  /** Begins anew, with other numbers. */
  restart(): void {
    this.#keep({ ...this.#progress, seed: newSeed(), answers: {} });
  }

  #keep(progress: QuizProgress): void {
    this.#progress = progress;
    this.kept = this.#store.setQuiz(this.#id, progress);
  }
}

/** A seed that no attempt before had, as far as chance allows. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
