import { type Arguments, compileRegex, defineProgram, LineReader, quote, type Tool, UsageError, wholeNumber } from '../program/index.ts';
import { eachInput } from './each-input.ts';

const options = {
  body: '-b --body-numbering=  use STYLE for numbering body lines: a, t, n, pBRE',
  delimiter: '-d --section-delimiter=',
  footer: '-f --footer-numbering=',
  header: '-h --header-numbering=',
  increment: '-i --line-increment=  line number increment at each line',
  joinBlank: '-l --join-blank-lines=',
  format: '-n --number-format=  ln, rn, rz',
  noRenumber: '-p --no-renumber',
  separator: '-s --number-separator=  add STRING after (possible) line number',
  start: '-v --starting-line-number=  first line number for each section',
  width: '-w --number-width=  use NUMBER columns for line numbers',
};

export const nl = defineProgram({ name: 'nl', usage: '[OPTION]... [FILE]...', summary: 'Write each FILE to standard output, with line numbers added.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const width = wholeNumber(args.value('width') ?? '6', 'invalid line number field width', { least: 1 });
  const separator = args.value('separator') ?? '\t';
  const format = args.value('format') ?? 'rn';
  const styles: Record<string, string> = { h: args.value('header') ?? 'n', b: args.value('body') ?? 't', f: args.value('footer') ?? 'n' };
  for (const [key, what] of [['header', 'header'], ['body', 'body'], ['footer', 'footer']] as const) {
    const style = args.value(key);
    if (style !== undefined && !/^(?:[atn]$|p)/.test(style)) throw new UsageError(`invalid ${what} numbering style: ${quote(style)}`);
  }
  if (!/^(ln|rn|rz)$/.test(format)) throw new UsageError(`invalid line numbering format: ${quote(format)}`);
  for (const [key, what] of [['start', 'starting line number'], ['increment', 'line number increment']] as const) {
    const text = args.value(key);
    if (text !== undefined && !/^[-+]?\d+$/.test(text)) throw new UsageError(`invalid ${what}: ${quote(text)}`, false);
  }
  const group = wholeNumber(args.value('joinBlank') ?? '1', 'invalid line number of blank lines', { least: 1 });
  let blanks = 0;
  let number = Number(args.value('start') ?? 1);
  let section = 'b';
  const numbered = (line: string): boolean => {
    const style = styles[section] ?? 'n';
    if (line === '' && style === 'a' && group > 1) {
      blanks++;
      if (blanks < group) return false;
      blanks = 0;
      return true;
    }
    blanks = 0;
    return style === 'a' || (style === 't' && line !== '') || (style.startsWith('p') && compileRegex(style.slice(1), { extended: false }).test(line));
  };
  return await eachInput(tool, args.operands, async (fd) => {
    const reader = new LineReader(tool.process, fd);
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      const mark = { '\\:\\:\\:': 'h', '\\:\\:': 'b', '\\:': 'f' }[line];
      if (mark) {
        section = mark;
        if (!args.has('noRenumber')) number = Number(args.value('start') ?? 1);
        tool.out.write('\n');
      } else if (numbered(line)) {
        const text = String(number);
        tool.out.write(`${format === 'ln' ? text.padEnd(width) : text.padStart(width, format === 'rz' ? '0' : ' ')}${separator}${line}\n`);
        number += Number(args.value('increment') ?? 1);
      } else tool.out.write(`${' '.repeat(width + separator.length)}${line}\n`);
      if (tool.out.write('')) await tool.out.flush();
    }
  });
}
