import { isSystemError } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { appendHistory, historyFile } from './history-file.ts';
import { addHistory, admitsHistory } from './history-list.ts';

/** Adds a command to the history, as HISTCONTROL and HISTIGNORE allow, and to its file at once, so that a reload loses nothing. */
export function rememberLine(shell: Shell, lines: readonly string[]): void {
  const text = lines.join('\n');
  if (!shell.options.has('history') || text.trim() === '') return;
  const { options } = shell;
  // `cmdhist`: lines of one command make one entry, on one line unless `lithist` keeps them.
  const entries = lines.length === 1 ? [text] : options.shopt('cmdhist') ? [options.shopt('lithist') || text.includes('<<') ? text : joinLines(lines)] : lines;
  const added = entries.filter((entry) => admitsHistory(shell, entry));
  for (const entry of added) addHistory(shell, entry);
  try {
    appendHistory(shell, historyFile(shell), added);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Joins lines with semicolons where that keeps the meaning; inside quotes newlines stay. */
function joinLines(lines: readonly string[]): string {
  let joined = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    if (openQuote(joined)) joined += `\n${line}`;
    else if (/(?:^|[^\\])(?:\\\\)*\\$/.test(joined)) joined = joined.slice(0, -1) + line;
    else if (/(?:^|[\s;])(?:then|do|else|elif|in|\{|\(|!|while|until|if)$|(?:\|\||&&|\||;;&?|;&|;|&|\()$|\bcase\b.*\bin$|^[^(]*\)$|(?:^|\s)\S+\)$/.test(joined.trimEnd())) joined = `${joined.trimEnd()} ${line}`;
    else if (/^(?:function\s+\S+|\S+\s*\(\))(?:\s*\(\))?\s*$/.test(joined)) joined = `${joined} ${line}`;
    else joined += line.trim() === '' ? '' : `; ${line}`;
  }
  return joined;
}

function openQuote(text: string): boolean {
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === '\\' && quote !== "'") index++;
    else if (quote === '' && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = '';
  }
  return quote !== '';
}
