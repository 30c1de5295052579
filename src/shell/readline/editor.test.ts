import { describe, expect, it } from 'vitest';
import type { CompletionSet } from './completion-set.ts';
import type { LineResult } from './editing.ts';
import { LineEditor } from './editor.ts';

/** A terminal of a few rows that knows the sequences the editor writes. */
class FakeTerminal {
  readonly #columns: number;
  rows: string[][] = [[]];
  row = 0;
  column = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  write(text: string): void {
    for (const [, whole = '', parameter = '', final = ''] of text.matchAll(/(\x1b\[([0-9;?]*)([A-Za-z])|[^])/gu)) {
      const count = Number(parameter || '1');
      if (final === 'A') this.row -= count;
      else if (final === 'B') this.row += count;
      else if (final === 'C') this.column += count;
      else if (final === 'J') {
        this.rows.length = this.row + 1;
        this.#line().length = Math.min(this.column, this.#line().length);
      } else if (final === 'K') this.#line().length = Math.min(this.column, this.#line().length);
      else if (final === '' && whole === '\r') this.column = 0;
      else if (whole === '\n') this.row++;
      else if (final === '' && whole >= ' ') {
        if (this.column >= this.#columns) {
          this.row++;
          this.column = 0;
        }
        const line = this.#line();
        while (line.length < this.column) line.push(' ');
        line[this.column++] = whole;
      }
    }
    this.#line();
  }

  #line(): string[] {
    while (this.rows.length <= this.row) this.rows.push([]);
    return this.rows[this.row] ?? [];
  }

  get text(): string {
    return this.rows.map((row) => row.join('').trimEnd()).join('\n').trimEnd();
  }
}

async function type(keys: string, options: { columns?: number; history?: string[]; complete?: (line: string, cursor: number) => CompletionSet } = {}): Promise<{ result: LineResult; screen: string }> {
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
});
