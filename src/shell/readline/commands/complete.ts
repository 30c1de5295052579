import { commonPrefix, listColumns } from '../columns.ts';
import type { CompletionItem, CompletionKind, CompletionSet } from '../completion-set.ts';
import type { Command, Editing } from '../editing.ts';

/** Where the word to complete starts, in characters. */
function startOf(editing: Editing, set: CompletionSet): number {
  return [...editing.buffer.text.slice(0, set.start)].length;
}

async function find(editing: Editing, kind: CompletionKind): Promise<CompletionSet> {
  return editing.host.complete(editing.buffer.text, editing.buffer.before.length, kind);
}

function insertOnly(editing: Editing, start: number, item: CompletionItem): void {
  const { buffer } = editing;
  const next = buffer.characters[buffer.cursor];
  let end = item.end;
  if (end !== '' && next === end) {
    end = '';
    buffer.replace(start, buffer.cursor, item.text);
    if (next !== '/') buffer.cursor++;
  } else buffer.replace(start, buffer.cursor, item.text + end);
}

function complete(kind: CompletionKind): Command {
  return async (editing) => {
    const { buffer, settings } = editing;
    if (settings.on('disable-completion')) return editing.run('self-insert');
    const set = await find(editing, kind);
    const start = startOf(editing, set);
    const [only] = set.items;
    if (!only) return editing.bell();
    if (set.items.length === 1) return insertOnly(editing, start, only);
    const prefix = commonPrefix(set.items.map((item) => item.text), set.ignoreCase);
    const typed = buffer.slice(start, buffer.cursor);
    const changed = prefix.length >= typed.length && prefix !== typed;
    if (changed) buffer.replace(start, buffer.cursor, prefix);
    const again = editing.lastCommand.startsWith('complete') && editing.memory.get('completed') === buffer.text;
    editing.memory.set('completed', changed ? undefined : buffer.text);
    if (settings.on('show-all-if-ambiguous') || (again && !changed) || (settings.on('show-all-if-unmodified') && !changed)) {
      await editing.show();
      return list(editing, set);
    }
    return editing.bell();
  };
}

function possible(kind: CompletionKind): Command {
  return async (editing) => {
    const set = await find(editing, kind);
    if (set.items.length === 0) return editing.bell();
    return list(editing, set);
  };
}

/** Lists completions below the line, a screen at a time, and draws the line anew. */
async function list(editing: Editing, set: CompletionSet): Promise<void> {
  const { host, settings, buffer, keys } = editing;
  const labels = [...set.items.map((item) => item.label)];
  const redraw = async (): Promise<void> => editing.screen.redraw(buffer.characters, buffer.cursor);
  await editing.screen.finish(buffer.characters);
  const limit = settings.number('completion-query-items');
  if (limit > 0 && labels.length >= limit) {
    await host.write(`Display all ${labels.length} possibilities? (y or n)`);
    for (;;) {
      const byte = await keys.next();
      if (byte === 0x79 || byte === 0x59 || byte === 0x20) break;
      if (byte === 0x6e || byte === 0x4e || byte === 0x7f || byte === 7 || byte === 3 || byte === undefined) {
        await host.write('\r\n');
        return redraw();
      }
      await editing.bell();
    }
    await host.write('\r\n');
  }
  const { rows, columns } = host.size();
  const lines = listColumns(labels, columns, settings.on('print-completions-horizontally'));
  let left = rows - 1;
  for (const [index, line] of lines.entries()) {
    await host.write(`${line}\r\n`);
    if (--left > 0 || !settings.on('page-completions') || index === lines.length - 1) continue;
    await host.write('--More--');
    const byte = await keys.next();
    await host.write('\r\x1b[K');
    if (byte === undefined || byte === 0x71 || byte === 0x51 || byte === 0x6e || byte === 0x4e || byte === 0x7f || byte === 3 || byte === 7) break;
    left = byte === 13 || byte === 10 ? 1 : rows - 1;
  }
  await redraw();
}

interface Menu {
  set: CompletionSet;
  start: number;
  typed: string;
  index: number;
  shown: string;
}

function menu(step: 1 | -1): Command {
  return async (editing, count) => {
    const { buffer, memory, lastCommand } = editing;
    let state = memory.get('menu') as Menu | undefined;
    if (!state || !lastCommand.startsWith('menu-complete') || buffer.text !== state.shown) {
      const set = await find(editing, 'default');
      const [only] = set.items;
      if (!only) return editing.bell();
      const start = startOf(editing, set);
      if (set.items.length === 1) return insertOnly(editing, start, only);
      state = { set, start, typed: buffer.slice(start, buffer.cursor), index: step > 0 ? -1 : set.items.length, shown: '' };
    }
    const size = state.set.items.length + 1;
    state.index = (((state.index + step * count) % size) + size) % size;
    const item = state.set.items[state.index];
    if (!item) await editing.bell();
    buffer.replace(state.start, buffer.cursor, item?.text ?? state.typed);
    state.shown = buffer.text;
    memory.set('menu', state);
    return undefined;
  };
}

/** Functions that complete words. */
export const completeCommands: Record<string, Command> = {
  complete: complete('default'),
  'possible-completions': possible('default'),
  'menu-complete': menu(1),
  'menu-complete-backward': menu(-1),
  'old-menu-complete': menu(1),
  'insert-completions': async (editing) => {
    const set = await find(editing, 'default');
    if (set.items.length === 0) return editing.bell();
    return editing.buffer.replace(startOf(editing, set), editing.buffer.cursor, `${set.items.map((item) => item.text).join(' ')} `);
  },
  'complete-into-braces': async (editing) => {
    const set = await find(editing, 'filename');
    if (set.items.length < 2) return complete('filename')(editing, 1);
    const texts = set.items.map((item) => item.text + (item.end === '/' ? '/' : ''));
    const prefix = commonPrefix(texts);
    return editing.buffer.replace(startOf(editing, set), editing.buffer.cursor, `${prefix}{${texts.map((text) => text.slice(prefix.length)).join(',')}} `);
  },
  'glob-complete-word': complete('glob'),
  'glob-list-expansions': possible('glob'),
  'glob-expand-word': async (editing) => {
    const set = await find(editing, 'glob');
    if (set.items.length === 0) return editing.bell();
    return editing.buffer.replace(startOf(editing, set), editing.buffer.cursor, set.items.map((item) => item.text).join(' '));
  },
  'dynamic-complete-history': (editing) => fromHistory(editing),
  'dabbrev-expand': (editing) => fromHistory(editing),
  ...Object.fromEntries((['filename', 'command', 'variable', 'username', 'hostname'] as const).flatMap((kind) => [[`complete-${kind}`, complete(kind)], [`possible-${kind}-completions`, possible(kind)]])),
};

async function fromHistory(editing: Editing): Promise<void> {
  const { buffer, host } = editing;
  const start = buffer.blankWordStart(buffer.cursor);
  const typed = buffer.slice(start, buffer.cursor);
  const words = [...new Set(host.history().flatMap((line) => host.words(line)))].filter((word) => word.startsWith(typed) && word !== typed);
  if (words.length === 0 || typed === '') return editing.bell();
  const prefix = commonPrefix(words);
  if (prefix !== typed) return buffer.replace(start, buffer.cursor, prefix);
  return list(editing, { start: 0, items: words.sort().map((word) => ({ text: word, label: word, end: ' ' })) });
}
