import { compilePattern } from '../expand/pattern.ts';
import type { Shell } from '../state/shell.ts';

/** Adds a line to the history list; the oldest give way to HISTSIZE. */
export function addHistory(shell: Shell, line: string, time = shell.process.clock.now()): void {
  shell.history.push(line);
  shell.historyTimes.push(time);
  trimHistory(shell);
}

/** Takes lines off the front until HISTSIZE holds. */
export function trimHistory(shell: Shell): void {
  const text = shell.variables.text('HISTSIZE');
  const size = text === undefined || !/^-?\d+$/.test(text) ? 500 : Number(text);
  const over = size < 0 ? 0 : shell.history.length - size;
  if (over <= 0) return;
  shell.history.splice(0, over);
  shell.historyTimes.splice(0, over);
  shell.historyBase += over;
}

/** Takes lines out of the list. */
export function removeHistory(shell: Shell, index: number, count = 1): void {
  shell.history.splice(index, count);
  shell.historyTimes.splice(index, count);
}

/** Whether HISTCONTROL and HISTIGNORE let a line in; `erasedups` takes out the older ones. */
export function admitsHistory(shell: Shell, line: string): boolean {
  const control = new Set((shell.variables.text('HISTCONTROL') ?? '').split(':'));
  if ((control.has('ignorespace') || control.has('ignoreboth')) && /^[ \t]/.test(line)) return false;
  const last = shell.history[shell.history.length - 1];
  if ((control.has('ignoredups') || control.has('ignoreboth')) && last === line) return false;
  for (const pattern of (shell.variables.text('HISTIGNORE') ?? '').split(/(?<!\\):/)) {
    if (pattern === '') continue;
    const text = pattern.replace(/\\&|&/g, (match) => (match === '&' ? (last ?? '&') : '&'));
    if (compilePattern(text, { extglob: true, ignoreCase: false }).matches(line)) return false;
  }
  if (control.has('erasedups')) for (let index = shell.history.length - 1; index >= 0; index--) if (shell.history[index] === line) removeHistory(shell, index);
  return true;
}
