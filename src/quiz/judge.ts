import { normalizeEntry } from './entry.ts';
import type { ChoiceQuestion, Given, MatchQuestion, OrderQuestion, Question } from './quiz.ts';

/** What a learner's answer is worth. */
export interface Judgement {
  right: boolean;
  /** Which of the given parts are right: options chosen, items in their place, pairs. Empty for what was typed. */
  parts: Readonly<Record<string, boolean>>;
  /** How many right options were left out. */
  missing: number;
}

/** Judges an answer; undefined when it is none yet: nothing chosen, something still open, or a text that is not of the kind asked for. */
export function judge<T>(question: Question<T>, given: Given): Judgement | undefined {
  if (question.kind === 'order') return judgeOrder(question, given);
  if (question.kind === 'match') return judgeMatch(question, given);
  if (question.kind !== 'entry') return judgeChoice(question, given);
  const value = normalizeEntry(question.entry, given[0] ?? '');
  if (value === undefined) return undefined;
  return { right: question.accepts.some((each) => normalizeEntry(question.entry, each) === value), parts: {}, missing: 0 };
}

function judgeChoice<T>({ options }: ChoiceQuestion<T>, given: Given): Judgement | undefined {
  const chosen = options.filter(({ id }) => given.includes(id));
  if (chosen.length === 0) return undefined;
  const missing = options.filter(({ id, right }) => right && !given.includes(id)).length;
  return { right: missing === 0 && chosen.every(({ right }) => right), parts: Object.fromEntries(chosen.map(({ id, right }) => [id, right])), missing };
}

function judgeOrder<T>({ right }: OrderQuestion<T>, given: Given): Judgement | undefined {
  if (given.length !== right.length) return undefined;
  const parts = Object.fromEntries(given.map((id, place) => [id, right[place] === id]));
  return { right: Object.values(parts).every(Boolean), parts, missing: 0 };
}

function judgeMatch<T>({ pairs }: MatchQuestion<T>, given: Given): Judgement | undefined {
  if (given.length !== pairs.length || given.includes('')) return undefined;
  const parts = Object.fromEntries(pairs.map(({ id, choice }, index) => [id, given[index] === choice]));
  return { right: Object.values(parts).every(Boolean), parts, missing: 0 };
}

/** The answer that is right. */
export function rightAnswer<T>(question: Question<T>): Given {
  if (question.kind === 'order') return question.right;
  if (question.kind === 'match') return question.pairs.map(({ choice }) => choice);
  if (question.kind === 'entry') return [question.accepts[0]];
  return question.options.filter(({ right }) => right).map(({ id }) => id);
}
