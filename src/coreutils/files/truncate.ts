import { type Arguments, defineProgram, parseSize, quote, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  noCreate: '-c --no-create  do not create any files',
  blocks: '-o --io-blocks  treat SIZE as number of IO blocks instead of bytes',
  reference: '-r --reference=  base size on RFILE',
  size: '-s --size=  set or adjust the file size by SIZE bytes',
};

export const truncate = defineProgram({ name: 'truncate', usage: 'OPTION... FILE...', summary: 'Shrink or extend the size of each FILE to the specified size', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const text = args.value('size');
  const reference = args.value('reference');
  if (text === undefined && reference === undefined) throw new UsageError(`you must specify either ${quote('--size')} or ${quote('--reference')}`);
  if (args.operands.length === 0) throw new UsageError('missing file operand');
  const [, sign = '', number = '0'] = /^\s*([-+<>/%]?)(.*)$/.exec(text ?? '0') ?? [];
  const given = parseSize(number);
  if (given === undefined) throw new UsageError(`Invalid number: ${quote(text ?? '')}`, false);
  if (/[/%]/.test(sign) && given === 0) throw new UsageError('division by zero', false);
  if (reference !== undefined && text !== undefined && sign === '') throw new UsageError(`you must specify a relative ${quote('--size')} with ${quote('--reference')}`);
  const amount = args.has('blocks') ? given * 4096 : given;
  if (reference !== undefined) {
    try {
      process.stat(reference);
    } catch (error) {
      throw new UsageError(`cannot stat ${quote(reference)}: ${reason(error)}`, false);
    }
  }
  let status = 0;
  for (const path of args.operands) {
    try {
      if (!process.exists(path)) {
        if (args.has('noCreate')) continue;
        process.close(process.open(path, { write: true, create: true }, 0o666));
      }
      const old = process.stat(reference ?? path).size;
      const sizes: Record<string, number> = { '': text === undefined ? old : amount, '+': old + amount, '-': Math.max(0, old - amount), '<': Math.min(old, amount), '>': Math.max(old, amount), '/': Math.floor(old / amount) * amount, '%': Math.ceil(old / amount) * amount };
      process.truncate(path, sizes[sign] ?? amount);
    } catch (error) {
      status = 1;
      await tool.error(`cannot open ${quote(path)} for writing: ${reason(error)}`);
    }
  }
  return status;
}
