import { maxNesting, nested } from '../execute/nesting.ts';
import { ShellFailure } from '../state/control.ts';
import { type Builtin, invalidOption, textArguments } from './builtin.ts';

export const evalBuiltin: Builtin = {
  name: 'eval', special: true, usage: '[arg ...]', summary: 'Execute arguments as a shell command.',
  async run(shell, args) {
    let words = textArguments(args);
    if (words[0] === '--') words = words.slice(1);
    else if (words[0]?.startsWith('-') && words[0] !== '-') return invalidOption(shell, evalBuiltin, words[0].slice(0, 2));
    if (words.length === 0) return 0;
    if (shell.traceDepth >= maxNesting) throw new ShellFailure(`eval: maximum eval nesting level exceeded (${maxNesting})`);
    await nested(shell, shell.traceDepth);
    const { unit, position } = shell;
    shell.traceDepth++;
    try {
      return await shell.runner.runText(shell, words.join(' '), { name: 'eval', firstLine: shell.line });
    } finally {
      shell.traceDepth--;
      shell.unit = unit;
      shell.position = position;
    }
  },
};
