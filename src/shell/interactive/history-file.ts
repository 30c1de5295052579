import { isSystemError } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { decodeText, encodeText } from '../text/byte-string.ts';

/** An entry of the history file; 0 for one without a time. */
export interface HistoryEntry {
  line: string;
  time: number;
}

/** `$HISTFILE`; undefined when the variable is unset or empty: then nothing is saved. */
export function historyFile(shell: Shell): string | undefined {
  return shell.variables.text('HISTFILE') || undefined;
}

/** Entries of a history file; none when it does not exist. Between lines with times an entry may have several lines. */
export function readHistory(shell: Shell, file: string | undefined): HistoryEntry[] {
  if (file === undefined) return [];
  let lines: string[];
  try {
    lines = decodeText(shell.process.readFile(file)).split('\n');
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
  if (lines.at(-1) === '') lines.pop();
  const timed = /^#\d/.test(lines[0] ?? '');
  const entries: HistoryEntry[] = [];
  let time = 0;
  let fresh = true;
  for (const line of lines) {
    if (/^#\d+$/.test(line)) {
      time = Number(line.slice(1)) * 1000;
      fresh = true;
      continue;
    }
    const last = entries.at(-1);
    if (timed && !fresh && last) last.line += `\n${line}`;
    else if (line !== '') entries.push({ line, time });
    fresh = false;
  }
  return entries;
}

function textOf(shell: Shell, lines: readonly string[], times: readonly number[]): Uint8Array {
  const timed = shell.variables.text('HISTTIMEFORMAT') !== undefined;
  return encodeText(lines.map((line, index) => `${timed ? `#${Math.floor((times[index] ?? 0) / 1000)}\n` : ''}${line}\n`).join(''));
}

/** Adds lines to a history file. */
export function appendHistory(shell: Shell, file: string | undefined, lines: readonly string[]): void {
  if (lines.length === 0 || file === undefined) return;
  shell.process.writeFile(file, textOf(shell, lines, shell.historyTimes.slice(-lines.length)), { mode: 0o600, append: true });
  shell.historySaved = shell.historyBase + shell.history.length;
}

/** Writes the whole history to a file. */
export function writeHistory(shell: Shell, file: string): void {
  shell.process.writeFile(file, textOf(shell, shell.history, shell.historyTimes), { mode: 0o600 });
  shell.historySaved = shell.historyBase + shell.history.length;
}

/** Cuts the file to HISTFILESIZE lines, as a shell does at its start and end. */
export function truncateHistory(shell: Shell, file: string | undefined): void {
  const size = Number(shell.variables.text('HISTFILESIZE') ?? NaN);
  if (file === undefined || !(size >= 0)) return;
  const entries = readHistory(shell, file);
  if (entries.length <= size) return;
  const kept = entries.slice(entries.length - size);
  shell.process.writeFile(file, encodeText(kept.map(({ line, time }) => `${time > 0 ? `#${Math.floor(time / 1000)}\n` : ''}${line}\n`).join('')), { mode: 0o600 });
}
