import { expect, test } from 'vitest';
import { jsonMistake } from './json-mistake.ts';

test.each([
  ['{"a": 1}', undefined],
  ['', undefined],
  ['{"a": 1,}', 'jsonTrailingComma }'],
  ['[1, 2,\n]', 'jsonTrailingComma ]'],
  ['{"a": 1\n "b": 2}', 'jsonMissingComma "b"'],
  ['[{} {}]', 'jsonMissingComma {'],
  ["{'a': 1}", "jsonQuotes 'a'"],
  ['{"a": 1 // one\n}', 'jsonComment // one'],
  ['# daemon\n{}', 'jsonComment #'],
  ['{"a": 1', 'jsonEnd '],
  ['{"a": tru}', 'jsonWrong tru'],
  ['{"a" 1}', 'jsonColon 1'],
])('%s', (text, expected) => {
  const found = jsonMistake(text);
  expect(found && `${found.key} ${found.text}`).toBe(expected);
  expect(text.slice(found?.from, found?.to)).toBe(found ? found.text : text);
});
