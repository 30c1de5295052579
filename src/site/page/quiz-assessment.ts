import { el, part } from '../dock/dom.ts';
import type { ProgressStore } from '../dock/progress-store.ts';
import type { SiteLocale } from '../i18n/locale.ts';
import { quizTexts } from '../i18n/quiz-texts.ts';
import { ask, drawAssessment, type Drawn, resultsByRow } from '../../quiz/index.ts';
import { QuizAttempt } from './quiz-attempt.ts';
import type { QuizData } from './quiz-data.ts';
import { inline } from './quiz-parts.ts';
import { questionForm } from './quiz-question.ts';

/** Questions drawn from several quizzes, one at a time, each answered once; at the end, topic by topic, what to repeat. */
export function startAssessment(body: HTMLElement, { id, quizzes, draw = 25, topics }: QuizData, store: ProgressStore, locale: SiteLocale): void {
  const t = quizTexts(locale);
  const attempt = new QuizAttempt(id, store);
  const drawn = (): Drawn<string>[] => drawAssessment(quizzes, draw, attempt.seed);
  const names = (): string[] => drawn().map(({ name }) => name);

  const lead = part(body, '[data-quiz-lead]');

  const showStart = (): void => {
    body.replaceChildren(
      lead,
      ...(attempt.last ? [el('p', {}, t('assessmentLast', { right: attempt.last.right, of: attempt.last.of }))] : []),
      el('button', { type: 'button', class: 'button primary', onclick: () => begin() }, t('assessmentStart')),
    );
  };
  const begin = (): void => {
    attempt.restart();
    showQuestion(0, true);
  };
  const showQuestion = (index: number, focus: boolean): void => {
    const all = drawn();
    const current = all[index];
    if (!current) return;
    const values = { n: index + 1, all: all.length };
    const next = el('button', { type: 'button', class: 'button primary', onclick: () => (index + 1 < all.length ? showQuestion(index + 1, true) : showResult(true)) }, t(index + 1 < all.length ? 'next' : 'toResult'));
    const bar = el('div', { class: 'quiz-bar', 'aria-hidden': 'true' }, el('i', { style: `width: ${(100 * index) / all.length}%` }));
    const head = el('h2', { class: 'quiz-position', tabindex: '-1' }, t('numberOf', values));
    const form = questionForm({
      question: ask(current.item, attempt.seed, locale),
      name: `assessment-${index}`,
      number: '',
      numberLong: t('numberOf', values),
      t,
      once: true,
      kept: attempt.answer(current.name),
      answered: (answer) => {
        attempt.record(current.name, answer);
        attempt.finish(names());
        form.append(next);
        next.focus();
      },
      another: undefined,
    });
    if (attempt.answer(current.name)) form.append(next);
    body.replaceChildren(head, bar, form);
    if (focus) head.focus();
    if (focus && head.getBoundingClientRect().top < 0) head.scrollIntoView();
  };
  const showResult = (focus: boolean): void => {
    const all = drawn();
    const { right, all: of } = attempt.count(names());
    const order = Object.keys(topics);
    const rows = resultsByRow(all.map(({ name, item }) => ({ row: item.row, right: attempt.answer(name)?.first === true }))).sort((a, b) => order.indexOf(a.row) - order.indexOf(b.row));
    const head = el('h2', { tabindex: '-1' }, t('assessmentResult'));
    const cell = (row: string): HTMLElement => {
      const topic = topics[row];
      if (topic?.href === undefined) return inline('span', '', topic?.title ?? row);
      const link = inline('a', '', topic.title);
      link.href = topic.href;
      return link;
    };
    body.replaceChildren(
      head,
      el('p', { class: 'quiz-score' }, t('assessmentScore', { right, all: of })),
      ...(attempt.best && attempt.best.right > right ? [el('p', {}, t('best', { right: attempt.best.right, of: attempt.best.of }))] : []),
      el('table', { class: 'quiz-topics' },
        el('thead', {}, el('tr', {}, ...(['topic', 'result', 'verdict'] as const).map((key) => el('th', { scope: 'col' }, t(key))))),
        el('tbody', {}, ...rows.map((each) => el('tr', { 'data-row': each.row, 'data-good': String(each.right === each.of) },
          el('th', { scope: 'row' }, cell(each.row)),
          el('td', {}, t('rowResult', { right: each.right, of: each.of })),
          el('td', {}, `${each.right === each.of ? '✓ ' : ''}${t(each.right === each.of ? 'topicGood' : 'topicRepeat')}${topics[each.row]?.href === undefined && each.right < each.of ? ` (${t('topicPlanned')})` : ''}`)))),
      ),
      ...(attempt.kept ? [] : [el('p', {}, t('notKept'))]),
      el('button', { type: 'button', class: 'button', onclick: begin }, t('again')),
    );
    if (focus) head.focus();
  };

  const answered = attempt.count(names()).answered;
  if (answered === 0) showStart();
  else if (answered < names().length) showQuestion(names().findIndex((name) => !attempt.answer(name)), false);
  else showResult(false);
}
