import { localized, type Quiz } from '../../quiz/index.ts';
import { readQuiz } from '../build/index.ts';
import type { SiteLocale } from '../i18n/locale.ts';
import type { QuizData, QuizTopic } from '../page/quiz-data.ts';
import { rowById } from './manifest.ts';
import { chapterPath } from './paths.ts';

/** The self-assessment: which quizzes it draws from, and how many questions. */
export const selfAssessment = { id: 'self-assessment', quizzes: ['localhost-and-ports', 'tcp-ip-stack', 'addresses-and-masks', 'loopback'], count: 25 } as const;

/** Where the self-assessment is. */
export function selfAssessmentPath(locale: SiteLocale): string {
  return `/${locale}/self-assessment/`;
}

/** What a page needs to show these quizzes; a sentence for the author when a question names a row that the course has not. */
export function quizData(id: string, quizzes: readonly string[], locale: SiteLocale, draw?: number): QuizData {
  const inLocale = quizzes.map((each) => localized(readQuiz(each), locale) as Quiz<string>);
  const topics: Record<string, QuizTopic> = {};
  for (const { row: name } of inLocale.flatMap(({ items }) => items)) {
    const { row, chapter } = rowById(name);
    topics[name] = { title: row.title[locale], href: chapter.status === 'finished' ? `${chapterPath(chapter, locale)}#row-${name.replace('.', '-')}` : undefined };
  }
  return { id, quizzes: inLocale, draw, topics };
}

/** Data for a script element: nothing in it can end the element. */
export function scriptJson(data: QuizData): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}
