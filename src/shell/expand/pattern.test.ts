import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.ts';

const compile = (pattern: string) => compilePattern(pattern, { extglob: true, ignoreCase: false });

describe('compilePattern', () => {
  it.each([
    ['a*c', 'abbc', true], ['a*c', 'abb', false], ['?', 'ж', true], ['?', '😀', true], ['[a-c]x', 'bx', true], ['[!a-c]', 'b', false], ['[]x]', ']', true],
    ['[[:digit:]]*', '5a', true], ['\\*', '*', true], ['\\*', 'a', false], ['[', '[', true], ['a[', 'a[', true], ['[a', '[a', true], ['@(a|b*)', 'bcd', true],
    ['!(*.c)', 'x.h', true], ['!(*.c)', 'x.c', false], ['+(ab)', 'abab', true], ['+(ab)', '', false], ['*(a|b)c', 'abac', true], ['?(a)b', 'b', true], ['a!(b)c', 'abc', false], ['a!(b)c', 'abbc', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(compile(pattern).matches(text)).toBe(expected);
  });

  it('finds the shortest and longest prefix and suffix', () => {
    expect(compile('*.').prefix('a.b.c', false)).toBe(2);
    expect(compile('*.').prefix('a.b.c', true)).toBe(4);
    expect(compile('.*').suffix('a.b.c', false)).toBe(3);
    expect(compile('.*').suffix('a.b.c', true)).toBe(1);
    expect(compile('+(x)').suffix('axxx', true)).toBe(1);
    expect(compile('z').prefix('abc', true)).toBe(-1);
  });
});
