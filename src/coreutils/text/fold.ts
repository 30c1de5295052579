import { type Arguments, defineProgram, LineReader, type Tool, wholeNumber } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  bytes: '-b --bytes  count bytes rather than columns',
  characters: '-c --characters',
  spaces: '-s --spaces  break at spaces',
  width: '-w --width=  use WIDTH columns instead of 80',
};

export const fold = defineProgram({
  name: 'fold', usage: '[OPTION]... [FILE]...', summary: 'Wrap input lines in each FILE, writing to standard output.', options, run,
  prepare: (words) => words.map((word) => word.replace(/^-(\d+)$/, '-w$1')),
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const width = wholeNumber(args.value('width') ?? '80', 'invalid number of columns', { least: 1 });
  return await eachInput(tool, args.operands, async (fd) => {
    const reader = new LineReader(tool.process, fd);
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      tool.out.write(wrap(line, width, args.has('spaces'), args.has('bytes')).join('\n') + (reader.unterminated ? '' : '\n'));
      if (tool.out.write('')) await tool.out.flush();
    }
  });
}

function wrap(line: string, width: number, atSpaces: boolean, bytes: boolean): string[] {
  const lines: string[] = [];
  let current = '';
  let column = 0;
  const widthAfter = (column: number, char: string): number => (bytes ? column + 1 : char === '\t' ? column + 8 - (column % 8) : char === '\b' ? Math.max(0, column - 1) : char === '\r' ? 0 : column + 1);
  for (const char of line) {
    if (widthAfter(column, char) > width && current !== '') {
      const space = atSpaces ? Math.max(current.lastIndexOf(' '), current.lastIndexOf('\t')) : -1;
      lines.push(space >= 0 ? current.slice(0, space + 1) : current);
      current = space >= 0 ? current.slice(space + 1) : '';
      column = 0;
      for (const rest of current) column = widthAfter(column, rest);
    }
    current += char;
    column = widthAfter(column, char);
  }
  lines.push(current);
  return lines;
}
