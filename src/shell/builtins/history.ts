import { isSystemError, strerror } from '../../kernel/index.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { appendHistory, historyFile, readHistory, writeHistory } from '../interactive/history-file.ts';

export const history: Builtin = {
  name: 'history', usage: '[-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]', summary: 'Display or manipulate the history list.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'cd:anrwps');
    if (parsed.invalid) return invalidOption(shell, history, parsed.invalid);
    const { letters, rest, values } = parsed;
    const offset = values.get('d');
    if (letters.has('c')) shell.history = [];
    if (offset !== undefined) {
      const index = Number(offset) < 0 ? shell.history.length + Number(offset) : Number(offset) - shell.historyBase;
      if (!Number.isInteger(index) || index < 0 || index >= shell.history.length) return fail(shell, 'history', `${offset}: history position out of range`);
      shell.history.splice(index, 1);
      return 0;
    }
    if (letters.has('s')) {
      shell.history.push(rest.join(' '));
      return 0;
    }
    if (letters.has('p')) {
      await shell.write(1, rest.map((word) => `${word}\n`).join(''));
      return 0;
    }
    if (letters.has('a') || letters.has('w') || letters.has('r') || letters.has('n')) {
      const file = rest[0] ?? historyFile(shell);
      try {
        if (letters.has('w')) writeHistory(shell, file);
        else if (letters.has('a')) appendHistory(shell, file, []);
        else shell.history.push(...readHistory(shell, file));
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return fail(shell, 'history', `${file}: cannot read: ${strerror(error.code)}`);
      }
      return 0;
    }
    if (letters.has('c')) return 0;
    const [count] = rest;
    if (count !== undefined && !/^\d+$/.test(count)) return fail(shell, 'history', `${count}: numeric argument required`);
    const from = count === undefined ? 0 : Math.max(0, shell.history.length - Number(count));
    await shell.write(1, shell.history.slice(from).map((line, index) => `${String(shell.historyBase + from + index).padStart(5)}  ${line}\n`).join(''));
    return 0;
  },
};

export const fc: Builtin = {
  name: 'fc', usage: '[-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]', summary: 'Display or execute commands from the history list.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args).filter((arg) => !/^-\d+$/.test(arg)), 'e:lnrs');
    if (parsed.invalid) return invalidOption(shell, fc, parsed.invalid);
    const list = shell.history.slice(0, -1);
    if (parsed.letters.has('l')) {
      const shown = list.slice(-16).map((line, index, all) => `${parsed.letters.has('n') ? '' : shell.historyBase + list.length - all.length + index}\t ${line}\n`);
      await shell.write(1, (parsed.letters.has('r') ? shown.toReversed() : shown).join(''));
      return 0;
    }
    const command = list.findLast((line) => line.startsWith(parsed.rest[parsed.rest.length - 1] ?? ''));
    if (command === undefined) return fail(shell, 'fc', 'no command found');
    await shell.writeError(`${command}\n`);
    return shell.runner.runText(shell, command, { name: 'fc' });
  },
};
