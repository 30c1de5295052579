import { localTime, quote, rawProgram, readInput, reason, strftime, textOf, timeZoneOf, type Tool, UsageError } from '../program/index.ts';

interface Layout {
  columns: number;
  across: boolean;
  merge: boolean;
  width: number;
  length: number;
  header: string | undefined;
  plain: boolean;
  noFeeds: boolean;
  numbers: { separator: string; digits: number } | undefined;
  separator: string | undefined;
  indent: number;
  double: boolean;
  files: string[];
}

/** A number that an option takes, or what is wrong with it. */
function counted(text: string, option: string, what: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`'${option}' invalid ${what === 'line offset' ? what : `number of ${what}`}: ${quote(text)}`, false);
  return Number(text);
}

function parse(words: readonly string[]): Layout {
  const layout: Layout = { columns: 1, across: false, merge: false, width: 72, length: 66, header: undefined, plain: false, noFeeds: false, numbers: undefined, separator: undefined, indent: 0, double: false, files: [] };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      layout.files.push(...rest);
      break;
    }
    if (word.startsWith('--')) {
      const [name = '', value = ''] = word.slice(2).split(/=([^]*)/);
      if (name === 'columns') layout.columns = Number(value);
      else if (name === 'across') layout.across = true;
      else if (name === 'merge') layout.merge = true;
      else if (name === 'omit-header') layout.plain = true;
      else if (name === 'header') layout.header = value;
      else if (name === 'length') layout.length = Number(value);
      else if (name === 'width') layout.width = Number(value);
      else if (name === 'double-space') layout.double = true;
      else throw new UsageError(`unrecognized option '${word}'`);
      continue;
    }
    if (!word.startsWith('-') || word === '-') {
      layout.files.push(word);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const value = (): string => {
        const text = word.slice(at + 1) || (rest.shift() ?? '');
        at = word.length;
        return text;
      };
      const own = (): string => {
        const text = word.slice(at + 1);
        at = word.length;
        return text;
      };
      if (/\d/.test(letter)) {
        const digits = /^\d+/.exec(word.slice(at))?.[0] ?? '1';
        layout.columns = Number(digits);
        at += digits.length - 1;
      } else if (letter === 'a') layout.across = true;
      else if (letter === 'm') layout.merge = true;
      else if (letter === 'd') layout.double = true;
      else if (letter === 't') layout.plain = true;
      else if (letter === 'T') layout.plain = layout.noFeeds = true;
      else if (letter === 'h') layout.header = value();
      else if (letter === 'l') layout.length = counted(value(), '-l PAGE_LENGTH', 'lines');
      else if (letter === 'w' || letter === 'W') layout.width = counted(value(), `-${letter} PAGE_WIDTH`, 'characters');
      else if (letter === 'o') layout.indent = counted(value(), '-o MARGIN', 'line offset');
      else if (letter === 's' || letter === 'S') layout.separator = own() || (letter === 's' ? '\t' : ' ');
      else if (letter === 'n') {
        const [, separator = '', digits = ''] = /^(\D?)(\d*)/.exec(own()) ?? [];
        layout.numbers = { separator: separator || '\t', digits: Number(digits || 5) };
      } else if (!'fFJrve'.includes(letter)) throw new UsageError(`invalid option -- '${letter}'`);
    }
  }
  return layout;
}

export const pr = rawProgram('pr', async (tool, words) => {
  const layout = parse(words);
  const inputs: { name: string; lines: string[] }[] = [];
  let status = 0;
  for (const name of layout.files.length ? layout.files : ['-']) {
    try {
      const text = textOf(await readInput(tool.process, name));
      inputs.push({ name, lines: text === '' ? [] : text.replace(/\n$/, '').split('\n') });
    } catch (error) {
      await tool.error(`${name}: ${reason(error)}`);
      status = 1;
    }
  }
  if (layout.merge) pages(tool, layout, inputs[0]?.name === '-' || inputs.length > 1 ? '' : inputs[0]?.name ?? '', inputs.map((input) => input.lines));
  else for (const { name, lines } of inputs) pages(tool, layout, name === '-' ? '' : name, [lines]);
  return status;
});

function pages(tool: Tool, layout: Layout, name: string, inputs: string[][]): void {
  const { process, out } = tool;
  const headed = !layout.plain && layout.length > 10;
  const body = Math.floor((headed ? layout.length - 10 : layout.length) / (layout.double ? 2 : 1));
  const time = name === '' ? process.clock.now() : process.stat(name).mtime;
  const date = strftime('%Y-%m-%d %H:%M', localTime(time, timeZoneOf(process)));
  const margin = ' '.repeat(layout.indent);
  const columns = layout.merge ? inputs.length : layout.columns;
  const perPage = layout.merge ? body : body * columns;
  const total = Math.max(...inputs.map((lines) => lines.length));
  let number = 1;
  for (let at = 0, page = 1; at < total; at += perPage, page++) {
    if (headed) {
      const title = layout.header ?? name;
      const right = `Page ${page}`;
      const space = layout.width - date.length - right.length - title.length;
      const left = Math.floor(space / 2);
      out.write(`\n\n${margin}${date}${' '.repeat(Math.max(1, left))}${title}${' '.repeat(Math.max(1, space - left))}${right}\n\n\n`);
    }
    const rows: string[][] = [];
    if (layout.merge) for (let row = 0; row < body && at + row < total; row++) rows.push(inputs.map((lines) => lines[at + row] ?? ''));
    else {
      const part = inputs[0]?.slice(at, at + perPage) ?? [];
      const down = columns === 1 ? part.length : Math.ceil(part.length / columns);
      const short = part.length % columns === 0 ? columns : part.length % columns;
      for (let row = 0; row < down; row++) {
        const cells: string[] = [];
        for (let column = 0; column < columns; column++) {
          const heightBefore = column <= short ? column * down : short * down + (column - short) * (down - 1);
          const height = column < short ? down : down - 1;
          const index = layout.across ? row * columns + column : row < height ? heightBefore + row : -1;
          const cell = part[index];
          if (cell !== undefined) cells.push(layout.numbers ? String(at + index + 1).padStart(layout.numbers.digits) + layout.numbers.separator + cell : cell);
        }
        rows.push(cells);
      }
    }
    for (const cells of rows) {
      const numbered = layout.merge && layout.numbers ? `${String(number++).padStart(layout.numbers.digits)}${layout.numbers.separator}` : '';
      out.write(`${margin}${numbered}${line(cells, columns, layout)}\n${layout.double ? '\n' : ''}`);
    }
    if (headed) {
      const used = rows.length * (layout.double ? 2 : 1);
      out.write('\n'.repeat(layout.length - 10 - used + 5));
    }
  }
}

/** Cells in columns: with blanks as tabs where these reach, as pr fills. */
function line(cells: readonly string[], columns: number, layout: Layout): string {
  if (columns === 1) return cells[0] ?? '';
  if (layout.separator !== undefined) return cells.join(layout.separator);
  const width = Math.floor((layout.width - (columns - 1)) / columns);
  let text = '';
  let at = 0;
  const to = (goal: number): void => {
    while (at < goal) {
      const next = at + 8 - (at % 8);
      if (next <= goal && goal - at > 1) {
        text += '\t';
        at = next;
      } else {
        text += ' ';
        at++;
      }
    }
  };
  cells.forEach((cell, index) => {
    to(index * (width + 1));
    const shown = cell.slice(0, width);
    text += shown;
    at += shown.length;
  });
  return layout.merge ? text : text;
}
