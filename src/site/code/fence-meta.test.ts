import { expect, test } from 'vitest';
import { commandLines, parseFence } from './fence-meta.ts';

test('reads run, save and titles', () => {
  expect(parseFence('sh', 'run host=web2')).toMatchObject({ run: true, host: 'web2', save: undefined });
  expect(parseFence('dockerfile', 'save=cowsay/Dockerfile {2,4-5}')).toMatchObject({ run: false, save: 'cowsay/Dockerfile' });
  expect(parseFence('sh', 'save="my app/cmd.sh" mode=755')).toMatchObject({ save: 'my app/cmd.sh', mode: 0o755 });
  expect(parseFence('output', 'open title="After the fix"')).toMatchObject({ output: true, open: true, title: 'After the fix' });
  expect(parseFence('json', '')).toMatchObject({ run: false, output: false });
});

test.each([
  ['sh', 'runn', '"runn" is none of'],
  ['yaml', 'run', 'only sh blocks can run'],
  ['sh', 'run save=a', 'either runs or is saved'],
  ['sh', 'save=../a', 'below the learner’s home'],
  ['sh', 'save=/etc/a', 'below the learner’s home'],
  ['sh', 'save=a mode=9', 'octal'],
  ['sh', 'colour=red', '"colour=" is none of'],
])('an author’s mistake gets a sentence: %s %s', (language, meta, sentence) => {
  expect(() => parseFence(language, meta)).toThrow(sentence);
});

test('a prompt sign stands before commands only', () => {
  const signs = (code: string): string => commandLines(code).map((begins) => (begins ? '$' : '.')).join('');
  expect(signs('mkdir a && cd a\ntouch b')).toBe('$$');
  expect(signs("cat > f <<'EOF'\nFROM x\nEOF\nls")).toBe('$..$');
  expect(signs('docker run \\\n  alpine\nls')).toBe('$.$');
  expect(signs('# why\nls\n\nls')).toBe('.$.$');
  expect(signs("printf 'a\nb'\nls")).toBe('$.$');
  expect(signs("echo it\\'s\nls")).toBe('$$');
});
