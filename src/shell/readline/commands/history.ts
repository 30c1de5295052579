import type { Command, Editing } from '../editing.ts';

async function go(editing: Editing, by: number): Promise<void> {
  if (!editing.goHistory(editing.place + by)) await editing.bell();
}

interface PrefixSearch {
  prefix: string;
  cursor: number;
}

/** Looks for a line with the text before the cursor; going on keeps that text. */
function search(substring: boolean, direction: -1 | 1): Command {
  return async (editing) => {
    const { buffer, host, memory, lastCommand } = editing;
    const going = /^history-(substring-)?search-/.test(lastCommand);
    const known = memory.get('history-search') as PrefixSearch | undefined;
    const wanted = going && known ? known : { prefix: buffer.before, cursor: buffer.cursor };
    memory.set('history-search', wanted);
    const history = host.history();
    for (let place = editing.place + direction; place >= 0 && place <= history.length; place += direction) {
      const line = place === history.length ? undefined : history[place] ?? '';
      if (line === undefined) {
        if (direction > 0 && editing.goHistory(place)) return;
        break;
      }
      const at = substring ? line.indexOf(wanted.prefix) : line.startsWith(wanted.prefix) ? 0 : -1;
      if (at < 0 || line === buffer.text) continue;
      editing.goHistory(place);
      buffer.cursor = wanted.prefix === '' ? buffer.length : substring ? at : wanted.cursor;
      return;
    }
    await editing.bell();
  };
}

interface Argument {
  start: number;
  end: number;
  back: number;
  count: number | undefined;
}

/** The last word (or the one the argument names) of the line before; again: of the one before that. */
const yankLastArgument: Command = async (editing) => {
  const { buffer, host, memory, lastCommand } = editing;
  const history = host.history();
  const before = lastCommand === 'yank-last-arg' || lastCommand === 'insert-last-argument' ? (memory.get('last-argument') as Argument | undefined) : undefined;
  const back = (before?.back ?? 0) + 1;
  const count = before ? before.count : editing.argument;
  const line = history[history.length - back];
  if (line === undefined) return editing.bell();
  const words = host.words(line);
  const word = count === undefined ? words[words.length - 1] ?? '' : words.at(count) ?? '';
  const start = before?.start ?? buffer.cursor;
  buffer.replace(start, before?.end ?? buffer.cursor, word);
  memory.set('last-argument', { start, end: buffer.cursor, back, count } satisfies Argument);
  return undefined;
};

/** Functions that go about in the history. */
export const historyCommands: Record<string, Command> = {
  'previous-history': (editing, count) => go(editing, -count),
  'next-history': (editing, count) => go(editing, count),
  'beginning-of-history': (editing) => {
    editing.goHistory(0);
  },
  'end-of-history': (editing) => {
    editing.goHistory(editing.host.history().length);
  },
  'fetch-history': (editing, count) => {
    editing.goHistory(editing.argument === undefined ? editing.host.history().length : Math.max(0, count - 1));
  },
  'history-search-backward': search(false, -1),
  'history-search-forward': search(false, 1),
  'history-substring-search-backward': search(true, -1),
  'history-substring-search-forward': search(true, 1),
  'yank-last-arg': yankLastArgument,
  'insert-last-argument': yankLastArgument,
  'operate-and-get-next': async (editing) => {
    const place = editing.place + 1;
    const { length } = editing.host.history();
    await editing.accept();
    // The accepted line becomes an entry of its own; one that was the newest leaves nothing to go on with.
    editing.nextPlace = place < length ? place : undefined;
  },
};
