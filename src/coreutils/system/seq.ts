import { type Arguments, defineProgram, quote, type Tool, UsageError } from '../program/index.ts';
import { formatPrintf } from './printf-format.ts';

const options = {
  format: '-f --format=  use printf style floating-point FORMAT',
  separator: '-s --separator=  use STRING to separate numbers (default: \\n)',
  equalWidth: '-w --equal-width  equalize width by padding with leading zeroes',
};

export const seq = defineProgram({
  name: 'seq', usage: '[OPTION]... [FIRST [INCREMENT]] LAST', summary: 'Print numbers from FIRST to LAST, in steps of INCREMENT.', options, run, inOrder: true,
  prepare: (words) => {
    const at = words.findIndex((word) => /^-[\d.]/.test(word));
    // Before the first operand alone it would be taken for an option.
    const options = words.slice(0, Math.max(at, 0)).every((word, index, before) => word.startsWith('-') || /^-[sf]$/.test(before[index - 1] ?? ''));
    return at >= 0 && options ? [...words.slice(0, at), '--', ...words.slice(at)] : words;
  },
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const words = args.operands;
  if (words.length === 0) throw new UsageError('missing operand');
  if (words.length > 3) throw new UsageError(`extra operand ${quote(words[3] ?? '')}`);
  for (const word of words) if (!/^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(word)) throw new UsageError(`invalid floating point argument: ${quote(word)}`);
  const [first, step, last] = words.length === 1 ? ['1', '1', words[0] ?? ''] : words.length === 2 ? [words[0] ?? '', '1', words[1] ?? ''] : [words[0] ?? '', words[1] ?? '', words[2] ?? ''];
  if (Number(step) === 0) throw new UsageError(`invalid Zero increment value: ${quote(step)}`);
  const decimals = (text: string): number => (/\.(\d+)/.exec(text)?.[1] ?? '').length;
  const places = Math.max(decimals(first), decimals(step));
  const scale = 10 ** places;
  const by = Math.round(Number(step) * scale);
  const from = Math.round(Number(first) * scale);
  const to = Number(last) * scale;
  const separator = args.value('separator') ?? '\n';
  const show = (value: number): string => (value / scale).toFixed(places);
  const count = Math.floor((to - from) / by + 1e-9) + 1;
  if (count <= 0) return 0;
  const width = args.has('equalWidth') ? Math.max(show(from).length, show(from + (count - 1) * by).length, places === 0 ? 0 : Math.trunc(Number(last)).toString().length + places + 1) : 0;
  const format = args.value('format');
  for (let index = 0; index < count; index++) {
    const value = show(from + index * by);
    const text = format !== undefined ? formatPrintf(format, [value]).text : width ? (value.startsWith('-') ? `-${value.slice(1).padStart(width - 1, '0')}` : value.padStart(width, '0')) : value;
    if (tool.out.write(index === 0 ? text : separator + text)) await tool.out.flush();
    if (index % 4096 === 4095) {
      await tool.out.flush();
      await tool.process.checkpoint();
    }
  }
  tool.out.write('\n');
  return 0;
}
