import { Dice } from './dice.ts';
import type { Quiz, QuizItem } from './quiz.ts';

/** A question drawn for an assessment; its name is unique among all quizzes. */
export interface Drawn<T> {
  name: string;
  item: QuizItem<T>;
}

/** Draws about `count` questions, as evenly over the rows as the quizzes allow, in the order of the quizzes. The same seed draws the same. */
export function drawAssessment<T>(quizzes: readonly Quiz<T>[], count: number, seed: number): Drawn<T>[] {
  const dice = new Dice(seed);
  const all = quizzes.flatMap((quiz) => quiz.items.map((item) => ({ name: `${quiz.id}/${item.id}`, item })));
  const pools = dice.shuffle([...Map.groupBy(all, ({ item }) => item.row).values()].map((pool) => dice.shuffle(pool)));
  const drawn = new Set<Drawn<T>>();
  for (let round = 0; drawn.size < Math.min(count, all.length); round++) {
    for (const pool of pools) {
      const next = pool[round];
      if (next && drawn.size < count) drawn.add(next);
    }
  }
  return all.filter((each) => drawn.has(each));
}

/** How a row went. */
export interface RowResult {
  row: string;
  right: number;
  of: number;
}

/** The results by row, in the order in which rows first appear. */
export function resultsByRow(answers: readonly { row: string; right: boolean }[]): RowResult[] {
  return [...Map.groupBy(answers, ({ row }) => row)].map(([row, group]) => ({ row, right: group.filter(({ right }) => right).length, of: group.length }));
}
