import { defineProgram, rawProgram, readInput, textOf, UsageError } from '../program/index.ts';

export const colrm = rawProgram('colrm', async (tool, words) => {
  const [first, last] = words.map(Number);
  for (const word of words) if (!/^\d+$/.test(word)) throw new UsageError(`first argument: '${word}'`.replace('first', word === words[0] ? 'first' : 'second'), false);
  const text = textOf(await readInput(tool.process, '-'));
  for (const line of text === '' ? [] : text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined)) {
    const chars = [...line];
    tool.out.write(`${first === undefined ? line : [...chars.slice(0, first - 1), ...(last === undefined ? [] : chars.slice(last))].join('')}\n`);
  }
  return 0;
});

/** col: what overstrikes goes (-b), tabs and blanks stay as they are. */
export const col = defineProgram({
  name: 'col', usage: '[options]', options: { noBackspaces: '-b --no-backspaces  do not output backspaces', fine: '-f --fine', pass: '-p --pass', tabs: '-h --tabs', spaces: '-x --spaces  convert tabs to spaces', lines: '-l --lines=' }, version: 'from util-linux 2.41', run: async (tool, args) => {
    const text = textOf(await readInput(tool.process, '-'));
    for (const line of text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined)) {
      const cells: string[] = [];
      let at = 0;
      for (const char of line) {
        if (char === '\b') at = Math.max(0, at - 1);
        else if (char === '\r') at = 0;
        else if (char === '\t' && args.has('spaces')) for (const to = at + 8 - (at % 8); at < to; at++) cells[at] ??= ' ';
        else cells[at++] = char;
      }
      tool.out.write(`${(args.has('noBackspaces') ? Array.from(cells, (cell) => cell ?? ' ').join('') : line).trimEnd()}\n`);
    }
    return 0;
  },
});
