import { type Arguments, defineProgram, quote, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  unpairable: '-a=  also print unpairable lines from file FILENUM', empty: '-e=  replace missing input fields with EMPTY', ignoreCase: '-i --ignore-case  ignore differences in case when comparing fields', both: '-j=  equivalent to \'-1 FIELD -2 FIELD\'',
  format: '-o=  obey FORMAT while constructing output line', tab: '-t=  use CHAR as input and output field separator', only: '-v=  like -a FILENUM, but suppress joined output lines', field1: '-1=  join on this FIELD of file 1', field2: '-2=  join on this FIELD of file 2',
  check: '--check-order', noCheck: '--nocheck-order', header: '--header  treat the first line in each file as field headers', zero: '-z --zero-terminated  line delimiter is NUL, not newline',
};
type Args = Arguments<keyof typeof options>;

export const join = defineProgram({ name: 'join', usage: '[OPTION]... FILE1 FILE2', summary: 'For each pair of input lines with identical join fields, write a line to standard output.', options, run });

interface Line {
  text: string;
  fields: string[];
  key: string;
}

function checkFieldSpec(word: string): void {
  if (!/^[12]/.test(word)) throw new UsageError(`invalid file number in field spec: ${quote(word)}`, false);
  if (word.charAt(1) !== '.') throw new UsageError(`invalid field specifier: ${quote(word)}`, false);
  if (!/^[1-9]\d*$/.test(word.slice(2))) throw new UsageError(`invalid field number: ${quote(word.slice(2))}`, false);
}

async function run(tool: Tool, args: Args): Promise<number> {
  const [first, second, extra] = args.operands;
  if (first === undefined) throw new UsageError('missing operand');
  if (second === undefined) throw new UsageError(`missing operand after ${quote(first)}`);
  if (extra !== undefined) throw new UsageError(`extra operand ${quote(extra)}`);
  const end = args.has('zero') ? '\0' : '\n';
  const tab = args.value('tab') === '\\0' ? '\0' : args.value('tab');
  if (tab !== undefined && [...tab].length > 1) throw new UsageError(`multi-character tab ${quote(tab)}`, false);
  for (const word of (args.value('format') ?? '').split(/[, ]+/).filter((one) => one !== '' && one !== 'auto' && one !== '0')) checkFieldSpec(word);
  for (const text of [...args.values('unpairable'), ...args.values('only')]) if (text !== '1' && text !== '2') throw new UsageError(`invalid file number in field spec: ${quote(text)}`, false);
  const fieldOf = (key: 'field1' | 'field2'): number => {
    const text = args.value(key) ?? args.value('both') ?? '1';
    if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`invalid field number: ${quote(text)}`, false);
    return Number(text) - 1;
  };
  const keys = [fieldOf('field1'), fieldOf('field2')] as const;
  const load = async (name: string, key: number): Promise<Line[]> => {
    let text: string;
    try {
      text = textOf(await readInput(tool.process, name));
    } catch (error) {
      throw new UsageError(`${name}: ${reason(error)}`, false);
    }
    const lines = text === '' ? [] : (text.endsWith(end) ? text.slice(0, -1) : text).split(end);
    return lines.map((line) => {
      const fields = tab === undefined ? line.trim().split(/[ \t\n]+/) : tab === '' ? [line] : line.split(tab);
      return { text: line, fields, key: args.has('ignoreCase') ? (fields[key] ?? '').toLowerCase() : fields[key] ?? '' };
    });
  };
  const files = [await load(first, keys[0]), await load(second, keys[1])] as const;
  const separator = tab === undefined || tab === '' ? ' ' : tab;
  const shape = (args.value('format') ?? '').split(/[, ]+/).filter(Boolean);
  const auto = shape[0] === 'auto';
  const widths = files.map((lines) => lines[0]?.fields.length ?? 0);
  const empty = args.value('empty') ?? '';
  const others = (line: Line | undefined, file: 0 | 1): string[] => {
    const count = auto ? widths[file] ?? 0 : line?.fields.length ?? 0;
    return Array.from({ length: count }, (_, index) => index).filter((index) => index !== keys[file]).map((index) => line?.fields[index] || empty);
  };
  const put = (a: Line | undefined, b: Line | undefined): void => {
    const joined = a?.fields[keys[0]] ?? b?.fields[keys[1]] ?? '';
    const cells = shape.length > 0 && !auto
      ? shape.map((word) => (word === '0' ? joined || empty : ((word.startsWith('1') ? a : b)?.fields[Number(word.slice(2)) - 1] ?? '') || empty))
      : [joined, ...(a || auto ? others(a, 0) : []), ...(b || auto ? others(b, 1) : [])];
    tool.out.write(cells.join(separator) + end);
  };
  const unpaired = new Set([...args.values('unpairable'), ...args.values('only')]);
  const pairs = !args.has('only');
  const [left, right] = files;
  let [i, j] = [0, 0];
  if (args.has('header') && (left.length > 0 || right.length > 0)) put(left[i++], right[j++]);
  let status = 0;
  const warned = new Set<number>();
  const order = async (file: 0 | 1, at: number): Promise<void> => {
    const lines = files[file];
    const before = lines[at - 1];
    const now = lines[at];
    if (!before || !now || args.has('noCheck') || warned.has(file) || at <= (args.has('header') ? 1 : 0) || before.key <= now.key) return;
    if (!unordered && !args.has('check')) return;
    warned.add(file);
    await tool.error(`${file === 0 ? first : second}:${at + 1}: is not sorted: ${now.text}`);
    status = 1;
  };
  let unordered = false;
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    if (b === undefined || (a !== undefined && a.key < b.key)) {
      unordered = true;
      if (unpaired.has('1')) put(a, undefined);
      await order(0, ++i);
    } else if (a === undefined || b.key < a.key) {
      unordered = true;
      if (unpaired.has('2')) put(undefined, b);
      await order(1, ++j);
    } else {
      const [startA, startB] = [i, j];
      while (left[i]?.key === a.key) await order(0, ++i);
      while (right[j]?.key === a.key) await order(1, ++j);
      if (pairs) for (const x of left.slice(startA, i)) for (const y of right.slice(startB, j)) put(x, y);
    }
    await tool.process.checkpoint();
  }
  if (status) {
    await tool.out.flush();
    await tool.error('input is not in sorted order');
  }
  return status;
}
