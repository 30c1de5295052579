import type { Quiz } from '../../quiz/index.ts';

/** A row of the course as a quiz names it; `href` where its lesson is written. */
export interface QuizTopic {
  title: string;
  href: string | undefined;
}

/** What a page with questions holds for the script, in the page's language. */
export interface QuizData {
  /** Under this name the result is kept. */
  id: string;
  quizzes: readonly Quiz<string>[];
  /** Questions to draw from the quizzes, each answered once; without it all are shown at once. */
  draw: number | undefined;
  topics: Readonly<Record<string, QuizTopic>>;
}
