import type { Dice } from '../dice.ts';
import type { Bilingual, ChoiceQuestion, EntryQuestion, Option } from '../quiz.ts';

/** A question as a generator makes it: its place in a quiz gives it id and row. */
export type Draft = Omit<ChoiceQuestion<Bilingual>, 'id' | 'row'> | Omit<EntryQuestion<Bilingual>, 'id' | 'row'>;

/** Makes a question from chance; the same dice make the same question. */
export type Generator = (dice: Dice) => Draft;

/** A draft with one right answer among options that keep their order. */
export function choice(text: Bilingual, options: readonly Option<Bilingual>[], rest: { why?: Bilingual; working?: Draft['working'] } = {}): Draft {
  return { kind: 'single', fixed: true, text, options, why: rest.why, working: rest.working };
}

/** A draft with an answer to type. Mistakes that happen to be the right answer, or another mistake, are left out. */
export function entry(
  kind: EntryQuestion<Bilingual>['entry'],
  text: Bilingual,
  answer: string,
  rest: { why: Bilingual; working?: Draft['working']; mistakes?: readonly (readonly [answer: string, why: Bilingual])[] },
): Draft {
  const mistakes = new Map((rest.mistakes ?? []).filter(([is]) => is !== answer).reverse());
  return { kind: 'entry', entry: kind, text, accepts: [answer], why: rest.why, working: rest.working, mistakes: [...mistakes].map(([is, why]) => ({ is: [is], why })) };
}
