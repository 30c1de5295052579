import type { Command, Editing } from '../editing.ts';

/** Texts killed in a row are one. */
export const killNames = new Set([
  'kill-line', 'backward-kill-line', 'unix-line-discard', 'kill-whole-line', 'kill-word', 'backward-kill-word', 'unix-word-rubout', 'unix-filename-rubout', 'shell-kill-word',
  'shell-backward-kill-word', 'kill-region', 'copy-region-as-kill', 'copy-backward-word', 'copy-forward-word',
]);

interface Yanked {
  start: number;
  end: number;
  index: number;
}

function yank(editing: Editing, count: number): void {
  const { buffer, kills, memory } = editing;
  const index = kills.length === 0 ? 0 : (((count - 1) % kills.length) + kills.length) % kills.length;
  const text = kills[index];
  if (text === undefined) return;
  const start = buffer.cursor;
  buffer.insert(text);
  editing.mark = start;
  memory.set('yank', { start, end: buffer.cursor, index } satisfies Yanked);
}

function repeatTo(count: number, from: number, step: (at: number) => number): number {
  let at = from;
  for (let left = count; left > 0; left--) at = step(at);
  return at;
}

const killWord: Command = (editing, count) => {
  const { buffer } = editing;
  if (count < 0) editing.kill(repeatTo(-count, buffer.cursor, (at) => buffer.wordStart(at)), buffer.cursor, 'before');
  else editing.kill(buffer.cursor, repeatTo(count, buffer.cursor, (at) => buffer.wordEnd(at)), 'after');
};

/** Functions that kill text and bring it back. */
export const killCommands: Record<string, Command> = {
  'kill-line': (editing, count) => (count < 0 ? editing.kill(0, editing.buffer.cursor, 'before') : editing.kill(editing.buffer.cursor, editing.buffer.length, 'after')),
  'backward-kill-line': (editing, count) => (count < 0 ? editing.kill(editing.buffer.cursor, editing.buffer.length, 'after') : editing.kill(0, editing.buffer.cursor, 'before')),
  'unix-line-discard': async (editing) => {
    if (editing.buffer.cursor === 0) return editing.bell();
    return editing.kill(0, editing.buffer.cursor, 'before');
  },
  'kill-whole-line': (editing) => editing.kill(0, editing.buffer.length, 'after'),
  'kill-word': killWord,
  'backward-kill-word': (editing, count) => killWord(editing, -count),
  'unix-word-rubout': async (editing, count) => {
    const { buffer } = editing;
    if (buffer.cursor === 0) return editing.bell();
    return editing.kill(repeatTo(count, buffer.cursor, (at) => buffer.blankWordStart(at)), buffer.cursor, 'before');
  },
  'unix-filename-rubout': (editing, count) => {
    const { buffer } = editing;
    editing.kill(repeatTo(count, buffer.cursor, (from) => {
      let at = from;
      while (at > 0 && /[\s/]/.test(buffer.characters[at - 1] ?? '')) at--;
      while (at > 0 && !/[\s/]/.test(buffer.characters[at - 1] ?? '')) at--;
      return at;
    }), buffer.cursor, 'before');
  },
  yank,
  'yank-pop': async (editing, count) => {
    const { buffer, kills, memory, lastCommand } = editing;
    const yanked = memory.get('yank') as Yanked | undefined;
    if (!yanked || kills.length === 0 || (lastCommand !== 'yank' && lastCommand !== 'yank-pop')) return editing.bell();
    const index = (((yanked.index + count) % kills.length) + kills.length) % kills.length;
    buffer.replace(yanked.start, yanked.end, kills[index] ?? '');
    memory.set('yank', { start: yanked.start, end: buffer.cursor, index } satisfies Yanked);
    return undefined;
  },
};
