import type { Command, Editing } from '../editing.ts';

/** Inserts typed text, or writes over what is there. */
export function typeText({ buffer, overwrite }: Editing, text: string): void {
  const length = [...text].length;
  if (overwrite) buffer.replace(buffer.cursor, Math.min(buffer.length, buffer.cursor + length), text);
  else buffer.insert(text, true);
}

async function readPaste(editing: Editing): Promise<string> {
  const end = '\x1b[201~';
  const bytes: number[] = [];
  let tail = '';
  while (tail !== end) {
    const byte = await editing.keys.next();
    if (byte === undefined) break;
    bytes.push(byte);
    tail = (tail + String.fromCharCode(byte)).slice(-end.length);
  }
  if (tail === end) bytes.length -= end.length;
  return new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\r\n?/g, '\n');
}

/** Functions that put text in, take characters out, and end the line. */
export const insertCommands: Record<string, Command> = {
  'accept-line': (editing) => editing.accept(),
  'bracketed-paste-begin': async (editing) => {
    const text = await readPaste(editing);
    const start = editing.buffer.cursor;
    editing.buffer.insert(text);
    if (editing.settings.on('enable-active-region')) editing.highlight = { start, end: editing.buffer.cursor };
  },
  'backward-delete-char': async (editing, count) => {
    const { buffer } = editing;
    if (count < 0) return editing.run('delete-char', -count);
    if (buffer.cursor === 0) return editing.bell();
    let start = buffer.cursor;
    for (let left = count; left > 0; left--) start = buffer.previous(start);
    const { length } = buffer;
    if (editing.argument !== undefined) editing.kill(start, buffer.cursor, 'before');
    else buffer.remove(start, buffer.cursor);
    if (editing.overwrite && buffer.cursor < length - 1) {
      buffer.insert(' ');
      buffer.cursor--;
    }
    return undefined;
  },
  'delete-char': async (editing, count) => {
    const { buffer } = editing;
    if (count < 0) return editing.run('backward-delete-char', -count);
    if (buffer.cursor === buffer.length) return editing.bell();
    let end = buffer.cursor;
    for (let left = count; left > 0; left--) end = buffer.after(end);
    if (editing.argument !== undefined) editing.kill(buffer.cursor, end, 'after');
    else buffer.remove(buffer.cursor, end);
    return undefined;
  },
  'quoted-insert': async (editing, count) => {
    const character = await editing.keys.nextCharacter();
    if (character !== undefined) editing.buffer.insert(character.repeat(Math.max(0, count)));
  },
  undo: async (editing, count) => {
    for (let left = count; left > 0; left--) if (!editing.buffer.undo()) return editing.bell();
    return undefined;
  },
  'clear-screen': (editing) => editing.screen.clear(editing.buffer.characters, editing.buffer.cursor),
  abort: (editing) => editing.bell(),
  'do-lowercase-version': () => undefined,
};
