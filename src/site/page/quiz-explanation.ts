import { el } from '../dock/dom.ts';
import { answerLines, explain, type Given, type Judgement, type Question, type Working } from '../../quiz/index.ts';
import type { QuizTexts } from '../i18n/quiz-texts.ts';
import { inline } from './quiz-parts.ts';

/** What is said to an answer: the verdict, the reasons, and once it is solved or given up the answer and the calculation. */
export function explanation(question: Question<string>, given: Given, judgement: Judgement | undefined, reveal: boolean, once: boolean, t: QuizTexts): HTMLElement[] {
  const right = judgement?.right === true;
  const parts: HTMLElement[] = [];
  if (judgement) parts.push(el('p', { class: 'verdict', 'data-right': String(right) }, el('span', { 'aria-hidden': 'true' }, right ? '✓ ' : '✕ '), el('strong', {}, t(right ? 'right' : once ? 'wrongOnce' : 'wrong'))));
  if (judgement && !right && !reveal && judgement.missing > 0 && question.kind === 'multiple') parts.push(el('p', {}, t('missing', { n: judgement.missing })));
  // Options and pairs say in their reasons which are right.
  if (reveal && !right && (question.kind === 'order' || question.kind === 'entry')) parts.push(el('p', {}, t('shown')), el(question.kind === 'order' ? 'ol' : 'ul', { class: 'answer-lines' }, ...answerLines(question).map((line) => inline('li', '', line))));
  const reasons = explain(question, given, judgement, reveal);
  parts.push(...reasons.filter(({ about }) => about === undefined).map(({ text }) => inline('p', '', text)));
  const about = reasons.filter((reason) => reason.about !== undefined);
  if (about.length === 1 && question.kind === 'single') parts.push(inline('p', '', about[0]?.text ?? ''));
  else if (about.length > 0) {
    parts.push(el('ul', { class: 'reasons' }, ...about.map((reason) => {
      // A pair's reason says what belongs together: only options are right or wrong by themselves.
      const isRight = question.kind === 'match' ? undefined : reason.right === true;
      const sign = isRight === undefined ? undefined : el('span', { class: 'reason-sign' }, el('span', { 'aria-hidden': 'true' }, isRight ? '✓' : '✕'), el('span', { class: 'sr-only' }, `${t(isRight ? 'isRight' : 'isWrong')}: `));
      return el('li', isRight === undefined ? {} : { 'data-right': String(isRight) }, sign, el('span', {}, inline('b', '', reason.about ?? ''), '. ', inline('span', '', reason.text)));
    })));
  }
  if (question.working && (right || reveal)) parts.push(workedOut(question.working, t));
  return parts;
}

/** A calculation bit by bit; the network's bits stand out. */
function workedOut({ prefix, lines }: Working<string>, t: QuizTexts): HTMLElement {
  return el('dl', { class: 'working', 'aria-label': t('working') }, ...lines.map(({ label, value, bits }) => el('div', {}, el('dt', {}, label), el('dd', {}, el('span', { class: 'working-value' }, value), shownBits(bits, prefix)))));
}

function shownBits(bits: string, prefix: number | undefined): HTMLElement {
  if (prefix === undefined) return el('code', {}, bits);
  let at = 0;
  for (let left = prefix; left > 0 && at < bits.length; at++) if (bits[at] !== '.') left--;
  return el('code', {}, el('b', {}, bits.slice(0, at)), bits.slice(at));
}
