import { Dice, seedFor } from './dice.ts';
import { generators } from './generate/index.ts';
import { localized } from './localized.ts';
import type { Bilingual, Question, QuizItem } from './quiz.ts';

/** An item as one attempt shows it: generated ones are filled in, options and items mixed. The same seed gives the same question. Throws for an unknown generator. */
export function ask(item: QuizItem<string>, seed: number, locale: keyof Bilingual): Question<string> {
  const dice = new Dice(seedFor(seed, item.id));
  switch (item.kind) {
    case 'generated': {
      const generate = generators.get(item.generator);
      if (!generate) throw new Error(`there is no generator ${item.generator}`);
      const draft: Question<Bilingual> = { ...generate(dice), id: item.id, row: item.row };
      return localized(draft, locale) as Question<string>;
    }
    case 'single':
    case 'multiple':
      return item.fixed ? item : { ...item, options: dice.shuffle(item.options) };
    case 'match':
      return { ...item, pairs: dice.shuffle(item.pairs), choices: dice.shuffle(item.choices) };
    case 'order':
      return { ...item, items: mixed(item.items, item.right, dice) };
    case 'entry':
      return item;
  }
}

/** Never in the right order from the start. */
function mixed<T extends { id: string }>(items: readonly T[], right: readonly string[], dice: Dice): readonly T[] {
  const shown = dice.shuffle(items);
  return shown.every(({ id }, place) => id === right[place]) ? [...shown.slice(1), ...shown.slice(0, 1)] : shown;
}
