import { expect, test } from 'vitest';
import { emptyProgress, mergeProgress, parseProgress, type Progress, progressOf } from './progress.ts';

test('what was kept is read back; damaged entries count as nothing', () => {
  const kept = { version: 1, labs: { a: { done: { t: 5, u: 'x' }, hints: { t: 2 }, answers: null }, b: 3 } };
  expect(parseProgress(JSON.stringify(kept))).toEqual({
    version: 1,
    labs: { a: { done: { t: 5 }, hints: { t: 2 }, answers: {} }, b: { done: {}, hints: {}, answers: {} } },
    quizzes: {},
  });
  expect(parseProgress('{')).toBeUndefined();
  expect(parseProgress('{"version":2,"labs":{}}')).toBeUndefined();
});

test('merging keeps what is done in either, at the earlier time, and the most hints', () => {
  const a = { version: 1 as const, labs: { x: { done: { t: 5, u: 9 }, hints: { t: 1 }, answers: { t: 'mine' } } }, quizzes: {} };
  const b = { version: 1 as const, labs: { x: { done: { t: 3 }, hints: { t: 2, u: 1 }, answers: { t: 'theirs', u: 'b' } }, y: { done: { z: 1 }, hints: {}, answers: {} } }, quizzes: {} };
  const merged = mergeProgress(a, b);
  expect(merged.labs['x']).toEqual({ done: { t: 3, u: 9 }, hints: { t: 2, u: 1 }, answers: { t: 'mine', u: 'b' } });
  expect(progressOf(merged, 'y').done).toEqual({ z: 1 });
  expect(mergeProgress(emptyProgress(), a)).toEqual(a);
});

test('quizzes: damaged answers are left out; merging keeps the later last and the better best', () => {
  const read = parseProgress(JSON.stringify({ version: 1, labs: {}, quizzes: { q: { seed: 4, answers: { a: { first: true, given: ['x'], shown: false }, b: { first: 1 } }, last: { right: 1 }, best: { right: 2, of: 3, at: 4 } }, r: 1 } }));
  expect(read?.quizzes).toEqual({ q: { seed: 4, answers: { a: { first: true, given: ['x'], shown: false } }, last: undefined, best: { right: 2, of: 3, at: 4 } } });
  const quiz = (right: number, at: number, answers = {}): Progress => ({ ...emptyProgress(), quizzes: { q: { seed: at, answers, last: { right, of: 9, at }, best: { right, of: 9, at } } } });
  const answers = { a: { first: true, given: ['x'], shown: false } };
  expect(mergeProgress(quiz(5, 1, answers), quiz(4, 2)).quizzes['q']).toEqual({ seed: 1, answers, last: { right: 4, of: 9, at: 2 }, best: { right: 5, of: 9, at: 1 } });
  expect(mergeProgress(quiz(4, 2), quiz(5, 1, answers)).quizzes['q']).toMatchObject({ seed: 1, answers, last: { at: 2 }, best: { right: 5 } });
});
