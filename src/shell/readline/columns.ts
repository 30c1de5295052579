/** The longest text that all begin with. */
export function commonPrefix(texts: readonly string[]): string {
  let prefix = texts[0] ?? '';
  for (const text of texts) while (!text.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

/** Labels in columns, top to bottom, as readline lists them. */
export function columns(labels: readonly string[], width: number): string {
  const size = (label: string): number => [...label].length;
  const cell = Math.max(...labels.map(size)) + 2;
  const across = Math.max(1, Math.floor(width / cell));
  const rows = Math.ceil(labels.length / across);
  let out = '';
  for (let row = 0; row < rows; row++) {
    let line = '';
    for (let index = row; index < labels.length; index += rows) {
      const label = labels[index] ?? '';
      line += index + rows < labels.length ? label + ' '.repeat(cell - size(label)) : label;
    }
    out += `${line}\n`;
  }
  return out;
}
