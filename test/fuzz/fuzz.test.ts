import { expect, it } from 'vitest';
import { describeFailure, fuzz } from './fuzz.ts';

it('runs random scripts for a minute: none hangs, none harms the host, nothing stays behind', async () => {
  const { trials, failures } = await fuzz({ seed: 20261124, ms: 60_000 });
  expect(failures.map(describeFailure).join('\n')).toBe('');
  expect(trials).toBeGreaterThan(20);
});
