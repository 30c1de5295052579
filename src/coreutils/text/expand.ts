import { type Arguments, defineProgram, LineReader, quote, type Tool, UsageError } from '../program/index.ts';
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

/** The column after a tab, as a list of tab stops says: `4`, `2,5`, `4,/8` (then each multiple of 8), `4,+8` (then 8 apart). */
function tabStops(list: string): (column: number) => number {
  const stops: number[] = [];
  let rest: { mark: string; size: number } | undefined;
  for (const word of list.split(/[, \t]+/).filter((one) => one !== '')) {
    const [, mark = '', digits = ''] = /^([/+]?)(\d+)$/.exec(word) ?? [];
    if (digits === '') throw new UsageError(`tab size contains invalid character(s): ${quote(word.replace(/^[/+]?\d*/, ''))}`, false);
    const size = Number(digits);
    if (mark !== '') {
      rest = { mark, size };
      continue;
    }
    if (size === 0) throw new UsageError('tab size cannot be 0', false);
    if (size <= (stops.at(-1) ?? 0)) throw new UsageError('tab sizes must be ascending', false);
    stops.push(size);
  }
  const last = stops.at(-1) ?? 0;
  if (stops.length === 1 && !rest) rest = { mark: '/', size: stops.pop() ?? 8 };
  return (column) => {
    const stop = stops.find((one) => one > column);
    if (stop !== undefined) return stop;
    if (!rest || rest.size === 0) return column + 1;
    const from = rest.mark === '+' ? last : 0;
    return column + rest.size - ((column - from) % rest.size);
  };
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const next = tabStops(args.value('tabs') ?? '8');
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
  const next = tabStops(args.value('tabs') ?? '8');
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
          const stop = next(column);
          column = char === ' ' ? column + 1 : stop;
          if (column === stop) {
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
