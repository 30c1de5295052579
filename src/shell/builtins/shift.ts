import { ShellFailure } from '../state/control.ts';
import { type Builtin, fail, textArguments } from './builtin.ts';

export const shift: Builtin = {
  name: 'shift', special: true, usage: '[n]', summary: 'Shift positional parameters.',
  async run(shell, args) {
    const words = textArguments(args);
    const [text, extra] = words[0] === '--' ? words.slice(1) : words;
    if (text !== undefined && !/^\s*[+-]?\d+\s*$/.test(text)) return fail(shell, 'shift', `${text}: numeric argument required`);
    if (extra !== undefined) throw new ShellFailure('shift: too many arguments', { unwinds: true });
    const count = Number(text ?? 1);
    if (count < 0) return fail(shell, 'shift', `${text}: shift count out of range`);
    if (count > shell.positional.length) {
      if (shell.options.shopt('shift_verbose') || shell.settings.dialect.name === 'dash') await shell.complain(`shift: ${text === undefined || shell.settings.dialect.name !== 'bash' ? '' : `${text}: `}shift count out of range`);
      return 1;
    }
    shell.positional = shell.positional.slice(count);
    return 0;
  },
};
