import { type Builtin, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { builtinNames, isBuiltinName, isSpecialName } from './names.ts';

export const enable: Builtin = {
  name: 'enable', usage: '[-a] [-dnps] [-f filename] [name ...]', summary: 'Enable and disable shell builtins.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'adnpsf:');
    if (parsed.invalid) return invalidOption(shell, enable, parsed.invalid);
    const { letters, rest } = parsed;
    if (rest.length === 0 || letters.has('p')) {
      const lines = builtinNames.filter((name) => (!letters.has('s') || isSpecialName(name)) && (letters.has('a') || shell.disabledBuiltins.has(name) === letters.has('n')))
        .map((name) => `enable ${shell.disabledBuiltins.has(name) ? '-n ' : ''}${name}\n`);
      await shell.write(1, lines.join(''));
      return 0;
    }
    let status = 0;
    for (const name of rest) {
      if (!isBuiltinName(name)) {
        await shell.complain(`enable: ${name}: not a shell builtin`);
        status = 1;
      } else if (letters.has('n')) shell.disabledBuiltins.add(name);
      else shell.disabledBuiltins.delete(name);
    }
    return status;
  },
};
