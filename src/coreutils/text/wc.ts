import { type Arguments, choose, defineProgram, isRegular, quote, quoteIfNeeded, readBlocks, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  bytes: '-c --bytes  print the byte counts',
  chars: '-m --chars  print the character counts',
  lines: '-l --lines  print the newline counts',
  files0: '--files0-from=  read input from the files specified by NUL-terminated names in file F',
  longest: '-L --max-line-length  print the maximum display width',
  words: '-w --words  print the word counts',
  total: '--total=  when to print a line with total counts: auto, always, only, never',
};

interface Counts {
  lines: number;
  words: number;
  chars: number;
  bytes: number;
  longest: number;
}

export const wc = defineProgram({ name: 'wc', usage: '[OPTION]... [FILE]...', summary: 'Print newline, word, and byte counts for each FILE.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const asked = (['lines', 'words', 'chars', 'bytes', 'longest'] as const).filter((key) => args.has(key));
  const shown = asked.length ? asked : (['lines', 'words', 'bytes'] as const);
  const when = choose(args.value('total') ?? 'auto', '--total', ['auto', 'always', 'only', 'never']);
  const from = args.value('files0');
  if (from !== undefined && args.operands[0] !== undefined) throw new UsageError(`extra operand ${quote(args.operands[0])}\nfile operands cannot be combined with --files0-from`);
  const names = from === undefined ? args.operands : await namesFrom(tool, from);
  const inText = shown.some((key) => key !== 'lines' && key !== 'bytes');
  const total: Counts = { lines: 0, words: 0, chars: 0, bytes: 0, longest: 0 };
  let pending: (() => Promise<void>) | undefined;
  let width = 1;
  let size = 0;
  for (const name of names.length ? names : ['-']) {
    try {
      const stat = name === '-' ? tool.process.fstat(0) : tool.process.stat(name);
      if (isRegular(stat.mode)) size += stat.size;
      else width = 7;
    } catch {
      // Reported when it is opened.
    }
  }
  if ((names.length ? names : ['-']).length === 1 && shown.length === 1) width = 1;
  else width = tool.busybox ? 9 : Math.max(width, String(size).length);
  const print = async (counts: Counts, name: string): Promise<void> => {
    const numbers = shown.map((key) => String(counts[key]).padStart(width)).join(' ');
    tool.out.write(`${numbers}${name === '' ? '' : ` ${tool.busybox ? name : quoteIfNeeded(name)}`}\n`);
    await tool.out.flush();
  };
  const status = await eachInput(tool, names, async (fd, name) => {
    const counts: Counts = { lines: 0, words: 0, chars: 0, bytes: 0, longest: 0 };
    try {
      await count(tool, fd, counts, inText);
    } finally {
      for (const key of ['lines', 'words', 'chars', 'bytes'] as const) total[key] += counts[key];
      total.longest = Math.max(total.longest, counts.longest);
      if (when !== 'only') pending = () => print(counts, names.length ? name : '');
    }
    await pending?.();
    pending = undefined;
  }, undefined, async () => {
    await pending?.();
    pending = undefined;
  });
  if (when === 'always' || when === 'only' || (when === 'auto' && names.length > 1)) await print(total, when === 'only' ? '' : 'total');
  return status;
}

async function namesFrom(tool: Tool, list: string): Promise<string[]> {
  try {
    return textOf(await readInput(tool.process, list)).split('\0').filter(Boolean);
  } catch (error) {
    throw new UsageError(`cannot open ${quote(list)} for reading: ${reason(error)}`, false);
  }
}

async function count(tool: Tool, fd: number, counts: Counts, inText: boolean): Promise<void> {
  let inWord = false;
  let column = 0;
  for await (const block of readBlocks(tool.process, fd)) {
    counts.bytes += block.length;
    if (!inText) {
      for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) counts.lines++;
      continue;
    }
    for (let i = 0; i < block.length; i++) {
      const byte = block[i] ?? 0;
      if ((byte & 0xc0) !== 0x80) {
        counts.chars++;
        if (byte === 10 || byte === 13 || byte === 12) {
          if (byte === 10) counts.lines++;
          if (column > counts.longest) counts.longest = column;
          column = 0;
        } else if (byte === 9) column += 8 - (column % 8);
        else if (byte >= 32 && byte !== 127) column++;
      }
      const space = byte === 32 || (byte >= 9 && byte <= 13);
      if (space) inWord = false;
      else if (!inWord && byte > 32) {
        inWord = true;
        counts.words++;
      }
    }
  }
  counts.longest = Math.max(counts.longest, column);
}
