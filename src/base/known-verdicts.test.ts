import { expect, test } from 'vitest';
import { knownVerdict } from './known-verdicts.ts';

test('the same check is made once; another key, message or signature is another check; a failure is not kept', () => {
  let checks = 0;
  const check = (verdict: boolean) => (): boolean => {
    checks++;
    return verdict;
  };
  const parts = ['P-256', Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)] as const;
  expect([knownVerdict(parts, check(true)), knownVerdict(parts, check(false)), checks]).toEqual([true, true, 1]);
  expect([knownVerdict([...parts.slice(0, 3), Uint8Array.of(4)], check(false)), checks]).toEqual([false, 2]);
  expect(() => knownVerdict(['broken'], () => {
    throw new Error('no memory');
  })).toThrow('no memory');
  expect(knownVerdict(['broken'], check(true))).toBe(true);
});

test('it forgets what was not asked for long', () => {
  knownVerdict(['old'], () => true);
  for (let number = 0; number < 300; number++) knownVerdict([`other ${number}`], () => true);
  expect(knownVerdict(['old'], () => false)).toBe(false);
});
