import { isSystemError } from '../../kernel/index.ts';
import { compilePattern } from '../expand/pattern.ts';
import type { Shell } from '../state/shell.ts';
import { appendHistory, historyFile } from './history-file.ts';

/** Adds a line to the history, as HISTCONTROL and HISTIGNORE allow, and to its file at once, so that nothing is lost. */
export function rememberLine(shell: Shell, line: string): void {
  if (!shell.options.has('history') || line.trim() === '') return;
  const control = new Set((shell.variables.text('HISTCONTROL') ?? '').split(':'));
  if ((control.has('ignorespace') || control.has('ignoreboth')) && /^[ \t]/.test(line)) return;
  const last = shell.history[shell.history.length - 1];
  if ((control.has('ignoredups') || control.has('ignoreboth')) && last === line) return;
  for (const pattern of (shell.variables.text('HISTIGNORE') ?? '').split(':')) {
    if (pattern !== '' && compilePattern(pattern.replaceAll('&', last ?? '&'), { extglob: true, ignoreCase: false }).matches(line)) return;
  }
  if (control.has('erasedups')) shell.history = shell.history.filter((one) => one !== line);
  // `cmdhist`: lines of one command make one entry.
  const entry = line.includes('\n') && shell.options.shopt('cmdhist') && !line.includes('<<') ? joinLines(line) : line;
  shell.history.push(entry);
  const size = Number(shell.variables.text('HISTSIZE') ?? 500);
  while (size >= 0 && shell.history.length > size) {
    shell.history.shift();
    shell.historyBase++;
  }
  try {
    appendHistory(shell, historyFile(shell), [entry]);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Joins lines with semicolons where that keeps the meaning; inside quotes newlines stay. */
function joinLines(text: string): string {
  const lines = text.split('\n');
  let joined = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    if (openQuote(joined)) joined += `\n${line}`;
    else if (joined.endsWith('\\')) joined = joined.slice(0, -1) + line.trimStart();
    else if (/(?:^|[\s;])(?:then|do|else|elif|in|\{|\()$|(?:\|\||&&|\||;;|;|&)$/.test(joined.trimEnd())) joined = `${joined.trimEnd()} ${line.trimStart()}`;
    else joined += line.trim() === '' ? '' : `; ${line.trimStart()}`;
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
