import { expect, test } from 'vitest';
import { systemClock } from '../../base/index.ts';
import { Saver } from './saver.ts';

test('what could not be kept is tried again when asked, and told each time', async () => {
  let full = true;
  let kept = 0;
  const failures: unknown[] = [];
  const saver = new Saver({
    clock: systemClock,
    save: async () => {
      if (full) throw new Error('full');
      kept++;
    },
    failed: (error) => failures.push(error),
    quietMs: 60_000,
  });
  saver.changed();
  await expect(saver.flush()).rejects.toThrow('full');
  await expect(saver.flush()).rejects.toThrow('full');
  full = false;
  await saver.flush();
  await saver.flush();
  expect({ kept, failures: failures.length }).toEqual({ kept: 1, failures: 2 });
  saver.dispose();
});
