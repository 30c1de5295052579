import { describe, expect, test } from 'vitest';
import { IgnoreRules } from './ignore.ts';

const paths = ['a', 'a.log', 'b/a.log', 'b/keep.log', 'b/c/a', 'c', 'c/x/y', 'x?y', 'docs/README.md', 'docs/a.md'];
const kept = (text: string): string[] => {
  const rules = new IgnoreRules(text);
  return paths.filter((path) => !rules.excludes(path));
};

// Each expectation was checked with `DOCKER_BUILDKIT=0 docker build` of a context with these files and `COPY . /`.
describe('.dockerignore', () => {
  test.each([
    ['', paths],
    ['# a\n\n  c  \n', paths.filter((path) => !path.startsWith('c'))],
    ['*.log', ['a', 'b/a.log', 'b/keep.log', 'b/c/a', 'c', 'c/x/y', 'x?y', 'docs/README.md', 'docs/a.md']],
    ['**/*.log\n!b/keep.log', ['a', 'b/keep.log', 'b/c/a', 'c', 'c/x/y', 'x?y', 'docs/README.md', 'docs/a.md']],
    ['*\n!docs/*.md\ndocs/a.md', ['docs/README.md']],
    ['/b/', ['a', 'a.log', 'c', 'c/x/y', 'x?y', 'docs/README.md', 'docs/a.md']],
    ['b/*/a\n./c/../a', ['a.log', 'b/a.log', 'b/keep.log', 'c', 'c/x/y', 'x?y', 'docs/README.md', 'docs/a.md']],
    ['?', ['a.log', 'x?y', 'docs/README.md', 'docs/a.md']],
    ['x\\?y', paths.filter((path) => path !== 'x?y')],
    ['docs/[A-Z]*', paths.filter((path) => path !== 'docs/README.md')],
  ])('%j', (text, expected) => {
    expect(kept(text)).toEqual(expected);
  });

  test('a directory that is out is still walked where something below may be in', () => {
    const rules = new IgnoreRules('docs\n!docs/README.md');
    expect([rules.excludes('docs'), rules.mayInclude('docs'), rules.excludes('docs/README.md'), rules.mayInclude('b')]).toEqual([true, true, false, false]);
  });
});
