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
  const format = args.value('format');
  if (format !== undefined) checkFormat(format);
  if (format !== undefined && args.has('equalWidth')) throw new UsageError('format string may not be specified when printing equal width strings');
  for (const word of words) {
    if (/^\s*[-+]?nan$/i.test(word)) throw new UsageError(`invalid 'not-a-number' argument: ${quote(word)}`);
    if (!/^\s*[-+]?(?:(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?|0[xX][\da-fA-F]+|inf(inity)?)$/i.test(word)) throw new UsageError(`invalid floating point argument: ${quote(word)}`);
  }
  const [first, step, last] = (words.length === 1 ? ['1', '1', words[0] ?? ''] : words.length === 2 ? [words[0] ?? '', '1', words[1] ?? ''] : [words[0] ?? '', words[1] ?? '', words[2] ?? '']).map(decimal) as [string, string, string];
  if (Number(step) === 0) throw new UsageError(`invalid Zero increment value: ${quote(step)}`);
  if ([first, step, last].every((word) => /^[-+]?\d+$/.test(word)) && [first, last].some((word) => Math.abs(Number(word)) > Number.MAX_SAFE_INTEGER)) return await countExactly(tool, args, BigInt(first), BigInt(step), BigInt(last));
  const decimals = (text: string): number => (/\.(\d+)/.exec(text)?.[1] ?? '').length;
  const places = Math.max(decimals(first), decimals(step));
  const scale = 10 ** places;
  const by = Math.round(Number(step) * scale);
  const from = Math.round(Number(first) * scale);
  const to = (/^[-+]?inf/i.test(last) ? (last.startsWith('-') ? -Infinity : Infinity) : Number(last)) * scale;
  const separator = args.value('separator') ?? '\n';
  const show = (value: number): string => (Object.is(value, -0) ? '-' : '') + (value / scale).toFixed(places);
  const count = Math.floor((to - from) / by + 1e-9) + 1;
  if (count <= 0) return 0;
  const width = args.has('equalWidth') ? Math.max(show(from).length, show(from + (count - 1) * by).length, places === 0 ? 0 : Math.trunc(Number(last)).toString().length + places + 1) : 0;
  for (let index = 0; index < count; index++) {
    const value = show(index === 0 ? from : from + index * by);
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

/** A hexadecimal number as a decimal one; others as they are. */
function decimal(word: string): string {
  const [, sign = '', digits] = /^\s*([-+]?)0[xX]([\da-fA-F]+)$/.exec(word) ?? [];
  return digits === undefined ? word.trim().replace(/^\+/, '') : `${sign}${BigInt(`0x${digits}`)}`;
}

/** printf(3) has one number to print, as a floating point number. */
function checkFormat(format: string): void {
  const text = format.replaceAll('%%', '');
  const at = text.indexOf('%');
  if (at < 0) throw new UsageError(`format ${quote(format)} has no % directive`, false);
  const [directive = '%'] = /^%[-+#0 ']*\d*(?:\.\d*)?L?/.exec(text.slice(at)) ?? [];
  const kind = text.charAt(at + directive.length);
  if (kind === '') throw new UsageError(`format ${quote(format)} ends in %`, false);
  if (!/[efgaEFGA]/.test(kind)) throw new UsageError(`format ${quote(format)} has unknown %${kind} directive`, false);
  if (text.includes('%', at + directive.length + 1)) throw new UsageError(`format ${quote(format)} has too many % directives`, false);
}

/** Whole numbers that are too large for a double. */
async function countExactly(tool: Tool, args: Arguments<keyof typeof options>, first: bigint, step: bigint, last: bigint): Promise<number> {
  const separator = args.value('separator') ?? '\n';
  let text = '';
  for (let value = first; step > 0n ? value <= last : value >= last; value += step) {
    if (tool.out.write(text + String(value))) await tool.out.flush();
    text = separator;
    await tool.process.checkpoint();
  }
  if (text !== '') tool.out.write('\n');
  return 0;
}
