import { el } from '../dock/dom.ts';
import { showInline } from '../dock/inline.ts';
import type { QuizKey, QuizTexts } from '../i18n/quiz-texts.ts';
import type { Given, Judgement } from '../../quiz/index.ts';

/** The controls of one question. */
export interface Fields {
  element: HTMLElement;
  given(): string[];
  /** Puts an answer in. */
  fill(given: Given): void;
  /** Shows which parts are right; undefined takes the marks away. */
  mark(judgement: Judgement | undefined): void;
  /** Nothing can be changed any more; what has the focus keeps it. */
  lock(): void;
  /** What is said when the answer is none yet. */
  open: QuizKey;
  /** A sentence above the controls. */
  hint?: QuizKey;
}

/** An element with inline Markdown in it. */
export function inline<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text: string): HTMLElementTagNameMap[K] {
  const made = el(tag, { class: className });
  showInline(made, text);
  return made;
}

/** Marks a part as right or wrong, for the eye and the ear. */
export function markPart(element: HTMLElement, right: boolean | undefined, t: QuizTexts): void {
  element.querySelector(':scope > .part-mark')?.remove();
  if (right === undefined) delete element.dataset['right'];
  else {
    element.dataset['right'] = String(right);
    element.append(el('span', { class: 'part-mark' }, el('span', { 'aria-hidden': 'true' }, right ? '✓' : '✕'), el('span', { class: 'sr-only' }, ` ${t(right ? 'isRight' : 'isWrong')}`)));
  }
}
