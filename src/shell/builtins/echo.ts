import { decodeEscapes } from '../text/escape.ts';
import { writeOutput } from './output.ts';
import { type Builtin, textArguments } from './builtin.ts';

export const echo: Builtin = {
  name: 'echo', usage: '[-neE] [arg ...]', summary: 'Write arguments to the standard output.',
  async run(shell, args) {
    const words = textArguments(args);
    let newline = true;
    let escapes = shell.options.shopt('xpg_echo') || shell.settings.dialect.plainEcho;
    let index = 0;
    const plain = shell.options.shopt('xpg_echo') && shell.options.has('posix');
    for (; index < words.length && !plain; index++) {
      const word = words[index] ?? '';
      if (!(shell.settings.dialect.plainEcho ? /^-n$/ : /^-[neE]+$/).test(word)) break;
      for (const letter of word.slice(1)) {
        if (letter === 'n') newline = false;
        else escapes = letter === 'e';
      }
    }
    let text = words.slice(index).join(' ');
    if (escapes) {
      const decoded = decodeEscapes(text, 'echo');
      text = decoded.text;
      if (decoded.stopped) newline = false;
    }
    return writeOutput(shell, 'echo', newline ? `${text}\n` : text);
  },
};
