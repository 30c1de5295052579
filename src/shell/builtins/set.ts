import type { Shell } from '../state/shell.ts';
import { findOption, optionOfLetter, setOptions } from '../state/options.ts';
import { printFunction } from '../syntax/print-function.ts';
import { compareText } from '../expand/glob.ts';
import { type Builtin, fail, textArguments, usage } from './builtin.ts';
import { plainLine } from './declare.ts';

export const set: Builtin = {
  name: 'set', special: true, usage: '[-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]', summary: 'Set or unset values of shell options and positional parameters.',
  async run(shell, args) {
    const words = textArguments(args);
    if (words.length === 0) return showAll(shell);
    let index = 0;
    for (; index < words.length; index++) {
      const word = words[index] ?? '';
      if (word === '--') {
        setPositional(shell, words.slice(index + 1));
        return 0;
      }
      if (word === '-') {
        shell.options.put('xtrace', false);
        shell.options.put('verbose', false);
        if (words.length > index + 1) setPositional(shell, words.slice(index + 1));
        return 0;
      }
      if (word === '+') continue;
      if (!/^[-+]./.test(word)) break;
      const on = word.startsWith('-');
      for (const letter of word.slice(1)) {
        if (letter === 'o') {
          const name = words[index + 1];
          if (name === undefined) {
            await showOptions(shell, on);
            continue;
          }
          index++;
          const option = findOption(name);
          if (!option) return fail(shell, 'set', `${name}: invalid option name`, 2);
          change(shell, option, on);
          continue;
        }
        const option = optionOfLetter(letter);
        if (!option) {
          await shell.complain(`set: ${on ? '-' : '+'}${letter}: invalid option`);
          return usage(shell, set);
        }
        change(shell, option, on);
      }
    }
    if (index < words.length) setPositional(shell, words.slice(index));
    return 0;
  },
};

function setPositional(shell: Shell, words: string[]): void {
  shell.positional = words;
  shell.positionalSets++;
}

function change(shell: Shell, option: (typeof setOptions)[number][0], on: boolean): void {
  shell.options.put(option, on);
  if (option === 'vi' && on) shell.options.put('emacs', false);
  if (option === 'emacs' && on) shell.options.put('vi', false);
  if (option === 'posix' && on) shell.options.putShopt('expand_aliases', true);
}

async function showAll(shell: Shell): Promise<number> {
  const { variables } = shell;
  const lines = variables.names().filter((name) => variables.own(name)?.isSet).map((name) => `${plainLine(shell, name)}\n`);
  const functions = shell.options.has('posix') ? [] : [...shell.functions.values()].sort((a, b) => compareText(a.name, b.name)).map((one) => `${printFunction(one)}\n`);
  await shell.write(1, [...lines, ...functions].join(''));
  return 0;
}

async function showOptions(shell: Shell, readable: boolean): Promise<void> {
  const lines = setOptions.map(([name]) => (readable ? `${name.padEnd(15)}\t${shell.options.has(name) ? 'on' : 'off'}\n` : `set ${shell.options.has(name) ? '-' : '+'}o ${name}\n`));
  await shell.write(1, lines.join(''));
}
