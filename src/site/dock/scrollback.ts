import type { Terminal } from '@xterm/xterm';
import { keep, recall } from './kept.ts';

const mostLines = 400;

/** The text in a terminal's buffer: what was on the screen and above it, at most the last 400 lines. */
export function linesOf(terminal: Terminal): string[] {
  const buffer = terminal.buffer.normal;
  const lines: string[] = [];
  for (let row = Math.max(0, buffer.length - mostLines); row < buffer.length; row++) {
    const line = buffer.getLine(row);
    if (!line) continue;
    const text = line.translateToString(true);
    if (line.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Keeps what a terminal shows for this tab's next load of the page. */
export function keepScrollback(key: string, lines: readonly string[]): void {
  keep(`drydock.scrollback.${key}`, JSON.stringify(lines), 'session');
}

/** What was shown before the reload; empty when there is nothing. */
export function recallScrollback(key: string): string[] {
  try {
    const value: unknown = JSON.parse(recall(`drydock.scrollback.${key}`, 'session') ?? '[]');
    return Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
  } catch {
    return [];
  }
}
