import { concatBytes, type RandomBytes } from '../../base/index.ts';
import { type Arguments, bytesOf, defineProgram, quote, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  echo: '-e --echo  treat each ARG as an input line', range: '-i --input-range=  treat each number LO through HI as an input line', count: '-n --head-count=  output at most COUNT lines', output: '-o --output=  write result to FILE instead of standard output',
  source: '--random-source=', repeat: '-r --repeat  output lines can be repeated', zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const shuf = defineProgram({ name: 'shuf', usage: '[OPTION]... [FILE]', summary: 'Write a random permutation of the input lines to standard output.', options, run });

/** A random whole number below `limit`. */
function below(random: RandomBytes, limit: number): number {
  if (limit <= 1) return 0;
  const bytes = random(6);
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value % limit;
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const end = args.has('zero') ? '\0' : '\n';
  const countText = args.value('count');
  if (countText !== undefined && !/^\d+$/.test(countText)) throw new UsageError(`invalid line count: ${quote(countText)}`, false);
  if (args.count('range') > 1) throw new UsageError('multiple -i options specified', false);
  if (args.has('echo') && args.has('range')) throw new UsageError('cannot combine -e and -i options');
  let lines: string[];
  const range = args.value('range');
  if (range !== undefined) {
    const [, low = '', high = ''] = /^(\d+)-(\d+)$/.exec(range) ?? [];
    if (high === '' || Number(high) - Number(low) < -1 || Number(high) < Number(low)) throw new UsageError(`invalid input range: ${quote(range)}`, false);
    if (args.operands[0] !== undefined) throw new UsageError(`extra operand ${quote(args.operands[0])}`);
    lines = Array.from({ length: Number(high) - Number(low) + 1 }, (_, index) => String(Number(low) + index));
  } else if (args.has('echo')) lines = [...args.operands];
  else {
    const [name = '-', extra] = args.operands;
    if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
    try {
      const text = textOf(await readInput(process, name));
      lines = text === '' ? [] : (text.endsWith(end) ? text.slice(0, -1) : text).split(end);
    } catch (error) {
      throw new UsageError(`${name}: ${reason(error)}`, false);
    }
  }
  const random = await chance(tool, args.value('source'));
  const count = countText === undefined ? Infinity : Number(countText);
  const target = args.value('output');
  if (args.has('repeat')) {
    if (lines.length === 0) throw new UsageError('no lines to repeat', false);
    for (let done = 0; done < count; done++) {
      if (tool.out.write((lines[below(random, lines.length)] ?? '') + end)) await tool.out.flush();
      await process.checkpoint();
    }
    return 0;
  }
  const most = Math.min(count, lines.length);
  for (let at = 0; at < most; at++) {
    const other = at + below(random, lines.length - at);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }
  const text = lines.slice(0, most).map((line) => line + end).join('');
  if (target === undefined) tool.out.write(text);
  else process.writeFile(target, bytesOf(text));
  return 0;
}

/** Where chance comes from: the machine, or the bytes of --random-source, whose end is an error. */
async function chance({ process }: Tool, source: string | undefined): Promise<RandomBytes> {
  if (source === undefined) return process.random;
  let fd: number;
  try {
    fd = process.open(source, { read: true, cloexec: true });
  } catch (error) {
    throw new UsageError(`${source}: ${reason(error)}`, false);
  }
  const wanted = 1 << 16;
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let block = await process.read(fd, wanted); block.length > 0; block = size < wanted ? await process.read(fd, wanted) : block.subarray(0, 0)) {
    parts.push(block);
    size += block.length;
  }
  process.close(fd);
  const bytes = concatBytes(parts);
  let at = 0;
  return (count) => {
    if (at + count > bytes.length && bytes.length < wanted) throw new UsageError(`${quote(source)}: end of file`, false);
    const taken = Uint8Array.from({ length: count }, (_, index) => bytes[(at + index) % bytes.length] ?? 0);
    at += count;
    return taken;
  };
}
