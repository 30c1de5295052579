import { el } from '../dock/dom.ts';
import { type Given, judge, type Question } from '../../quiz/index.ts';
import type { QuizTexts } from '../i18n/quiz-texts.ts';
import { explanation } from './quiz-explanation.ts';
import { fieldsFor } from './quiz-fields.ts';
import { inline } from './quiz-parts.ts';

export interface QuestionOptions {
  question: Question<string>;
  /** Unique on the page. */
  name: string;
  /** Shown before the text, and how it is read out. */
  number: string;
  numberLong: string;
  t: QuizTexts;
  /** One answer only, explained whatever it is. */
  once: boolean;
  /** An answer from before. */
  kept: { given: Given; shown: boolean } | undefined;
  answered(answer: { given: Given; right: boolean; shown: boolean }): void;
  /** For generated questions: puts another one in this one's place. */
  another: (() => void) | undefined;
}

/** A question with its controls, its button and what is said to the answer. */
export function questionForm({ question, name, number, numberLong, t, once, kept, answered, another }: QuestionOptions): HTMLFormElement {
  const said = el('div', { class: 'question-said', role: 'status' });
  const check = el('button', { type: 'submit', class: once ? 'button primary' : 'button' }, t('check'));
  const show = el('button', { type: 'button', class: 'button', hidden: true, onclick: () => giveUp() }, t('show'));
  const more = another && el('button', { type: 'button', class: 'button', hidden: true, onclick: another }, t('another'));
  const fields = fieldsFor(question, name, t, () => {
    if (form.dataset['state'] === 'solved') return;
    fields.mark(undefined);
    said.replaceChildren();
    delete form.dataset['state'];
  });
  const legend = el('legend', { class: 'question-text' }, el('span', { class: 'question-number', 'aria-hidden': 'true' }, number), el('span', { class: 'sr-only' }, `${numberLong}: `), inline('span', '', question.text));
  const form = el(
    'form',
    {
      class: 'question', novalidate: true, 'data-question': question.id, 'data-kind': question.kind,
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        if (form.dataset['state'] !== 'solved') submit();
      },
    },
    el('fieldset', {}, legend, fields.hint && el('p', { class: 'question-hint' }, t(fields.hint)), fields.element),
    el('div', { class: 'question-actions' }, check, show),
    said,
    more,
  );

  function submit(): void {
    const given = fields.given();
    const judgement = judge(question, given);
    if (!judgement) {
      said.replaceChildren(el('p', { class: 'verdict-open' }, t(fields.open)));
      return;
    }
    answered({ given, right: judgement.right, shown: false });
    view(given, false);
  }
  function giveUp(): void {
    const given = fields.given();
    answered({ given, right: false, shown: true });
    view(given, true);
  }
  /** Shows what an answer is worth. */
  function view(given: Given, shown: boolean): void {
    const judgement = judge(question, given);
    const solved = once || shown || judgement?.right === true;
    form.dataset['state'] = solved ? 'solved' : 'wrong';
    fields.mark(judgement);
    said.replaceChildren(...explanation(question, given, judgement, shown || once, once, t));
    show.hidden = solved || once;
    if (!solved) return;
    fields.lock();
    const held = document.activeElement === check || document.activeElement === show;
    check.hidden = true;
    if (more) more.hidden = false;
    if (!held || once) return;
    said.tabIndex = -1;
    said.focus();
  }
  if (kept) {
    fields.fill(kept.given);
    view(kept.given, kept.shown);
  }
  return form;
}
