import { type Arguments, choose, defineProgram, LineReader, quote, type Tool, UsageError } from '../program/index.ts';

const options = {
  debug: '--debug', delimiter: '-d --delimiter=  use X instead of whitespace for field delimiter', field: '--field=  replace the numbers in these input fields', format: '--format=  use printf style floating-point FORMAT', from: '--from=  auto-scale input numbers to UNITs', fromUnit: '--from-unit=', grouping: '--grouping', header: '--header[=]  print (without converting) the first N header lines', invalid: '--invalid=  failure mode for invalid numbers', padding: '--padding=  pad the output to N characters', round: '--round=', suffix: '--suffix=  add SUFFIX to output numbers', to: '--to=  auto-scale output numbers to UNITs', toUnit: '--to-unit=', zero: '-z --zero-terminated',
};
type Args = Arguments<keyof typeof options>;

export const numfmt = defineProgram({ name: 'numfmt', usage: '[OPTION]... [NUMBER]...', summary: 'Reformat NUMBER(s), or the numbers from standard input if none are specified.', options, run });

const units = 'KMGTPEZYRQ';
const scales: Record<string, readonly string[]> = { from: ['none', 'auto', 'si', 'iec', 'iec-i'], to: ['none', 'si', 'iec', 'iec-i'] };
const rounds: Record<string, (value: number) => number> = {
  up: Math.ceil, down: Math.floor, 'from-zero': (value) => (value < 0 ? Math.floor(value) : Math.ceil(value)), 'towards-zero': Math.trunc, nearest: (value) => Math.sign(value) * Math.round(Math.abs(value)),
};

class Invalid extends Error {}

function checkArguments(args: Args): void {
  for (const key of ['from', 'to'] as const) for (const value of args.values(key)) choose(value, `--${key}`, scales[key] ?? []);
  for (const value of args.values('round')) choose(value, '--round', Object.keys(rounds));
  for (const value of args.values('invalid')) choose(value, '--invalid', ['abort', 'fail', 'warn', 'ignore']);
  const padding = args.value('padding');
  if (padding !== undefined && (!/^-?\d+$/.test(padding) || Number(padding) === 0)) throw new UsageError(`invalid padding value ${quote(padding)}`, false);
  const field = args.value('field');
  if (field !== undefined && !/^(\d+-?|\d*-\d+|-)(,(\d+-?|\d*-\d+))*$/.test(field)) throw new UsageError(`invalid field value ${quote(field)}`);
  for (const key of ['fromUnit', 'toUnit'] as const) {
    const unit = args.value(key);
    if (unit !== undefined && !(Number(unit) > 0)) throw new UsageError(`invalid unit size: ${quote(unit)}`, false);
  }
  const delimiter = args.value('delimiter');
  if (delimiter !== undefined && [...delimiter].length > 1) throw new UsageError('the delimiter must be a single character', false);
  const header = args.value('header');
  if (header !== undefined && !(/^\d+$/.test(header) && Number(header) > 0)) throw new UsageError(`invalid header value ${quote(header)}`, false);
  const format = args.value('format');
  if (format === undefined) return;
  const directives = format.replaceAll('%%', '');
  if (!directives.includes('%')) throw new UsageError(`format ${quote(format)} has no % directive`, false);
  if (/%$/.test(directives)) throw new UsageError(`format ${quote(format)} ends in %`, false);
  const [first = ''] = /%[0' -]*\d*(?:\.\d*)?f/.exec(directives) ?? [];
  if (first === '' || directives.indexOf(first) !== directives.indexOf('%')) throw new UsageError(`invalid format ${quote(format)}, directive must be %[0]['][-][N][.][N]f`, false);
  if (directives.replace(first, '').includes('%')) throw new UsageError(`format ${quote(format)} has too many % directives`, false);
}

async function run(tool: Tool, args: Args): Promise<number> {
  checkArguments(args);
  if (args.has('grouping') && args.has('to')) throw new UsageError('grouping cannot be combined with --to', false);
  const mode = args.value('invalid') ?? 'abort';
  let status = 0;
  const handle = async (line: string): Promise<boolean> => {
    const { text, failures } = convertLine(args, line);
    if (failures.length > 0 && mode !== 'ignore') {
      if (mode === 'abort') {
        await tool.error(failures[0] ?? '');
        status = 2;
        return false;
      }
      for (const failure of failures) await tool.error(failure);
      if (mode === 'fail') status = 2;
    }
    tool.out.write(text + (args.has('zero') ? '\0' : '\n'));
    return true;
  };
  if (args.operands.length > 0) {
    for (const operand of args.operands) if (!(await handle(operand))) break;
    return status;
  }
  const reader = new LineReader(tool.process, 0, args.has('zero') ? 0 : 10);
  let heads = args.has('header') ? Number(args.value('header') ?? 1) : 0;
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
    if (heads-- > 0) tool.out.write(`${line}\n`);
    else if (!(await handle(line))) break;
  }
  return status;
}

