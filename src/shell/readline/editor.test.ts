import { describe, expect, it } from 'vitest';
import type { CompletionSet } from './completion-set.ts';
import type { LineResult } from './editing.ts';
import { LineEditor } from './editor.ts';
import { FakeTerminal } from './fake-terminal.ts';

async function type(keys: string, options: { vi?: boolean; bind?: [keys: string, macro: string][]; columns?: number; history?: string[]; complete?: (line: string, cursor: number) => CompletionSet } = {}): Promise<{ result: LineResult; screen: string }> {
  const terminal = new FakeTerminal(options.columns ?? 40);
  const bytes = [...new TextEncoder().encode(keys)];
  const source = { next: async () => bytes.shift(), pending: async () => bytes.length > 0 };
  const editor = new LineEditor(source, {
    write: async (text) => terminal.write(text),
    size: () => ({ rows: 10, columns: options.columns ?? 40 }),
    history: () => options.history ?? [],
    complete: async (line, cursor) => options.complete?.(line, cursor) ?? { start: cursor, items: [] },
    words: (line) => line.split(' '),
    expand: async (_how, line) => line,
    runCommand: async (_command, line) => line,
    editText: async () => undefined,
    readInit: async () => undefined,
    version: 'GNU bash',
  });
  if (options.vi) await editor.useKeymap('vi-insert');
  for (const [sequence, macro] of options.bind ?? []) editor.keymaps.get('emacs').bind(sequence, { kind: 'macro', keys: macro });
  const result = await editor.readLine('$ ');
  return { result, screen: terminal.text };
}

const lineOf = async (keys: string, history?: string[]): Promise<string> => {
  const { result } = await type(`${keys}\r`, history ? { history } : {});
  return result.kind === 'line' ? result.text : result.kind;
};

