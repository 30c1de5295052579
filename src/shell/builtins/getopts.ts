import { isIdentifier } from '../state/reference.ts';
import { type Builtin, textArguments, usage } from './builtin.ts';

export const getopts: Builtin = {
  name: 'getopts', usage: 'optstring name [arg ...]', summary: 'Parse option arguments.',
  async run(shell, args) {
    const words = textArguments(args);
    const [spec, name, ...given] = words[0] === '--' ? words.slice(1) : words;
    if (spec === undefined || name === undefined) return usage(shell, getopts);
    const list = given.length > 0 ? given : shell.positional;
    const { variables } = shell;
    let { index, offset } = shell.getopts;
    if (index > list.length + 1) index = list.length + 1;
    let status = 0;
    const silent = spec.startsWith(':') || variables.text('OPTERR') === '0';
    const quiet = spec.startsWith(':');
    const save = async (found: string): Promise<void> => {
      variables.assign('OPTIND', String(index));
      shell.getopts = { index, offset };
      if (isIdentifier(name)) variables.assign(name, found);
      else {
        await shell.complain(`getopts: \`${name}': not a valid identifier`);
        status = 1;
      }
    };
    const arg = list[index - 1];
    if (offset === 0 && (arg === undefined || !arg.startsWith('-') || arg === '-' || arg === '--')) {
      if (arg === '--') index++;
      offset = 0;
      variables.unset('OPTARG');
      await save('?');
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
      await save('?');
      if (quiet) variables.assign('OPTARG', letter);
      else {
        if (!silent) await shell.writeError(`${shell.name}: illegal option -- ${letter}\n`);
        variables.unset('OPTARG');
      }
      return 0;
    }
    if (spec[known + 1] !== ':') {
      advance();
      variables.unset('OPTARG');
      await save(letter);
      return status;
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
      await save(quiet ? ':' : '?');
      if (quiet) {
        variables.assign('OPTARG', letter);
      } else {
        if (!silent) await shell.writeError(`${shell.name}: option requires an argument -- ${letter}\n`);
        variables.unset('OPTARG');
      }
      return 0;
    }
    variables.assign('OPTARG', value);
    await save(letter);
    return status;
  },
};
