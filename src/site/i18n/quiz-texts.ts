import { fill, type SiteLocale } from './locale.ts';
import { quizEn, type QuizKey } from './quiz-en.ts';
import { quizRu } from './quiz-ru.ts';

export type { QuizKey } from './quiz-en.ts';

/** Texts of quizzes in one language. */
export type QuizTexts = (key: QuizKey, values?: Readonly<Record<string, string | number>>) => string;

/** What quizzes say in `locale`. */
export function quizTexts(locale: SiteLocale): QuizTexts {
  const texts: Readonly<Record<QuizKey, string>> = locale === 'ru' ? quizRu : quizEn;
  return (key, values) => fill(texts[key], values);
}
