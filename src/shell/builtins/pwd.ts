import { type Builtin, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { writeOutput } from './output.ts';

export const pwd: Builtin = {
  name: 'pwd', usage: '[-LP]', summary: 'Print the name of the current working directory.',
  run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'LP');
    if (parsed.invalid) return invalidOption(shell, pwd, parsed.invalid);
    const physical = parsed.letters.has('P') || shell.options.has('physical');
    return writeOutput(shell, 'pwd', `${physical ? shell.process.realpath('.') : (shell.directory ?? shell.process.cwd)}\n`);
  },
};
