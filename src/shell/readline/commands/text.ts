import type { Command, Editing } from '../editing.ts';

function changeWord(change: (word: string) => string): Command {
  return ({ buffer }, count) => {
    for (let left = Math.abs(count); left > 0; left--) {
      let start = count < 0 ? buffer.wordStart(buffer.cursor) : buffer.cursor;
      const end = count < 0 ? buffer.cursor : buffer.wordEnd(start);
      while (start < end && !/[\p{L}\p{N}]/u.test(buffer.characters[start] ?? '')) start++;
      buffer.replace(start, end, change(buffer.slice(start, end)));
      if (count < 0) buffer.cursor = start;
    }
  };
}

async function transposeChars(editing: Editing, count: number): Promise<void> {
  const { buffer } = editing;
  if (buffer.length < 2 || buffer.cursor === 0) return editing.bell();
  const atEnd = buffer.cursor === buffer.length;
  const right = atEnd ? buffer.cursor - 1 : buffer.cursor;
  const left = buffer.characters[right - 1] ?? '';
  const to = atEnd ? right + 1 : Math.max(1, Math.min(buffer.length, right + count));
  buffer.replace(right - 1, to, buffer.slice(right, to) + left);
  return undefined;
}

/** Swaps the word before the cursor with the one after it; `start` and `end` find words. */
function transposeWords(editing: Editing, start: (at: number) => number, end: (at: number) => number): Promise<void> | void {
  const { buffer } = editing;
  const secondEnd = end(buffer.cursor);
  const secondStart = start(secondEnd);
  const firstStart = start(secondStart);
  const firstEnd = end(firstStart);
  if (firstEnd > secondStart || firstStart === secondStart) return editing.bell();
  buffer.replace(firstStart, secondEnd, buffer.slice(secondStart, secondEnd) + buffer.slice(firstEnd, secondStart) + buffer.slice(firstStart, firstEnd));
  return undefined;
}

/** Ends and starts of the shell's words: quotes and escapes hold them together. */
function shellWordEnd({ buffer }: Editing, from: number): number {
  const text = buffer.characters;
  let at = from;
  while (at < text.length && /[\s|&;()<>]/.test(text[at] ?? '')) at++;
  let quote = '';
  for (; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '\\') at++;
    else if (character === '"' || character === "'") quote = character;
    else if (/[\s|&;()<>]/.test(character)) break;
  }
  return Math.min(at, text.length);
}

function shellWordStart(editing: Editing, from: number): number {
  let start = 0;
  for (let at = 0; at < from;) {
    let begin = at;
    while (begin < from && /[\s|&;()<>]/.test(editing.buffer.characters[begin] ?? '')) begin++;
    if (begin >= from) break;
    start = begin;
    at = shellWordEnd(editing, begin);
  }
  return start;
}

async function characterSearch(editing: Editing, count: number): Promise<void> {
  const { buffer, keys } = editing;
  const wanted = await keys.nextCharacter();
  let at = buffer.cursor;
  for (let left = Math.abs(count); left > 0; left--) {
    do at += count < 0 ? -1 : 1; while (at >= 0 && at < buffer.length && buffer.characters[at] !== wanted);
  }
  if (at < 0 || at >= buffer.length) return editing.bell();
  buffer.cursor = at;
  return undefined;
}

const region = (editing: Editing): [number, number] => [Math.min(editing.mark, editing.buffer.cursor), Math.min(editing.buffer.length, Math.max(editing.mark, editing.buffer.cursor))];

function copy(editing: Editing, start: number, end: number): void {
  editing.kills.unshift(editing.buffer.slice(start, end));
}

async function expandWith(editing: Editing, how: Parameters<Editing['host']['expand']>[0]): Promise<void> {
  const text = await editing.host.expand(how, editing.buffer.text);
  if (text === undefined) return editing.bell();
  editing.buffer.replace(0, editing.buffer.length, text);
  return undefined;
}

async function tildeExpand(editing: Editing): Promise<void> {
  const { buffer } = editing;
  const start = buffer.blankWordStart(buffer.cursor);
  let end = buffer.cursor;
  while (end < buffer.length && !/\s/.test(buffer.characters[end] ?? '')) end++;
  const word = await editing.host.expand('tilde', buffer.slice(start, end));
  if (word !== undefined) buffer.replace(start, end, word);
}

