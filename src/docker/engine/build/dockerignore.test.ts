import { expect, test } from 'vitest';
import { Dockerignore } from './dockerignore.ts';

test('the last pattern that matches decides', () => {
  const ignore = new Dockerignore('# comment\nsecret\n*.log\n!keep.log\n**/node_modules\n/dist/\ndoc/*.txt\n');
  const kept = ['secrets', 'keep.log', 'sub/a.log', 'dist2', 'doc/a/b.txt', 'a'];
  const left = ['secret', 'secret/x', 'a.log', 'node_modules', 'a/b/node_modules/c', 'dist', 'dist/x', 'doc/b.txt'];
  expect(kept.filter((path) => ignore.excludes(path))).toEqual([]);
  expect(left.filter((path) => !ignore.excludes(path))).toEqual([]);
});

test('everything but', () => {
  const ignore = new Dockerignore('*\n!keep\n!sub/k\n');
  expect(['keep', 'sub/k', 'other', 'sub/x', 'sub'].map((path) => ignore.excludes(path))).toEqual([false, false, true, true, true]);
});
