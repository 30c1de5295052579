import { expect, test } from 'vitest';
import { firstLayout, moveDock, nextSheet, parseLayout, sheetAt, sizeDock } from './layout.ts';

test('a kept layout comes back, a damaged one is as on a first visit', () => {
  const kept = { place: 'bottom', back: 'bottom', width: 500, height: 300, sheet: 'full' } as const;
  expect(parseLayout(JSON.stringify(kept))).toEqual(kept);
  expect(parseLayout('{oops')).toEqual(firstLayout);
  expect(parseLayout('null')).toEqual(firstLayout);
  expect(parseLayout('{"place":"left","width":-3,"height":"9"}')).toEqual(firstLayout);
});

test('full and closed come back to where the dock was', () => {
  const bottom = moveDock(firstLayout, 'bottom');
  expect(moveDock(moveDock(bottom, 'full'), 'restore').place).toBe('bottom');
  expect(moveDock(moveDock(bottom, 'closed'), 'open').place).toBe('bottom');
  expect(moveDock(moveDock(bottom, 'full'), 'right').back).toBe('right');
});

test('a size leaves room for dock and lesson and is kept per place', () => {
  const viewport = { width: 1000, height: 800 };
  expect(sizeDock(firstLayout, 600, viewport)).toMatchObject({ width: 600, height: 0 });
  expect(sizeDock(firstLayout, 10, viewport).width).toBe(320);
  expect(sizeDock(firstLayout, 9999, viewport).width).toBe(750);
  expect(sizeDock(moveDock(firstLayout, 'bottom'), 9999, viewport)).toMatchObject({ width: 0, height: 640 });
  expect(sizeDock(moveDock(firstLayout, 'full'), 500, viewport)).toEqual(moveDock(firstLayout, 'full'));
});

test('the sheet has three stops', () => {
  expect([nextSheet('line'), nextSheet('half'), nextSheet('full')]).toEqual(['half', 'full', 'line']);
  expect([sheetAt(60, 800), sheetAt(400, 800), sheetAt(700, 800)]).toEqual(['line', 'half', 'full']);
});
