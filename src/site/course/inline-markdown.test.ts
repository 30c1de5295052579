import { expect, test } from 'vitest';
import { inlineMarkdown } from './inline-markdown.ts';

test('code, strong, emphasis; the rest is text', () => {
  expect(inlineMarkdown('run `docker build -t a .` **now**, *please*')).toBe('run <code>docker build -t a .</code> <strong>now</strong>, <em>please</em>');
  expect(inlineMarkdown('`<b> "x" & *y*` <script>')).toBe('<code>&lt;b&gt; &quot;x&quot; &amp; *y*</code> &lt;script&gt;');
  expect(inlineMarkdown('2 * 3 * 4 and a ` alone')).toBe('2 * 3 * 4 and a ` alone');
});
