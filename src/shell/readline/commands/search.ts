import type { Command, Editing } from '../editing.ts';

/** Incremental search through the history: Ctrl-R and Ctrl-S. */
async function incremental(editing: Editing, backward: boolean): Promise<void> {
  const { buffer, host, keys, memory } = editing;
  const history = host.history();
  const before = { text: buffer.text, cursor: buffer.cursor, place: editing.place };
  let pattern = '';
  let reverse = backward;
  let failed = false;
  let place = editing.place;
  let offset = buffer.before.length;
  const line = (at: number): string => (at === before.place ? before.text : history[at] ?? '');
  const show = async (): Promise<void> => {
    const characters = buffer.characters;
    await editing.screen.changePrompt(`(${failed ? 'failed ' : ''}${reverse ? 'reverse-' : ''}i-search)\`${pattern}': `, characters, buffer.cursor, editing.highlight);
  };
  const find = async (from: number, fromOffset: number): Promise<void> => {
    const fold = pattern === pattern.toLowerCase() && editing.settings.on('completion-ignore-case') ? (text: string): string => text.toLowerCase() : (text: string): string => text;
    const step = reverse ? -1 : 1;
    for (let at = from; at >= 0 && at <= history.length; at += step) {
      const text = fold(line(at));
      const index = at === from ? (reverse ? (fromOffset < 0 ? -1 : text.lastIndexOf(fold(pattern), fromOffset)) : text.indexOf(fold(pattern), fromOffset)) : reverse ? text.lastIndexOf(fold(pattern)) : text.indexOf(fold(pattern));
      if (index < 0 || (at !== from && text === fold(buffer.text) && at !== place)) continue;
      place = at;
      offset = index;
      failed = false;
      const start = [...line(at).slice(0, index)].length;
      buffer.load(line(at), start);
      editing.highlight = { start, end: start + [...pattern].length };
      return;
    }
    failed = pattern !== '';
    if (failed) await editing.bell();
  };
  await show();
  for (;;) {
    const byte = await keys.next();
    if (byte === undefined || byte === 3) {
      editing.highlight = undefined;
      await editing.screen.changePrompt(editing.promptText(), buffer.characters, buffer.cursor);
      if (byte === 3) return editing.giveUp();
      editing.result = { kind: 'end' };
      return;
    }
    if (byte === 0x12 || byte === 0x13) {
      reverse = byte === 0x12;
      if (pattern === '') {
        pattern = (memory.get('search') as string | undefined) ?? '';
        await find(place, reverse ? Infinity : 0);
      } else await find(place, reverse ? offset - 1 : offset + 1);
    } else if (byte === 0x7f || byte === 8) {
      pattern = [...pattern].slice(0, -1).join('');
      place = before.place;
      if (pattern === '') {
        buffer.load(before.text, before.cursor);
        editing.highlight = undefined;
        failed = false;
      } else await find(place, reverse ? Infinity : 0);
    } else if (byte === 0x17 || byte === 0x19) {
      // The next word, or the rest of the line, joins the pattern.
      const rest = buffer.text.slice(offset + pattern.length);
      pattern += byte === 0x19 ? rest : /^\W*\w*/.exec(rest)?.[0] ?? '';
      await find(place, offset);
    } else if (byte >= 0x20) {
      pattern += await keys.rest(byte);
      await find(place, reverse ? offset : offset);
    } else {
      memory.set('search', pattern);
      editing.highlight = undefined;
      if (byte === 7) {
        buffer.load(before.text, before.cursor);
        place = before.place;
      }
      if (place !== editing.place) {
        const { text, cursor } = buffer;
        buffer.load(before.text, before.cursor);
        editing.goHistory(place);
        buffer.load(text, cursor);
      }
      await editing.screen.changePrompt(editing.promptText(), buffer.characters, buffer.cursor);
      if (byte === 7) return editing.bell();
      // Escape and Ctrl-J end the search; other keys end it and are carried out.
      if (byte === 0x0a || (byte === 0x1b && !(await keys.pending(50)))) return;
      keys.unread(String.fromCharCode(byte));
      return;
    }
    await show();
  }
}

/** Search for a text typed at a `:` prompt: Alt-P and Alt-N, `/` and `?` of vi. */
export async function promptedSearch(editing: Editing, direction: -1 | 1, sign: string, again = false): Promise<void> {
  const { buffer, host, keys, memory } = editing;
  let pattern = again ? ((memory.get('search') as string | undefined) ?? '') : '';
  for (; !again;) {
    await editing.screen.changePrompt(sign, [...pattern], [...pattern].length);
    const byte = await keys.next();
    if (byte === undefined || byte === 3 || byte === 7) {
      await editing.screen.changePrompt(editing.promptText(), buffer.characters, buffer.cursor);
      if (byte === 3) return editing.giveUp();
      return;
    }
    if (byte === 13 || byte === 10) break;
    if (byte === 0x7f || byte === 8) {
      if (pattern === '') break;
      pattern = [...pattern].slice(0, -1).join('');
    } else if (byte === 0x15) pattern = '';
    else if (byte >= 0x20) pattern += await keys.rest(byte);
  }
  if (pattern === '') pattern = (memory.get('search') as string | undefined) ?? '';
  memory.set('search', pattern);
  const history = host.history();
  let found = false;
  for (let place = editing.place + direction; !found && pattern !== '' && place >= 0 && place < history.length; place += direction) {
    const line = history[place] ?? '';
    if (!(pattern.startsWith('^') ? line.startsWith(pattern.slice(1)) : line.includes(pattern))) continue;
    found = editing.goHistory(place);
  }
  if (!again) await editing.screen.changePrompt(editing.promptText(), buffer.characters, buffer.cursor);
  if (!found) await editing.bell();
}

/** Functions that search the history. */
export const searchCommands: Record<string, Command> = {
  'reverse-search-history': (editing) => incremental(editing, true),
  'forward-search-history': (editing) => incremental(editing, false),
  'non-incremental-reverse-search-history': (editing) => promptedSearch(editing, -1, ':'),
  'non-incremental-forward-search-history': (editing) => promptedSearch(editing, 1, ':'),
  'non-incremental-reverse-search-history-again': (editing) => promptedSearch(editing, -1, '', true),
  'non-incremental-forward-search-history-again': (editing) => promptedSearch(editing, 1, '', true),
};
