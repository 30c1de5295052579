import { type Builtin, fail, invalidOption, parseOptions } from '../builtins/builtin.ts';
import type { Shell } from '../state/shell.ts';
import { addHistory, removeHistory } from './history-list.ts';

/** Index of the line that a number, a negative number or a prefix means. */
function place(list: readonly string[], base: number, spec: string): number | undefined {
  if (/^-\d+$/.test(spec)) return Number(spec) === 0 ? list.length - 1 : Math.max(0, list.length + Number(spec));
  if (/^\d+$/.test(spec)) return spec === '0' ? list.length - 1 : Math.min(Math.max(Number(spec) - base, 0), list.length - 1);
  const found = list.findLastIndex((line) => line.startsWith(spec));
  return found < 0 ? undefined : found;
}

/** The builtin `fc`: lists, edits and runs lines of the history. */
export async function runFc(shell: Shell, builtin: Builtin, words: readonly string[]): Promise<number> {
  const cut = words.findIndex((word) => !word.startsWith('-') || /^-\d/.test(word) || word === '-' || word === '--');
  const editor = words.indexOf('-e');
  const split = editor >= 0 && editor + 2 > cut && cut >= 0 ? Math.max(cut, editor + 2) : cut < 0 ? words.length : cut;
  const parsed = parseOptions(words.slice(0, split), 'e:lnrs');
  if (parsed.invalid) return invalidOption(shell, builtin, parsed.invalid);
  const { letters, values } = parsed;
  const rest = words.slice(split).filter((word) => word !== '--');
  // The line that runs fc is the last of the history; fc does not see it.
  const own = shell.interactive ? 1 : 0;
  const list = shell.history.slice(0, shell.history.length - own);
  const base = shell.historyBase;
  if (letters.has('s') || values.get('e') === '-') return again(shell, list, rest, own);
  const [first, last] = rest;
  const missing = (): Promise<number> => fail(shell, 'fc', 'history specification out of range');
  if (list.length === 0) return letters.has('l') ? 0 : missing();
  let from = first === undefined ? (letters.has('l') ? Math.max(0, list.length - 16) : list.length - 1) : place(list, base, first);
  let to = last === undefined ? (letters.has('l') ? list.length - 1 : from) : place(list, base, last);
  if (from === undefined || to === undefined) return missing();
  const reverse = letters.has('r') !== from > to;
  if (from > to) [from, to] = [to, from];
  const chosen = list.slice(from, to + 1).map((line, index) => ({ line, number: base + (from ?? 0) + index }));
  if (reverse) chosen.reverse();
  if (letters.has('l')) {
    await shell.write(1, chosen.map(({ line, number }) => `${letters.has('n') ? '' : number}\t ${line}\n`).join(''));
    return 0;
  }
  return editLines(shell, chosen.map(({ line }) => line), values.get('e'), own);
}

async function again(shell: Shell, list: readonly string[], rest: readonly string[], own: number): Promise<number> {
  const changes = rest.filter((word) => word.includes('='));
  const spec = rest.find((word) => !word.includes('='));
  const index = spec === undefined ? list.length - 1 : place(list, shell.historyBase, spec);
  let line = index === undefined ? undefined : list[index];
  if (line === undefined) return fail(shell, 'fc', 'no command found');
  for (const change of changes) line = line.replaceAll(change.slice(0, change.indexOf('=')), change.slice(change.indexOf('=') + 1));
  await shell.writeError(`${line}\n`);
  if (own > 0) removeHistory(shell, shell.history.length - 1);
  addHistory(shell, line);
  return shell.runner.runText(shell, line, { name: 'fc' });
}

/** Lets the user edit lines in `$FCEDIT`, `$EDITOR` or the system's editor, then runs what they left. */
async function editLines(shell: Shell, lines: readonly string[], editor: string | undefined, own: number): Promise<number> {
  const file = `/tmp/bash-fc.${shell.process.pid}${Math.floor(shell.process.clock.now()).toString(36)}`;
  shell.process.writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  try {
    const command = editor ?? '${FCEDIT:-${EDITOR:-$(command -v editor || echo vi)}}';
    const status = await shell.runner.runText(shell, `${command} ${file}`, { name: 'fc' });
    if (status !== 0) return status;
    const text = shell.process.readTextFile(file).replace(/\n+$/, '');
    if (text === '') return 0;
    await shell.writeError(`${text}\n`);
    if (own > 0) removeHistory(shell, shell.history.length - 1);
    addHistory(shell, text);
    return await shell.runner.runText(shell, text, { name: 'fc' });
  } finally {
    if (shell.process.exists(file)) shell.process.unlink(file);
  }
}
