import type { Command, Editing } from '../editing.ts';
import { promptedSearch } from './search.ts';
import { findVisibleBracket, viMotion } from './vi-motion.ts';

/** What `.` repeats: the keys of the last change. */
interface Change {
  keys: string;
  /** Text is being inserted: keys up to Escape belong to it. */
  open: boolean;
}

/** Remembers the keys of a change that is complete. */
function changed(editing: Editing): void {
  if (editing.memory.get('redoing')) return;
  editing.memory.set('change', { keys: editing.keys.taken, open: false } satisfies Change);
}

async function insertMode(editing: Editing): Promise<void> {
  editing.memory.set('change', { keys: '', open: true } satisfies Change);
  await editing.useKeymap('vi-insert');
}

async function movementMode(editing: Editing): Promise<void> {
  const change = editing.memory.get('change') as Change | undefined;
  if (change?.open) editing.memory.set('change', { keys: editing.keys.taken, open: false });
  if (editing.keymaps.current === 'vi-insert' && editing.buffer.cursor > 0) editing.buffer.cursor = editing.buffer.previous(editing.buffer.cursor);
  editing.overwrite = false;
  await editing.useKeymap('vi-command');
}

/** `d`, `c`, `y` and a motion. */
function operator(kind: 'd' | 'c' | 'y'): Command {
  return async (editing, count) => {
    const { buffer, keys } = editing;
    const typed = keys.taken.at(-1) ?? kind;
    let start = buffer.cursor;
    let end = buffer.length;
    if (typed === typed.toLowerCase()) {
      let motion = await keys.nextCharacter();
      let times = '';
      while (motion !== undefined && (/[1-9]/.test(motion) || (motion === '0' && times !== ''))) {
        times += motion;
        motion = await keys.nextCharacter();
      }
      if (motion === undefined || motion === '\x1b' || motion === '\x03') return editing.bell();
      if (motion === kind) [start, end] = [0, buffer.length];
      else {
        // `cw` changes to the end of the word, not to the start of the next.
        const key = kind === 'c' && /[wW]/.test(motion) && /\S/.test(buffer.characters[buffer.cursor] ?? ' ') ? (motion === 'w' ? 'e' : 'E') : motion;
        const target = await viMotion(editing, key, count * (Number(times) || 1), true);
        if (target === undefined) return editing.bell();
        [start, end] = target.at < start ? [target.at, start] : [start, target.at + (target.inclusive ? 1 : 0)];
      }
    }
    end = Math.min(end, buffer.length);
    editing.kills.unshift(buffer.slice(start, end));
    if (kind === 'y') {
      buffer.cursor = typed === 'Y' ? buffer.cursor : start;
      return undefined;
    }
    buffer.remove(start, end);
    if (kind === 'c') return insertMode(editing);
    stayInside(editing);
    changed(editing);
    return undefined;
  };
}

/** In command mode the cursor stands on a character. */
function stayInside({ buffer }: Editing): void {
  if (buffer.cursor >= buffer.length && buffer.length > 0) buffer.cursor = buffer.previous(buffer.length);
}

function motion(key: string | undefined): Command {
  return async (editing, count) => {
    const target = await viMotion(editing, key ?? editing.keys.taken.at(-1) ?? '', count, false);
    if (!target) return editing.bell();
    editing.buffer.cursor = target.at;
    return undefined;
  };
}

const typedKey = (editing: Editing): string => editing.keys.taken.at(-1) ?? '';

const put: Command = (editing, count) => {
  const text = (editing.kills[0] ?? '').repeat(Math.max(1, count));
  if (text === '') return;
  if (typedKey(editing) === 'p' && editing.buffer.length > 0) editing.buffer.cursor = editing.buffer.after(editing.buffer.cursor);
  editing.buffer.insert(text);
  editing.buffer.cursor = editing.buffer.previous(editing.buffer.cursor);
  changed(editing);
};

