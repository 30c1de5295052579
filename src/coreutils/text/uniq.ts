import { type Arguments, choose, closeInput, defineProgram, LineReader, openInput, quote, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  count: '-c --count  prefix lines by the number of occurrences',
  repeated: '-d --repeated  only print duplicate lines, one for each group',
  allRepeated: '-D  print all duplicate lines',
  allRepeatedBy: '--all-repeated[=]  like -D, but allow separating groups with an empty line',
  group: '--group[=]  show all items, separating groups with an empty line',
  skipFields: '-f --skip-fields=  avoid comparing the first N fields',
  ignoreCase: '-i --ignore-case  ignore differences in case when comparing',
  skipChars: '-s --skip-chars=  avoid comparing the first N characters',
  unique: '-u --unique  only print unique lines',
  checkChars: '-w --check-chars=  compare no more than N characters in lines',
  zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};

export const uniq = defineProgram({ name: 'uniq', usage: '[OPTION]... [INPUT [OUTPUT]]', summary: 'Filter adjacent matching lines from INPUT (or standard input), writing to OUTPUT (or standard output).', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const [input = '-', output, extra] = args.operands;
  if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
  const end = args.has('zero') ? '\0' : '\n';
  const number = (key: 'skipFields' | 'skipChars' | 'checkChars', what: string): number | undefined => {
    const text = args.value(key);
    if (text !== undefined && !/^\+?\d+$/.test(text)) throw new UsageError(`${text}: invalid number of ${what}`, false);
    return text === undefined ? undefined : Number(text);
  };
  const fields = number('skipFields', 'fields to skip') ?? 0;
  const chars = number('skipChars', 'bytes to skip') ?? 0;
  const most = number('checkChars', 'bytes to compare');
  const everyRepeated = args.has('allRepeated') || args.has('allRepeatedBy');
  const grouped = args.has('group');
  const method = grouped ? choose(args.value('group') ?? 'separate', '--group', ['prepend', 'append', 'separate', 'both']) : choose(args.value('allRepeatedBy') ?? 'none', '--all-repeated', ['none', 'prepend', 'separate']);
  if (grouped && (everyRepeated || ['count', 'repeated', 'unique'].some((key) => args.has(key as 'count')))) throw new UsageError('--group is mutually exclusive with -c/-d/-D/-u');
  if (everyRepeated && args.has('count')) throw new UsageError('printing all duplicated lines and repeat counts is meaningless');
  const keyOf = (line: string): string => {
    let key = fields ? line.replace(new RegExp(`^(?:[ \\t]*[^ \\t]+){0,${fields}}`), '') : line;
    if (chars) key = key.slice(chars);
    if (most !== undefined) key = key.slice(0, most);
    return args.has('ignoreCase') ? key.toLowerCase() : key;
  };
  let fd: number;
  try {
    fd = openInput(process, input);
  } catch (error) {
    throw new UsageError(`${input}: ${reason(error)}`, false);
  }
  if (output !== undefined) process.dup2(process.open(output, 'w'), 1);
  let group: string[] = [];
  let size = 0;
  let key: string | undefined;
  let shown = false;
  const emit = (): void => {
    if (size === 0) return;
    if (grouped || everyRepeated) {
      if (!grouped && size < 2) return;
      if (method === 'prepend' || method === 'both' || (method === 'separate' && shown)) tool.out.write(end);
      for (const line of group) tool.out.write(line + end);
      if (method === 'append') tool.out.write(end);
      shown = true;
      return;
    }
    if (args.has('repeated') && size < 2) return;
    if (args.has('unique') && size > 1) return;
    tool.out.write(`${args.has('count') ? `${String(size).padStart(7)} ` : ''}${group[0] ?? ''}${end}`);
  };
  const reader = new LineReader(process, fd, end.charCodeAt(0));
  try {
    for (let batch = await reader.nextBatch(); batch; batch = await reader.nextBatch()) {
      for (const line of batch) {
        const own = keyOf(line);
        if (own !== key) {
          emit();
          group = [];
          size = 0;
          key = own;
        }
        size++;
        if (size === 1 || grouped || everyRepeated) group.push(line);
      }
      if (tool.out.write('')) await tool.out.flush();
    }
  } catch (error) {
    throw new UsageError(`${input === '-' ? 'stdin' : input}: ${reason(error)}`, false);
  } finally {
    closeInput(process, fd);
  }
  emit();
  if (grouped && method === 'both' && shown) tool.out.write(end);
  return 0;
}
