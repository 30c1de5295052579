import { expect, test } from 'vitest';
import { jsonSyntaxError } from './json-syntax.ts';

// As docker 26.1 says of a config.json with these contents.
test.each([
  ['{bad', "invalid character 'b' looking for beginning of object key string"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['[', 'unexpected EOF'],
  ['x', "invalid character 'x' looking for beginning of value"],
  ['{"a":tru}', "invalid character '}' in literal true (expecting 'e')"],
  ['{"a":1', 'unexpected EOF'],
  ['{"a":1]', "invalid character ']' after object key:value pair"],
  ['{"a":[1,-2.5e3,"x\\n",null,{}]} ', undefined],
])('%s', (text, message) => {
  expect(jsonSyntaxError(text)).toBe(message);
});
