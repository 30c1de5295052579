import { expect, it } from 'vitest';
import { countCases, readTable } from './scores.ts';

it('the table that the site shows is of the cases that there are (npm run conformance -- --changed writes it)', () => {
  const { scores } = readTable();
  expect(scores.map(({ suite, topic, of }) => ({ suite, topic, of }))).toEqual(countCases());
});

it.each(['docker', 'compose', 'bash', 'tools'] as const)('the score of %s stays above what was promised', (suite) => {
  const own = readTable().scores.filter((score) => score.suite === suite);
  const agree = own.reduce((total, score) => total + score.agree, 0);
  expect(agree / own.reduce((total, { of }) => total + of, 0)).toBeGreaterThan(0.95);
});
