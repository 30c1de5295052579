import { isSystemError, strerror } from '../../kernel/index.ts';
import { type Builtin, fail, invalidOption, parseOptions } from '../builtins/builtin.ts';
import type { Shell } from '../state/shell.ts';
import { formatTime } from '../text/format-time.ts';
import { expandHistory } from './history-expansion.ts';
import { appendHistory, historyFile, readHistory, writeHistory } from './history-file.ts';
import { addHistory, removeHistory } from './history-list.ts';

/** The builtin `history`. */
export async function runHistory(shell: Shell, builtin: Builtin, words: readonly string[]): Promise<number> {
  const parsed = parseOptions(words, 'cd:anrwps');
  if (parsed.invalid) return invalidOption(shell, builtin, parsed.invalid);
  const { letters, rest, values } = parsed;
  if ([...'anrw'].filter((letter) => letters.has(letter)).length > 1) return fail(shell, 'history', 'cannot use more than one of -anrw');
  if (letters.has('c')) {
    removeHistory(shell, 0, shell.history.length);
    shell.historyBase = 1;
    shell.historySaved = 1;
    if (rest.length === 0) return 0;
  }
  const offset = values.get('d');
  if (offset !== undefined) return remove(shell, offset);
  if (letters.has('s')) {
    if (rest.length > 0) {
      // The command itself does not stay in the list.
      if (shell.interactive && /^\s*history\s+-s/.test(shell.history.at(-1) ?? '')) removeHistory(shell, shell.history.length - 1);
      addHistory(shell, rest.join(' '));
    }
    return 0;
  }
  if (letters.has('p')) {
    if (shell.interactive && /^\s*history\s+-p/.test(shell.history.at(-1) ?? '')) removeHistory(shell, shell.history.length - 1);
    let status = 0;
    for (const word of rest) {
      const expanded = expandHistory(word, shell.history, shell.historyBase);
      if (expanded.kind === 'line') await shell.write(1, `${expanded.text}\n`);
      else status = await fail(shell, 'history', `${word}: history expansion failed`);
    }
    return status;
  }
  if (letters.has('a') || letters.has('w') || letters.has('r') || letters.has('n')) return useFile(shell, letters, rest[0] ?? historyFile(shell));
  const [count, extra] = rest;
  if (extra !== undefined) return fail(shell, 'history', 'too many arguments');
  if (count !== undefined && !/^-?\d+$/.test(count)) return fail(shell, 'history', `${count}: numeric argument required`);
  const from = count === undefined ? 0 : Math.max(0, shell.history.length - Math.abs(Number(count)));
  const format = shell.variables.text('HISTTIMEFORMAT');
  const time = (index: number): string => (format ? formatTime(format, shell.historyTimes[index] || shell.startTime) : '');
  await shell.write(1, shell.history.slice(from).map((line, index) => `${String(shell.historyBase + from + index).padStart(5)}  ${time(from + index)}${line}\n`).join(''));
  return 0;
}

async function remove(shell: Shell, offset: string): Promise<number> {
  const [, first = '', last] = /^(-?\d+)(?:-(-?\d+))?$/.exec(offset) ?? [];
  const place = (text: string): number => (Number(text) < 0 ? shell.history.length + Number(text) : Number(text) - shell.historyBase);
  const bad = (text: string): boolean => !(place(text) >= 0 && place(text) < shell.history.length);
  if (first === '' || bad(first) || (last !== undefined && bad(last))) return fail(shell, 'history', `${offset}: history position out of range`);
  removeHistory(shell, place(first), last === undefined ? 1 : place(last) - place(first) + 1);
  return 0;
}

async function useFile(shell: Shell, letters: ReadonlySet<string>, file: string | undefined): Promise<number> {
  if (file === undefined) return 0;
  try {
    if (letters.has('w')) writeHistory(shell, file);
    else if (letters.has('a')) {
      const fresh = shell.history.slice(Math.max(0, shell.historySaved - shell.historyBase));
      appendHistory(shell, file, file === historyFile(shell) ? fresh : shell.history.slice(-fresh.length || shell.history.length));
    } else {
      const entries = readHistory(shell, file);
      for (const { line, time } of letters.has('n') ? entries.slice(shell.history.length) : entries) addHistory(shell, line, time);
    }
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail(shell, 'history', `${file}: cannot create: ${strerror(error.code)}`);
  }
}
