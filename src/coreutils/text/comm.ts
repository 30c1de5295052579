import { type Arguments, defineProgram, quote, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  no1: '-1  suppress column 1 (lines unique to FILE1)',
  no2: '-2  suppress column 2 (lines unique to FILE2)',
  no3: '-3  suppress column 3 (lines that appear in both files)',
  check: '--check-order',
  noCheck: '--nocheck-order',
  delimiter: '--output-delimiter=  separate columns with STR',
  total: '--total  output a summary',
  zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const comm = defineProgram({ name: 'comm', usage: '[OPTION]... FILE1 FILE2', summary: 'Compare sorted files FILE1 and FILE2 line by line.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const [first, second, extra] = args.operands;
  if (first === undefined) throw new UsageError('missing operand');
  if (second === undefined) throw new UsageError(`missing operand after ${quote(first)}`);
  if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
  const end = args.has('zero') ? '\0' : '\n';
  const linesOf = async (name: string): Promise<string[]> => {
    try {
      const text = textOf(await readInput(tool.process, name));
      return text === '' ? [] : (text.endsWith(end) ? text.slice(0, -1) : text).split(end);
    } catch (error) {
      throw new UsageError(`${name}: ${reason(error)}`, false);
    }
  };
  const a = await linesOf(first);
  const b = await linesOf(second);
  const tab = args.value('delimiter') ?? '\t';
  const totals = [0, 0, 0];
  const hidden = [args.has('no1'), args.has('no2'), args.has('no3')];
  const put = (column: number, line: string): void => {
    totals[column] = (totals[column] ?? 0) + 1;
    if (!hidden[column]) tool.out.write(tab.repeat(hidden.slice(0, column).filter((hide) => !hide).length) + line + end);
  };
  let status = 0;
  let unpaired = false;
  const warned = [false, false];
  const order = async (file: 0 | 1, lines: readonly string[], at: number): Promise<void> => {
    if (args.has('noCheck') || warned[file] || at === 0 || at >= lines.length || (!unpaired && !args.has('check')) || (lines[at - 1] ?? '') <= (lines[at] ?? '')) return;
    warned[file] = true;
    status = 1;
    await tool.error(`file ${file + 1} is not in sorted order`);
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (right === undefined || (left !== undefined && left < right)) {
      unpaired = true;
      put(0, a[i++] ?? '');
      await order(0, a, i);
    }
    else if (left === undefined || right < left) {
      unpaired = true;
      put(1, b[j++] ?? '');
      await order(1, b, j);
    }
    else {
      put(2, left);
      await order(0, a, ++i);
      await order(1, b, ++j);
    }
  }
  if (status) await tool.error('input is not in sorted order');
  if (args.has('total')) tool.out.write(`${totals.join(tab)}${tab}total${end}`);
  return status;
}
