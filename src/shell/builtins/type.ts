import { type Builtin, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { describeCommand, type DescriptionStyle } from './describe-command.ts';

export const type: Builtin = {
  name: 'type', usage: '[-afptP] name [name ...]', summary: 'Display information about command type.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'afptP');
    if (parsed.invalid) return invalidOption(shell, type, parsed.invalid);
    const { letters, rest } = parsed;
    const style: DescriptionStyle = letters.has('t') ? 'kind' : letters.has('p') || letters.has('P') ? 'path' : 'verbose';
    let status = 0;
    for (const name of rest) {
      const lines = describeCommand(shell, name, style, { all: letters.has('a'), noFunctions: letters.has('f'), forcePath: letters.has('P') });
      if (lines.length > 0) await shell.write(1, lines.map((line) => `${line}\n`).join(''));
      else if (style === 'path' && !letters.has('P') && describeCommand(shell, name, 'kind').length > 0) continue;
      else {
        const bash = shell.settings.dialect.name === 'bash';
        if (style === 'verbose') await (bash ? shell.complain(`type: ${name}: not found`) : shell.write(1, `${name}: not found\n`));
        status = bash ? 1 : 127;
      }
    }
    return status;
  },
};
