import type { ProgressStore } from '../dock/progress-store.ts';
import { part } from '../dock/dom.ts';
import { localeOfPath } from '../i18n/locale.ts';
import { startAssessment } from './quiz-assessment.ts';
import type { QuizData } from './quiz-data.ts';
import { startLessonQuiz } from './quiz-lesson.ts';

/** Puts live questions in place of those to read. */
export function startQuiz(section: HTMLElement, store: ProgressStore): void {
  const data = JSON.parse(part(section, '[data-quiz-data]').textContent) as QuizData;
  const start = data.draw === undefined ? startLessonQuiz : startAssessment;
  start(part(section, '[data-quiz-body]'), data, store, localeOfPath(location.pathname));
  section.dataset['quizLive'] = '';
}
