import { expect, it } from 'vitest';
import { resolveResets } from './reset.ts';
import { YamlParser } from './yaml/index.ts';

it('tells where a file resets and overrides, by way of merges too', () => {
  const root = new YamlParser('x: &x {ports: !reset []}\nservices:\n  web:\n    <<: *x\n    environment: !override {A: b}\n').next();
  expect(root && resolveResets(root).paths).toEqual([['x', 'ports'], ['services', 'web', 'ports'], ['services', 'web', 'environment']]);
});

it('aliases that repeat without end are refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`)];
  const root = new YamlParser(lines.join('\n')).next();
  expect(() => root && resolveResets(root)).toThrow('yaml: document contains excessive aliasing');
});