/** The functions of vi mode. */
export const viCommands: Record<string, Command> = {
  'vi-movement-mode': movementMode,
  'vi-insertion-mode': insertMode,
  'vi-insert-beg': (editing) => {
    editing.buffer.cursor = 0;
    return insertMode(editing);
  },
  'vi-append-mode': (editing) => {
    if (editing.buffer.length > 0) editing.buffer.cursor = editing.buffer.after(editing.buffer.cursor);
    return insertMode(editing);
  },
  'vi-append-eol': (editing) => {
    editing.buffer.cursor = editing.buffer.length;
    return insertMode(editing);
  },
  'vi-replace': (editing) => {
    editing.overwrite = true;
    return insertMode(editing);
  },
  'vi-subst': async (editing, count) => {
    const { buffer } = editing;
    const [start, end] = typedKey(editing) === 'S' ? [0, buffer.length] : [buffer.cursor, Math.min(buffer.length, buffer.cursor + count)];
    editing.kills.unshift(buffer.remove(start, end));
    await insertMode(editing);
  },
  'vi-delete-to': operator('d'),
  'vi-change-to': operator('c'),
  'vi-yank-to': operator('y'),
  'vi-delete': async (editing, count) => {
    const { buffer } = editing;
    if (buffer.length === 0) return editing.bell();
    editing.kills.unshift(buffer.remove(buffer.cursor, Math.min(buffer.length, buffer.cursor + count)));
    stayInside(editing);
    changed(editing);
    return undefined;
  },
  'vi-rubout': async (editing, count) => {
    const { buffer } = editing;
    if (buffer.cursor === 0) return editing.bell();
    editing.kills.unshift(buffer.remove(Math.max(0, buffer.cursor - count), buffer.cursor));
    changed(editing);
    return undefined;
  },
  'vi-change-char': async (editing, count) => {
    const { buffer } = editing;
    const character = await editing.keys.nextCharacter();
    if (character === undefined || character < ' ' || buffer.cursor + count > buffer.length) return editing.bell();
    buffer.replace(buffer.cursor, buffer.cursor + count, character.repeat(count));
    buffer.cursor--;
    changed(editing);
    return undefined;
  },
  'vi-change-case': (editing, count) => {
    const { buffer } = editing;
    const text = buffer.slice(buffer.cursor, buffer.cursor + count);
    buffer.replace(buffer.cursor, buffer.cursor + [...text].length, [...text].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join(''));
    stayInside(editing);
    changed(editing);
  },
  'vi-put': put,
  'vi-redo': (editing) => {
    const change = editing.memory.get('change') as Change | undefined;
    if (!change || change.keys === '') return editing.bell();
    editing.keys.unread(change.keys);
    return undefined;
  },
  'vi-undo': (editing) => (editing.buffer.undo() ? stayInside(editing) : editing.bell()),
  'vi-next-word': motion(undefined),
  'vi-prev-word': motion(undefined),
  'vi-end-word': motion(undefined),
  'vi-char-search': motion(undefined),
  'vi-first-print': motion('^'),
  'vi-back-to-indent': motion('^'),
  'vi-column': motion('|'),
  'vi-match': async (editing) => {
    const at = findVisibleBracket(editing.buffer);
    if (at === undefined) return editing.bell();
    editing.buffer.cursor = at;
    return undefined;
  },
  ...Object.fromEntries([['vi-fword', 'w'], ['vi-fWord', 'W'], ['vi-bword', 'b'], ['vi-bWord', 'B'], ['vi-eword', 'e'], ['vi-eWord', 'E'], ['vi-forward-word', 'w'], ['vi-backward-word', 'b'],
    ['vi-forward-bigword', 'W'], ['vi-backward-bigword', 'B'], ['vi-end-bigword', 'E']].map(([name = '', key]) => [name, motion(key)])),
  'vi-arg-digit': (editing) => editing.run('digit-argument'),
  'vi-eof-maybe': async (editing) => {
    if (editing.buffer.length === 0) editing.result = { kind: 'end' };
    else await editing.accept();
  },
  'vi-fetch-history': (editing, count) => {
    editing.goHistory(editing.argument === undefined ? 0 : Math.max(0, count - 1));
  },
  'vi-search': (editing) => promptedSearch(editing, typedKey(editing) === '/' ? -1 : 1, typedKey(editing)),
  'vi-search-again': (editing) => promptedSearch(editing, typedKey(editing) === 'n' ? -1 : 1, '', true),
  'vi-set-mark': async (editing) => {
    editing.memory.set(`mark ${await editing.keys.nextCharacter()}`, editing.buffer.cursor);
  },
  'vi-goto-mark': async (editing) => {
    const at = editing.memory.get(`mark ${await editing.keys.nextCharacter()}`) as number | undefined;
    if (at === undefined) return editing.bell();
    editing.buffer.cursor = at;
    return undefined;
  },
  'vi-unix-word-rubout': (editing, count) => editing.run('unix-word-rubout', count),
  'vi-yank-arg': async (editing) => {
    editing.buffer.cursor = editing.buffer.length;
    const history = editing.host.history();
    const words = editing.host.words(history[history.length - 1] ?? '');
    editing.buffer.insert(` ${words.at(editing.argument === undefined ? -1 : editing.argument - 1) ?? ''}`);
    await insertMode(editing);
  },
  'vi-yank-pop': (editing, count) => editing.run('yank-pop', count),
  'vi-tilde-expand': (editing) => editing.run('tilde-expand'),
  'vi-complete': (editing) => editing.run(typedKey(editing) === '*' ? 'insert-completions' : typedKey(editing) === '=' ? 'possible-completions' : 'complete'),
  'vi-overstrike': (editing) => editing.run('self-insert'),
  'vi-overstrike-delete': (editing) => editing.run('backward-delete-char'),
  'vi-insertion-mode-beg': insertMode,
};