/** Functions that change text, and those that are used so seldom that they come with their first use. */
export const textCommands: Record<string, Command> = {
  'upcase-word': changeWord((word) => word.toUpperCase()),
  'downcase-word': changeWord((word) => word.toLowerCase()),
  'capitalize-word': changeWord((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()),
  'transpose-chars': transposeChars,
  'transpose-words': (editing) => transposeWords(editing, (at) => editing.buffer.wordStart(at), (at) => editing.buffer.wordEnd(at)),
  'shell-transpose-words': (editing) => transposeWords(editing, (at) => shellWordStart(editing, at), (at) => shellWordEnd(editing, at)),
  'shell-forward-word': (editing) => {
    editing.buffer.cursor = shellWordEnd(editing, editing.buffer.cursor);
  },
  'shell-backward-word': (editing) => {
    editing.buffer.cursor = shellWordStart(editing, editing.buffer.cursor);
  },
  'shell-kill-word': (editing) => editing.kill(editing.buffer.cursor, shellWordEnd(editing, editing.buffer.cursor), 'after'),
  'shell-backward-kill-word': (editing) => editing.kill(shellWordStart(editing, editing.buffer.cursor), editing.buffer.cursor, 'before'),
  'delete-horizontal-space': ({ buffer }) => {
    let start = buffer.cursor;
    let end = start;
    while (start > 0 && /[ \t]/.test(buffer.characters[start - 1] ?? '')) start--;
    while (/[ \t]/.test(buffer.characters[end] ?? '')) end++;
    buffer.remove(start, end);
  },
  'delete-char-or-list': (editing, count) => editing.run(editing.buffer.cursor === editing.buffer.length ? 'possible-completions' : 'delete-char', count),
  'forward-backward-delete-char': (editing, count) => editing.run(editing.buffer.cursor === editing.buffer.length ? 'backward-delete-char' : 'delete-char', count),
  'overwrite-mode': (editing) => {
    editing.overwrite = !editing.overwrite;
  },
  'tab-insert': ({ buffer }, count) => buffer.insert('\t'.repeat(Math.max(0, count))),
  'revert-line': ({ buffer }) => {
    while (buffer.undo());
  },
  'set-mark': (editing) => {
    editing.mark = editing.argument ?? editing.buffer.cursor;
  },
  'exchange-point-and-mark': (editing) => {
    const { cursor, length } = editing.buffer;
    editing.buffer.cursor = Math.min(editing.mark, length);
    editing.mark = cursor;
    editing.highlight = { start: region(editing)[0], end: region(editing)[1] };
  },
  'kill-region': (editing) => editing.kill(...region(editing), 'after'),
  'copy-region-as-kill': (editing) => copy(editing, ...region(editing)),
  'copy-backward-word': (editing) => copy(editing, editing.buffer.wordStart(editing.buffer.cursor), editing.buffer.cursor),
  'copy-forward-word': (editing) => copy(editing, editing.buffer.cursor, editing.buffer.wordEnd(editing.buffer.cursor)),
  'character-search': characterSearch,
  'character-search-backward': (editing, count) => characterSearch(editing, -count),
  'insert-comment': async (editing) => {
    const { buffer, settings } = editing;
    const mark = settings.text('comment-begin');
    if (editing.argument !== undefined && buffer.text.startsWith(mark)) buffer.replace(0, [...mark].length, '');
    else {
      buffer.cursor = 0;
      buffer.insert(mark);
    }
    await editing.show();
    await editing.accept();
  },
  'magic-space': async (editing) => {
    const text = await editing.host.expand('history', editing.buffer.text);
    if (text !== undefined && text !== editing.buffer.text) editing.buffer.replace(0, editing.buffer.length, text);
    editing.buffer.insert(' ');
  },
  'history-expand-line': (editing) => expandWith(editing, 'history'),
  'alias-expand-line': (editing) => expandWith(editing, 'alias'),
  'history-and-alias-expand-line': (editing) => expandWith(editing, 'history-and-alias'),
  'shell-expand-line': (editing) => expandWith(editing, 'shell'),
  'tilde-expand': tildeExpand,
  'yank-nth-arg': async (editing) => {
    const history = editing.host.history();
    const word = editing.host.words(history[history.length - 1] ?? '').at(editing.argument ?? 1);
    if (word === undefined) return editing.bell();
    return editing.buffer.insert(word);
  },
  'edit-and-execute-command': (editing) => edit(editing),
  'vi-edit-and-execute-command': (editing) => edit(editing),
  'display-shell-version': async (editing) => {
    await editing.screen.finish(editing.buffer.characters);
    await editing.host.write(`${editing.host.version}\r\n`);
    await editing.screen.redraw(editing.buffer.characters, editing.buffer.cursor);
  },
  'redraw-current-line': (editing) => editing.screen.refresh(editing.buffer.characters, editing.buffer.cursor),
  'clear-display': async (editing) => {
    await editing.host.write('\x1b[3J');
    await editing.screen.clear(editing.buffer.characters, editing.buffer.cursor);
  },
  're-read-init-file': (editing) => editing.host.readInit(),
  'start-kbd-macro': (editing) => {
    editing.keys.recorded = [];
  },
  'end-kbd-macro': async (editing) => {
    const { recorded } = editing.keys;
    if (!recorded) return editing.bell();
    // The keys that ended it are not part of it.
    editing.macro = String.fromCharCode(...recorded).slice(0, -2);
    editing.keys.recorded = undefined;
    return undefined;
  },
  'call-last-kbd-macro': (editing, count) => editing.keys.unread(editing.macro.repeat(Math.max(0, count))),
  'print-last-kbd-macro': async (editing) => editing.host.write(editing.macro),
  'emacs-editing-mode': (editing) => editing.useKeymap('emacs'),
  'vi-editing-mode': (editing) => editing.useKeymap('vi-insert'),
  'skip-csi-sequence': async ({ keys }) => {
    for (let byte = await keys.next(); byte !== undefined && (byte < 0x40 || byte > 0x7e);) byte = await keys.next();
  },
  'spell-correct-word': (editing) => editing.bell(),
  'tty-status': () => undefined,
  'dump-functions': () => undefined,
  'dump-macros': () => undefined,
  'dump-variables': () => undefined,
  'next-screen-line': (editing) => {
    editing.buffer.cursor += editing.host.size().columns;
  },
  'previous-screen-line': (editing) => {
    editing.buffer.cursor -= editing.host.size().columns;
  },
};

async function edit(editing: Editing): Promise<void> {
  await editing.screen.finish(editing.buffer.characters);
  const text = await editing.host.editText(editing.buffer.text);
  if (text === undefined) {
    editing.buffer.load('');
    await editing.screen.redraw([], 0);
  } else editing.result = { kind: 'line', text };
}
