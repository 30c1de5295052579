import { describe, expect, test } from 'vitest';
import { DetachFilter, parseDetachKeys } from './detach-keys.ts';

const typed = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const passed = (filter: DetachFilter, text: string): [string, boolean] => {
  const { pass, detached } = filter.push(typed(text));
  return [String.fromCharCode(...pass), detached];
};

describe('detach keys', () => {
  test('Ctrl-P is held back until the next key tells', () => {
    const filter = new DetachFilter('');
    expect(passed(filter, 'a\x10')).toEqual(['a', false]);
    expect(passed(filter, 'b')).toEqual(['\x10b', false]);
    expect(passed(filter, '\x10\x10')).toEqual(['\x10', false]);
    expect(passed(filter, '\x11')).toEqual(['', true]);
  });

  test('other keys, also in one read', () => {
    expect(passed(new DetachFilter('ctrl-x,q'), 'ls\x18q')).toEqual(['ls', true]);
    expect(parseDetachKeys('ctrl-@,ctrl-[')).toEqual([0, 27]);
    expect(parseDetachKeys('ctrl-?')).toBeUndefined();
  });
});
