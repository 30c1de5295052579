/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\u02ff\u0370-\u04ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (/\p{M}/u.test(char)) continue;
    width += (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
      || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0x1f300 && code <= 0x1faff) || code >= 0x20000 ? 2 : 1;
  }
  return width;
}

function indent(from: number, to: number): string {
  let text = '';
  while (from < to) {
    if (Math.floor(to / 8) > Math.floor((from + 1) / 8)) {
      text += '\t';
      from += 8 - (from % 8);
    } else {
      text += ' ';
      from++;
    }
  }
  return text;
}

/** Lays cells out as `ls -C` (down first) or `ls -x` (across first) does; each cell with its width. */
export function layOutColumns(cells: readonly { text: string; width: number }[], lineWidth: number, across = false): string {
  const most = Math.max(1, Math.min(cells.length, Math.floor(lineWidth / 3)));
  let columns = most;
  let widths: number[] = [];
  for (; columns >= 1; columns--) {
    const rows = Math.ceil(cells.length / columns);
    widths = [];
    cells.forEach((cell, index) => {
      const column = across ? index % columns : Math.floor(index / rows);
      widths[column] = Math.max(widths[column] ?? 3, cell.width + (column === columns - 1 ? 0 : 2));
    });
    if (widths.reduce((sum, width) => sum + width, 0) < lineWidth || columns === 1) break;
  }
  const rows = Math.ceil(cells.length / columns);
  let text = '';
  for (let row = 0; row < rows; row++) {
    let position = 0;
    let start = 0;
    for (let column = 0; column < columns; column++) {
      const cell = cells[across ? row * columns + column : column * rows + row];
      if (!cell) break;
      if (column > 0) {
        text += indent(position, start);
        position = start;
      }
      text += cell.text;
      position += cell.width;
      start += widths[column] ?? 0;
    }
    text += '\n';
  }
  return text;
}

/** Lays cells out as busybox does: all columns as wide as the widest cell and two more. */
export function layOutEvenColumns(cells: readonly { text: string; width: number }[], lineWidth: number, across = false): string {
  const width = Math.max(...cells.map((cell) => cell.width)) + 2;
  const columns = Math.max(1, Math.floor(lineWidth / width));
  const rows = Math.ceil(cells.length / columns);
  let text = '';
  for (let row = 0; row < rows; row++) {
    const line = Array.from({ length: columns }, (_, column) => cells[across ? row * columns + column : column * rows + row]).filter((cell) => cell !== undefined);
    text += `${line.map((cell, index) => cell.text + (index === line.length - 1 ? '' : ' '.repeat(width - cell.width))).join('')}\n`;
  }
  return text;
}
