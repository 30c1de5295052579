/** A column of ss(8): text to the left or right, after a delimiter. */
interface Column {
  header: string;
  right: boolean;
  delimiter: string;
}

/** The columns, in the order in which they stand. */
export const columns = {
  netid: { header: 'Netid', right: false, delimiter: '' },
  state: { header: 'State', right: false, delimiter: ' ' },
  receive: { header: 'Recv-Q', right: false, delimiter: ' ' },
  send: { header: 'Send-Q', right: false, delimiter: ' ' },
  local: { header: 'Local Address:', right: true, delimiter: ' ' },
  localPort: { header: 'Port', right: false, delimiter: '' },
  peer: { header: 'Peer Address:', right: true, delimiter: ' ' },
  peerPort: { header: 'Port', right: false, delimiter: '' },
  process: { header: 'Process', right: false, delimiter: '' },
  extended: { header: '', right: false, delimiter: '' },
} as const satisfies Record<string, Column>;

/** The name of a column. */
export type ColumnName = keyof typeof columns;
/** The texts of one line. */
export type Row = Partial<Record<ColumnName, string>>;

/** Lays rows out as ss does: each column as wide as it must be, spread over the width of a terminal (undefined: no terminal, no spreading). */
export function layOut(rows: readonly Row[], shown: readonly ColumnName[], header: boolean, screen: number | undefined): string {
  const lines: Row[] = header ? [Object.fromEntries(shown.map((name) => [name, columns[name].header])), ...rows] : [...rows];
  const widths = shown.map((name, index) => {
    const longest = Math.max(0, ...lines.map((row) => (row[name] ?? '').length));
    return longest === 0 ? 0 : longest + (index === 0 ? 0 : columns[name].delimiter.length);
  });
  const breaks = screen === undefined ? new Set<number>() : spread(widths, screen);
  return lines.map((row) => {
    let text = '';
    let fresh = true;
    for (const [index, name] of shown.entries()) {
      const width = widths[index] ?? 0;
      if (width === 0) continue;
      const { right, delimiter } = columns[name];
      const start = fresh ? '' : delimiter;
      const cell = row[name] ?? '';
      text += right ? start + cell.padStart(width - start.length) : (start + cell).padEnd(width);
      fresh = breaks.has(index);
      if (fresh && widths.slice(index + 1).some((each) => each > 0)) text += '\n';
    }
    return `${text}\n`;
  }).join('');
}

/** Gives the columns of each line of the screen what is left of it; returns the columns after which a line ends. */
function spread(widths: number[], screen: number): Set<number> {
  const ends = new Set<number>();
  let start = 0;
  let length = 0;
  for (let at = 0; at < widths.length; at++) {
    const width = (widths[at] = Math.min(widths[at] ?? 0, screen));
    if (width === 0) continue;
    length += width;
    const last = !widths.slice(at + 1).some((each) => each > 0);
    if (!last && length < screen) continue;
    let end = at;
    if (length > screen && end > start) {
      length -= width;
      end--;
    }
    const line = widths.map((each, index) => ({ each, index })).filter(({ each, index }) => index >= start && index <= end && each > 0);
    let rest = Math.max(0, screen - length);
    const each = Math.floor(rest / line.length);
    rest %= line.length;
    for (const { index } of line.toReversed()) {
      widths[index] = (widths[index] ?? 0) + each + (rest > 0 ? 1 : 0);
      if (rest > 0) rest--;
    }
    ends.add(end);
    start = end + 1;
    length = 0;
    at = end;
  }
  return ends;
}
