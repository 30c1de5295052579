import { type Arguments, defineProgram, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  table: '-t --table  create a table', name: '-n --table-name=  table name for JSON output', order: '-O --table-order=', columns: '-N --table-columns=  comma separated columns names', hide: '-H --table-hide=', right: '-R --table-right=  right align text in these columns', truncate: '-T --table-truncate=', wrap: '-W --table-wrap=', noHeadings: '-d --table-noheadings  don\'t print header', keepBlank: '-L --keep-empty-lines', limit: '-l --table-columns-limit=', noExtreme: '-E --table-noextreme=', empty: '-e --table-header-repeat', json: '-J --json  use JSON output format for table',
  width: '-c --output-width=  width of output in number of characters', output: '-o --output-separator=  columns separator for table output (default is two spaces)', separator: '-s --separator=  possible table delimiters', fillRows: '-x --fillrows  fill rows before columns',
};
type Args = Arguments<keyof typeof options>;

export const column = defineProgram({ name: 'column', usage: '[options] [<file>...]', summary: 'Columnate lists.', options, version: 'from util-linux 2.41', run });

async function run(tool: Tool, args: Args): Promise<number> {
  let lines: string[] = [];
  let status = 0;
  for (const name of args.operands.length ? args.operands : ['-']) {
    try {
      lines.push(...textOf(await readInput(tool.process, name)).split('\n').filter((line, index, all) => line !== '' || (args.has('keepBlank') && index < all.length - 1)));
    } catch (error) {
      await tool.error(`${name}: ${reason(error)}`);
      status = 1;
    }
  }
  if (!args.has('table') && !args.has('json')) {
    fill(tool, args, lines);
    return status;
  }
  lines = lines.filter((line) => line.trim() !== '' || args.has('keepBlank'));
  const separators = args.value('separator');
  const limit = args.value('limit') === undefined ? Infinity : Number(args.value('limit'));
  const rows = lines.map((line) => {
    if (separators === undefined) return limitCells(line.trim().split(/[ \t]+/), line.trim(), limit);
    const cells: string[] = [];
    let cell = '';
    for (const char of line) {
      if (separators.includes(char) && cells.length < limit - 1) {
        cells.push(cell);
        cell = '';
      } else cell += char;
    }
    return [...cells, cell];
  });
  const names = args.value('columns')?.split(',');
  if (args.has('json')) {
    if (!names) throw new UsageError('option --table-columns or --table-column required for --json', false);
    const objects = rows.map((row) => `      {\n${names.map((name, index) => `         ${JSON.stringify(name.toLowerCase())}: ${row[index] === undefined ? 'null' : JSON.stringify(row[index])}`).join(',\n')}\n      }`);
    tool.out.write(`{\n   ${JSON.stringify(args.value('name') ?? 'table')}: [\n${objects.join(',').replaceAll('},      {', '},{')}\n   ]\n}\n`);
    return status;
  }
  table(tool, args, rows, names);
  return status;
}

function limitCells(cells: string[], line: string, limit: number): string[] {
  if (cells.length <= limit) return cells;
  const kept = cells.slice(0, limit - 1);
  let at = 0;
  for (const cell of kept) at = line.indexOf(cell, at) + cell.length;
  return [...kept, line.slice(at).trim()];
}

function table(tool: Tool, args: Args, rows: string[][], names: string[] | undefined): void {
  const count = Math.max(names?.length ?? 0, ...rows.map((row) => row.length));
  const numbersOf = (key: 'right' | 'hide'): Set<number> => new Set((args.value(key) ?? '').split(',').filter(Boolean).flatMap((word) => (word === '0' ? Array.from({ length: count }, (_, index) => index) : [/^\d+$/.test(word) ? Number(word) - 1 : names?.indexOf(word) ?? -1])));
  const right = numbersOf('right');
  const hidden = numbersOf('hide');
  const named = names && !args.has('noHeadings') ? [names, ...rows] : rows;
  const shown = Array.from({ length: count }, (_, index) => index).filter((index) => !hidden.has(index));
  const order = args.value('order')?.split(',').map((word) => (/^\d+$/.test(word) ? Number(word) - 1 : names?.indexOf(word) ?? -1)) ?? [];
  const columns = [...order, ...shown.filter((index) => !order.includes(index))];
  const widthOf = (text: string): number => [...text].length;
  const widths = columns.map((index) => Math.max(0, ...named.map((row) => widthOf(row[index] ?? ''))));
  const gap = args.value('output') ?? '  ';
  for (const row of named) {
    tool.out.write(`${columns.map((index, at) => {
      const text = row[index] ?? '';
      const pad = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text)));
      if (right.has(index)) return pad + text;
      return at === columns.length - 1 ? text : text + pad;
    }).join(gap)}\n`);
  }
}

/** Without -t: a list in columns, each a multiple of eight wide. */
function fill(tool: Tool, args: Args, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const total = args.value('width') === 'unlimited' ? Infinity : Number(args.value('width') ?? (tool.process.isatty(1) ? tool.process.windowSize(1).columns || 80 : 80));
  const longest = Math.max(...lines.map((line) => [...line].length));
  const width = (Math.floor(longest / 8) + 1) * 8;
  if (longest >= total) {
    for (const line of lines) tool.out.write(`${line}\n`);
    return;
  }
  const across = Math.max(1, Math.floor(total / width));
  const down = Math.ceil(lines.length / across);
  const rows = args.has('fillRows') ? down : down;
  for (let row = 0; row < rows; row++) {
    const cells: string[] = [];
    for (let at = 0; at < across; at++) {
      const cell = lines[args.has('fillRows') ? row * across + at : at * down + row];
      if (cell !== undefined) cells.push(cell);
    }
    let text = '';
    cells.forEach((cell, index) => {
      text += cell;
      if (index === cells.length - 1) return;
      for (let used = [...cell].length; used < width; used = (Math.floor(used / 8) + 1) * 8) text += '\t';
    });
    tool.out.write(`${text}\n`);
  }
}
