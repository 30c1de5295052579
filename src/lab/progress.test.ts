import { expect, test } from 'vitest';
import { emptyProgress, mergeProgress, parseProgress, progressOf } from './progress.ts';

test('what was kept is read back; damaged entries count as nothing', () => {
  const kept = { version: 1, labs: { a: { done: { t: 5, u: 'x' }, hints: { t: 2 }, answers: null }, b: 3 } };
  expect(parseProgress(JSON.stringify(kept))).toEqual({
    version: 1,
    labs: { a: { done: { t: 5 }, hints: { t: 2 }, answers: {} }, b: { done: {}, hints: {}, answers: {} } },
  });
  expect(parseProgress('{')).toBeUndefined();
  expect(parseProgress('{"version":2,"labs":{}}')).toBeUndefined();
});

test('merging keeps what is done in either, at the earlier time, and the most hints', () => {
  const a = { version: 1 as const, labs: { x: { done: { t: 5, u: 9 }, hints: { t: 1 }, answers: { t: 'mine' } } } };
  const b = { version: 1 as const, labs: { x: { done: { t: 3 }, hints: { t: 2, u: 1 }, answers: { t: 'theirs', u: 'b' } }, y: { done: { z: 1 }, hints: {}, answers: {} } } };
  const merged = mergeProgress(a, b);
  expect(merged.labs['x']).toEqual({ done: { t: 3, u: 9 }, hints: { t: 2, u: 1 }, answers: { t: 'mine', u: 'b' } });
  expect(progressOf(merged, 'y').done).toEqual({ z: 1 });
  expect(mergeProgress(emptyProgress(), a)).toEqual(a);
});
