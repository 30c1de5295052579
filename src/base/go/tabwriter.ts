/** Columns of text/tabwriter: cells end with a tab, a column is as wide as its widest cell plus padding, and at least `minWidth`; a block of lines without a cell in a column ends that column. */
export interface TabwriterOptions {
  /** Default 0. */
  minWidth?: number;
  /** Default 1. */
  padding?: number;
  /** A column whose cells are all empty takes no room (tabwriter.DiscardEmptyColumns). */
  discardEmptyColumns?: boolean;
}

/** Aligns the cells of `text`, which ends with a line end. The last cell of a line is not part of a column. */
export function alignColumns(text: string, options: TabwriterOptions = {}): string {
  const { minWidth = 0, padding = 1, discardEmptyColumns = false } = options;
  const endsWithNewline = text.endsWith('\n');
  const lines = (endsWithNewline ? text.slice(0, -1) : text).split('\n').map((line) => line.split('\t'));
  const widths: number[][] = lines.map(() => []);

  // A column block is a run of lines that have a tab-terminated cell in that column.
  const format = (from: number, to: number, column: number): void => {
    for (let start = from; start < to; ) {
      if ((lines[start]?.length ?? 0) - 1 <= column) {
        start++;
        continue;
      }
      let end = start;
      while (end < to && (lines[end]?.length ?? 0) - 1 > column) end++;
      let width = minWidth;
      let discardable = true;
      for (let row = start; row < end; row++) {
        const cell = lines[row]?.[column] ?? '';
        width = Math.max(width, textWidth(cell) + padding);
        if (cell !== '') discardable = false;
      }
      if (discardable && discardEmptyColumns) width = 0;
      for (let row = start; row < end; row++) widths[row]?.push(width);
      format(start, end, column + 1);
      start = end;
    }
  };
  format(0, lines.length, 0);

  const out = lines.map((cells, row) => cells.map((cell, i) => (i < cells.length - 1 ? cell + ' '.repeat(Math.max(0, (widths[row]?.[i] ?? 0) - textWidth(cell))) : cell)).join(''));
  return out.join('\n') + (endsWithNewline ? '\n' : '');
}

function textWidth(text: string): number {
  return [...text].length;
}
