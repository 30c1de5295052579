import { el } from '../dock/dom.ts';
import type { ProgressStore } from '../dock/progress-store.ts';
import type { SiteLocale } from '../i18n/locale.ts';
import { quizTexts } from '../i18n/quiz-texts.ts';
import { ask, type QuizItem, resultsByRow } from '../../quiz/index.ts';
import { newSeed, QuizAttempt } from './quiz-attempt.ts';
import type { QuizData } from './quiz-data.ts';
import { inline } from './quiz-parts.ts';
import { questionForm } from './quiz-question.ts';

/** The questions at the end of a lesson: all at once, each as often as one likes; what counts is the first answer. */
export function startLessonQuiz(body: HTMLElement, { id, quizzes, topics }: QuizData, store: ProgressStore, locale: SiteLocale): void {
  const t = quizTexts(locale);
  const items = quizzes.flatMap((quiz) => quiz.items);
  const ids = items.map((item) => item.id);
  const attempt = new QuizAttempt(id, store);
  const foot = el('div', { class: 'quiz-foot' });

  const form = (item: QuizItem<string>, index: number, seed: number, counts: boolean): HTMLFormElement => {
    const made = questionForm({
      question: ask(item, seed, locale),
      name: `${id}-${item.id}`,
      number: String(index + 1),
      numberLong: t('number', { n: index + 1 }),
      t,
      once: false,
      kept: counts ? attempt.answer(item.id) : undefined,
      answered: (answer) => {
        if (!counts) return;
        const before = attempt.count(ids).answered;
        attempt.record(item.id, answer);
        if (attempt.count(ids).answered > before) attempt.finish(ids);
        showFoot();
      },
      another: item.kind === 'generated' ? () => {
        const next = form(item, index, newSeed(), false);
        made.replaceWith(next);
        next.querySelector<HTMLElement>('input, select')?.focus();
      } : undefined,
    });
    return made;
  };
  const showFoot = (): void => {
    const count = attempt.count(ids);
    const done = count.answered === count.all;
    const repeat = resultsByRow(items.map((item) => ({ row: item.row, right: attempt.answer(item.id)?.first === true }))).filter(({ right, of }) => right < of);
    const again = el('button', { type: 'button', class: 'button', onclick: restart }, t('again'));
    foot.hidden = count.answered === 0;
    foot.replaceChildren(
      el('p', { class: 'quiz-score', role: 'status' }, t(done ? 'finished' : 'score', count)),
      ...(done && attempt.best ? [el('p', {}, t('best', { right: attempt.best.right, of: attempt.best.of }))] : []),
      ...(done && repeat.length > 0 ? [el('p', {}, t('repeat')), el('ul', {}, ...repeat.map(({ row }) => el('li', {}, topicLink(row))))] : []),
      ...(attempt.kept ? [] : [el('p', {}, t('notKept'))]),
      ...(count.answered > 0 ? [again] : []),
    );
  };
  const topicLink = (row: string): HTMLElement => {
    const topic = topics[row];
    if (topic?.href === undefined) return inline('span', '', topic?.title ?? row);
    const link = inline('a', '', topic.title);
    link.href = topic.href;
    return link;
  };
  const render = (): void => {
    body.replaceChildren(...items.map((item, index) => form(item, index, attempt.seed, true)), foot);
    showFoot();
  };
  function restart(): void {
    attempt.restart();
    render();
    const first = body.querySelector<HTMLElement>('input, select, button');
    first?.focus();
    first?.closest('form')?.scrollIntoView({ block: 'start' });
  }
  render();
}
