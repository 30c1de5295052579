import { expect, it } from 'vitest';
import { decode, YamlParser } from './index.ts';

it('aliases of aliases of aliases are refused before they fill the memory', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`)];
  const root = new YamlParser(lines.join('\n')).next();
  expect(() => root && decode(root)).toThrow('yaml: document contains excessive aliasing');
});

it('what is nested too deep is refused before the stack ends', () => {
  expect(() => new YamlParser('['.repeat(20_000)).next()).toThrow('yaml: exceeded max depth of 10000');
});
