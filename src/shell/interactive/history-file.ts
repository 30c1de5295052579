import { isSystemError } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { decodeText, encodeText } from '../text/byte-string.ts';

/** `$HISTFILE`. */
export function historyFile(shell: Shell): string {
  return shell.variables.text('HISTFILE') || `${shell.variables.text('HOME') ?? ''}/.bash_history`;
}

/** Lines of a history file; none when it does not exist. */
export function readHistory(shell: Shell, file: string): string[] {
  try {
    return decodeText(shell.process.readFile(file)).split('\n').filter((line) => line !== '' && !/^#\d+$/.test(line));
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

/** Adds lines to a history file. */
export function appendHistory(shell: Shell, file: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  shell.process.writeFile(file, encodeText(lines.map((line) => `${line}\n`).join('')), { mode: 0o600, append: true });
}

/** Writes the whole history to a file. */
export function writeHistory(shell: Shell, file: string): void {
  shell.process.writeFile(file, encodeText(shell.history.map((line) => `${line}\n`).join('')), { mode: 0o600 });
}
