import { displayWidth } from '../text/width.ts';

/** The longest text that all begin with; the first one's letters where case does not count. */
export function commonPrefix(texts: readonly string[], ignoreCase = false): string {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  let prefix = texts[0] ?? '';
  for (const text of texts) while (!fold(text).startsWith(fold(prefix))) prefix = [...prefix].slice(0, -1).join('');
  return prefix;
}

/** Labels in columns, top to bottom (or left to right), as readline lists them: every cell as wide as the widest label and two blanks. */
export function listColumns(labels: readonly string[], width: number, across = false): string[] {
  const cell = Math.max(...labels.map(displayWidth)) + 2;
  let columns = Math.floor(width / cell);
  // A line that would fill the screen's width to the last column is left out.
  if (columns !== 1 && columns * cell === width) columns--;
  columns = Math.max(columns, 1);
  const rows = Math.ceil(labels.length / columns);
  return Array.from({ length: rows }, (_, row) => {
    const cells = labels.filter((_label, index) => (across ? Math.floor(index / columns) === row : index % rows === row));
    return cells.map((label, index) => (index < cells.length - 1 ? label + ' '.repeat(cell - displayWidth(label)) : label)).join('');
  });
}
