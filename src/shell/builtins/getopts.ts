import { isIdentifier } from '../state/variable-store.ts';
import { type Builtin, textArguments, usage } from './builtin.ts';

export const getopts: Builtin = {
  name: 'getopts', usage: 'optstring name [arg ...]', summary: 'Parse option arguments.',
  async run(shell, args) {
    const words = textArguments(args);
    const [spec, name, ...given] = words[0] === '--' ? words.slice(1) : words;
    if (spec === undefined || name === undefined) return usage(shell, getopts);
    if (!isIdentifier(name)) {
      await shell.complain(`getopts: \`${name}': not a valid identifier`);
      return 1;
    }
    const list = given.length > 0 ? given : shell.positional;
    const { variables } = shell;
    let { index, offset } = shell.getopts;
    const silent = spec.startsWith(':') || variables.text('OPTERR') === '0';
    const quiet = spec.startsWith(':');
    const save = (): void => {
      variables.assign('OPTIND', String(index));
      shell.getopts = { index, offset };
    };
    const arg = list[index - 1];
    if (offset === 0 && (arg === undefined || !arg.startsWith('-') || arg === '-' || arg === '--')) {
      if (arg === '--') index++;
      offset = 0;
      variables.assign(name, '?');
      save();
      return 1;
    }
    const text = arg ?? '';
    const at = offset === 0 ? 1 : offset;
    const letter = text[at] ?? '';
    const known = letter === ':' ? -1 : spec.indexOf(letter);
    const advance = (): void => {
      if (at + 1 < text.length) offset = at + 1;
      else {
        offset = 0;
        index++;
      }
    };
    if (known < 0) {
      advance();
      save();
      variables.assign(name, '?');
      if (quiet) variables.assign('OPTARG', letter);
      else {
        if (!silent) await shell.writeError(`${shell.name}: illegal option -- ${letter}\n`);
        variables.unset('OPTARG');
      }
      return 0;
    }
    if (spec[known + 1] !== ':') {
      advance();
      save();
      variables.unset('OPTARG');
      variables.assign(name, letter);
      return 0;
    }
    let value: string | undefined;
    if (at + 1 < text.length) {
      value = text.slice(at + 1);
      index++;
    } else {
      value = list[index];
      index += 2;
    }
    offset = 0;
    if (value === undefined) {
      index--;
      save();
      if (quiet) {
        variables.assign(name, ':');
        variables.assign('OPTARG', letter);
      } else {
        if (!silent) await shell.writeError(`${shell.name}: option requires an argument -- ${letter}\n`);
        variables.assign(name, '?');
        variables.unset('OPTARG');
      }
      return 0;
    }
    save();
    variables.assign('OPTARG', value);
    variables.assign(name, letter);
    return 0;
  },
};