describe('LineEditor', () => {
  it.each([
    ['typing', 'echo hi', 'echo hi'],
    ['Ctrl-A, Ctrl-E, arrows', 'bc\x01a\x05e\x1b[Dd', 'abcde'],
    ['Home, End, Delete', 'xab\x1b[H\x1b[3~\x1b[Fc', 'abc'],
    ['Ctrl-W and Ctrl-Y', 'one two\x17\x19\x19', 'one twotwo'],
    ['kills in a row join', 'one two\x17\x17\x19', 'one two'],
    ['Ctrl-U, Ctrl-K', 'abc\x15def\x02\x02\x0b\x19\x19', 'defef'],
    ['Alt-B, Alt-F, Alt-D', 'one two three\x1bb\x1bb\x1bd', 'one  three'],
    ['Alt-Backspace stops at punctuation', 'a/b/c\x1b\x7f', 'a/b/'],
    ['Alt-Y turns the kill ring', 'one\x15two\x15\x19\x1by', 'one'],
    ['Ctrl-T', 'ab\x14', 'ba'],
    ['undo', 'abc\x01\x0b\x1f', 'abc'],
    ['case of words', 'one two three\x01\x1bu\x1bc\x1bl', 'ONE Two three'],
    ['Cyrillic and wide characters', 'привет\x7f界\x1b[D\x1b[Dx', 'привxе界'],
    ['a paste of several lines is one text', '\x1b[200~a\nb\x1b[201~c', 'a\nbc'],
  ])('%s', async (_, keys, expected) => {
    expect(await lineOf(keys)).toBe(expected);
  });

  it.each([
    ['up and down keep what was typed', 'new\x1b[A\x1b[A\x1b[B\x1b[B', 'new'],
    ['up', '\x1b[A\x1b[A', 'ls -l file'],
    ['Alt-. gives last arguments', 'cat \x1b.\x1b.', 'cat file'],
    ['Ctrl-R finds', '\x12fi', 'ls -l file'],
    ['Ctrl-R again goes on, within a line too', '\x12l\x12\x12', 'ls -l file'],
    ['Ctrl-G gives up the search', 'abc\x12ls\x07', 'abc'],
    ['editing after a search', '\x12-l\x05!', 'ls -l file!'],
  ])('history: %s', async (_, keys, expected) => {
    expect(await lineOf(keys, ['ls -l file', 'echo hello'])).toBe(expected);
  });

  it('ends at Ctrl-D on an empty line and deletes else', async () => {
    expect((await type('\x04')).result).toEqual({ kind: 'end' });
    expect(await lineOf('ab\x01\x04')).toBe('b');
  });

  it('gives the line up at Ctrl-C', async () => {
    const { result, screen } = await type('abc\x03');
    expect(result).toEqual({ kind: 'interrupt' });
    expect(screen).toBe('$ abc^C');
  });

  it('draws lines longer than the screen', async () => {
    const { screen } = await type('0123456789abcdef\x01X\x1b[C\x1b[C\x7f\r', { columns: 10 });
    expect(screen).toBe('$ X0234567\n89abcdef');
  });

  it('completes the only one, the common prefix, and lists at the second Tab', async () => {
    const words = ['start', 'status', 'stop'];
    const complete = (line: string, cursor: number): CompletionSet => {
      const start = line.lastIndexOf(' ', cursor - 1) + 1;
      return { start, items: words.filter((word) => word.startsWith(line.slice(start, cursor))).map((word) => ({ text: word, label: word, end: ' ' })) };
    };
    expect((await type('x sto\t\r', { complete })).result).toEqual({ kind: 'line', text: 'x stop ' });
    expect((await type('x s\t\r', { complete })).result).toEqual({ kind: 'line', text: 'x st' });
    expect((await type('x st\t\t\r', { complete })).screen).toBe('$ x st\nstart   status  stop\n$ x st');
  });

  it.each([
    ['numeric arguments', 'one two three four\x1b2\x1b\x7f\x1b3x', 'one two xxx'],
    ['a keyboard macro', '\x18(ab\x18)\x18e\x18e', 'ababab'],
    ['set mark, move, kill the region', 'one two\x1bb\x00\x05\x18\x18\x0b', 'one '],
    ['quoted insert', 'a\x16\tb', 'a\tb'],
    ['character search', 'abcabc\x01\x1dcX', 'abXcabc'],
    ['an unknown function key is swallowed', 'a\x1b[15~b\x1b[1;2Cc', 'abc'],
    ['Shift-arrows move as arrows do', 'ab\x1b[1;2Dc', 'acb'],
    ['insert comment runs the line', 'rm x\x1b#', '#rm x'],
  ])('%s', async (_, keys, expected) => {
    expect(await lineOf(keys)).toBe(expected);
  });

  it('types what a macro is bound to, the longest sequence first', async () => {
    const bind: [string, string][] = [['\x18q', 'hello '], ['\x18qq', 'bye ']];
    expect((await type('\x18qx\x18qqy\r', { bind })).result).toEqual({ kind: 'line', text: 'hello xbye y' });
  });

  it.each([
    ['words and operators', 'one two three\x1b0dwwcwTWO\x1b', 'two TWO'],
    ['dd and p', 'abc\x1bddpiX\x1b', 'abXc'],
    ['counts', 'a b c d\x1b02dw', 'c d'],
    ['find and till', 'path/to/file\x1b0dt/', '/to/file'],
    ['x, r, ~, A', 'abc\x1b0xrX~Aend', 'xcend'],
    ['repeat', 'one two three\x1b0cwX\x1bw.', 'X X three'],
    ['undo', 'abc\x1bxxu', 'ab'],
    ['brackets', 'f(a(b)c)\x1b0wd%', 'f'],
  ])('vi: %s', async (_, keys, expected) => {
    expect((await type(`${keys}\r`, { vi: true })).result).toEqual({ kind: 'line', text: expected });
  });

  it('asks before a long list and shows it by pages', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `name${String(index).padStart(3, '0')}`);
    const complete = (): CompletionSet => ({ start: 0, items: names.map((name) => ({ text: name, label: name, end: ' ' })) });
    const refused = await type('name\t\tn\r', { complete });
    expect(refused.screen).toBe('$ name\nDisplay all 120 possibilities? (y or n)\n$ name');
    const shown = await type('name\t\ty q\r', { complete });
    expect(shown.screen).toContain('name008  name038  name068  name098');
    expect(shown.screen).not.toContain('name029');
  });

  it('shows a pasted text reversed until the next key', async () => {
    const written: string[] = [];
    const bytes = [...new TextEncoder().encode('\x1b[200~ab\x1b[201~c\r')];
    const editor = new LineEditor({ next: async () => bytes.shift(), pending: async () => false }, {
      write: async (text) => void written.push(text), size: () => ({ rows: 10, columns: 40 }), history: () => [], complete: async (_line, cursor) => ({ start: cursor, items: [] }), words: () => [],
      expand: async () => undefined, runCommand: async (_command, line) => line, editText: async () => undefined, readInit: async () => undefined, version: '',
    });
    await editor.readLine('$ ');
    expect(written).toContain('\x1b[7mab\x1b[27m');
    expect(written.join('')).toMatch(/abc/);
  });
});