function convertLine(args: Args, line: string): { text: string; failures: string[] } {
  const wanted = (args.value('field') ?? '1').split(',');
  const inField = (number: number): boolean => wanted.some((part) => {
    const [, low = '', dash, high = ''] = /^(\d*)(-)?(\d*)$/.exec(part) ?? [];
    return dash === undefined ? Number(low) === number : number >= Number(low || 1) && number <= Number(high || Infinity);
  });
  const delimiter = args.value('delimiter');
  const parts = delimiter === undefined ? line.match(/[ \t]*[^ \t]+|[ \t]+$/g) ?? [''] : line.split(delimiter);
  const failures: string[] = [];
  const done = parts.map((part, index) => {
    if (!inField(index + 1)) return part;
    const [, blanks = '', body = ''] = /^([ \t]*)(.*)$/s.exec(part) ?? [];
    try {
      const text = convert(args, body);
      // Numbers after blanks keep their column.
      return delimiter === undefined && blanks !== '' && args.value('padding') === undefined ? (index > 0 ? blanks.charAt(0) : '') + text.padStart(part.length - (index > 0 ? 1 : 0)) : blanks + text;
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      failures.push(error.message);
      return part;
    }
  });
  return { text: done.join(delimiter ?? ''), failures };
}

function parse(args: Args, text: string): { value: number; precision: number } {
  const from = args.value('from') ?? 'none';
  const suffix = args.value('suffix') ?? '';
  const body = suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
  const [, number = '', rest = ''] = /^(-?\d*\.?\d*)(.*)$/s.exec(body) ?? [];
  if (!/\d/.test(number)) throw new Invalid(`invalid number: ${quote(text)}`);
  const precision = (/\.(\d*)$/.exec(number)?.[1] ?? '').length;
  let value = Number(number) * Number(args.value('fromUnit') ?? 1);
  if (rest === '') return { value, precision };
  const power = units.indexOf(rest.charAt(0) === 'k' ? 'K' : rest.charAt(0)) + 1;
  if (power === 0) throw new Invalid(`invalid suffix in input: ${quote(text)}`);
  if (from === 'none') throw new Invalid(`rejecting suffix in input: ${quote(text)} (consider using --from)`);
  let more = rest.slice(1);
  let base = from === 'si' ? 1000 : 1024;
  if (from === 'auto') base = more.startsWith('i') ? 1024 : 1000;
  if (more.startsWith('i') && (from === 'auto' || from === 'iec-i')) more = more.slice(1);
  else if (from === 'iec-i') throw new Invalid(`missing 'i' suffix in input: ${quote(text)} (e.g Ki/Mi/Gi)`);
  if (more !== '') throw new Invalid(`invalid suffix in input ${quote(text)}: ${quote(more)}`);
  value *= base ** power;
  return { value, precision: 0 };
}

function convert(args: Args, text: string): string {
  const { value, precision } = parse(args, text);
  const to = args.value('to') ?? 'none';
  const round = rounds[args.value('round') ?? 'from-zero'] ?? Math.ceil;
  const [, before = '', flags = '', width = '', digits, after = ''] = /^([^%]*)%(['0-]*)(\d*)(?:\.(\d+))?f(.*)$/s.exec(args.value('format') ?? '') ?? [];
  const exact = (number: number, places: number): string => (round(Number((number * 10 ** places).toPrecision(15))) / 10 ** places).toFixed(places);
  let scaled = value / Number(args.value('toUnit') ?? 1);
  let shown: string;
  if (to === 'none') {
    if (Math.abs(scaled) >= 1e18) throw new Invalid(`value too large to be printed: ${quote(scaled.toExponential().replace(/e\+(\d)$/, 'e+0$1'))} (consider using --to)`);
    shown = digits === undefined ? exact(scaled, precision) : exact(scaled, Number(digits));
    if (flags.includes("'") || args.has('grouping')) shown = String(shown);
  } else {
    const base = to === 'si' ? 1000 : 1024;
    let power = 0;
    while (Math.abs(scaled) >= base) {
      scaled /= base;
      power++;
    }
    const places = digits === undefined ? (power > 0 && Math.abs(scaled) < 10 ? 1 : 0) : Number(digits);
    let rounded = Number(exact(scaled, places));
    if (Math.abs(rounded) >= base) {
      rounded /= base;
      power++;
    }
    const final = digits === undefined ? (power > 0 && Math.abs(rounded) < 10 ? 1 : 0) : places;
    shown = `${rounded.toFixed(final)}${power === 0 ? '' : to === 'si' && power === 1 ? 'k' : units.charAt(power - 1)}${power > 0 && to === 'iec-i' ? 'i' : ''}`;
  }
  shown += args.value('suffix') ?? '';
  const padding = Number(args.value('padding') ?? (flags.includes('-') ? -Number(width) : Number(width)));
  shown = padding < 0 ? shown.padEnd(-padding) : flags.includes('0') ? shown.padStart(padding, '0') : shown.padStart(padding);
  return before + shown + after;
}
