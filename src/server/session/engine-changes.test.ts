import { expect, test } from 'vitest';
import { EngineChanges } from './engine-changes.ts';

const line = (Type: string, Action: string, ID: string, Attributes = {}): string => `${JSON.stringify({ Type, Action, Actor: { ID, Attributes } })}\n`;

function follow(): { changes: EngineChanges; count: () => number } {
  let count = 0;
  return { changes: new EngineChanges(() => count++), count: () => count };
}

test('an event in pieces is one change; what leaves all as it was is none', () => {
  const { changes, count } = follow();
  const text = line('container', 'start', 'a');
  changes.push(text.slice(0, 10));
  expect(count()).toBe(0);
  changes.push(text.slice(10));
  expect(count()).toBe(1);
  changes.push(line('container', 'exec_create: ls', 'a') + line('container', 'exec_die', 'a') + line('container', 'top', 'a'));
  expect(count()).toBe(1);
});

test("a check's own container is no change; one of somebody else's meanwhile is, when the check has ended", () => {
  const { changes, count } = follow();
  const own = line('container', 'create', 'c') + line('network', 'connect', 'n', { container: 'c' }) + line('container', 'die', 'c') + line('container', 'destroy', 'c');
  const first = changes.check();
  changes.push(own);
  first();
  expect(count()).toBe(0);
  const second = changes.check();
  changes.push(own + line('container', 'create', 'd'));
  expect(count()).toBe(0);
  second();
  expect(count()).toBe(1);
});
