import { type Arguments, defineProgram, isRegular, parseSize, quote, readInput, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  printBytes: '-b --print-bytes  print differing bytes',
  skip: '-i --ignore-initial=  skip first SKIP bytes of both inputs',
  verbose: '-l --verbose  output byte numbers and differing byte values',
  limit: '-n --bytes=  compare at most LIMIT bytes',
  silent: '-s --quiet --silent  suppress all normal output',
};

export const cmp = defineProgram({ name: 'cmp', usage: '[OPTION]... FILE1 [FILE2 [SKIP1 [SKIP2]]]', summary: 'Compare two files byte by byte.', version: '(GNU diffutils) 3.10', fullName: true, hint: (name) => `${name}: Try '${name} --help' for more information.`, options, usageStatus: 2, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const [first, second = '-', skip1, skip2] = args.operands;
  if (first === undefined) throw new UsageError(`missing operand after ${quote(tool.name)}`);
  if (args.has('silent') && args.has('verbose')) throw new UsageError('options -l and -s are incompatible');
  const skip = args.value('skip') ?? '0';
  const [i1 = '0', i2 = i1] = skip.split(':');
  if (parseSize(i1) === undefined || parseSize(i2) === undefined) throw new UsageError(`invalid --ignore-initial value ${quote(skip)}`);
  const limit = args.has('limit') ? parseSize(args.value('limit') ?? '') : undefined;
  if (args.has('limit') && limit === undefined) throw new UsageError(`invalid --bytes value ${quote(args.value('limit') ?? '')}`);
  const load = async (name: string, skip: string): Promise<Uint8Array | undefined> => {
    try {
      const data = (await readInput(tool.process, name)).subarray(parseSize(skip) ?? 0);
      return limit === undefined ? data : data.subarray(0, limit);
    } catch (error) {
      const why = reason(error);
      if (args.has('silent') && why === 'No such file or directory') return undefined;
      throw new UsageError(`${name}: ${why}`, false);
    }
  };
  const a = await load(first, skip1 ?? i1);
  const b = await load(second, skip2 ?? i2);
  if (!a || !b) return 2;
  const size = Math.min(a.length, b.length);
  let line = 1;
  let status = 0;
  // As wide as the larger file needs; of what has no size, any offset fits.
  const width = [first, second].every((name) => hasSize(tool, name)) ? String(Math.max(a.length, b.length)).length : 19;
  for (let at = 0; at < size; at++) {
    if (a[at] === b[at]) {
      if (a[at] === 10) line++;
      continue;
    }
    status = 1;
    if (args.has('silent')) return 1;
    const octal = (byte: number | undefined): string => (byte ?? 0).toString(8).padStart(3);
    if (args.has('verbose') && args.has('printBytes')) tool.out.write(`${String(at + 1).padStart(width)} ${octal(a[at])} ${printable(a[at] ?? 0).padEnd(4)} ${octal(b[at])} ${printable(b[at] ?? 0)}\n`);
    else if (args.has('verbose')) tool.out.write(`${String(at + 1).padStart(width)} ${octal(a[at])} ${octal(b[at])}\n`);
    else {
      const show = (byte: number | undefined): string => `${octal(byte)} ${printable(byte ?? 0)}`;
      tool.out.write(`${first} ${second} differ: ${args.has('printBytes') ? 'byte' : 'char'} ${at + 1}, line ${line}${args.has('printBytes') ? ` is ${show(a[at])} ${show(b[at])}` : ''}\n`);
      return 1;
    }
  }
  if (a.length === b.length) return status;
  if (args.has('silent')) return 1;
  const short = a.length < b.length ? first : second;
  const where = size === 0 ? 'which is empty' : `after byte ${size}${args.has('verbose') ? '' : `, ${(a.length < b.length ? a : b)[size - 1] === 10 ? `line ${line - 1}` : `in line ${line}`}`}`;
  await tool.out.flush();
  await tool.error(`EOF on ${short} ${where}`);
  return 1;
}

function hasSize(tool: Tool, name: string): boolean {
  return isRegular((name === '-' ? tool.process.fstat(0) : tool.process.stat(name)).mode);
}

function printable(byte: number): string {
  const low = byte & 127;
  return (byte > 127 ? 'M-' : '') + (low < 32 ? `^${String.fromCharCode(low + 64)}` : low === 127 ? '^?' : String.fromCharCode(low));
}
