import { humanSize, sprintf } from '../../../base/go/index.ts';
import type { JsonMessage } from '../../api/index.ts';
import type { Output } from '../cli.ts';
import { StatusError } from '../command/status-error.ts';

export interface DisplayOptions {
  /** Width of the terminal; bars are left out on narrow ones. */
  columns: number;
  /** Given the messages that carry data instead of text. */
  onAux?: (message: JsonMessage) => void;
}

/** Shows a progress stream: live lines on a terminal, else one line an event without bars. Throws the stream's error. */
export async function displayMessages(messages: AsyncIterable<JsonMessage>, out: Output, options: DisplayOptions): Promise<void> {
  const lines = new Map<string, number>();
  const { isTerminal } = out;
  for await (const message of messages) {
    if (message.aux !== undefined) {
      options.onAux?.(message);
      continue;
    }
    if (message.errorDetail || message.error) throw streamError(message);
    const { id = '' } = message;
    let up = 0;
    let text = '';
    if (id !== '' && (message.progressDetail || message.progress)) {
      if (!lines.has(id)) {
        lines.set(id, lines.size);
        if (isTerminal) text += '\n';
      }
      up = lines.size - (lines.get(id) ?? 0);
      if (isTerminal) text += move(up, 'A');
    } else {
      // A line without progress is not one that the cursor can go back over.
      lines.clear();
    }
    text += lineOf(message, isTerminal, options.columns);
    if (id !== '' && isTerminal) text += move(up, 'B');
    if (text !== '') await out.print(text);
  }
}

/** An error that came in the stream; a build's carries the status of the command that failed. */
export function streamError(message: JsonMessage): StatusError {
  const { code = 0, message: words = message.error ?? '' } = message.errorDetail ?? {};
  if (code === 401) return new StatusError(1, 'authentication is required');
  return new StatusError(code === 0 ? 1 : code, words);
}

function move(lines: number, direction: 'A' | 'B'): string {
  return lines === 0 ? '' : `\x1b[${lines}${direction}`;
}

function lineOf(message: JsonMessage, isTerminal: boolean, columns: number): string {
  const { id = '', status = '', stream, progressDetail, progress } = message;
  const bar = progressDetail ? progressText(progressDetail, columns) : '';
  const prefix = id === '' ? '' : `${id}: `;
  if (isTerminal && !stream && progressDetail) return `\x1b[2K\r${prefix}${status} ${bar}\r`;
  if (bar !== '') return '';
  if (progress && !progressDetail) return `${prefix}${status} ${progress}`;
  return stream ? prefix + stream : `${prefix}${status}\n`;
}

/** The bar and the counts of a transfer. */
export function progressText({ current = 0, total = 0, units = '', hidecounts = false }: NonNullable<JsonMessage['progressDetail']>, columns: number): string {
  if (current <= 0 && total <= 0) return '';
  if (total <= 0) return units === '' ? sprintf('%8v', [humanSize(current)]) : `${current} ${units}`;
  const filled = Math.min(50, Math.trunc(Math.trunc((current / total) * 100) / 2));
  const bar = columns > 110 ? `[${'='.repeat(filled)}>${' '.repeat(50 - filled)}] ` : '';
  if (hidecounts) return bar;
  if (units !== '') return `${bar}${current > total ? current : `${current}/${total}`} ${units}`;
  return bar + sprintf('%8v', [humanSize(current)]) + (current > total ? '' : `/${humanSize(total)}`);
}
