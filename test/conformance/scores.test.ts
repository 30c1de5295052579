import { expect, it } from 'vitest';
import { countCases, readTable } from './scores.ts';

it('the table that the site shows is of the cases that there are (npm run conformance writes it)', () => {
  const { scores } = readTable();
  expect(scores.map(({ suite, topic, of }) => ({ suite, topic, of }))).toEqual(countCases());
});

it('the scores stay above what was promised', () => {
  for (const suite of ['docker', 'bash', 'tools'] as const) {
    const own = readTable().scores.filter((score) => score.suite === suite);
    const agree = own.reduce((total, score) => total + score.agree, 0);
    expect(agree / own.reduce((total, { of }) => total + of, 0), suite).toBeGreaterThan(0.95);
  }
});
