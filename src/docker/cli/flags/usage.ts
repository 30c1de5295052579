import type { Flag, FlagTable } from './flag.ts';

/** The options part of help as pflag lays it out, wrapped to `columns` (0: not at all). */
export function flagUsages(table: FlagTable, columns: number): string {
  const rows = Object.keys(table).sort().flatMap((name): [string, string][] => {
    const flag = table[name];
    return flag && !flag.hidden && flag.deprecated === undefined ? [[leftPart(name, flag), rightPart(flag)]] : [];
  });
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  // pflag counts an end mark in the width of the left part and prints a space on both sides of the gap.
  return rows.map(([left, right]) => `${left}${' '.repeat(width - left.length + 3)}${wrap(width + 3, columns, right)}\n`).join('');
}

function leftPart(name: string, flag: Flag<unknown>): string {
  const start = flag.shorthand === undefined ? `      --${name}` : `  -${flag.shorthand}, --${name}`;
  return flag.type === '' ? start : `${start} ${flag.type}`;
}

function rightPart(flag: Flag<unknown>): string {
  return flag.defaultText ? `${flag.help} (default ${flag.defaultText})` : flag.help;
}

/** Wraps `text` to `columns`; lines after the first are indented. The last line may run over by five rather than leave an orphan word. */
function wrap(indent: number, columns: number, text: string): string {
  if (columns === 0) return text.replaceAll('\n', `\n${' '.repeat(indent)}`);
  let start = indent;
  let out = '';
  if (columns - start < 24) {
    start = 16;
    out = `\n${' '.repeat(start)}`;
  }
  if (columns - start < 24) return text.replaceAll('\n', out);
  const slop = 5;
  const room = columns - start - slop;
  const margin = `\n${' '.repeat(start)}`;
  let [line, rest] = wrapLine(room, slop, text);
  out += line.replaceAll('\n', margin);
  while (rest !== '') {
    [line, rest] = wrapLine(room, slop, rest);
    out += margin + line.replaceAll('\n', margin);
  }
  return out;
}

function wrapLine(room: number, slop: number, text: string): [string, string] {
  if (room + slop > text.length) return [text, ''];
  const head = text.slice(0, room);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t'), head.lastIndexOf('\n'));
  if (space <= 0) return [text, ''];
  const newline = head.lastIndexOf('\n');
  const at = newline > 0 && newline < space ? newline : space;
  return [text.slice(0, at), text.slice(at + 1)];
}
