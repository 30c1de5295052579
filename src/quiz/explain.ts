import { normalizeEntry } from './entry.ts';
import { type Judgement, rightAnswer } from './judge.ts';
import type { Given, Question } from './quiz.ts';

/** A reason: what it is about (an option, a pair) when it is not about the whole answer, and whether that is right. */
export interface Reason {
  about: string | undefined;
  right: boolean | undefined;
  text: string;
}

/**
 * Why an answer is right or wrong. A wrong answer gets the reasons of what was given and keeps the rest for another try;
 * a right one, and one that was given up (`reveal`), gets all of them, each about its part with what belongs to it.
 */
export function explain(question: Question<string>, given: Given, judgement: Judgement | undefined, reveal = false): Reason[] {
  const all = reveal || judgement?.right === true;
  const whole = all && question.why !== undefined ? [{ about: undefined, right: undefined, text: question.why }] : [];
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [...whole, ...question.options.filter(({ id }) => all || given.includes(id)).map(({ text, right, why }) => ({ about: text, right, text: why }))];
    case 'match':
      return [...whole, ...question.pairs.flatMap(({ id, text, choice, why }) => {
        if (why === undefined || (!all && judgement?.parts[id] !== false)) return [];
        const belongs = question.choices.find((each) => each.id === choice)?.text ?? '';
        return [{ about: all ? `${text} — ${belongs}` : text, right: judgement?.parts[id], text: why }];
      })];
    case 'order':
      return whole;
    case 'entry': {
      const value = normalizeEntry(question.entry, given[0] ?? '');
      const mistake = judgement?.right === false ? question.mistakes.find(({ is }) => is.some((each) => normalizeEntry(question.entry, each) === value)) : undefined;
      return [...(mistake ? [{ about: undefined, right: false, text: mistake.why }] : []), ...whole];
    }
  }
}

/** The right answer in words, one line a part; for the learner who gives up, and for pages without a script. */
export function answerLines(question: Question<string>): string[] {
  if (question.kind === 'entry') return [`\`${question.accepts[0]}\``];
  if (question.kind === 'match') return question.pairs.map(({ text, choice }) => `${text} — ${question.choices.find(({ id }) => id === choice)?.text ?? ''}`);
  const parts = question.kind === 'order' ? question.items : question.options;
  return rightAnswer(question).map((id) => parts.find((part) => part.id === id)?.text ?? '');
}
