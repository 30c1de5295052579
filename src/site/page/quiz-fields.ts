import { el } from '../dock/dom.ts';
import type { ChoiceQuestion, EntryQuestion, MatchQuestion, Question } from '../../quiz/index.ts';
import type { QuizTexts } from '../i18n/quiz-texts.ts';
import { orderFields } from './quiz-order.ts';
import { type Fields, inline, markPart } from './quiz-parts.ts';

/** The controls for a question. `name` is unique on the page; `changed` is called when the learner changes something. */
export function fieldsFor(question: Question<string>, name: string, t: QuizTexts, changed: () => void): Fields {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return choiceFields(question, name, t, changed);
    case 'order':
      return orderFields(question, t, changed);
    case 'match':
      return matchFields(question, name, t, changed);
    case 'entry':
      return entryFields(question, name, t, changed);
  }
}

function choiceFields({ kind, options }: ChoiceQuestion<string>, name: string, t: QuizTexts, changed: () => void): Fields {
  const rows = options.map(({ id, text }) => {
    const input = el('input', { type: kind === 'single' ? 'radio' : 'checkbox', name, value: id, onchange: changed });
    return { id, input, row: el('label', { class: 'answer' }, input, inline('span', 'answer-text', text)) };
  });
  return {
    element: el('div', { class: 'answers' }, ...rows.map(({ row }) => row)),
    given: () => rows.filter(({ input }) => input.checked).map(({ id }) => id),
    fill: (given) => {
      for (const { id, input } of rows) input.checked = given.includes(id);
    },
    mark: (judgement) => {
      for (const { id, row } of rows) markPart(row, judgement?.parts[id], t);
    },
    lock: () => {
      for (const { input, row } of rows) {
        row.dataset['locked'] = '';
        input.setAttribute('aria-disabled', 'true');
        input.addEventListener('click', (event) => event.preventDefault());
      }
    },
    open: 'open_choice',
    ...(kind === 'multiple' ? { hint: 'several' as const } : {}),
  };
}

function matchFields({ pairs, choices }: MatchQuestion<string>, name: string, t: QuizTexts, changed: () => void): Fields {
  const rows = pairs.map(({ id, text }) => {
    const select = el('select', { id: `${name}-${id}`, onchange: changed }, el('option', { value: '' }, t('matchChoose')), ...choices.map((choice) => el('option', { value: choice.id }, choice.text.replaceAll('`', ''))));
    const label = inline('label', 'match-left', text);
    label.htmlFor = select.id;
    return { id, select, row: el('div', { class: 'match-row' }, label, select) };
  });
  return {
    element: el('div', { class: 'match' }, ...rows.map(({ row }) => row)),
    given: () => rows.map(({ select }) => select.value),
    fill: (given) => {
      for (const [index, { select }] of rows.entries()) select.value = given[index] ?? '';
    },
    mark: (judgement) => {
      for (const { id, row } of rows) markPart(row, judgement?.parts[id], t);
    },
    lock: () => {
      for (const { select } of rows) select.disabled = true;
    },
    open: 'open_match',
  };
}

const keyboards: Readonly<Record<EntryQuestion<string>['entry'], string>> = { text: 'text', number: 'numeric', ipv4: 'decimal', ipv6: 'text', cidr: 'text', mask: 'decimal', prefix: 'text', binary: 'numeric' };

function entryFields({ entry }: EntryQuestion<string>, name: string, t: QuizTexts, changed: () => void): Fields {
  const input = el('input', { id: `${name}-entry`, type: 'text', inputmode: keyboards[entry], autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', oninput: changed });
  const row = el('div', { class: 'entry' }, el('label', { for: input.id }, t('answer')), input);
  return {
    element: row,
    given: () => [input.value],
    fill: ([text = '']) => {
      input.value = text;
    },
    mark: (judgement) => {
      markPart(row, judgement?.right, t);
      input.setAttribute('aria-invalid', String(judgement?.right === false));
    },
    lock: () => {
      input.readOnly = true;
    },
    open: `open_${entry}`,
  };
}
