import { type Arguments, defineProgram, LineReader, type Tool } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  initial: '-i --initial  do not convert tabs after non blanks',
  tabs: '-t --tabs=  have tabs N characters apart, not 8',
};

export const expand = defineProgram({
  name: 'expand', usage: '[OPTION]... [FILE]...', summary: 'Convert tabs in each FILE to spaces, writing to standard output.', options, run,
  prepare: (words) => words.map((word) => word.replace(/^-(\d+)$/, '-t$1')),
});

const unexpandOptions = {
  all: '-a --all  convert all blanks, instead of just initial blanks',
  first: '--first-only  convert only leading sequences of blanks',
  tabs: '-t --tabs=  have tabs N characters apart instead of 8 (enables -a)',
};

export const unexpand = defineProgram({ name: 'unexpand', usage: '[OPTION]... [FILE]...', summary: 'Convert blanks in each FILE to tabs, writing to standard output.', options: unexpandOptions, run: runUnexpand });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const stops = (args.value('tabs') ?? '8').split(/[, ]/).map(Number);
  const next = (column: number): number => {
    const [only = 8] = stops;
    if (stops.length === 1) return column + only - (column % only);
    return stops.find((stop) => stop > column) ?? column + 1;
  };
  return await eachInput(tool, args.operands, async (fd) => {
    const reader = new LineReader(tool.process, fd);
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      let text = '';
      let initial = true;
      for (const char of line) {
        if (char === '\t' && (initial || !args.has('initial'))) text = text.padEnd(next(text.length));
        else text += char;
        if (char !== ' ' && char !== '\t') initial = false;
      }
      tool.out.write(text + (reader.unterminated ? '' : '\n'));
      if (tool.out.write('')) await tool.out.flush();
    }
  });
}

async function runUnexpand(tool: Tool, args: Arguments<keyof typeof unexpandOptions>): Promise<number> {
  const size = Number(args.value('tabs') ?? 8);
  const all = (args.has('all') || args.has('tabs')) && !args.has('first');
  return await eachInput(tool, args.operands, async (fd) => {
    const reader = new LineReader(tool.process, fd);
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      let text = '';
      let column = 0;
      let pending = '';
      let initial = true;
      for (const char of line) {
        if ((char === ' ' || char === '\t') && (initial || all)) {
          pending += char;
          column = char === ' ' ? column + 1 : column + size - (column % size);
          if (column % size === 0) {
            text += pending.length > 1 || initial || char === '\t' ? '\t' : pending;
            pending = '';
          }
          continue;
        }
        initial = false;
        text += pending + char;
        pending = '';
        column++;
      }
      tool.out.write(text + pending + (reader.unterminated ? '' : '\n'));
    }
  });
}
