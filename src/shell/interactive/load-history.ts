import { isSystemError } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { readHistory, truncateHistory } from './history-file.ts';
import { addHistory } from './history-list.ts';

/** Sets the variables of the history and reads its file, as an interactive shell does at its start. */
export function loadHistory(shell: Shell): void {
  const { variables } = shell;
  if (variables.text('HISTFILE') === undefined) variables.assign('HISTFILE', `${variables.text('HOME') ?? ''}/.bash_history`);
  if (variables.text('HISTSIZE') === undefined) variables.assign('HISTSIZE', '500');
  if (variables.text('HISTFILESIZE') === undefined) variables.assign('HISTFILESIZE', variables.text('HISTSIZE') ?? '500');
  const file = variables.text('HISTFILE') || undefined;
  try {
    truncateHistory(shell, file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  for (const { line, time } of readHistory(shell, file)) addHistory(shell, line, time);
  shell.historyBase = 1;
  shell.historySaved = 1 + shell.history.length;
}
