import { rawProgram } from '../program/index.ts';
import { unescape } from './printf-format.ts';

export const echo = rawProgram('echo', (tool, words) => {
  let newline = true;
  let escapes = false;
  while (/^-[neE]+$/.test(words[0] ?? '')) {
    for (const letter of (words.shift() ?? '').slice(1)) {
      if (letter === 'n') newline = false;
      else escapes = letter === 'e';
    }
  }
  const text = words.join(' ');
  if (!escapes) {
    tool.out.write(text + (newline ? '\n' : ''));
    return 0;
  }
  const { text: shown, stop } = unescape(text, 'echo');
  tool.out.write(shown + (newline && !stop ? '\n' : ''));
  return 0;
});
